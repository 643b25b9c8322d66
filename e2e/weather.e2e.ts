import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { clockAt } from './clock-at.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { expectTaken } from './expect-taken.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, throughSlot } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');
const PORTAL = '<!doctype html><title>Sign in to the guest network</title>';

// fault:N31 A proxy replays the first answer it has seen, without saying how old it is
// hallway: true time and the lesson of now; after ten minutes how old the timetable is; the new
// timetable with the first true answer
// technician: the badge names the time of the last true answer; a replayed one is refused, and so
// is its time
test('a proxy that replays an old answer stops neither the clock nor the bells', async ({
  hall,
}) => {
  const { server, gateway, screen, phase } = await begin(hall, { at: AT });
  const { page, now } = screen;
  gateway.setWeather({ kind: 'replay' });
  await liveUntil(screen, phase, now() + IN_HOURS_MS);
  await server.publish(withFirstLesson('arabic'));
  await liveUntil(screen, phase, now() + 14 * IN_HOURS_MS);
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));
  await expect(page.getByRole('status')).toContainText('As of 7:2');
  await screen.jumpTo(riyadh('2026-11-23T08:10:00'));
  await liveUntil(screen, phase, now() + 2 * IN_HOURS_MS);
  await expect(page.locator('h1')).toHaveText('Period 2');
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));

  gateway.setWeather({ kind: 'fair' });
  await throughSlot(screen, phase);
  await expect(page.getByRole('status')).toBeEmpty();
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));
});

// fault:N32 Everything on the network is answered with a portal’s page, the app’s own files included
// hallway: the lesson of now, after a reload too
// technician: “Last trouble” names the content type
test('a reload behind a captive portal shows the lesson of now', async ({ hall }) => {
  const { gateway, screen, phase } = await begin(hall, { at: AT });
  const { page } = screen;
  gateway.setWeather({ kind: 'portal', page: PORTAL });
  await throughSlot(screen, phase);
  await expect(page.locator('.row .sub')).toHaveText('Science');
  await page.reload();
  await screen.live(2000);
  await throughSlot(screen, phase);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.row .sub')).toHaveText('Science');
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/content type/);
});

// fault:N33 A proxy strips the entity tag
// hallway: no change, and a substitution within one poll
// technician: every answer is a whole document of some hundred bytes; no snapshot is fetched twice
test('without entity tags a screen is right, and fetches no snapshot twice', async ({ hall }) => {
  const begun = await begin(hall, { at: AT });
  const { gateway } = begun;
  gateway.setWeather({ kind: 'rewrite', rewrite: (fields) => ({ ...fields, etag: '' }) });
  await expectTaken(begun);
});
