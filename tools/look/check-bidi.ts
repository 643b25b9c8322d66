import { quoted } from './shown-text.ts';

const DIGIT = '[0-9\u0660-\u0669]';
const TIME = `${DIGIT}{1,2}:${DIGIT}{2}`;
/** What reads from left to right in every language: times, ranges of times, class keys. */
const LEFT_TO_RIGHT = `${TIME}(?:[–-]${TIME})?|${DIGIT}+/${DIGIT}+`;

/** Times, ranges and class keys keep their order of glyphs inside Arabic. */
export function checkBidi(): readonly string[] {
  const whole = new RegExp(`^(?:${LEFT_TO_RIGHT})$`);
  const elements = [...document.body.querySelectorAll('*')].filter(
    (element) => element.closest('svg') === null,
  );
  return [
    // One that is set in several elements, such as a cell for each digit.
    ...elements.filter((element) => whole.test((element.textContent ?? '').trim())),
    ...elements,
  ].flatMap((element, at, all) => {
    const isWhole = at < all.length - elements.length;
    const glyphs = glyphsOf(element, isWhole);
    const text = glyphs.map(({ character }) => character).join('');
    const runs = [...text.matchAll(new RegExp(LEFT_TO_RIGHT, 'g'))];
    const isTurned = runs.some((run) =>
      isOutOfOrder(glyphs.slice(run.index, run.index + run[0].length)),
    );
    return isTurned ? [`${quoted(element)} is not drawn from left to right`] : [];
  });
}

type Glyph = { readonly character: string; readonly x: number; readonly y: number };

function isOutOfOrder(glyphs: readonly Glyph[]): boolean {
  return glyphs.some((glyph, at) => {
    const before = glyphs[at - 1];
    return before !== undefined && before.y === glyph.y && glyph.x <= before.x;
  });
}

function glyphsOf(element: Element, isDeep: boolean): readonly Glyph[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return isDeep ? glyphsOf(node, true) : [SEPARATOR];
    return node instanceof Text ? glyphsOfText(node) : [];
  });
}

const SEPARATOR: Glyph = { character: ' ', x: 0, y: 0 };

function glyphsOfText(node: Text): readonly Glyph[] {
  return node.data.split('').flatMap((character, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // Its left edge: WebKit gives the first glyph of a run that is turned the width of the whole run.
    const { left, width, top } = range.getBoundingClientRect();
    return width === 0 ? [] : [{ character, x: left, y: Math.round(top) }];
  });
}
