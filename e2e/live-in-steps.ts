import type { Screen } from './hall.ts';

/** A screen that looks this late still finds that its slot has come. */
const STEP_MS = 4_000;
const LONGEST_MS = 16 * 60_000;

/** Lives for about `ms`, in steps that are too short to miss anything: quicker than second by second. */
export async function liveInSteps({ now, jumpTo }: Screen, ms: number): Promise<void> {
  for (const end = now() + ms; now() < end;) await jumpTo(now() + STEP_MS);
}

/** Lives on, in steps, until the screen asks for its document again. Rejects if it does not within 16 min. */
export async function untilAsked(screen: Screen): Promise<void> {
  const { asked, now } = screen;
  const before = asked.length;
  for (const end = now() + LONGEST_MS; now() < end;) {
    await liveInSteps(screen, STEP_MS);
    if (asked.length > before) {
      // What the answer says is drawn with the next second.
      await screen.live(1_000);
      return;
    }
  }
  throw new Error('The screen does not ask');
}
