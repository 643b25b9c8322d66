import { expect, type Page } from '@playwright/test';

import { riyadh, test } from './hall.ts';

const MORNING = riyadh('2026-11-23T07:20:00');
const LATE_MS = 60_000;

// fault:C15 The browser is too old for the app
// hallway: a page that says so, in both languages
// technician: which browser was found, on the same page
test('a browser without modules is told that it is too old, in both languages', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  const { page } = await hall.open({ at: MORNING, server });
  // This browser knows modules, and so has to be kept from them.
  await page.route(`${server.origin}/`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/<script type="module"[^>]*><\/script>/, '')
      .replace('<script nomodule', '<script');
    await route.fulfill({ response, body: html });
  });

  await page.goto(server.origin);

  const [arabic, english] = [page.locator('body [lang=ar] h1'), page.locator('[lang=en] h1')];
  await expect(arabic).toHaveText('هذا المتصفح أقدم من أن يعرض الجدول');
  await expect(english).toHaveText('This browser is too old to show the timetable');
  await expect(page.locator('[lang=en]')).toContainText(/Found: Chrome \d+$/);
});

// fault:C16 The app’s scripts do not arrive
// hallway: the school colours, and after a minute that the screen has not started, in both
// languages
// technician: the same sentence
test('an app that does not start is said to, in both languages', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  const { page } = await hall.open({ at: MORNING, server, tolerates: /ERR_FAILED/ });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(server.origin);
  const late = page.locator('.late');
  await expect(page.getByRole('heading', { name: 'رِواق' })).toBeVisible();
  await expect(late).toBeHidden();

  await passTime(page, LATE_MS - 1);
  await expect(late).toBeHidden();
  await passTime(page, LATE_MS);

  await expect(late).toBeVisible();
  await expect(late).toContainText('لم تبدأ هذه الشاشة');
  await expect(late).toContainText('This screen has not started');
});

/** As if the page had been open for so long: animations run by their own clock. */
async function passTime(page: Page, ms: number): Promise<void> {
  await page.evaluate((time) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = time;
    }
  }, ms);
}
