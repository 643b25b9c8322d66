import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotsOf } from './slots.ts';

const AT = riyadh('2026-11-23T07:20:00');
const MINUTE = 60_000;

// fault:C21 Somebody opens the wall in two tabs
// hallway: both right
// technician: one request in each slot
test('two tabs of one screen make one request in each slot, and both show the change', async ({
  hall,
}) => {
  const { server, gateway, screen, id, phase } = await begin(hall, { at: AT });
  const { page, asked, openTab, now, live } = screen;
  const second = await openTab(`${gateway.origin}/#${id}`);
  await live(2000);
  const before = asked.length;

  await liveUntil(screen, phase, now() + 5 * MINUTE);
  await expect(second.locator('.row .sub')).toHaveText('Science');
  const slots = slotsOf(asked.slice(before), phase, IN_HOURS_MS);
  expect(slots).toEqual(slots.map((_, index) => (slots[0] ?? NaN) + index));
  expect(slots).toHaveLength(5);

  const cover = {
    date: '2026-11-23',
    class: '1/1',
    period: '1',
    kind: 'replace',
    subject: 'arabic',
  };
  await server.publish({ ...ALFARABI, substitutions: [...ALFARABI.substitutions, cover] });
  const asks = asked.length;
  await liveUntil(screen, phase, now() + MINUTE);
  await expect(page.locator('.row .sub')).toHaveText('Arabic');
  await expect(second.locator('.row .sub')).toHaveText('Arabic');
  expect(asked).toHaveLength(asks + 2);
});

// fault:C22 One browser shows two screens
// hallway: each its own classes
// technician: each asks in its own slots
test('two screens in one browser each show their own classes and ask in their own slots', async ({
  hall,
}) => {
  const { server, gateway, screen, phase } = await begin(hall, { at: AT });
  const { page, asked, openTab, live } = screen;
  const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/2'] });
  const otherPhase = (2 * phase) % 1;
  const other = await openTab(gateway.origin + link);
  await live(10_000);
  await expect(page.locator('.row')).toContainText('7/1');
  await expect(other.locator('.row')).toContainText('7/2');
  await expect(other.locator('.row .sub')).toHaveText('Arabic');
  const before = asked.length;

  await live(5 * MINUTE);

  const during = asked.slice(before);
  const own = slotsOf(during, phase, IN_HOURS_MS).filter((slot) => slot !== -1);
  const others = slotsOf(during, otherPhase, IN_HOURS_MS).filter((slot) => slot !== -1);
  expect(new Set(own).size).toBe(5);
  expect(new Set(others).size).toBe(5);
  expect(during).toHaveLength(10);

  await page.reload();
  await other.reload();
  await expect(page.locator('.row')).toContainText('7/1');
  await expect(other.locator('.row')).toContainText('7/2');
});
