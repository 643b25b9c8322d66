import type { Snapshot } from '../contract/snapshot.ts';
import { createVoice, type Voice } from './voice.ts';
import { words as ar } from './words/ar.ts';
import { words as en } from './words/en.ts';

/** The voice of a screen whose own language is Arabic (`ar`) or English, with letters of half an em. */
export function makeVoice(snapshot: Snapshot, language: string): Voice {
  const words = language === 'ar' ? ar : en;
  return createVoice(snapshot, language, words, (text) => text.length / 2);
}
