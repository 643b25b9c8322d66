import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { clockAt } from './clock-at.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { expectTaken } from './expect-taken.ts';
import { riyadh, test } from './hall.ts';
import { throughSlot } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');

// fault:N34 A proxy writes its own mark into the entity tag, and does not understand it afterwards
// hallway: no change, and a substitution within one poll
// technician: the whole document in each slot, and no snapshot is fetched twice
test('with entity tags of a proxy a screen is right, and fetches no snapshot twice', async ({
  hall,
}) => {
  const begun = await begin(hall, { at: AT });
  const { gateway } = begun;
  gateway.setWeather({
    kind: 'rewrite',
    rewrite: ({ etag, ...rest }) => ({
      ...rest,
      ...(etag && { etag: `${etag.slice(0, -1)}-gz"` }),
    }),
  });
  await expectTaken(begun);
});

// fault:N35 Two seconds pass before each request is answered
// hallway: no change, a substitution within one poll, true time
// technician: nothing to do
test('two seconds of latency delay nothing but the answer', async ({ hall }) => {
  test.slow();
  const begun = await begin(hall, { at: AT });
  const { server, gateway, screen, phase } = begun;
  const { page, now } = screen;
  gateway.setWeather({ kind: 'slow', ms: 2000 });
  await server.publish(withFirstLesson('arabic'));
  await throughSlot(screen, phase);
  // The wall's time does not wait for the network's.
  await expect(async () => {
    await screen.live(1000);
    await expect(page.locator('.row .sub')).toHaveText('Arabic', { timeout: 100 });
  }).toPass({ timeout: 20_000 });
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));
  await throughSlot(screen, phase);
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));
});

// fault:N45 A proxy removes the Authorization field, so that no screen is known
// hallway: no change but the words “Not paired”; the substitution with the first slot after that is mended
// technician: “the endpoint does not know this screen” under “Last trouble”; the endpoint’s answer asks
// whether a proxy removes the field
test('a screen whose token a proxy removes keeps its wall, says so, and goes on by itself', async ({
  hall,
}) => {
  const { server, gateway, screen, phase } = await begin(hall, { at: AT });
  const { page } = screen;
  gateway.setWeather({ kind: 'strip', field: 'authorization' });
  await server.publish(withFirstLesson('arabic'));
  screen.asked.length = 0;
  for (let slot = 0; slot < 3; slot++) await throughSlot(screen, phase);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.row .sub')).toHaveText('Science');
  await expect(page.getByRole('status')).toHaveText('Not paired');
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/does not know this screen/);
  expect(screen.asked.map(({ route }) => route)).toEqual(Array(3).fill('/v1/screen'));
  const headers = { authorization: 'Bearer that-never-arrives' };
  const answer = await fetch(`${gateway.origin}/v1/screen`, { headers });
  expect(await answer.text()).toContain('Authorization');

  gateway.setWeather({ kind: 'fair' });
  await throughSlot(screen, phase);
  await expect(page.locator('.row .sub')).toHaveText('Arabic');
  await expect(page.getByRole('status')).toBeEmpty();
});

// fault:N46 A proxy removes the endpoint’s time from its answers
// hallway: no change, and a substitution within one poll
// technician: no “Off by” that is new; the TV’s own clock counts
test('without the endpoint’s time a screen is right by its own clock', async ({ hall }) => {
  const begun = await begin(hall, { at: AT });
  const { gateway, screen } = begun;
  gateway.setWeather({
    kind: 'rewrite',
    rewrite: (fields) => ({ ...fields, 'riwaq-time': '' }),
  });
  await expectTaken(begun);
  await expect(screen.page.locator('.clock')).toHaveText(clockAt(screen.now()));
  await expect(screen.page.getByRole('status')).toBeEmpty();
});
