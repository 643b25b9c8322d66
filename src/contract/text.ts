/**
 * A text per language, by BCP 47 tag: `{"ar": "الرياضيات", "en": "Mathematics"}`.
 *
 * A reader asks for its own language first and then for the school's default, so that a text given
 * in one language only is still shown.
 */
export type Text = Readonly<Record<string, string>>;

/** A name and, where it must be shortened to fit, its official short form. */
export type Named = {
  readonly id: string;
  readonly name: Text;
  readonly short?: Text | undefined;
};

/** The text in the first of `languages` that has one; an empty string when none has. */
export function textIn(text: Text, languages: readonly string[]): string {
  const known = languages.concat(Object.keys(text)).find((one) => text[one] !== undefined);
  const { [known || '']: said = '' } = text;
  return said;
}
