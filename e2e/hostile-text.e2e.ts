import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { ALFARABI, riyadh, test } from './hall.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
const SCRIPT = '<script>alert(1)</script>';

// fault:P42 A school document whose names are markup and script
// hallway: the names, as they were written
// technician: nothing happens
test('a name that is markup is shown as it was written', async ({ hall }) => {
  const school = {
    ...ALFARABI,
    name: { ar: SCRIPT, en: SCRIPT },
    subjects: ALFARABI.subjects.map((subject: object) => ({
      ...subject,
      name: { ar: MARKUP, en: MARKUP },
      short: undefined,
    })),
    notices: [
      {
        text: { ar: MARKUP, en: MARKUP },
        from: '2026-11-23T07:00',
        until: '2026-11-23T14:00',
      },
    ],
  };
  const { screen } = await begin(hall, { at: riyadh('2026-11-23T07:20:00'), school });
  const { page, problems } = screen;
  await expect(page.locator('.school')).toHaveText(SCRIPT);
  await expect(page.locator('.row .sub')).toContainText('<img');
  await expect(page.locator('.hall')).toContainText(MARKUP);
  await expect(page.locator('.hall').locator('img, script')).toHaveCount(0);
  // Not even the content policy had anything to stop.
  expect(problems).toEqual([]);
});
