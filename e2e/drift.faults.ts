import { expect } from '@playwright/test';

import { clockAt } from './clock-at.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { untilAsked } from './live-in-steps.ts';
import type { RiwaqServer } from './server.ts';

const AT = riyadh('2026-11-22T06:59:00');
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const DAYS = 14;
const FIRST_BELL = '2026-11-22T07:15:00';

for (const [how, perMillion] of [
  ['fast', 50],
  ['slow', -50],
] as const) {
  // fault:T26 The TV’s quartz is 50 millionths off, and there is no network for fourteen days
  // hallway: each day’s bells, in the end a minute early or late, as a wall clock’s would be; true time
  // with the first answer
  // technician: “Off by” in the diagnostics once there is an answer
  test(`a quartz that is ${how} for fourteen days without a network is put right by the first answer`, async ({
    hall,
  }) => {
    const server = await hall.serve({ at: AT });
    await server.publish(ALFARABI);
    const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/1'] });
    const trueAt = (device: number) => AT + (device - AT) / (1 + perMillion / 1e6);
    const deviceAt = (instant: number) => Math.round(AT + (instant - AT) * (1 + perMillion / 1e6));
    // True time is the server's; all clocks of the TV hang on its quartz.
    const drifting: RiwaqServer = {
      ...server,
      setClock: (device) => server.setClock(Math.round(trueAt(device))),
    };
    const screen = await hall.open({ at: AT, server: drifting });
    const { page } = screen;
    await screen.start(server.origin + link);
    await server.kill();

    for (let day = 0; day < DAYS; day++) {
      const bell = riyadh(FIRST_BELL) + day * DAY;
      const weekday = new Date(bell).getUTCDay();
      // Friday and Saturday.
      if (weekday > 4) continue;
      await screen.jumpTo(bell - 2 * SECOND);
      await expect(page.locator('h1')).not.toHaveText('Period 1');
      await screen.live(3 * SECOND);
      await expect(page.locator('h1')).toHaveText('Period 1');
    }

    const instant = riyadh('2026-12-06T07:30:30');
    await screen.jumpTo(deviceAt(instant));
    await expect(page.locator('.clock')).toHaveText(clockAt(screen.now()));
    expect(clockAt(screen.now())).not.toBe(clockAt(trueAt(screen.now())));
    await server.restart();
    await untilAsked(screen);
    await screen.live(2 * SECOND);
    await expect(page.locator('.clock')).toHaveText(clockAt(trueAt(screen.now())));
    const offBy = Number.parseFloat(await diagnosticsSay(page, 'Off by')) * SECOND;
    expect(Math.abs(offBy - (screen.now() - trueAt(screen.now())))).toBeLessThan(2 * SECOND);
    await expect(page.getByRole('status')).toBeEmpty();
  });
}
