import { checkSafeArea, SAFE_PERCENT, SHIFT_PERCENT } from './check-safe-area.ts';
import type { LookPage } from './harness-api.ts';
import { type Colour, colourAt } from './paint.ts';
import { shownTexts, stageScale } from './shown-text.ts';
import { noOffset, stageShift } from './stage-offset.ts';

const STEP_MS = 4 * 60_000;
const STEPS = 8;
/** As far as the wall is shifted, ±0.1 rem, and a pixel more. */
const FARTHEST_PX = 3;
const EDGE_SAMPLES = 10;
const EDGE_PX = 1;
const INSIDE_PX = 6;

/**
 * Every four minutes the wall stands a little elsewhere, in eight places; in none of them does text
 * come too near the edge or another colour show there. The night's lone clock walks by itself.
 */
export function checkPixelShift(
  show: (instant: number) => void,
  { instant, isDim = false, safePercent = SAFE_PERCENT }: LookPage,
): readonly string[] {
  const places = new Set<string>();
  const findings = new Set<string>();
  for (let step = 0; step < STEPS; step += 1) {
    show(instant + step * STEP_MS);
    const { left, top } = (isDim ? shownTexts()[0]?.lines[0] : undefined) ?? stageShift();
    places.add(`${left.toFixed(1)} ${top.toFixed(1)}`);
    const farthest = Math.max(Math.abs(left), Math.abs(top));
    if (!isDim && farthest > FARTHEST_PX * stageScale()) {
      findings.add(`the wall is shifted by ${farthest.toFixed(1)} px`);
    }
    for (const finding of checkSafeArea(safePercent - SHIFT_PERCENT, noOffset)) {
      findings.add(finding);
    }
    for (const finding of checkEdges()) findings.add(finding);
  }
  if (isDim ? places.size < 2 : places.size !== STEPS) {
    findings.add(`the wall has ${places.size} places, not ${STEPS}`);
  }
  return [...findings];
}

/** The very edge has the colour that is a little further in. */
function checkEdges(): readonly string[] {
  const [right, bottom] = [innerWidth - EDGE_PX, innerHeight - EDGE_PX];
  return Array.from({ length: EDGE_SAMPLES }, (_, at) => (at + 0.5) / EDGE_SAMPLES).flatMap(
    (part) => {
      const [x, y] = [innerWidth * part, innerHeight * part];
      const sides = {
        left: differ(colourAt(EDGE_PX, y), colourAt(INSIDE_PX, y)),
        right: differ(colourAt(right, y), colourAt(right - INSIDE_PX, y)),
        top: differ(colourAt(x, EDGE_PX), colourAt(x, INSIDE_PX)),
        bottom: differ(colourAt(x, bottom), colourAt(x, bottom - INSIDE_PX)),
      };
      return Object.entries(sides)
        .filter(([, differs]) => differs)
        .map(([side]) => `another colour shows at the ${side} edge`);
    },
  );
}

function differ(a: Colour, b: Colour): boolean {
  return a.some((channel, at) => Math.abs(channel - (b[at] ?? 0)) > 2);
}
