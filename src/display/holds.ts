/*
 * Until when what has been drawn holds. While the wall is drawn, whatever of it follows the time says
 * for how long it will look the same. Until the first of these moments there is nothing to draw.
 */

let drawnAt = 0;
let until = 0;

/** Begins to draw the wall as it is at `instant`. */
export function beginDrawing(instant: number): void {
  drawnAt = instant;
  until = Infinity;
}

/** Says that something looks the same for `ms` from the instant that is drawn; 0 if that is not known. */
export function holdsFor(ms: number): void {
  until = Math.min(until, drawnAt + ms);
}

/** Whole steps in `ms`, a time that goes on: what is drawn of them holds until there is one more. */
export function stepsIn(ms: number, step: number): number {
  const steps = Math.floor(ms / step);
  holdsFor((steps + 1) * step - ms);
  return steps;
}

/** Whether all that has been drawn since drawing began looks the same at `instant`. */
export function stillHolds(instant: number): boolean {
  return drawnAt <= instant && instant < until;
}
