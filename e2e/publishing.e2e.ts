import { execFileSync } from 'node:child_process';

import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotsOf } from './slots.ts';

const AT = riyadh('2026-11-23T07:20:00');
const COVER = { date: '2026-11-23', class: '1/1', period: '1', kind: 'replace', subject: 'arabic' };
const COVERED = { ...ALFARABI, substitutions: [...ALFARABI.substitutions, COVER] };

test('a substitution is on the wall within one poll, and a rollback takes it off again', async ({
  hall,
}) => {
  const { server, screen, phase } = await begin(hall, { at: AT });
  const { page, asked } = screen;
  const lesson = page.locator('.row .sub');
  await expect(lesson).toHaveText('Science');
  const generation = await diagnosticsSay(page, 'Generation');

  const published = await server.publish(COVERED);
  const before = asked.length;
  await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
  await expect(lesson).toHaveText('Arabic');
  await expect(page.locator('.row')).toHaveClass(/alt/);
  expect(asked.slice(before).map(({ route }) => route)).toEqual([
    '/v1/screen',
    `/v1/snapshots/${published.revision}`,
  ]);
  expect(slotsOf(asked.slice(before), phase, IN_HOURS_MS)).not.toContain(-1);

  const rolledBack = riwaq(
    'rollback',
    'alfarabi',
    '--server',
    server.origin,
    '--data-dir',
    server.dataFolder,
  );
  expect(rolledBack).toContain('rolled back');
  await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
  await expect(lesson).toHaveText('Science');
  // The screen has that snapshot still; it is told by a generation that is newer again.
  expect(asked).toHaveLength(before + 3);
  expect(countOf(published.generation)).toBe(countOf(generation) + 1);
  expect(countOf(await diagnosticsSay(page, 'Generation'))).toBe(countOf(generation) + 2);
});

// fault:N28 The network goes while an emergency is on the wall
// hallway: it ends, and a later one begins, on its minute
// technician: nothing to do
test('an emergency is on the wall within one poll, and ends by itself without a network', async ({
  hall,
}) => {
  const { server, screen, phase } = await begin(hall, { at: AT });
  const { page, jumpTo, live, now } = screen;
  await server.publish({
    ...ALFARABI,
    alerts: [
      { ...EMERGENCY, from: '2026-11-23T07:00', until: '2026-11-23T07:40' },
      { ...EMERGENCY, from: '2026-11-23T09:00', until: '2026-11-23T09:10' },
    ],
  });
  await liveUntil(screen, phase, now() + IN_HOURS_MS);
  const alarm = page.locator('.alarm h1');
  await expect(alarm).toHaveText('Leave the building');
  await server.kill();

  await jumpTo(riyadh('2026-11-23T07:39:59'));
  await expect(alarm).toBeVisible();
  await live(1000);
  await expect(alarm).toBeHidden();
  await expect(page.locator('h1')).toHaveText('Period 1');

  await jumpTo(riyadh('2026-11-23T08:59:59'));
  await expect(page.locator('h1')).toHaveText('Period 3');
  await live(1000);
  await expect(alarm).toBeVisible();
});

const EMERGENCY = {
  title: { ar: 'أخلوا المبنى', en: 'Leave the building' },
  instruction: { ar: 'إلى الملعب', en: 'Go to the sports field' },
};

function riwaq(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['bin/riwaq.js', ...args], { encoding: 'utf8' });
}

/** `n` of the generation `<epoch>.<n>`. */
function countOf(generation: string): number {
  return Number(generation.split('.')[1]);
}
