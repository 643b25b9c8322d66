import { expect, test } from 'vitest';

import { parseRecord } from './kept.ts';
import { makeDocument, makeText } from './record.fixture.ts';
import { revisionFrom } from './revision.ts';
import { sha256 } from './sha256.ts';

const BITS = [1, 2, 4, 8, 16, 32, 64, 128];
const screen = {
  id: 'hall',
  school: 'fixture',
  name: 'Hall',
  phase: 0.5,
  classes: ['1/1', '1/2'],
  language: 'en',
};
const text = makeText(1);
const whole = makeDocument(1, text, { screen });
const revisionOf = async (of: string) => (of === text ? revisionOfText : hashOf(of));
const revisionOfText = hashOf(text);

function hashOf(of: string): string {
  return revisionFrom(sha256(new TextEncoder().encode(of)));
}

// fault:N48 A bit of the screen’s document is another when it arrives or when it is read from the disk
// hallway: no change; neither other classes nor another language
// technician: “has not the hash of its entity tag” under “Last trouble”; counted as refused
test.each([`"${hashOf(whole)}"`, `W/"${hashOf(whole)}"`])(
  'a document of which any bit has changed is refused: %s',
  async (etag) => {
    expect(
      (await parseRecord({ document: whole, etag, text }, revisionOf)).document.screen,
    ).toEqual(screen);
    const bytes = new TextEncoder().encode(whole);
    for (const [at, byte] of bytes.entries()) {
      for (const bit of BITS) {
        const changed = Uint8Array.from(bytes);
        changed[at] = byte ^ bit;
        const document = new TextDecoder().decode(changed);
        const parsing = parseRecord({ document, etag, text }, revisionOf);
        await expect(parsing, document).rejects.toThrow();
      }
    }
  },
);

test.each([
  undefined,
  '',
  '*',
  `"${hashOf(whole)}-gz"`,
  '"5f3-62ab1c"',
  '"d41d8cd98f00b204e9800998ecf8427e"',
])('an entity tag of a proxy, %s, vouches for nothing', async (etag) => {
  expect((await parseRecord({ document: whole, etag, text }, revisionOf)).document.screen).toEqual(
    screen,
  );
});
