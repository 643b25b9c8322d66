import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Encodings } from './store.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * How hard to press what must be ready when an office publishes: of a school of 60 classes from here
 * to 9 makes it less than 1 % smaller and takes ten times as long; 11 saves a seventh, for hundreds of times
 * the work.
 */
const BROTLI_QUALITY = 5;
/** For the few that take no Brotli: 6 saves 1.5 % of what they load, and takes half as long again. */
const GZIP_LEVEL = 5;

/**
 * `identity` and its two compressed forms; off the main thread, so that screens are answered meanwhile.
 *
 * The end is told with the bytes. Else another thread takes them in and comes back to this one for
 * more, and compresses only when it has heard that there is none.
 */
export async function compress(identity: Uint8Array): Promise<Encodings> {
  const [br, zipped] = await Promise.all([
    compressBrotli(identity, {
      flush: constants.BROTLI_OPERATION_FINISH,
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    compressGzip(identity, { flush: constants.Z_FINISH, level: GZIP_LEVEL }),
  ]);
  return { identity, gzip: zipped, br };
}
