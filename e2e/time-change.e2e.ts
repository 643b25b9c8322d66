import { readFileSync } from 'node:fs';

import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { ALFARABI, riyadh, test } from './hall.ts';

/** An evening school in Cairo, whose lessons go past midnight, where the clocks change. */
const NILE = JSON.parse(readFileSync('examples/nile-evening.json', 'utf8'));
const SECOND = 1000;
const MINUTE = 60 * SECOND;

// fault:T23 The clocks go forward in a lesson, while the network is gone and the TV knows nothing of it
// hallway: the clock goes from 11:59 pm to 1:00 am, and the lesson goes on to its end
// technician: nothing to do: the snapshot carries the changes
test('an hour that is left out changes the clock and no lesson', async ({ hall }) => {
  const change = Date.parse('2027-04-30T00:00:00+02:00');
  const { server, screen } = await begin(hall, {
    at: change - 30 * MINUTE,
    school: NILE,
    settings: { classes: ['3/1'] },
  });
  const { page, jumpTo, live } = screen;
  await server.kill();
  await jumpTo(change - SECOND);
  await expect(page.locator('.clock')).toHaveText('11:59pm');
  await expect(page.locator('h1')).toContainText('6');
  const heading = await page.locator('h1').innerText();
  await live(SECOND);
  await expect(page.locator('.clock')).toHaveText('1:00am');
  await expect(page.locator('h1')).toHaveText(heading);
  await jumpTo(Date.parse('2027-04-30T01:24:59+03:00'));
  await expect(page.locator('h1')).toHaveText(heading);
  await live(SECOND);
  await expect(page.locator('h1')).not.toHaveText(heading);
});

// fault:T24 The clocks go back, while the network is gone and the TV knows nothing of it
// hallway: the clock goes from 11:59 pm to 11:00 pm; no bell rings twice
// technician: nothing to do: the snapshot carries the changes
test('an hour that comes twice changes the clock and rings nothing again', async ({ hall }) => {
  const change = Date.parse('2026-10-30T00:00:00+03:00');
  const { server, screen } = await begin(hall, {
    at: change - 50 * MINUTE,
    school: NILE,
    settings: { classes: ['3/1'] },
  });
  const { page, jumpTo, live } = screen;
  await server.kill();
  await jumpTo(change - 30 * MINUTE);
  await expect(page.locator('h1')).toContainText('6');
  await jumpTo(change - SECOND);
  const heading = await page.locator('h1').innerText();
  await expect(page.locator('.clock')).toHaveText('11:59pm');
  await live(SECOND);
  await expect(page.locator('.clock')).toHaveText('11:00pm');
  await expect(page.locator('h1')).toHaveText(heading);
  // What was the sixth lesson an hour ago is over.
  await jumpTo(change + 30 * MINUTE);
  await expect(page.locator('.clock')).toHaveText('11:30pm');
  await expect(page.locator('h1')).toHaveText(heading);
});

// fault:T25 A law changes the time of the country while the network is gone, and is in no TV’s firmware
// hallway: the new time, and the bells by it, from the instant on
// technician: `offsetOverrides` in the school document, published before
test('a change by law takes effect at its instant, without a network', async ({ hall }) => {
  const change = riyadh('2026-11-24T02:00:00');
  const offsetOverrides = [{ from: '2026-11-23T23:00:00Z', offset: '+04:00' }];
  const { server, screen } = await begin(hall, {
    at: riyadh('2026-11-23T07:20:00'),
    school: { ...ALFARABI, offsetOverrides },
  });
  const { page, jumpTo, live } = screen;
  await expect(page.locator('h1')).toHaveText('Period 1');
  await server.kill();
  await jumpTo(change - SECOND);
  await expect(page.locator('.night h1')).toHaveText('1:59');
  await live(SECOND);
  await expect(page.locator('.night h1')).toHaveText('3:00');
  await jumpTo(Date.parse('2026-11-24T07:20:00+04:00'));
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.clock')).toHaveText('7:20');
});
