import { ar } from './ar.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

/** All languages that the wall itself speaks, the first by default. */
export const LANGUAGES: readonly Words[] = [ar, en];

/** The words for a BCP 47 tag such as `ar-SA`; in the first language for one that is not spoken. */
export function wordsFor(tag: string): Words {
  const [language] = tag.split('-');
  return LANGUAGES.find((words) => words.language === language) ?? ar;
}
