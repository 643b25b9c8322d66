import type { Screen } from './hall.ts';

/** A screen that looks this late still finds that its slot has come. */
const STEP_MS = 4_000;
const LONGEST_MS = 16 * 60_000;

/** Lives on, in steps, until the screen asks for its document again. Rejects if it does not within 16 min. */
export async function untilAsked(screen: Screen): Promise<void> {
  const { asked, now, jumpTo } = screen;
  const before = asked.length;
  for (const end = now() + LONGEST_MS; now() < end;) {
    await jumpTo(now() + STEP_MS);
    if (asked.length > before) {
      // What the answer says is drawn with the next second.
      await screen.live(1_000);
      return;
    }
  }
  throw new Error('The screen does not ask');
}
