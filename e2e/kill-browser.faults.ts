import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { generatorOf } from '../bench/storm/generator-of.ts';
import { begin } from './begin.ts';
import { ALFARABI, riyadh, test, type Screen } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotAfter } from './slots.ts';

const AT = riyadh('2026-11-23T07:20:00');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MOMENTS = Number(process.env['RIWAQ_MOMENTS'] ?? 50);
/** From the request on, writing has begun and ended within this time. */
const LONGEST_MS = 350;
/** `npm run faults` prints the seed of a run that fails: with it, the moments are the same again. */
const SEED = Number(process.env['RIWAQ_SEED'] ?? 20_261_123);
// fault:S21 The power goes at any moment while a new timetable is being written (50 of them)
// hallway: the timetable before or the new one, whole, at the next start without a network
// technician: nothing to do: the next slot brings the new one, and storage takes it
test('a TV that loses its power while it stores shows the old or the new timetable', async ({
  hall,
}) => {
  test.setTimeout(15 * MINUTE);
  const { server, gateway, screen: first, profile, phase } = await begin(hall, { at: AT });
  const random = generatorOf(SEED, 'moments');
  const kept = { old: 0, new: 0 };
  let at = first.now();
  let before = 'Al-Farabi Middle School';
  await first.quit();
  for (let moment = 0; moment < MOMENTS; moment++) {
    const which = `seed ${SEED}, moment ${moment}`;
    const screen = await hall.open({ at, profile, server });
    await screen.page.goto(gateway.origin);
    await expect(screen.page.locator('.school'), which).toHaveText(before);
    await server.publish(edition(moment));
    await liveUntil(screen, phase, Math.floor(slotAfter(at, phase, IN_HOURS_MS)) - SECOND);
    at = screen.now() + 2 * SECOND;
    // Not waited for: what the slot brings is being stored when the power goes.
    screen.page.clock.runFor(2 * SECOND).catch(() => undefined);
    await sleep(random() * LONGEST_MS);
    await killBrowser(profile, screen);

    // It is off the network when it comes back.
    gateway.setWeather({ kind: 'reset' });
    const after = await hall.open({ at, profile });
    await after.page.goto(gateway.origin);
    const next = `Edition ${moment}`;
    const shown = after.page.locator('.school');
    await expect(shown, which).toHaveText(new RegExp(`^(${before}|${next})$`));
    const isNew = (await shown.innerText()) === next;
    kept[isNew ? 'new' : 'old'] += 1;
    if (isNew) before = next;
    await after.quit();
    gateway.setWeather({ kind: 'fair' });
  }
  console.error(`Killed ${MOMENTS} times, seed ${SEED}: ${kept.old} old, ${kept.new} new`);
  // The moments were well chosen if both came out.
  expect(Math.min(kept.old, kept.new)).toBeGreaterThan(0);
});

function edition(count: number): typeof ALFARABI {
  return { ...ALFARABI, name: { ar: `طبعة ${count}`, en: `Edition ${count}` } };
}

/** SIGKILL to the browser of this profile and all that it has started, as a power cut does it. */
async function killBrowser(profile: string, screen: Screen): Promise<void> {
  const closed = new Promise((resolve) => screen.context.once('close', resolve));
  for (const pid of processesWith(`--user-data-dir=${profile}`)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await closed;
}

function processesWith(argument: string): readonly number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2e7 });
  return list
    .split('\n')
    .filter((line) => line.includes(argument))
    .map((line) => Number.parseInt(line, 10))
    .sort((a, b) => a - b);
}
