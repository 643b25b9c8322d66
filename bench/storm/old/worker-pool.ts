import type { EventQueue } from '../event-queue.ts';

/** A request that waits for a worker. */
export type Job = {
  /** Begins the work, and says how long it takes. */
  readonly begin: () => number;
  readonly done: () => void;
  /** The process ends before it was done. */
  readonly broken: () => void;
};

export type WorkerPool = {
  /** False: the backlog is full, and nobody will answer. */
  readonly submit: (job: Job) => boolean;
  /** The process ends, and everything that waits in it. */
  readonly kill: () => void;
};

/**
 * Workers that take requests in order of arrival and finish what they begin, whoever has hung up
 * meanwhile (original.md §5.2, P8).
 */
export function workerPool(
  queue: EventQueue,
  { workers, backlog }: { readonly workers: number; readonly backlog: number },
): WorkerPool {
  let waiting: Job[] = [];
  let first = 0;
  let running = new Set<Job>();

  function begin(job: Job) {
    const mine = running;
    mine.add(job);
    queue.at(queue.now() + job.begin(), () => {
      if (!mine.delete(job) || mine !== running) return;
      job.done();
      const next = waiting[first];
      if (!next) return;
      first += 1;
      if (first > backlog) {
        waiting = waiting.slice(first);
        first = 0;
      }
      begin(next);
    });
  }

  return {
    submit(job) {
      if (running.size < workers) begin(job);
      else if (waiting.length - first >= backlog) return false;
      else waiting.push(job);
      return true;
    },
    kill() {
      const lost = [...running, ...waiting.slice(first)];
      running = new Set();
      waiting = [];
      first = 0;
      for (const job of lost) job.broken();
    },
  };
}
