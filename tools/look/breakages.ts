import type { CheckName } from './checks.ts';
import type { LookPage } from './harness-api.ts';
import { shownTexts, type ShownText } from './shown-text.ts';

type Broken = {
  /** What the page is checked as, when not as itself. */
  readonly page?: LookPage;
  /** What goes wrong as time passes. */
  readonly afterPaint?: (instant: number) => void;
};

/** How to spoil the page that is on, so that a check that works finds something. */
export const BREAKAGES: Readonly<Record<CheckName, (page: LookPage) => Broken>> = {
  scroll: () => {
    const wide = document.createElement('div');
    wide.style.width = '200vw';
    wide.style.height = '1px';
    document.body.append(wide);
    return {};
  },
  overflow: () => {
    const element = style(longestText(), { whiteSpace: 'nowrap' });
    element.textContent = `${element.textContent ?? ''} `.repeat(12);
    return {};
  },
  slack: () => {
    const text = longestText();
    const width = Math.max(...text.lines.map((line) => line.width));
    style(text, { display: 'block', whiteSpace: 'nowrap', width: `${Math.ceil(width)}px` });
    return {};
  },
  ellipsis: () => {
    style(longestText(), { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' });
    return {};
  },
  overlap: () => {
    const [first, second] = shownTexts();
    const from = first?.lines[0];
    const to = second?.lines[0];
    if (first && from && to) {
      const move = `translate(${to.left - from.left}px, ${to.top - from.top}px)`;
      style(first, { display: 'inline-block', transform: move });
    }
    return {};
  },
  'safe area': () => {
    style(longestText(), { position: 'fixed', left: '1px', top: '50%' });
    return {};
  },
  'font size': () => {
    style(longestText(), { fontSize: '24px' });
    return {};
  },
  contrast: () => {
    style(longestText(), { color: '#808080' });
    return {};
  },
  animations: () => {
    longestText().element.animate([{ opacity: 1 }, { opacity: 0.5 }], {
      duration: 60_000,
      iterations: Infinity,
    });
    return {};
  },
  bidi: () => {
    const range = shownTexts().find(({ node }) => /\d:\d\d/.test(node.data)) ?? longestText();
    style(range, { direction: 'rtl', unicodeBidi: 'bidi-override' });
    return {};
  },
  absence: (page) => {
    const words = longestText().node.data.trim();
    return { page: { ...page, mustNotShow: [words] } };
  },
  languages: (page) => {
    for (const element of document.querySelectorAll('[lang]')) element.removeAttribute('lang');
    return { page: { ...page, mustSpeak: [page.language] } };
  },
  'layout shift': () => ({
    afterPaint: (instant) => {
      style(longestText(), { position: 'relative', left: `${(instant / 60_000) % 7}px` });
    },
  }),
  repaint: () => ({
    afterPaint: () => {
      // The same words written again are a change to the browser.
      for (const { node } of shownTexts()) node.data = node.data.slice();
    },
  }),
  holds: () => ({
    afterPaint: (instant) => {
      // What changes, and has not said when.
      document.getElementById('wall')?.setAttribute('title', String(instant));
    },
  }),
  'pixel shift': () => ({
    afterPaint: () => {
      const sheet = document.createElement('style');
      sheet.textContent = '* { transform: none !important; }';
      document.head.append(sheet);
    },
  }),
};

function longestText(): ShownText {
  const [longest] = [...shownTexts()].sort((a, b) => b.node.data.length - a.node.data.length);
  if (longest === undefined) throw new Error('The page shows no text to break');
  return longest;
}

function style(text: ShownText, declarations: Partial<CSSStyleDeclaration>): HTMLElement {
  const { element } = text;
  if (!(element instanceof HTMLElement)) throw new TypeError('The text is not in an HTML element');
  Object.assign(element.style, declarations);
  return element;
}
