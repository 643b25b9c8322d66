import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { riyadh, test, type Asked } from './hall.ts';
import { IN_HOURS_MS } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const SECOND = 1000;
const AT = riyadh('2026-11-23T07:20:00');

// fault:P41 Two TVs have one screen’s link, or one TV’s storage was copied to another
// hallway: the same wall on both, and each change on both; once the screen is given to one of them, the
// other one keeps its wall and says “Not paired”
// technician: each asks in the slots of the one screen, which counts once in `riwaq screen list`; nothing
// tells the two apart until the screen is paired anew
test('two TVs with one secret are both right, until the screen is paired anew', async ({
  hall,
}) => {
  const { server, screen: first, address, id } = await begin(hall, { at: AT });
  const second = await hall.open({ at: first.now() });
  await second.start(address);
  const both = [first, second];
  const throughOne = async () => {
    for (const { asked } of both) asked.length = 0;
    // Side by side, so that true time, which the first of them brings along, is that of both.
    for (let lived = 0; lived < IN_HOURS_MS; lived += SECOND) {
      for (const { live } of both) await live(SECOND);
    }
    // Each in the slot that both have, of a minute that both have.
    const [one, other] = both.map(({ asked }) => asked.filter(isPointer));
    expect([one?.length, other?.length]).toEqual([1, 1]);
    expect(Math.abs((one?.[0]?.at ?? 0) - (other?.[0]?.at ?? 0))).toBeLessThan(10 * SECOND);
  };
  await server.publish(withFirstLesson('arabic'));
  await throughOne();
  await throughOne();
  for (const { page } of both) {
    await expect(page.locator('h1')).toHaveText('Period 1');
    await expect(page.locator('.row .sub')).toHaveText('Arabic');
    await expect(page.getByRole('status')).toBeEmpty();
  }

  // The screen is taken from whoever has its secret, and both go on with what they hold.
  await server.call('DELETE', `/v1/screens/${id}/token`);
  await throughOne();
  for (const { page } of both) {
    await expect(page.locator('.row .sub')).toHaveText('Arabic');
    await expect(page.getByRole('status')).toHaveText('Not paired');
  }
});

function isPointer({ route }: Asked): boolean {
  return route === '/v1/screen';
}
