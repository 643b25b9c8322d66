import { quoted, laidOutTexts } from './shown-text.ts';
import { stageOffset } from './stage-offset.ts';

const TOLERANCE_PX = 0.5;

type Place = {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly label: string;
};

/** The countdown's unit, which is two words, and the unit of an age. */
const MOST_WORDS_CHANGED = 3;

/**
 * While only digits and their units change, everything else stays where it is: `show` paints each of
 * `instants` in turn. The pixel shift is taken out of account, and so is a step to another state.
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
    before = atNodesOf(now, before);
    if (wordsChanged(before, now) <= MOST_WORDS_CHANGED) {
      for (const finding of shifts(before, now)) findings.add(finding);
    }
    before = now;
  }
  return [...findings];
}

/** Places by the nodes that stand for theirs, after the wall was built from nothing, as at full hours. */
function atNodesOf(now: ReadonlyMap<Text, Place>, before: Map<Text, Place>): Map<Text, Place> {
  const nodes = [...now.keys()];
  const earlier = [...before.values()];
  if (nodes.length !== earlier.length || nodes.some((node) => before.has(node))) return before;
  return new Map(
    nodes.flatMap((node, at) => {
      const place = earlier[at];
      return place ? [[node, place] as const] : [];
    }),
  );
}

function shifts(
  before: ReadonlyMap<Text, Place>,
  now: ReadonlyMap<Text, Place>,
): readonly string[] {
  return [...now].flatMap(([node, place]) => {
    const earlier = before.get(node);
    if (earlier === undefined || earlier.words !== place.words) return [];
    const moved = Math.max(Math.abs(place.left - earlier.left), Math.abs(place.top - earlier.top));
    return moved > TOLERANCE_PX ? [`${place.label} moves by ${moved.toFixed(1)} px`] : [];
  });
}

function wordsChanged(before: ReadonlyMap<Text, Place>, now: ReadonlyMap<Text, Place>): number {
  const nodes = new Set([...before.keys(), ...now.keys()]);
  return [...nodes].filter((node) => {
    const [earlier, later] = [before.get(node), now.get(node)].map((place) =>
      place?.words.replace(/[\d\u0660-\u0669]/g, ''),
    );
    return earlier !== later;
  }).length;
}

function places(): Map<Text, Place> {
  const offsetOf = stageOffset();
  return new Map(
    laidOutTexts().flatMap((text) => {
      const [line] = text.lines;
      // What takes turns in the ribbon has its own times.
      if (line === undefined || text.element.closest('[data-turns]') !== null) return [];
      const stage = offsetOf(text.element);
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
