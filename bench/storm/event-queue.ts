import { dueQueue } from './due-queue.ts';

/** What happens at an instant; a promise holds time still until it is settled. */
export type Work = () => void | Promise<void>;

/** Virtual time: the events to come, in order. */
export type EventQueue = {
  /** Instant of the event that is happening. */
  readonly now: () => number;
  /** Lets `work` happen at `instant`, or now if that has passed; of two at once, in the order of asking. */
  readonly at: (instant: number, work: Work) => void;
  /** Lets everything before `end` happen, one event after another. */
  readonly runUntil: (end: number) => Promise<void>;
};

/** An empty queue at `start`. */
export function eventQueue(start: number): EventQueue {
  const works = dueQueue<Work>();
  let now = start;

  return {
    now: () => now,
    at(instant, work) {
      works.put(Math.max(instant, now), work);
    },
    async runUntil(end) {
      for (let next = works.firstAt(); next < end; next = works.firstAt()) {
        now = next;
        const doing = works.take()?.();
        // Most events wait for nobody, and a million of them must not wait for a microtask each.
        if (doing) await doing;
      }
      now = end;
    },
  };
}
