import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { expectStoredAgain } from './expect-stored-again.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');

// fault:S18 The disk of the TV is full: the browser refuses every write
// hallway: the substitution within one poll, from memory
// technician: “Storage trouble” in the diagnostics; with room again the next publish is stored, and
// carries a start without a network
test('a screen whose disk is full shows what is new, and stores again when there is room', async ({
  hall,
}) => {
  const begun = await begin(hall, { at: AT });
  const { server, screen, gateway, phase } = begun;
  const { page, context } = screen;
  const session = await context.newCDPSession(page);
  const { origin } = gateway;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await server.publish(withFirstLesson('arabic'));
  await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
  await expect(page.locator('.row .sub')).toHaveText('Arabic');
  await expect.poll(() => diagnosticsSay(page, 'Storage trouble')).toMatch(/quota/i);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expectStoredAgain(hall, begun);
});
