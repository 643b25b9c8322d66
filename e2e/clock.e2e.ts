import { expect } from '@playwright/test';

import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MORNING = riyadh('2026-11-23T07:20:20');

/** A page that comes by plain http needs its server to start. */
const WITHOUT_SERVER = { tag: '@worker' };

for (const year of [1970, 2000]) {
  // fault:T01 The TV begins at 1970 or 2000 after a power cut, and there is no network
  // hallway: the bells of the day, “Clock not set”; no lesson is called the current one
  // technician: nothing to do once there is an answer; or OK on the remote: T03
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

// fault:T03 A person sets the time by remote, a few minutes wrong
// hallway: the lesson by that time, until an answer puts it right
// technician: “set by hand at …” in the diagnostics
test(
  'a person with a remote sets the clock of a TV at 1970, until its server answers',
  { tag: '@worker' },
  async ({ hall }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const link = await server.addScreen('alfarabi', { language: 'en' });
    const profile = hall.folder();
    const before = await hall.open({ at: MORNING, profile, server });
    await before.start(server.origin + link);
    await before.quit();
    await server.kill();

    const reset = Date.UTC(1970, 0, 1, 0, 2);
    const truth = riyadh('2026-11-24T08:07:20');
    const serverAheadMs = truth - reset;
    const screen = await hall.open({ at: reset, profile, server, serverAheadMs });
    await screen.start(server.origin);
    const { page } = screen;
    const { keyboard } = page;
    const question = page.locator('.clock-question');
    await expect(page.getByText('press OK on the remote')).toBeVisible();
    await keyboard.press('Enter');
    // It begins with the latest that it has known.
    await expect(question.locator('h1')).toHaveText(/^Is it now\s*7:20/);
    await expect(question.locator('h2')).toHaveText('on Monday 23 November 2026 ?');
    await expect(question.locator('.chosen')).toHaveText('7');

    // Back leaves everything as it is.
    await keyboard.press('ArrowUp');
    await expect(question.locator('h1')).toContainText('8:20');
    await keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(page.getByText('Clock not set')).toBeVisible();

    await keyboard.press('Enter');
    await expect(question.locator('h1')).toContainText('7:20');
    for (const key of ['ArrowUp', 'ArrowRight', ...repeated('ArrowDown', 16)]) {
      await keyboard.press(key);
    }
    await expect(question.locator('h1')).toContainText('8:04');
    await expect(question.locator('.chosen')).toHaveText('04');
    // The minute goes on while somebody looks at it.
    await screen.live(40 * SECOND);
    await expect(question.locator('h1')).toContainText('8:05');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp']) await keyboard.press(key);
    await expect(question.locator('h2')).toContainText('Tuesday 24 November 2026');
    await keyboard.press('Enter');

    await expect(question).toHaveCount(0);
    await expect(page.locator('h1')).toHaveText('Move to Period 2');
    await expect(page.locator('.clock')).toHaveText('8:04');
    await expect(page.locator('.who')).toContainText('Tuesday 24 November');
    expect(await diagnosticsSay(page, 'Trusted')).toBe('set by hand at 2026-11-24 08:04:30');
    await keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    // A request that fails changes nothing; the wall goes on by itself.
    await untilAsked(screen);
    await screen.live(30 * SECOND);
    await expect(page.locator('h1')).toHaveText('Period 2');
    await expect(page.locator('.clock')).toHaveText(/^8:0[56]$/);

    // It was three minutes off.
    await server.restart();
    await untilAsked(screen);
    await expect(page.locator('.clock')).toHaveText(/^8:(09|10)$/);
    expect(await diagnosticsSay(page, 'Trusted')).toBe('yes');
  },
);

// fault:T04 The power goes again after a person has set the time
// hallway: “Clock not set” again, rather than a time that is hours old
// technician: the question starts again at the latest known time
test(
  'what a person said of the time is forgotten with a power cut',
  { tag: '@worker' },
  async ({ hall }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const link = await server.addScreen('alfarabi', { language: 'en' });
    const profile = hall.folder();
    const first = await hall.open({ at: MORNING, profile, server });
    await first.start(server.origin + link);
    await first.quit();
    await server.kill();

    const reset = Date.UTC(1970, 0, 1, 0, 2);
    for (const evening of ['first', 'second']) {
      const screen = await hall.open({ at: reset, profile, server });
      await screen.start(server.origin);
      await expect(screen.page.getByText('Clock not set'), evening).toBeVisible();
      await screen.page.keyboard.press('Enter');
      await screen.page.locator('.clock-question .chosen').waitFor();
      await screen.page.keyboard.press('ArrowUp');
      await screen.page.keyboard.press('Enter');
      await expect(screen.page.locator('h1'), evening).toHaveText('Period 2');
      // Long enough for its clock to be stored.
      await screen.live(11 * MINUTE, 5 * SECOND);
      await expect(screen.page.locator('.clock'), evening).toHaveText('8:31');
      await screen.quit();
    }
  },
);

function repeated(key: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => key);
}

