import { expect } from '@playwright/test';

import { ALFARABI, riyadh } from '../hall.ts';
import { lessonOf } from '../lesson-of.ts';
import { test } from './tv-test.ts';
import { textOf } from './wall.ts';

const COVER = { date: '2026-11-23', class: '1/1', period: '1', kind: 'replace', subject: 'arabic' };
const COVERED = { ...ALFARABI, substitutions: [...ALFARABI.substitutions, COVER] };
/** A period of asking, and what a busy machine may take on top. */
const ONE_POLL_MS = 75_000;

test('a substitution is on the wall within one poll', async ({ hall }) => {
  // Its slots are 37 s into each minute.
  const { tv, server, gateway } = await hall.begin({ at: riyadh('2026-11-23T07:20:15') });
  await expect.poll(() => textOf(tv, '.row .sub')).toMatch(lessonOf('mon', '1'));
  const asked = gateway.asked.length;

  const { revision } = await server.publish(COVERED);

  await expect.poll(() => textOf(tv, '.row .sub'), { timeout: ONE_POLL_MS }).toBe('Arabic');
  const news = `/v1/snapshots/${revision}`;
  expect(gateway.asked.slice(asked).slice(-2)).toEqual(['/v1/screen', news]);
});
