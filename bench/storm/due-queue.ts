/** Items, each due at an instant. */
export type DueQueue<Item> = {
  readonly put: (at: number, item: Item) => void;
  /** When the first is due; `Infinity` if there is none. */
  readonly firstAt: () => number;
  /** Takes out the first; of those due at once, the one that was put in first. */
  readonly take: () => Item | undefined;
};

const CAPACITY = 1024;

/**
 * An empty queue: a binary heap, the first on top. Its items stay where they were put, in slots, and
 * what moves is numbers in typed arrays: they lie together, and are nothing to the garbage collector.
 */
export function dueQueue<Item>(): DueQueue<Item> {
  const items: (Item | undefined)[] = [];
  let dueAt = new Float64Array(CAPACITY);
  let order = new Float64Array(CAPACITY);
  /** The heap, up to `size`; after it, the slots that are free. */
  let slots = Int32Array.from({ length: CAPACITY }, (_, slot) => slot);
  let size = 0;
  let count = 0;

  function grow() {
    const length = 2 * slots.length;
    dueAt = copyOf(dueAt, new Float64Array(length));
    order = copyOf(order, new Float64Array(length));
    slots = copyOf(
      slots,
      Int32Array.from({ length }, (_, slot) => slot),
    );
  }

  const slotAt = (place: number) => slots[place] ?? 0;

  function isBefore(a: number, b: number): boolean {
    const atA = dueAt[a] ?? 0;
    const atB = dueAt[b] ?? 0;
    return atA < atB || (atA === atB && (order[a] ?? 0) < (order[b] ?? 0));
  }

  return {
    put(at, item) {
      if (size === slots.length) grow();
      const slot = slotAt(size);
      items[slot] = item;
      dueAt[slot] = at;
      order[slot] = count;
      count += 1;
      let hole = size;
      size += 1;
      while (hole > 0) {
        const above = (hole - 1) >> 1;
        const parent = slotAt(above);
        if (!isBefore(slot, parent)) break;
        slots[hole] = parent;
        hole = above;
      }
      slots[hole] = slot;
    },
    firstAt: () => (size === 0 ? Infinity : (dueAt[slotAt(0)] ?? Infinity)),
    take() {
      if (size === 0) return undefined;
      const first = slotAt(0);
      const item = items[first];
      items[first] = undefined;
      size -= 1;
      const last = slotAt(size);
      slots[size] = first;
      let hole = 0;
      for (;;) {
        const left = 2 * hole + 1;
        if (left >= size) break;
        const right = left + 1;
        const below = right < size && isBefore(slotAt(right), slotAt(left)) ? right : left;
        const child = slotAt(below);
        if (!isBefore(child, last)) break;
        slots[hole] = child;
        hole = below;
      }
      if (size > 0) slots[hole] = last;
      return item;
    },
  };
}

function copyOf<Values extends Float64Array | Int32Array>(from: Values, into: Values): Values {
  into.set(from);
  return into;
}
