import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');

// fault:N36 A network lets ten bytes through in a second
// hallway: no change; the substitution with the first slot in which the network is well
// technician: “no answer within 10 s” under “Last trouble”, and one request in each slot
test('an answer that drips is given up after ten seconds, and asked for in the next slot', async ({
  hall,
}) => {
  test.slow();
  const { server, gateway, screen, phase } = await begin(hall, { at: AT });
  const { page } = screen;
  const poll = () => liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
  gateway.setWeather({ kind: 'drip', bytesPerSecond: 10 });
  await server.publish(withFirstLesson('arabic'));
  screen.asked.length = 0;
  await poll();
  await expect(async () => {
    expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/no answer within 10 s/);
  }).toPass({ timeout: 30_000 });
  expect(screen.asked.map(({ route }) => route)).toEqual(['/v1/screen']);
  await expect(page.locator('.row .sub')).toHaveText('Science');
  gateway.setWeather({ kind: 'fair' });
  await poll();
  await expect(page.locator('.row .sub')).toHaveText('Arabic');
});
