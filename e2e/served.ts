import { createHash } from 'node:crypto';

import { expect } from '@playwright/test';

import type { RiwaqServer } from './server.ts';

/**
 * What the endpoint serves to the screen of this link, verified as a screen does it: the
 * number in the school's English name (`Edition 7`), and the last part of the generation.
 */
export async function served({ origin }: RiwaqServer, link: string) {
  const authorization = `Bearer ${link.split('.').pop()}`;
  const answer = await fetch(`${origin}/v1/screen`, { headers: { authorization } });
  expect(answer.status).toBe(200);
  const { snapshot } = await answer.json();
  const text = await (await fetch(`${origin}/v1/snapshots/${snapshot.revision}`)).text();
  const hash = createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
  expect(hash).toBe(snapshot.revision);
  const named: string = JSON.parse(text).school.name.en;
  return {
    edition: Number(named.replace('Edition ', '')),
    count: Number(snapshot.generation.split('.')[1]),
  };
}
