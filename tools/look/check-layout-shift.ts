import { quoted, shownTexts } from './shown-text.ts';

const TOLERANCE_PX = 0.5;

type Place = {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly label: string;
};

/**
 * While only digits change, everything else stays where it is: `show` paints each of `instants` in
 * turn. The pixel shift is taken out of account.
 */
export function checkLayoutShift(
  show: (instant: number) => void,
  instants: readonly number[],
): readonly string[] {
  const findings = new Set<string>();
  let before = new Map<Text, Place>();
  for (const instant of instants) {
    show(instant);
    const now = places();
    for (const [node, place] of now) {
      const earlier = before.get(node);
      if (earlier === undefined || earlier.words !== place.words) continue;
      const moved = Math.max(
        Math.abs(place.left - earlier.left),
        Math.abs(place.top - earlier.top),
      );
      if (moved > TOLERANCE_PX) findings.add(`${place.label} moves by ${moved.toFixed(1)} px`);
    }
    before = now;
  }
  return [...findings];
}

function places(): Map<Text, Place> {
  const stage = stageOffset();
  return new Map(
    shownTexts().flatMap((text) => {
      const [line] = text.lines;
      if (line === undefined) return [];
      const place = {
        words: text.node.data,
        left: line.left - stage.left,
        top: line.top - stage.top,
        label: quoted(text),
      };
      return [[text.node, place] as const];
    }),
  );
}

/** Where the pixel shift has put the wall. */
export function stageOffset(): { readonly left: number; readonly top: number } {
  const shifted = [...document.body.querySelectorAll('*')].find(
    (element) => getComputedStyle(element).transform !== 'none' && element.closest('svg') === null,
  );
  if (shifted === undefined) return { left: 0, top: 0 };
  const { m41, m42 } = new DOMMatrix(getComputedStyle(shifted).transform);
  return { left: m41, top: m42 };
}
