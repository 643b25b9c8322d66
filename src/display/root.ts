import { rememberLast } from './remember.ts';

/** Tells the page its language, direction and theme; touches nothing that it has been told already. */
export const setRoot = rememberLast(
  (lang: string, dir: 'rtl' | 'ltr', theme: 'light' | 'dark' | 'black') => {
    const root = document.documentElement;
    root.lang = lang;
    root.dir = dir;
    root.dataset['theme'] = theme;
  },
);
