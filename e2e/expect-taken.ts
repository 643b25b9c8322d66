import { expect } from '@playwright/test';

import type { Begun } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { throughSlot } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

/** Six polls: nothing happens in them, but for a substitution in the middle. */
export async function expectTaken({ server, screen, phase }: Begun): Promise<void> {
  const { page, asked } = screen;
  const snapshots = () => asked.filter(({ route }) => route !== '/v1/screen').length;
  const before = snapshots();
  for (let slot = 0; slot < 3; slot++) await throughSlot(screen, phase);
  await expect(page.locator('.row .sub')).toHaveText('Science');
  expect(snapshots()).toBe(before);
  await server.publish(withFirstLesson('arabic'));
  for (let slot = 0; slot < 3; slot++) await throughSlot(screen, phase);
  await expect(page.locator('.row .sub')).toHaveText('Arabic');
  expect(snapshots()).toBe(before + 1);
  expect(await diagnosticsSay(page, 'Failed in a row')).toBe('0');
}
