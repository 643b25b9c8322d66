import { part, type Part } from '../part.ts';
import type { Words } from './words.ts';

export type Language = { readonly words: Words };

const ENGLISH = part<Language>(() => import('./en.ts'));

/** Every file of this folder that is named by a language is one: a screen loads its own only. */
const LANGUAGES = new Map<string | undefined, Part<Language>>([
  ...Object.entries(import.meta.glob<Language>(['./??.ts', '!./en.ts'])).map(
    ([file, load]): [string, Part<Language>] => [file.slice(2, 4), part(load)],
  ),
  ['en', ENGLISH],
]);

/** The language of the first of several BCP 47 tags, such as `ar-SA`, that the wall speaks; else English. */
export function languageOf(tags: readonly string[]): Part<Language> {
  const tag = tags.find((one) => LANGUAGES.has(one.split('-')[0]));
  return LANGUAGES.get(tag?.split('-')[0]) ?? ENGLISH;
}
