import { expect } from '@playwright/test';

import { ALFARABI, riyadh, test } from './hall.ts';
import { untilCode } from './pairing-screen.ts';

const MORNING = riyadh('2026-11-23T07:20:20');

test('the secret of a link is kept, and shown nowhere', async ({ hall }) => {
  const server = await hall.serve({ at: MORNING });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en' });
  const [, id = '', secret = ''] = link.split('.');
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  const said: string[] = [];
  screen.context.on('console', (message) => said.push(message.text()));
  await screen.load(server.origin + link);
  // At once, before anything has been asked.
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
  await screen.live(5000);
  await expect(page.locator('h1')).toHaveText('Period 1');
  expect(new URL(page.url()).hash).toBe(`#${id}`);

  for (const address of [page.url(), `${server.origin}/`]) {
    await page.goto('about:blank');
    await screen.start(address);
    await expect(page.locator('h1')).toHaveText('Period 1');
    await page.keyboard.press('d');
    await expect(page.locator('.diag')).toContainText('present');
    expect(await page.content()).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
    await page.keyboard.press('Escape');
  }
  expect(said.join('\n')).not.toContain(secret);
  expect(server.log()).toContain(id);
  expect(server.log()).not.toContain(secret);
});

test('an address without a secret, on a device that knows none, shows how to pair it', async ({
  hall,
}) => {
  const server = await hall.serve({ at: MORNING });
  const screen = await hall.open({ at: MORNING, server });
  const { page } = screen;
  for (const address of ['/', '/#sc99']) {
    await screen.load(server.origin + address);
    await screen.live(3000);
    await expect(page.getByText('Pair this screen')).toBeVisible();
    await expect(page.getByText('اربط هذه الشاشة')).toBeVisible();
    await untilCode(screen);
  }
  expect(screen.asked.filter(({ route }) => route === '/v1/screen')).toEqual([]);
});
