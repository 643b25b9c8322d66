import { request } from 'node:http';

import type { Exchange } from './exchange.ts';

/** What a server has answered: status, fields in its own order, body as sent. */
export type RawAnswer = {
  readonly status: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** base64 */
  readonly body: string;
};

/** Fields that Node adds to any answer by itself. */
const ADDED = new Set(['date', 'connection', 'keep-alive']);

/** Asks once; leaves out of the answer what any Node server adds by itself. */
export function answerOf(origin: string, { path, fields }: Exchange): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { headers: fields }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          fields: pairs(answer.rawHeaders).filter(([name]) => !ADDED.has(name.toLowerCase())),
          body: Buffer.concat(chunks).toString('base64'),
        });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
}
