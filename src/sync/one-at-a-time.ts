/**
 * Runs work for the same key one after another, so that of two tabs that knock in one slot the
 * second finds what the first has done.
 */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const now = before.then(work, work);
    last.set(key, now);
    try {
      return await now;
    } finally {
      if (last.get(key) === now) last.delete(key);
    }
  };
}
