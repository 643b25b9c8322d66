import { HTTPException } from 'hono/http-exception';

/** A client that sends more than this, unannounced, is cut off before it has read the answer. */
const MOST_DISCARDED_BYTES = 64_000_000;

/**
 * The bytes of a request's body. Rejects with the answer 413 when they are more than `most`, however
 * their length is announced.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new HTTPException(413, { message: `The body is larger than ${most} bytes` });
  // Before the body is touched: what was never opened is drained by the framework.
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.length;
    // The rest is read and dropped: most clients look for an answer only when they have sent all.
    if (length <= most) chunks.push(read.value);
    if (length > MOST_DISCARDED_BYTES) throw tooLarge;
  }
  if (length > most) throw tooLarge;
  return new Uint8Array(Buffer.concat(chunks));
}
