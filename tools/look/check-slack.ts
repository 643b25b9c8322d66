import { checkOverflow } from './check-overflow.ts';
import { checkOverlap } from './check-overlap.ts';
import { shownTexts } from './shown-text.ts';

/** Text fills at most this part of its box: old engines set the same text up to 1.5 % wider. */
const FULLEST = 0.985;

/** With all text as much larger as an old engine may set it wider, everything still fits. */
export function checkSlack(): readonly string[] {
  // Text that does not fit already is for the other checks to tell.
  const before = new Set([...checkOverflow(), ...checkOverlap()]);
  const restore = enlargeText(1 / FULLEST);
  const found = [...checkOverflow(), ...checkOverlap()];
  restore();
  return found.filter((line) => !before.has(line)).map((line) => `on an old engine, ${line}`);
}

function enlargeText(factor: number): () => void {
  const elements = [...new Set(shownTexts().map((text) => text.element))].filter(
    (element): element is HTMLElement => element instanceof HTMLElement,
  );
  const sizes = elements.map((element) => parseFloat(getComputedStyle(element).fontSize));
  const inline = elements.map((element) => element.style.fontSize);
  elements.forEach((element, at) => {
    element.style.fontSize = `${(sizes[at] ?? 0) * factor}px`;
  });
  return () => {
    elements.forEach((element, at) => {
      element.style.fontSize = inline[at] ?? '';
    });
  };
}
