import { hashOf } from '../../src/timetable/hash-of.ts';

const WARM_UP = 12;

/**
 * Numbers in [0, 1) for one entity: the same in every run with the same seed, and not moved by what
 * other entities throw, so that one more screen or one more fault leaves everybody else's fate alone.
 *
 * sfc32, the small fast counting generator of PractRand (C. Doty-Humphrey).
 */
export function generatorOf(seed: number, name: string): () => number {
  let a = hashOf(`${seed}/${name}/a`);
  let b = hashOf(`${seed}/${name}/b`);
  let c = hashOf(`${seed}/${name}/c`);
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  for (let turn = 0; turn < WARM_UP; turn += 1) next();
  return next;
}
