import { nextSlotAfter, type Polling } from './polling.ts';

const SLOTS = 3;
const ANSWER_MS = 10_000;
const YOUNG_MS = 10 * 60_000;

/**
 * The last instant at which a snapshot that the endpoint confirmed at `confirmedAt` is fresh: until
 * three of the screen's own slots have passed without an answer, and ten minutes as well.
 */
export function freshUntil(confirmedAt: number, polling: Polling): number {
  let slot = confirmedAt;
  for (let passed = 0; passed < SLOTS; passed++) slot = nextSlotAfter(polling, slot);
  // The last of them may still be answered.
  return Math.max(confirmedAt + YOUNG_MS, slot + ANSWER_MS);
}
