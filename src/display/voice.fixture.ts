import type { Snapshot } from '../contract/snapshot.ts';
import { createVoice, type Voice } from './voice.ts';
import { words as ar } from './words/ar.ts';
import { words as en } from './words/en.ts';
import { words as fr } from './words/fr.ts';

/** The voice of a screen whose own language is Arabic (`ar`), French (`fr`) or English, with letters of half an em. */
export function makeVoice(snapshot: Snapshot, language: string): Voice {
  const words = [ar, fr].find((one) => one.language === language) ?? en;
  return createVoice(snapshot, language, words, (text) => text.length / 2);
}
