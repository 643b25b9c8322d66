import { expect, type Page } from '@playwright/test';

import { begin } from './begin.ts';
import { bellsOf, type Bell } from './bells-of.ts';
import { riyadh, test } from './hall.ts';
import { lessonOf } from './lesson-of.ts';

const DATE = '2026-11-23';
const WEEKDAY = 'mon';

// fault:N03 No network for a whole school day
// hallway: every bell on its second, and the lesson that belongs to it
// technician: nothing to do
test('a school day without network changes on the second of each bell', async ({ hall }) => {
  const bells = bellsOf(DATE);
  const changes = [...new Set(bells.flatMap(({ from, to }) => [from, to]))];
  changes.sort((a, b) => a - b);
  expect(changes).toHaveLength(15);
  const { server, screen } = await begin(hall, { at: riyadh(`${DATE}T06:40:00`) });
  const { page, jumpTo, live } = screen;
  await server.kill();

  for (const change of changes) {
    await jumpTo(change - 1000);
    await expectWall(page, bells, change - 1000);
    await live(1000);
    await expectWall(page, bells, change);
  }
});

async function expectWall(page: Page, bells: readonly Bell[], instant: number): Promise<void> {
  await expect(page.locator('h1')).toHaveText(headingAt(bells, instant));
  const lesson = bells.find(({ to, period }) => instant < to && isLesson(period));
  const subjects = page.locator('.row .sub');
  if (lesson) await expect(subjects).toHaveText(lessonOf(WEEKDAY, lesson.period));
  // After the last bell the whole next day takes the place of what one class has now.
  else await expect(page.locator('.matrix .cell').first()).toHaveText(lessonOf('tue', '1'));
}

/** What the band says, by what the school's bells are. */
function headingAt(bells: readonly Bell[], instant: number): string {
  const now = bells.find(({ from, to }) => from <= instant && instant < to);
  if (now) return nameOf(now);
  const next = bells.find(({ from }) => from > instant);
  if (next === undefined) return 'School is over';
  return next === bells[0] ? 'Good morning' : `Move to ${nameOf(next)}`;
}

function nameOf({ period }: Bell): string {
  return isLesson(period) ? `Period ${period}` : period;
}

function isLesson(period: string): boolean {
  return /^\d+$/.test(period);
}
