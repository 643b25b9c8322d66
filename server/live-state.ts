import type { Pointer, ScreenDocument, ScreenSettings } from '../src/contract/screen.ts';
import { revisionOf } from './revision.ts';
import type { Encodings, StoredPointer, StoredSchool, StoredScreen } from './store.ts';

/** What a screen that asks is told, ready to be sent. */
export type ScreenAnswer =
  | { readonly kind: 'document'; readonly bytes: Uint8Array; readonly tag: string }
  /** The school's snapshots are damaged, every one. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'removed' };

/** What the routes that screens ask read, and nothing else does the work of. */
export type HotState = {
  /** By hash of the screen's token. */
  readonly answers: ReadonlyMap<string, ScreenAnswer>;
  /** By revision. */
  readonly snapshots: ReadonlyMap<string, Encodings>;
};

export type LiveSchool = {
  readonly id: string;
  readonly salt: string;
  /** In its own language; the id until it publishes. */
  readonly name: string;
  /** Where the database says the pointer leads. */
  readonly pointer?: StoredPointer | undefined;
  /** What screens are told: `pointer`, or the last good one; absent when each one is damaged. */
  readonly served?: Pointer | undefined;
};

/** The endpoint's memory: everything that a screen can ask for, and what it takes to change it. */
export type LiveState = {
  epoch: number;
  /** The build of the app that is served. */
  readonly build: string | undefined;
  readonly schools: Map<string, LiveSchool>;
  readonly screens: Map<string, StoredScreen>;
  /** Ids of the screens of a school. */
  readonly screensOf: Map<string, Set<string>>;
  readonly answers: Map<string, ScreenAnswer>;
  readonly snapshots: Map<string, Encodings>;
  /** Per school, the revisions that are held in memory, newest first. */
  readonly held: Map<string, readonly string[]>;
};

/**
 * A screen reads the pointer and then the snapshot: what it was told a moment ago must still be
 * there. Older revisions stay in the database and come back with a rollback.
 */
const REVISIONS_HELD = 3;

/** Of every irrational step, the one that spreads any number of screens most evenly. */
const GOLDEN_STEP = 0.618_033_988_749_894_9;

/** An empty memory. */
export function makeLiveState(epoch: number, build: string | undefined): LiveState {
  return {
    epoch,
    build,
    schools: new Map(),
    screens: new Map(),
    screensOf: new Map(),
    answers: new Map(),
    snapshots: new Map(),
    held: new Map(),
  };
}

/** Tells every screen of the school what `school` says from now on. */
export function putSchool(state: LiveState, school: LiveSchool): void {
  state.schools.set(school.id, school);
  for (const id of state.screensOf.get(school.id) ?? []) {
    const screen = state.screens.get(id);
    if (screen) putScreen(state, screen);
  }
}

/**
 * Answers the screen's token from now on, and no earlier one of it; a removed one with the news that
 * it is removed.
 */
export function putScreen(state: LiveState, screen: StoredScreen): void {
  const { id, school, tokenHash } = screen;
  const before = state.screens.get(id)?.tokenHash;
  if (before !== undefined && before !== tokenHash) state.answers.delete(before);
  state.screens.set(id, screen);
  state.screensOf.set(school, (state.screensOf.get(school) ?? new Set()).add(id));
  if (tokenHash !== undefined) state.answers.set(tokenHash, answerTo(state, screen));
}

/** Keeps a snapshot at hand for screens, and lets go of the school's oldest. */
export function holdSnapshot(
  state: LiveState,
  school: string,
  revision: string,
  encodings: Encodings,
): void {
  const others = (state.held.get(school) ?? []).filter((other) => other !== revision);
  for (const old of others.slice(REVISIONS_HELD - 1)) state.snapshots.delete(old);
  state.snapshots.set(revision, encodings);
  state.held.set(school, [revision, ...others.slice(0, REVISIONS_HELD - 1)]);
}

/** Tells every screen what it is told now, under the generations of another epoch. */
export function renewEpoch(state: LiveState, epoch: number): void {
  state.epoch = epoch;
  for (const school of state.schools.values()) {
    const { served } = school;
    // Of the last good snapshot, when the newest is damaged: its own count, not the pointer's.
    const count = Number(served?.generation.split('.')[1]);
    const renewed = served && { ...served, generation: generationOf(state, count) };
    putSchool(state, { ...school, served: renewed });
  }
}

/** `<epoch>.<n>`. */
export function generationOf({ epoch }: Pick<LiveState, 'epoch'>, count: number): string {
  return `${epoch}.${count}`;
}

/** What screens are told when the snapshot that a stored pointer leads to is sound. */
export function soundPointer(state: LiveState, pointer: StoredPointer): Pointer {
  const { revision, count, publishedAt } = pointer;
  return { revision, generation: generationOf(state, count), publishedAt };
}

/** Whether the school has published anything. */
export function hasPublished({ schools }: Pick<LiveState, 'schools'>, school: string): boolean {
  return schools.get(school)?.pointer !== undefined;
}

/** What a screen of this ordinal is set to. */
export function settingsOf(screen: StoredScreen): ScreenSettings {
  const { ordinal, tokenHash: _, addedAt: __, removedAt: ___, ...settings } = screen;
  return { ...settings, phase: (ordinal * GOLDEN_STEP) % 1 };
}

/** A school as the store has it, before its snapshot has been looked at. */
export function unreadSchool({ id, salt, pointer }: StoredSchool): LiveSchool {
  return { id, salt, name: id, pointer };
}

function answerTo(state: LiveState, screen: StoredScreen): ScreenAnswer {
  if (screen.removedAt !== undefined) return { kind: 'removed' };
  const school = state.schools.get(screen.school);
  if (school?.pointer && !school.served) return { kind: 'lost' };
  const document: ScreenDocument = {
    format: 'screen/1',
    screen: settingsOf(screen),
    snapshot: school?.served,
    build: state.build,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return { kind: 'document', bytes, tag: revisionOf(bytes) };
}
