// The file rather than the package, whose one bundle brings along the registration that is not used.
import { messageSW } from 'workbox-window/messageSW.js';

import { isMessage, type ToPage, type ToWorker } from '../contract/message.ts';

type Answer<Kind> = Extract<ToPage, { readonly kind: Kind }>;

/**
 * Asks the worker something. Resolves with its answer; a worker that is silent, or of a build that
 * answers otherwise, never does.
 */
export async function askWorker<Kind extends ToPage['kind']>(
  worker: ServiceWorker,
  message: ToWorker,
  kind: Kind,
): Promise<Answer<Kind>> {
  const answer: unknown = await messageSW(worker, message);
  return isMessage<ToPage, Kind>(answer, [kind]) ? answer : new Promise(() => {});
}

/** Tells the worker something that needs no answer. */
export function tellWorker(worker: ServiceWorker, message: ToWorker): void {
  // The rule means windows: a worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(message);
}
