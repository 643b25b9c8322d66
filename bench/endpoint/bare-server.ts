import { createServer } from 'node:http';

import type { RawAnswer } from './answer-of.ts';

/*
 * The least that a Node server can do: it looks at the path, and whether the request has a condition,
 * and sends an answer that was made beforehand. Told over the channel of `child_process.fork` what to
 * answer; says on which port it does.
 */

export type ToBare = {
  readonly unchanged: RawAnswer;
  readonly pointer: RawAnswer;
  readonly snapshot: RawAnswer;
};

const KEEP_ALIVE_MS = 75_000;

process.once('message', ({ unchanged, pointer, snapshot }: ToBare) => {
  const [notModified, document, text] = [unchanged, pointer, snapshot].map(prepared);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const isPointer = request.url === '/v1/screen';
    const isConditional = request.headers['if-none-match'] !== undefined;
    const answer = isPointer ? (isConditional ? notModified : document) : text;
    if (!answer) throw new RangeError('There is nothing to answer');
    response.writeHead(answer.status, answer.fields);
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
});
process.once('disconnect', () => process.exit());

function prepared({ status, fields, body }: RawAnswer) {
  const bytes = Buffer.from(body, 'base64');
  return { status, fields: Object.fromEntries(fields), body: bytes.length > 0 ? bytes : undefined };
}
