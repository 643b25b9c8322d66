import { parseSnapshot } from '../src/contract/snapshot.ts';
import { civilAt, dateText } from '../src/timetable/civil.ts';
import type { LiveState } from './live-state.ts';
import {
  generationOf,
  holdSnapshot,
  makeLiveState,
  putSchool,
  putScreen,
  soundPointer,
  unreadSchool,
} from './live-state.ts';
import type { StoredPointer, StoredSchool, StoredSnapshot, Store } from './store.ts';
import { usableSnapshot } from './usable-snapshot.ts';

export type Loaded = {
  readonly state: LiveState;
  /** Ids of the schools whose current snapshot is not what was published, or not what screens take. */
  readonly damaged: readonly string[];
};

/** Reads what screens can ask for into memory. Nothing is built: every byte was made by publishing. */
export async function loadState(store: Store, build: string | undefined): Promise<Loaded> {
  const state = makeLiveState(store.epoch, build);
  const damaged: string[] = [];
  for (const school of await store.readSchools()) {
    const isSound = await loadSchool(store, state, school);
    if (!isSound) damaged.push(school.id);
  }
  for (const screen of await store.readScreens()) putScreen(state, screen);
  return { state, damaged };
}

async function loadSchool(store: Store, state: LiveState, school: StoredSchool): Promise<boolean> {
  const { pointer } = school;
  if (pointer === undefined) {
    putSchool(state, unreadSchool(school));
    return true;
  }
  const snapshot = await usableSnapshot(store, pointer.revision);
  if (snapshot === undefined) {
    await serveLastGood(store, state, school, pointer);
    return false;
  }
  holdSnapshot(state, school.id, snapshot.revision, snapshot);
  const served = soundPointer(state, pointer);
  putSchool(state, { ...school, name: snapshot.name, pointer, served });
  return true;
}

async function serveLastGood(
  store: Store,
  state: LiveState,
  school: StoredSchool,
  pointer: StoredPointer,
): Promise<void> {
  for (const publication of await store.readHistory(school.id)) {
    if (publication.revision === pointer.revision) continue;
    const snapshot = await usableSnapshot(store, publication.revision);
    if (snapshot === undefined) continue;
    holdSnapshot(state, school.id, snapshot.revision, snapshot);
    const { revision, count, publishedAt } = publication;
    // Under its own, lower generation: a screen that holds the newer snapshot keeps it.
    const generation = generationOf(state, count);
    const staleDate = dateIn(snapshot, publishedAt);
    const served = { revision, generation, publishedAt, isStale: true, staleDate };
    putSchool(state, { ...school, name: snapshot.name, pointer, served });
    return;
  }
  putSchool(state, { ...school, name: school.id, pointer });
}

/** The school's civil date at `instant`. */
function dateIn({ identity }: StoredSnapshot, instant: number): string {
  const { offsets } = parseSnapshot(new TextDecoder().decode(identity));
  return dateText(civilAt(offsets, instant).day);
}
