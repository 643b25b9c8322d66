import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, OFF_HOURS_MS, slotAfter, slotsOf } from './slots.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

// fault:H13 A screen passes the last bell, as every screen of its school does at once
// hallway: no change
// technician: one request in each slot, none at the bell
test('an hour around the last bell: one request in each slot and none outside', async ({
  hall,
  isPlainHttp,
}) => {
  test.slow();
  const lastBell = riyadh('2026-11-23T13:35:00');
  const { screen, phase } = await begin(hall, { at: lastBell - 46 * MINUTE });
  const { asked, live } = screen;
  await live(MINUTE);
  const before = asked.length;

  await liveUntil(screen, phase, screen.now() + 60 * MINUTE);

  const during = asked.slice(before);
  expect(during.every(({ byWorker }) => byWorker)).toBe(!isPlainHttp);
  expect(during.every(({ route }) => route === '/v1/screen')).toBe(true);
  const inHours = during.filter(({ at }) => at < lastBell);
  const slots = slotsOf(inHours, phase, IN_HOURS_MS);
  expect(slots).toEqual(slots.map((_, index) => (slots[0] ?? NaN) + index));
  expect(slots.length).toBeGreaterThanOrEqual(44);
  const offHours = slotsOf(during.slice(inHours.length), phase, OFF_HOURS_MS);
  expect(offHours).toEqual([Math.floor(lastBell / OFF_HOURS_MS - phase) + 1]);
});

// fault:N06 An outage of twelve minutes, and its end
// hallway: the lesson of now, and after ten minutes how old it is
// technician: one request in each slot during the outage, none at its end before the next slot, and
// a 304 there
test('an outage costs one request in each slot, and its end none before the next: a 304', async ({
  hall,
}) => {
  const { server, screen, phase } = await begin(hall, { at: riyadh('2026-11-23T08:10:00') });
  const { page, asked, live, now, context } = screen;
  const statuses: number[] = [];
  context.on('response', (response) => {
    if (new URL(response.url()).pathname === '/v1/screen') statuses.push(response.status());
  });
  await live(MINUTE);
  await server.kill();
  const before = asked.length;
  const answered = statuses.length;

  await liveUntil(screen, phase, now() + 12 * MINUTE);
  const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
  expect(slots).toEqual(slots.map((_, index) => (slots[0] ?? NaN) + index));
  expect(slots).toHaveLength(12);
  await expect(page.getByRole('status')).toContainText('12 min ago');
  await expect(page.locator('h1')).toHaveText('Period 2');

  await server.restart();
  const slot = slotAfter(now(), phase, IN_HOURS_MS);
  await live(Math.floor((slot - now()) / SECOND - 1) * SECOND);
  expect(asked).toHaveLength(before + 12);
  await live(2 * SECOND);
  expect(asked).toHaveLength(before + 13);
  expect(slotsOf(asked.slice(-1), phase, IN_HOURS_MS)).not.toContain(-1);
  expect(statuses.slice(answered)).toEqual([304]);
  await expect(page.getByRole('status')).toBeEmpty();
});

// fault:H03 A launcher reloads the page over and over
// hallway: the wall, each time
// technician: no more requests than from a page that stays open
test('a page that is started over and over asks no more often than one that stays open', async ({
  hall,
  isPlainHttp,
}) => {
  const { screen, phase } = await begin(hall, { at: riyadh('2026-11-23T08:10:00') });
  const { page, asked, live, now } = screen;
  await liveUntil(screen, phase, now() + MINUTE);
  const before = asked.length;

  for (let restart = 0; restart < 8; restart++) {
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Period 2');
    // Starting takes time of the machine, while the wall's stands still.
    await expect
      .poll(() => diagnosticsSay(page, 'Service worker'))
      .toBe(isPlainHttp ? 'none here; the page asks by itself' : 'working');
    await live(15 * SECOND);
  }

  const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
  expect(slots).toEqual([slots[0], (slots[0] ?? NaN) + 1]);
});
