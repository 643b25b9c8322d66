import type { Page } from '@playwright/test';

import type { BuildChanges } from '../../e2e/make-build.ts';

/** What a wall has drawn: HTML that needs no script, and the styles that it set by script. */
type Drawn = {
  readonly language: string;
  readonly dir: string;
  readonly theme: string;
  readonly body: string;
  readonly styles: string;
};

/**
 * A build whose page has the board of `wall` in its HTML and no script but the one that registers
 * the worker: nothing to run, nothing to read, nothing to compute. No page that shows this board
 * starts sooner.
 */
export async function finishedPage(wall: Page, script: string): Promise<BuildChanges> {
  const { language, dir, theme, body, styles } = await wall.evaluate(drawn);
  return {
    page: (html) =>
      html
        .replace(/<html[^>]*>/, `<html lang="${language}" dir="${dir}" data-theme="${theme}">`)
        .replace(/<div id="wall">[^]*<\/main>\s*<\/div>/, () => body),
    styles: (css) => css + styles,
    script: () => script,
  };
}

function drawn(): Drawn {
  const { lang: language, dir, dataset } = document.documentElement;
  const rules: string[] = [];
  const body = [...document.body.children].filter(({ tagName }) => tagName !== 'SCRIPT');
  const copies = body
    .map((element) => element.cloneNode(true))
    .filter((copy) => copy instanceof Element);
  for (const copy of copies) {
    // The page's policy allows no styles in the HTML itself; an id outweighs the wall's own rules.
    for (const styled of copy.querySelectorAll('[style]')) {
      rules.push(`[data-rule="${rules.length}"]:not(#none){${styled.getAttribute('style')}}`);
      styled.setAttribute('data-rule', String(rules.length - 1));
      styled.removeAttribute('style');
    }
  }
  const html = copies.map(({ outerHTML }) => outerHTML).join('');
  return { language, dir, theme: dataset['theme'] ?? '', body: html, styles: rules.join('') };
}
