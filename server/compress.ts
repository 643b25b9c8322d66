import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Encodings } from './store.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * How hard to press what is sent many times but must be ready when an office publishes. From 9 to
 * 11 a school's snapshot shrinks by another tenth and takes twenty times as long.
 */
const BROTLI_QUALITY = 9;

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
