import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { riyadh, test } from './hall.ts';

test('a screen that is turned upright is laid out anew within a second', async ({ hall }) => {
  const { screen } = await begin(hall, { at: riyadh('2026-11-23T07:20:05') });
  const { page, live } = screen;
  const name = page.locator('.school bdi');
  const room = await name.getAttribute('style');
  await page.setViewportSize({ width: 1080, height: 1920 });
  // Nothing else of this wall changes before the minute does.
  await live(1000);
  await expect(name).not.toHaveAttribute('style', room ?? '');
});
