import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Encodings } from './store.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * How hard to press what must be ready when an office publishes: from here to 9 a school's snapshot
 * shrinks by 1 % and takes ten times as long; 11 saves a seventh, for a hundred times the work.
 */
const BROTLI_QUALITY = 7;

/** `identity` and its two compressed forms; off the main thread, so that screens are answered meanwhile. */
export async function compress(identity: Uint8Array): Promise<Encodings> {
  const [br, zipped] = await Promise.all([
    compressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    compressGzip(identity, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { identity, gzip: zipped, br };
}
