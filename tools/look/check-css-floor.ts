/** What Chromium 64 does not know, and what a build may turn newer CSS into. */
const NEWER: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['container queries', /@container\b|\bcq[whib]\b|container-type/],
  ['cascade layers', /@layer\b/],
  ['nested rules', /[{;]\s*&/],
  [':has(), :is(), :where()', /:(?:has|is|where)\(/],
  [':lang() or :dir() in place of [dir]', /:(?:lang|dir)\(/],
  [':focus-visible', /:focus-visible/],
  ['aspect-ratio as a property', /[;{]\s*aspect-ratio\s*:/],
  ['inset', /[;{]\s*inset(?:-\w+)*\s*:/],
  ['clamp(), min() or max()', /\b(?:clamp|(?<![-\w])min|(?<![-\w])max)\(/],
  ['logical properties', /(?:margin|padding|border|inset)-(?:inline|block)|(?:inline|block)-size/],
  ['logical alignment', /(?:text-align|float)\s*:\s*inline-/],
  ['dynamic viewport units', /\d(?:dvh|svh|lvh|dvw|svw|lvw)\b/],
  ['backdrop-filter', /backdrop-filter/],
  ['conic-gradient', /conic-gradient/],
  ['color-mix() and newer colours', /color-mix\(|\b(?:oklch|oklab|lab|lch)\(/],
  ['content-visibility', /content-visibility/],
  ['overflow: clip', /overflow(?:-[xy])?\s*:\s*clip/],
];

/** The built style sheet uses nothing newer than the oldest engine. */
export function checkCssFloor(css: string): readonly string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [
    ...NEWER.flatMap(([what, pattern]) => {
      const found = pattern.exec(bare);
      if (found === null) return [];
      const around = bare.slice(Math.max(0, found.index - 40), found.index + 40).trim();
      return [`CSS newer than Chromium 64: ${what} (${around})`];
    }),
    ...rulesOf(bare).flatMap(({ selector, body }) => gapFindings(selector, body)),
  ];
}

type Rule = { readonly selector: string; readonly body: string };

function rulesOf(css: string): readonly Rule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }));
}

/** `gap` is `grid-gap` to Chromium before 66, and nothing at all in a flex box before 84. */
function gapFindings(selector: string, body: string): readonly string[] {
  if (!/(?:^|;)\s*(?:row-|column-)?gap\s*:/.test(body)) return [];
  if (/display\s*:\s*(?:inline-)?flex/.test(body)) return [`a gap in a flex box: ${selector}`];
  return /grid-(?:row-|column-)?gap\s*:/.test(body) ? [] : [`gap without grid-gap: ${selector}`];
}
