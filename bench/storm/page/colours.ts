import type { Verdict } from '../judge.ts';
import type { PolicyName } from '../world.ts';

/** Told apart in any light and by any eyes: they differ in lightness, too. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  right: '#9fd3b6',
  stale: '#f2c14e',
  wrong: '#c8102e',
  unsure: '#8fa3bf',
  blank: '#22223b',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  right: 'right',
  stale: 'before the edit',
  wrong: 'wrong',
  unsure: 'bells only, and says so',
  blank: 'blank',
};

export const POLICY_WORDS: Readonly<Record<PolicyName, readonly [name: string, what: string]>> = {
  ours: ['Riwaq', 'the shipped code'],
  old: ['Old service', 'as it was deployed'],
  seed: ['Incident report’s account', 'all screens force a refresh at 00:00'],
  report: ['Report’s plan', 'as it is written'],
};

export const REQUESTS_COLOUR = '#1d4e89';