for (const [what, aheadMs] of [
  ['40 minutes slow', 40 * MINUTE],
  ['a day fast', -24 * HOUR],
] as const) {
  // fault:T05 The TV’s clock is 40 minutes slow, or a day fast, from the start
  // hallway: true time with the first answer, and still on the next morning without a network
  // technician: “Off by” in the diagnostics
  test(
    `a TV whose clock is ${what} is put right by the first answer`,
    WITHOUT_SERVER,
    async ({ hall }) => {
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
      const offBy = Number.parseFloat(await diagnosticsSay(first.page, 'Off by'));
      expect(Math.abs(offBy * SECOND + aheadMs)).toBeLessThan(2 * SECOND);
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
    },
  );
}

for (const [how, backMs] of [
  ['40 minutes', 40 * MINUTE],
  ['5 hours', 5 * HOUR],
] as const) {
  // fault:T06 In a lesson the clock of a running TV jumps back by 40 minutes or hours, and right again
  // hallway: no change
  // technician: nothing to do
  test(`a clock that is put back by ${how} and right again moves nothing on a running wall`, async ({
    hall,
  }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const screen = await hall.open({ at: MORNING, server });
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));
    const { page } = screen;
    await server.kill();

    await screen.setDeviceClock(screen.now() - backMs);
    await screen.live(5 * SECOND);
    await expect(page.locator('h1')).toHaveText('Period 1');
    await expect(page.locator('.clock')).toHaveText('7:20');
    await screen.setDeviceClock(screen.now() + backMs);
    await screen.live(5 * SECOND);
    await screen.jumpTo(screen.now() + MINUTE);
    await expect(page.locator('h1')).toHaveText('Period 1');
    await expect(page.locator('.clock')).toHaveText('7:21');
  });
}

for (const [how, aheadMs, seen] of [
  ['an hour', HOUR, 'Monday'],
  ['a day and an hour', 25 * HOUR, 'Tuesday'],
] as const) {
  // fault:T07 The clock of a running TV jumps forward by an hour, or into the next day
  // hallway: what is on then, as after a sleep, until the next answer; then true time
  // technician: nothing to do while there is a network
  test(`a clock that is put forward by ${how} looks like a sleep, until the next answer`, async ({
    hall,
  }) => {
    const server = await hall.serve({ at: MORNING });
    await server.publish(ALFARABI);
    const screen = await hall.open({ at: MORNING, server });
    await screen.start(server.origin + (await server.addScreen('alfarabi', { language: 'en' })));

    await screen.setDeviceClock(screen.now() + aheadMs);
    await screen.live(SECOND);
    await expect(screen.page.locator('h1')).toHaveText('Period 2');
    await expect(screen.page.locator('.who')).toContainText(seen);
    await untilAsked(screen);
    await expect(screen.page.locator('h1')).toHaveText('Period 1');
    await expect(screen.page.locator('.who')).toContainText('Monday');
  });
}

for (const [how, sleep] of [
  ['stops its monotonic clock', 'sleep'],
  ['lets its monotonic clock run', 'jump'],
] as const) {
  // fault:T08 The TV sleeps for twelve hours without telling the page
  // hallway: the lesson of now within the second of waking
  // technician: one request, in the screen’s own slot
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

// fault:T02 The TV is set to another time zone
// hallway: the time, the date and midnight of the school
// technician: nothing to do
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
