import { randomInt } from 'node:crypto';

import * as v from 'valibot';

import { parseWith } from '../src/contract/parse-with.ts';
import type { Problem } from '../src/contract/parse.ts';
import { ParseError, pathTo } from '../src/contract/parse.ts';
import type { ScreenSettings } from '../src/contract/screen.ts';
import { CHIMES, DENSITIES, LEAST_SAFE_AREA, MOST_SAFE_AREA } from '../src/contract/screen.ts';
import { parseSnapshot } from '../src/contract/snapshot.ts';
import type { Deps } from './deps.ts';
import type { LiveState } from './live-state.ts';
import { putScreen, settingsOf, unreadSchool } from './live-state.ts';
import { makeSalt } from './salt.ts';
import type { StoredScreen } from './store.ts';
import { hashToken, makeToken } from './token.ts';

export const someText = (longest: number) =>
  v.pipe(
    v.string('not a text'),
    v.trim(),
    v.nonEmpty('empty'),
    v.maxLength(longest, `longer than ${longest} characters`),
    v.regex(/^[^\p{Cc}]*$/u, 'not plain text: remove control characters'),
  );

export const NewScreen = v.strictObject({
  name: someText(60),
  classes: v.optional(v.pipe(v.array(someText(80), 'not a list'), v.minLength(1, 'an empty list'))),
  wing: v.optional(someText(80)),
  density: v.optional(v.picklist(DENSITIES, `not one of ${DENSITIES.join(', ')}`)),
  safeArea: v.optional(
    v.pipe(
      v.number('not a number'),
      v.minValue(LEAST_SAFE_AREA, `less than ${LEAST_SAFE_AREA} percent`),
      v.maxValue(MOST_SAFE_AREA, `more than ${MOST_SAFE_AREA} percent`),
    ),
  ),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'], 'not one of auto, light, dark')),
  language: v.optional(someText(35)),
  chime: v.optional(v.picklist(CHIMES, `not one of ${CHIMES.join(', ')}`)),
});
export type NewScreen = Readonly<v.InferOutput<typeof NewScreen>>;

export type AddedScreen = {
  readonly screen: ScreenSettings;
  /** Shown now and never again: only its hash is stored. */
  readonly token: string;
};

/** The settings of a screen to be added, in a request's body. Throws a `ParseError`. */
export function parseNewScreen(value: unknown): NewScreen {
  return parseWith(NewScreen, value, 'screen');
}

/**
 * Adds a screen to a school, which need not have published yet. Rejects with a `ParseError` when the
 * screen asks for what a published school does not have.
 */
export async function addScreen(
  { store, state, clock, log }: Deps,
  school: string,
  settings: NewScreen,
): Promise<AddedScreen> {
  const problems = problemsOf(state, school, settings);
  if (problems.length > 0) throw new ParseError('screen', problems);
  if (!state.schools.has(school)) {
    state.schools.set(school, unreadSchool(await store.saveSchool(school, makeSalt())));
  }
  const token = makeToken();
  const screen = await store.addScreen({
    ...settings,
    id: makeScreenId(state),
    school,
    tokenHash: hashToken(token),
    addedAt: clock(),
  });
  putScreen(state, screen);
  log.info({ school, screen: screen.id }, 'screen added');
  return { screen: settingsOf(screen), token };
}

/** Removes a screen for good: its wall is told so and forgets everything. False when there is none. */
export async function removeScreen(
  { store, state, clock, log }: Deps,
  id: string,
): Promise<boolean> {
  const screen = state.screens.get(id);
  if (!screen || screen.removedAt !== undefined) return false;
  const removedAt = clock();
  await store.removeScreen(id, removedAt);
  putScreen(state, { ...screen, removedAt });
  log.info({ school: screen.school, screen: id }, 'screen removed');
  return true;
}

/**
 * The screens that somebody may mean by `text`: the one of this id, else those of this name, in
 * `school` or in any. There may be none, or several of one name.
 */
export function findScreens(
  state: LiveState,
  text: string,
  school?: string,
): readonly StoredScreen[] {
  const wanted = text.trim();
  const there = [...state.screens.values()].filter(
    (screen) =>
      screen.removedAt === undefined && (school === undefined || screen.school === school),
  );
  const [byId] = there.filter(({ id }) => id === wanted);
  return byId ? [byId] : there.filter(({ name }) => name === wanted);
}

/**
 * Gives a screen a new token, for another TV that takes its place: name, phase and settings stay.
 * The TV that hung there before is not known any more.
 */
export async function renewToken(
  { store, state, log }: Deps,
  screen: StoredScreen,
): Promise<AddedScreen> {
  const token = makeToken();
  const tokenHash = hashToken(token);
  await store.saveScreenToken(screen.id, tokenHash);
  putScreen(state, { ...screen, tokenHash });
  log.info({ school: screen.school, screen: screen.id }, 'screen paired anew');
  return { screen: settingsOf(screen), token };
}

/** Takes a screen's token away: its TV is not known any more, and another can take its place. */
export async function unpairScreen(
  { store, state, log }: Deps,
  paired: StoredScreen,
): Promise<void> {
  const { tokenHash: _, ...screen } = paired;
  await store.saveScreenToken(screen.id, undefined);
  putScreen(state, screen);
  log.info({ school: screen.school, screen: screen.id }, 'screen unpaired');
}

// Short enough to read over the telephone: no vowels, so no words; nothing that looks like another.
const ID_LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const ID_LENGTH = 8;

function makeScreenId({ screens }: LiveState): string {
  let id = '';
  while (id === '' || screens.has(id))
    id = Array.from({ length: ID_LENGTH }, randomLetter).join('');
  return id;
}

function randomLetter(): string {
  return ID_LETTERS[randomInt(ID_LETTERS.length)] ?? '';
}

function problemsOf(
  state: LiveState,
  school: string,
  { classes, wing, language }: NewScreen,
): readonly Problem[] {
  const revision = state.schools.get(school)?.served?.revision;
  const encodings = revision === undefined ? undefined : state.snapshots.get(revision);
  // Nothing published yet, nothing to compare with.
  if (!encodings) return [];
  const snapshot = parseSnapshot(new TextDecoder().decode(encodings.identity));
  const ids = snapshot.classes.map(({ id }) => id);
  const wings = snapshot.classes.map((one) => one.wing);
  return [
    ...(classes ?? []).flatMap((id, index) => missing(pathTo('classes', index), id, ids)),
    ...missing('wing', wing, wings),
    ...missing('language', language, snapshot.school.languages),
  ];
}

function missing(
  path: string,
  asked: string | undefined,
  offered: readonly (string | undefined)[],
): readonly Problem[] {
  if (asked === undefined || offered.includes(asked)) return [];
  const known = [...new Set(offered)].filter((one) => one !== undefined);
  const choice = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
  return [{ path, message: `is "${asked}", which the school does not have: ${choice}` }];
}
