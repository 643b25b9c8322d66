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

/** How far the whole stage stands off its place, in rem: a step every four minutes, on a minute. */
export function pixelShiftAt(instant: number): readonly [x: number, y: number] {
  const [x, y] = PATH[Math.floor(instant / STEP_MS) % PATH.length] ?? [0, 0];
  return [x * STEP_REM, y * STEP_REM];
}
