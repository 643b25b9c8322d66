import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MORNING = riyadh('2026-11-23T07:20:20');

/** A page that comes by plain http needs its server to start. */
const WITHOUT_SERVER = { tag: '@worker' };

for (const year of [1970, 2000]) {
  test(
    `a TV whose clock says ${year} shows the bells of the day and no lesson as the current one`,
    WITHOUT_SERVER,
    async ({ hall }) => {
      const server = await hall.serve({ at: MORNING });
      await server.publish(ALFARABI);
      const link = await server.addScreen('alfarabi', { language: 'en' });
      const profile = hall.folder();
      const before = await hall.open({ at: MORNING, profile, server });
      await before.start(server.origin + link);
      await expect(before.page.locator('h1')).toHaveText('Period 1');
      await before.quit();
      await server.kill();

      const reset = Date.UTC(year, 0, 1, 0, 2);
      const truth = riyadh('2026-11-23T08:20:20');
      const serverAheadMs = truth - reset;
      const screen = await hall.open({ at: reset, profile, server, serverAheadMs });
      await screen.start(server.origin);
      const { page } = screen;
      await expect(page.getByText('Clock not set')).toBeVisible();
      await expect(page.locator('.row.bell')).toHaveCount(10);
      await expect(page.locator('.row.bell.alt')).toHaveCount(0);
      await expect(page.locator('.left')).toHaveCount(0);
      await expect(page.locator('.clock')).toHaveText('');

      // A request that fails makes it no more certain.
      await untilAsked(screen);
      await expect(page.getByText('Clock not set')).toBeVisible();

      await server.restart();
      const failedAt = screen.now();
      await untilAsked(screen);
      await expect(page.locator('h1')).toHaveText('Period 2');
      await expect(page.locator('.clock')).toHaveText(/^8:2[12]$/);
      // It cannot know that these are school hours, and does not wait as if they were not.
      expect(screen.now() - failedAt).toBeLessThan(70 * SECOND);
    },
  );
}

test.describe('a TV whose clock is wrong is put right by the first answer', () => {
  for (const [what, aheadMs] of [
    ['40 minutes slow', 40 * MINUTE],
    ['a day fast', -24 * HOUR],
  ] as const) {
    test(what, WITHOUT_SERVER, async ({ hall }) => {
      const server = await hall.serve({ at: MORNING });
      await server.publish(ALFARABI);
      const link = await server.addScreen('alfarabi', { language: 'en' });
      const profile = hall.folder();
      const first = await hall.open({
        at: MORNING - aheadMs,
        profile,
        server,
        serverAheadMs: aheadMs,
      });
      await first.start(server.origin + link);
      await expect(first.page.locator('.clock')).toHaveText('7:20');
      await expect(first.page.locator('h1')).toHaveText('Period 1');
      await first.quit();
      await server.kill();

      // It remembers how wrong its clock is, for a morning without a network.
      const later = MORNING + 24 * HOUR;
      const second = await hall.open({
        at: later - aheadMs,
        profile,
        server,
        serverAheadMs: aheadMs,
      });
      await second.start(server.origin);
      await expect(second.page.locator('.clock')).toHaveText('7:20');
      await expect(second.page.locator('.who')).toContainText('Tuesday');
      expect(second.asked.filter(({ at }) => at < later - aheadMs)).toEqual([]);
    });
  }
});

test('a clock that somebody sets wrong and right again moves nothing on a running wall', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
  const { page } = screen;
  await server.kill();

  await screen.setDeviceClock(screen.now() - 5 * HOUR);
  await screen.live(5 * SECOND);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.clock')).toHaveText('7:20');
  await screen.setDeviceClock(screen.now() + 5 * HOUR);
  await screen.live(5 * SECOND);
  await screen.jumpTo(screen.now() + MINUTE);
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.clock')).toHaveText('7:21');
});

test('a clock that somebody puts forward looks like a sleep, until the next answer', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const screen = await hall.open({ at: MORNING, server });
  await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));

  await screen.setDeviceClock(screen.now() + HOUR);
  await screen.live(SECOND);
  await expect(screen.page.locator('h1')).toHaveText('Period 2');
  await untilAsked(screen);
  await expect(screen.page.locator('h1')).toHaveText('Period 1');
});

for (const [how, sleep] of [
  ['stops its monotonic clock', 'sleep'],
  ['lets its monotonic clock run', 'jump'],
] as const) {
  test(`a TV that sleeps for half a day and ${how} is right at once, and asks in its slot`, async ({
    hall,
  }) => {
    const evening = riyadh('2026-11-22T20:05:00');
    const server = await hall.serve({ at: evening });
    await server.publish(ALFARABI);
    const screen = await hall.open({ at: evening, server });
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
    await screen.live(5000);
    screen.asked.length = 0;

    if (sleep === 'sleep') await screen.sleep(12.2 * HOUR);
    else await screen.jumpTo(evening + 12.2 * HOUR);
    const woke = screen.now();
    await expect(screen.page.locator('h1')).toHaveText('Period 2');
    await expect(screen.page.locator('.who')).toContainText('Monday');
    expect(screen.asked).toEqual([]);

    await untilAsked(screen);
    expect(screen.asked).toHaveLength(1);
    expect(screen.now() - woke).toBeLessThan(70 * SECOND);
  });
}

test('a TV set to the zone of another country shows the time of the school', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en' });
  for (const timezoneId of ['Pacific/Kiritimati', 'Asia/Kathmandu', 'Pacific/Pago_Pago']) {
    const screen = await hall.open({ at: MORNING, server, timezoneId });
    await screen.start(server.origin + link);
    const { page } = screen;
    await expect(page.locator('.clock')).toHaveText('7:20');
    await expect(page.locator('.who')).toContainText('Monday 23 November');
    await expect(page.locator('h1')).toHaveText('Period 1');
    // At midnight on the device nothing happens, and at midnight in the school it does.
    await screen.jumpTo(riyadh('2026-11-23T23:59:59'));
    await expect(page.locator('h1')).toHaveText('23:59');
    await screen.live(2 * SECOND);
    await expect(page.locator('h1')).toHaveText('0:00');
    await screen.quit();
  }
});
