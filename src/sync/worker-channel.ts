import * as v from 'valibot';
import { messageSW } from 'workbox-window';

import { Refreshed, TakingOver, type ToWorker, type Wake } from '../contract/message.ts';

/** Sends a wake to the worker. Resolves with its answer; a worker that is silent, or of a build that answers otherwise, never does. */
export async function wakeWorker(worker: ServiceWorker, wake: Wake): Promise<Refreshed> {
  return understood(Refreshed, await messageSW(worker, wake));
}

/** Tells a waiting worker to take over. Resolves with false when its files are not complete. */
export async function askToTakeOver(worker: ServiceWorker): Promise<boolean> {
  const message: ToWorker = { kind: 'takeOver' };
  return (await understood(TakingOver, await messageSW(worker, message))).isReady;
}

/** Tells the worker something that needs no answer. */
export function tellWorker(worker: ServiceWorker, message: ToWorker): void {
  // The rule means windows: a worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(message);
}

/** What the worker has told all windows, in the data of a message event; `undefined` when it is not that. */
export function overheardIn(data: unknown): Refreshed | undefined {
  const result = v.safeParse(Refreshed, data);
  return result.success ? result.output : undefined;
}

function understood<Schema extends v.GenericSchema>(
  schema: Schema,
  data: unknown,
): Promise<v.InferOutput<Schema>> | v.InferOutput<Schema> {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  console.warn('Cannot understand the service worker', result.issues[0].message);
  return new Promise(() => {});
}
