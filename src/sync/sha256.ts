/*
 * SHA-256 (FIPS 180-4), synchronous. `crypto.subtle` is absent on plain http, and the packages that
 * do this bring 3 kB more than these lines; the tests compare it with Node's.
 */

const BLOCK = 64;

/** Fractional parts of the square or cube roots of the first primes, as the standard defines them. */
function rootsOfPrimes(count: number, root: number): Uint32Array {
  const words = new Uint32Array(count);
  for (let found = 0, candidate = 2; found < count; candidate++) {
    if (!isPrime(candidate)) continue;
    words[found++] = (candidate ** (1 / root) % 1) * 2 ** 32;
  }
  return words;
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor++) {
    if (candidate % factor === 0) return false;
  }
  return true;
}

const INITIAL = rootsOfPrimes(8, 2);
const ROUND = rootsOfPrimes(64, 3);

/** The 32 bytes of the SHA-256 of `message`. */
export function sha256(message: Uint8Array): Uint8Array {
  const padded = padding(message);
  const state = INITIAL.slice();
  const words = new Uint32Array(BLOCK);
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, words, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

/** The message, a one bit, zeros, and its length in bits, to a whole number of blocks. */
function padding(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / BLOCK);
  const padded = new Uint8Array(blocks * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, message.length / 2 ** 29);
  view.setUint32(padded.length - 4, message.length << 3);
  return padded;
}

function compress(state: Uint32Array, words: Uint32Array, view: DataView, at: number): void {
  const w = (index: number) => words[index] ?? 0;
  for (let index = 0; index < 16; index++) words[index] = view.getUint32(at + index * 4);
  for (let index = 16; index < BLOCK; index++) {
    const x = w(index - 15);
    const y = w(index - 2);
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    words[index] = w(index - 16) + s0 + w(index - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < BLOCK; index++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + w(index)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
