import { shownTexts } from './shown-text.ts';

/** What only a wall in this language shows, whatever else it writes in Latin digits. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /[\u0621-\u064a]{2}/,
  en: /[A-Za-z]{2}/,
};

/** Each of `languages` is spoken, in a block that says so and is read in its direction. */
export function checkLanguages(languages: readonly string[]): readonly string[] {
  const texts = shownTexts();
  return languages.flatMap((language) => {
    const script = SCRIPTS[language] ?? /\p{L}{2}/u;
    const spoken = texts.filter(
      ({ element, node }) =>
        script.test(node.data) && element.closest('[lang]')?.getAttribute('lang') === language,
    );
    if (spoken.length === 0) return [`nothing is said in "${language}"`];
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    const isTurned = spoken.every(({ style }) => style.direction !== direction);
    return isTurned ? [`"${language}" is not set ${direction}`] : [];
  });
}
