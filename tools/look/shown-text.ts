import { backgroundAt, isOpaque } from './paint.ts';

/** One text node where it is laid out. */
export type LaidOutText = {
  readonly node: Text;
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  /** One box per line, as tall as the font's ascent and descent. */
  readonly lines: readonly DOMRect[];
};

/** One text node as a viewer sees it. */
export type ShownText = LaidOutText & {
  /** Something opaque lies over a part of it. */
  readonly isPartlyCovered: boolean;
};

/** Every text node that is painted; not what an overlay covers or what only a screen reader gets. */
export function shownTexts(): readonly ShownText[] {
  return laidOutTexts().flatMap((text) => {
    const { lines, element } = text;
    const covered = lines.flatMap((line) => pointsAlong(line).map((at) => isCovered(element, at)));
    if (covered.every(Boolean)) return [];
    return [{ ...text, isPartlyCovered: covered.some(Boolean) }];
  });
}

/** Those, and what an overlay covers: found much sooner. */
export function laidOutTexts(): readonly LaidOutText[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: LaidOutText[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const element = node.parentElement;
    if (element === null || element.closest('svg, script, style, noscript') !== null) continue;
    const text = laidOutText(node, element);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

function laidOutText(node: Text, element: Element): LaidOutText | undefined {
  const style = getComputedStyle(element);
  if (style.visibility !== 'visible' || isForScreenReadersOnly(element)) return undefined;
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
  return lines.length === 0 ? undefined : { node, element, style, lines };
}

/** The words of a finding's subject, short enough for one line. */
export function quoted(text: LaidOutText | Element): string {
  const words = (text instanceof Element ? (text.textContent ?? '') : text.node.data).trim();
  return `«${words.length > 30 ? `${words.slice(0, 29)}…` : words}»`;
}

/** How much larger than on a screen of 1920 × 1080 px everything is drawn, lying or upright. */
export function stageScale(): number {
  const [short, long] = [Math.min(innerWidth, innerHeight), Math.max(innerWidth, innerHeight)];
  return Math.min(short / 1080, long / 1920);
}

/** The elements whose boxes have to hold `element`, innermost first, without inline ones. */
export function boxesAround(element: Element): readonly Element[] {
  const boxes: Element[] = [];
  // A positioned element answers to its containing block only.
  let escapes = false;
  for (let box: Element | null = element; box !== null && box !== document.body;) {
    const { display, position, transform } = getComputedStyle(box);
    const isContainingBlock = position !== 'static' || transform !== 'none';
    if (!escapes || isContainingBlock) {
      if (display !== 'inline' && display !== 'contents') boxes.push(box);
      if (position === 'fixed') break;
      escapes = position === 'absolute';
    }
    box = box.parentElement;
  }
  return boxes;
}

function pointsAlong(line: DOMRect): readonly (readonly [number, number])[] {
  const middle = line.top + line.height / 2;
  return [0.02, 0.5, 0.98].map((part) => [line.left + line.width * part, middle]);
}

function isCovered(element: Element, [x, y]: readonly [number, number]): boolean {
  for (const above of document.elementsFromPoint(x, y)) {
    if (above === element || above.contains(element)) return false;
    if (!element.contains(above) && isOpaque(backgroundAt(above))) return true;
  }
  // Outside the viewport nothing is hit; other checks report that.
  return false;
}

function isForScreenReadersOnly(element: Element): boolean {
  for (let box: Element | null = element; box !== null; box = box.parentElement) {
    const { width, height } = box.getBoundingClientRect();
    const isTiny = width <= 1 || height <= 1;
    if (isTiny && getComputedStyle(box).overflow === 'hidden') return true;
  }
  return false;
}
