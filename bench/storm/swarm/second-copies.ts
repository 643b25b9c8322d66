import { localTexts, type Texts } from '../../../src/sync/second-copy.ts';
import type { Device } from './device.ts';

const NEVER = new Promise<never>(() => {});

/** The shipped second copy, in a place that may fail as the device's troubles say. */
export function secondCopies({ copies, troubles }: Device): Texts {
  const texts = localTexts({
    getItem: (key) => copies.get(key) ?? null,
    setItem(key, text) {
      if (troubles.includes('copyRefusesWrites')) throw new Error('The quota is exceeded');
      copies.set(key, text);
    },
    removeItem: (key) => void copies.delete(key),
  });
  const inTime =
    <Args extends readonly unknown[], T>(work: (...args: Args) => Promise<T>) =>
    (...args: Args) =>
      troubles.includes('copyHangs') ? NEVER : work(...args);
  return {
    read: inTime(texts.read),
    save: inTime(texts.save),
    remove: inTime(texts.remove),
  };
}
