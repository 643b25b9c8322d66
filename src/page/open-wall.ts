import type { Open, Opened } from '../contract/message.ts';
import type { Keeper } from '../sync/keeper.ts';
import { withWatchdog } from '../sync/watchdog.ts';
import { askWorker } from '../sync/worker-channel.ts';

const PATIENCE_S = 3;

export type OpenDeps = {
  /** Absent where there are no workers. */
  readonly workers: ServiceWorkerContainer | undefined;
  /** The same work in this page. */
  readonly here: () => Promise<Keeper>;
};

/**
 * What is stored for a screen. The worker reads it, off the thread that paints; the page itself where
 * there is no worker, or where it does not answer within 3 s. Rejects if the page's own part cannot
 * be loaded.
 */
export async function openWall(question: Open, { workers, here }: OpenDeps): Promise<Opened> {
  try {
    return await withWatchdog(openInWorker(question, workers), PATIENCE_S, 'The worker');
  } catch {
    return (await here()).open(question);
  }
}

async function openInWorker(
  question: Open,
  workers: ServiceWorkerContainer | undefined,
): Promise<Opened> {
  const isNew = question.credential !== undefined;
  const worker =
    workers?.controller ||
    // A page that no worker has served: a link is opened before there is any; what has been opened
    // before has one, or lost it.
    (await (isNew ? workers?.ready : workers?.getRegistration()))?.active;
  if (!worker) throw new Error('There is no worker');
  return askWorker(worker, question, 'opened');
}
