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

type Event = { readonly at: number; readonly order: number; readonly work: Work };

/** An empty queue at `start`: a binary heap, the soonest event on top. */
export function eventQueue(start: number): EventQueue {
  const heap: Event[] = [];
  let now = start;
  let count = 0;

  function push(event: Event) {
    let hole = heap.length;
    heap.push(event);
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(event, parent)) break;
      heap[hole] = parent;
      hole = above;
    }
    heap[hole] = event;
  }

  function pop(): Event | undefined {
    const [top] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let hole = 0;
    for (;;) {
      const below = 2 * hole + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!child || !isBefore(child, last)) break;
      heap[hole] = child;
      hole = isRight ? below + 1 : below;
    }
    heap[hole] = last;
    return top;
  }

  return {
    now: () => now,
    at(instant, work) {
      count += 1;
      push({ at: Math.max(instant, now), order: count, work });
    },
    async runUntil(end) {
      for (let [next] = heap; next && next.at < end; [next] = heap) {
        pop();
        now = next.at;
        const doing = next.work();
        // Most events wait for nobody, and a million of them must not wait for a microtask each.
        if (doing) await doing;
      }
      now = end;
    },
  };
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
