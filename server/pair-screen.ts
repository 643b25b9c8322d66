import * as v from 'valibot';

import { parseWith } from '../src/contract/parse-with.ts';
import { SCHOOL_ID } from '../src/contract/school.ts';
import type { ScreenSettings } from '../src/contract/screen.ts';
import type { Deps } from './deps.ts';
import type { Found, NotFound, Pairings } from './pairings.ts';
import type { AddedScreen } from './screen-registry.ts';
import { NewScreen, addScreen, findScreens, renewToken, someText } from './screen-registry.ts';
import type { StoredScreen } from './store.ts';
import { readUserCode } from './user-code.ts';

const userCode = v.pipe(
  v.string('not a text'),
  v.check((text) => readUserCode(text) !== undefined, 'not the nine digits of a code'),
  v.transform((text) => readUserCode(text) ?? ''),
);
const school = v.pipe(
  v.string('not a school id'),
  v.regex(SCHOOL_ID, 'not a school id: 2 to 40 of a–z, 0–9 and "-"'),
);

const Denial = v.strictObject({ userCode });
const Addition = v.strictObject({ userCode, school, ...NewScreen.entries });
const Replacement = v.strictObject({
  userCode,
  replaces: someText(60),
  school: v.optional(school),
});

/** What an operator wants the TV with a code to be. */
export type Approval =
  | {
      readonly kind: 'add';
      readonly userCode: string;
      readonly school: string;
      readonly settings: NewScreen;
    }
  | {
      readonly kind: 'replace';
      readonly userCode: string;
      /** Id or name of the screen whose place it takes. */
      readonly replaces: string;
      readonly school: string | undefined;
    };

/** What became of it. */
export type Paired =
  | { readonly kind: 'paired'; readonly screen: ScreenSettings; readonly isNew: boolean }
  | NotFound
  | { readonly kind: 'noScreen'; readonly asked: string }
  | { readonly kind: 'severalScreens'; readonly screens: readonly StoredScreen[] }
  | { readonly kind: 'nameTaken'; readonly screen: StoredScreen };

/** The approval in a request's body. Throws a `ParseError`. */
export function parseApproval(value: unknown): Approval {
  const isReplacement = typeof value === 'object' && value !== null && 'replaces' in value;
  if (isReplacement) {
    const { userCode, replaces, school } = parseWith(Replacement, value, 'pairing');
    return { kind: 'replace', userCode, replaces, school };
  }
  const { userCode, school, ...settings } = parseWith(Addition, value, 'pairing');
  return { kind: 'add', userCode, school, settings };
}

/** The user code in the body of a request that denies it. Throws a `ParseError`. */
export function parseDenial(value: unknown): string {
  return parseWith(Denial, value, 'pairing').userCode;
}

/**
 * Makes the TV that shows the code a screen: a new one, or one that hung somewhere before. Rejects
 * with a `ParseError` when the screen asks for what its school does not have; the code stays good
 * then. To be run in turn with every other change.
 */
export async function pairScreen(
  deps: Deps,
  pairings: Pairings,
  approval: Approval,
): Promise<Paired> {
  const instant = deps.clock();
  const found = pairings.find(approval.userCode, instant);
  if (found.kind !== 'found') return found;
  const made = await makeScreen(deps, approval);
  if (made.kind !== 'made') return made;
  const { screen, token } = made.added;
  // From here on until the TV fetches it, the token is in memory, and nowhere else.
  pairings.approve(found.key, { school: screen.school, screen: screen.id, token }, instant);
  return { kind: 'paired', screen, isNew: approval.kind === 'add' };
}

/** Tells the TV that shows the code that it is not wanted. */
export function denyPairing(deps: Deps, pairings: Pairings, code: string): Found {
  const instant = deps.clock();
  const found = pairings.find(code, instant);
  if (found.kind === 'found') pairings.deny(found.key, instant);
  return found;
}

type Made =
  | { readonly kind: 'made'; readonly added: AddedScreen }
  | Extract<Paired, { readonly kind: 'noScreen' | 'severalScreens' | 'nameTaken' }>;

async function makeScreen(deps: Deps, approval: Approval): Promise<Made> {
  const { state } = deps;
  if (approval.kind === 'add') {
    const { school, settings } = approval;
    // A second screen of one name is nearly always the first one's new TV.
    const screen = [...state.screens.values()].find(
      (other) =>
        other.removedAt === undefined && other.school === school && other.name === settings.name,
    );
    if (screen) return { kind: 'nameTaken', screen };
    return { kind: 'made', added: await addScreen(deps, school, settings) };
  }
  const screens = findScreens(state, approval.replaces, approval.school);
  const [screen, ...others] = screens;
  if (!screen) return { kind: 'noScreen', asked: approval.replaces };
  if (others.length > 0) return { kind: 'severalScreens', screens };
  return { kind: 'made', added: await renewToken(deps, screen) };
}
