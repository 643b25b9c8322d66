/** What the whole page says of itself. */
export type Root = {
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly theme: 'light' | 'dark' | 'black';
};

/** Tells the page its language, direction and theme; touches only what differs. */
export function setRoot({ lang, dir, theme }: Root): void {
  const root = document.documentElement;
  if (root.lang !== lang) root.lang = lang;
  if (root.dir !== dir) root.dir = dir;
  if (root.dataset['theme'] !== theme) root.dataset['theme'] = theme;
}
