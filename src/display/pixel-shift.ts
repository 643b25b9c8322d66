import { stepsIn } from './holds.ts';

const STEP_MS = 240_000;
const STEP_REM = 0.1;

/** A style that moves something as a whole. */
export type Shift = { readonly transform: string };

/** How far the whole stage stands off its place: a step every four minutes, on a minute. */
export function pixelShiftAt(instant: number): Shift {
  // Once around a square, so that no edge stands still for months.
  const angle = (stepsIn(instant, STEP_MS) + 5) * (Math.PI / 4);
  const [x, y] = [Math.cos(angle), Math.sin(angle)].map((one) => Math.round(one) * STEP_REM);
  return { transform: `translate(${x}rem, ${y}rem)` };
}
