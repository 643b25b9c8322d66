import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { begin } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { riyadh, test } from './hall.ts';
import { riwaqCommand } from './riwaq-command.ts';
import type { RiwaqServer } from './server.ts';
import { IN_HOURS_MS, liveUntil } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');

// fault:P32 An older backup of the server’s data is put back
// hallway: the newest timetable that the screen has seen, until `riwaq restored`; then what the
// server has, and each publish again
// technician: the screen’s diagnostics count refused answers and say that the generation is older or
// names two snapshots; `riwaq restored` heals every screen within one poll
test('a server with an older copy of its data is followed again once it is said to be restored', async ({
  hall,
}) => {
  const { server, screen, phase } = await begin(hall, { at: AT });
  const { page, now } = screen;
  const lesson = page.locator('.row .sub');
  const backup = path.join(hall.folder(), 'backup');
  const poll = () => liveUntil(screen, phase, now() + IN_HOURS_MS);
  await server.kill();
  cpSync(server.dataFolder, backup, { recursive: true });
  await server.restart();
  await server.publish(withFirstLesson('arabic'));
  await server.publish(withFirstLesson('english'));
  await poll();
  await expect(lesson).toHaveText('English');

  await putBack(server, backup);
  await poll();
  await expect(lesson).toHaveText('English');
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/generation .* is older than/);
  // As many publications later the count is the same, and the timetable is not.
  await server.publish(withFirstLesson('maths'));
  await server.publish(withFirstLesson('art'));
  await poll();
  await expect(lesson).toHaveText('English');
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/generation .* names two snapshots/);
  expect(Number(await diagnosticsSay(page, 'Answers refused'))).toBeGreaterThanOrEqual(2);

  const restored = await riwaqCommand(server, 'restored');
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.said).toMatch(/^alfarabi: generation \d+\.3\n/);
  await poll();
  await expect(lesson).toHaveText('Art');

  // It holds over a restart, for the next publication and for another old backup.
  await server.kill();
  await server.restart();
  await server.publish(withFirstLesson('social'));
  await poll();
  await expect(lesson).toHaveText('Social Studies');
  await putBack(server, backup);
  expect(await riwaqCommand(server, 'restored')).toMatchObject({ status: 0 });
  await poll();
  await expect(lesson).toHaveText('Science');
});

async function putBack(server: RiwaqServer, backup: string): Promise<void> {
  await server.kill();
  for (const name of readdirSync(server.dataFolder)) {
    if (name !== 'clock') rmSync(path.join(server.dataFolder, name));
  }
  cpSync(backup, server.dataFolder, { recursive: true, filter: isNoClock });
  await server.restart();
}

/** The clock is the machine's, and in no backup. */
function isNoClock(file: string): boolean {
  return path.basename(file) !== 'clock';
}
