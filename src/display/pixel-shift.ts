const STEP_MS = 240_000;
/** Once around a square, so that no edge stands still for months. */
const PATH: readonly (readonly [number, number])[] = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
];
const STEP_REM = 0.1;

/** A style that moves something as a whole. */
export type Shift = { readonly transform: string };

/** How far the whole stage stands off its place: a step every four minutes, on a minute. */
export function pixelShiftAt(instant: number): Shift {
  const { [Math.floor(instant / STEP_MS) % PATH.length]: [x, y] = [0, 0] } = PATH;
  return { transform: `translate(${x * STEP_REM}rem, ${y * STEP_REM}rem)` };
}
