import type { Problem } from '../src/contract/parse.ts';
import { ParseError } from '../src/contract/parse.ts';
import type { School } from '../src/contract/school.ts';
import { textIn } from '../src/contract/text.ts';
import { draftSnapshot } from './build-snapshot.ts';
import { checkedEncodings } from './checked-encodings.ts';
import type { Deps } from './deps.ts';
import type { LiveSchool } from './live-state.ts';
import { generationOf, holdSnapshot, putSchool, soundPointer, unreadSchool } from './live-state.ts';
import { revisionOf } from './revision.ts';
import { makeSalt } from './salt.ts';
import type { Publication, PublicationKind, StoredSnapshot } from './store.ts';
import { usableSnapshot } from './usable-snapshot.ts';

/** What became of a change to a school's pointer. */
export type Outcome =
  | {
      readonly kind: 'published';
      readonly revision: string;
      readonly generation: string;
      /** False when the pointer leads there already: nothing was written. */
      readonly isNew: boolean;
      readonly warnings: readonly Problem[];
    }
  /** Somebody else's publication came between; here is theirs. */
  | { readonly kind: 'moved'; readonly revision?: string; readonly generation?: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unknown'; readonly what: string };

/** Whether the pointer is still where the caller believes it to be. */
export type Expectation = (names: readonly string[]) => boolean;

export type Publisher = {
  /** Publishes the school document in `bytes`. */
  readonly publish: (school: string, bytes: Uint8Array, expects?: Expectation) => Promise<Outcome>;
  /** Leads the pointer to an earlier revision; without one, to that before the current. */
  readonly rollback: (school: string, revision?: string, expects?: Expectation) => Promise<Outcome>;
  /** Compiles the current school document again, as after a change of time-zone data. */
  readonly recompile: (school: string) => Promise<Outcome>;
  /** Compiles it again because the stored snapshot is damaged; at most once at a time for a school. */
  readonly rebuild: (school: string) => Promise<Outcome>;
};

/** The only writer of pointers: changes are made one after another, each whole or not at all. */
export function makePublisher({ store, state, clock, log, inTurn }: Deps): Publisher {
  const rebuilding = new Map<string, Promise<Outcome>>();

  async function publishDocument(
    kind: PublicationKind,
    id: string,
    bytes: Uint8Array,
    expects: Expectation | undefined,
  ): Promise<Outcome> {
    const known = state.schools.get(id);
    if (!isExpected(known, expects)) return movedTo(known);
    const salt = known?.salt ?? makeSalt();
    const draft = draftSnapshot(bytes, salt);
    if (draft.school.id !== id) return refuse('id', `is "${draft.school.id}", not "${id}"`);
    const { warnings } = draft;
    const document = { name: revisionOf(bytes), bytes };
    const revision = revisionOf(draft.bytes);
    const isSound = known?.served !== undefined && known.served.isStale !== true;
    if (known?.pointer?.revision === revision && isSound) {
      if (known.pointer.document !== document.name) {
        await store.saveDocument(id, document);
        putSchool(state, { ...known, pointer: { ...known.pointer, document: document.name } });
      }
      return published(known.pointer, false, warnings);
    }
    // First, as it may refuse: until then nothing is written.
    const encodings = await checkedEncodings(draft.bytes);
    const school = known ?? unreadSchool(await store.saveSchool(id, salt));
    const snapshot = { ...encodings, revision, name: nameOf(draft.school) };
    return movePointer(kind, school, document, snapshot, warnings);
  }

  async function movePointer(
    kind: PublicationKind,
    school: LiveSchool,
    document: { readonly name: string; readonly bytes?: Uint8Array },
    snapshot: StoredSnapshot,
    warnings: readonly Problem[],
  ): Promise<Outcome> {
    const { id } = school;
    const { revision, name } = snapshot;
    const expected = school.pointer?.count;
    const count = (expected ?? 0) + 1;
    const pointer = { revision, count, publishedAt: clock(), document: document.name };
    const { bytes } = document;
    const isSaved = await store.publish({
      school: id,
      expected,
      publication: { ...pointer, kind },
      // What a rollback leads to is stored already.
      ...(bytes && { snapshot, document: { name: document.name, bytes } }),
    });
    // Only another process that writes the same database can have come between.
    if (!isSaved) throw new Error(`Cannot publish ${id}: its pointer has moved in the database`);
    holdSnapshot(state, id, revision, snapshot);
    putSchool(state, { ...school, name, pointer, served: soundPointer(state, pointer) });
    const generation = generationOf(state, count);
    log.info({ school: id, kind, revision, generation, bytes: snapshot.br.length }, 'published');
    return published(pointer, true, warnings);
  }

  function published(
    pointer: { readonly revision: string; readonly count: number },
    isNew: boolean,
    warnings: readonly Problem[],
  ): Outcome {
    const { revision, count } = pointer;
    const generation = generationOf(state, count);
    return { kind: 'published', revision, generation, isNew, warnings };
  }

  async function rollbackTo(
    id: string,
    revision: string | undefined,
    expects: Expectation | undefined,
  ): Promise<Outcome> {
    const school = state.schools.get(id);
    if (!school?.pointer) return { kind: 'unknown', what: `school "${id}"` };
    if (!isExpected(school, expects)) return movedTo(school);
    const history = await store.readHistory(id);
    const wanted = revision ?? revisionBefore(school.pointer.revision, history);
    if (wanted === undefined) return { kind: 'unknown', what: 'earlier revision' };
    const target = history.find((publication) => publication.revision === wanted);
    if (!target) return { kind: 'unknown', what: `revision "${wanted}" of "${id}"` };
    const isStale = school.served?.isStale ?? false;
    if (wanted === school.pointer.revision && !isStale) return published(school.pointer, false, []);
    const snapshot = await usableSnapshot(store, wanted);
    if (snapshot === undefined) return refuse('revision', 'is damaged in the database');
    return movePointer('rollback', school, { name: target.document }, snapshot, []);
  }

  async function compileAgain(kind: 'recompile' | 'rebuild', id: string): Promise<Outcome> {
    const pointer = state.schools.get(id)?.pointer;
    if (pointer === undefined) return { kind: 'unknown', what: `school "${id}"` };
    const bytes = await store.readDocument(pointer.document);
    if (bytes === undefined) return refuse('', 'the stored school document is damaged');
    return publishDocument(kind, id, bytes, undefined);
  }

  function movedTo(school: LiveSchool | undefined): Outcome {
    const pointer = school?.pointer;
    if (pointer === undefined) return { kind: 'moved' };
    const { revision, count } = pointer;
    return { kind: 'moved', revision, generation: generationOf(state, count) };
  }

  function isExpected(school: LiveSchool | undefined, expects: Expectation | undefined): boolean {
    if (expects === undefined) return true;
    const pointer = school?.pointer;
    if (pointer === undefined) return false;
    return expects([pointer.revision, generationOf(state, pointer.count)]);
  }

  const attempt = (change: () => Promise<Outcome>) => inTurn(() => refusingBadInput(change));

  return {
    publish: (school, bytes, expects) =>
      attempt(() => publishDocument('publish', school, bytes, expects)),
    rollback: (school, revision, expects) => attempt(() => rollbackTo(school, revision, expects)),
    recompile: (school) => attempt(() => compileAgain('recompile', school)),
    rebuild(school) {
      const running =
        rebuilding.get(school) ??
        attempt(() => compileAgain('rebuild', school)).finally(() => rebuilding.delete(school));
      rebuilding.set(school, running);
      return running;
    },
  };
}

async function refusingBadInput(change: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof ParseError) return { kind: 'refused', problems: error.problems };
    throw error;
  }
}

function refuse(path: string, message: string): Outcome {
  return { kind: 'refused', problems: [{ path, message }] };
}

/** What was on the walls before `current` was published, so that each rollback goes further back. */
function revisionBefore(current: string, history: readonly Publication[]): string | undefined {
  const published = history.findIndex(
    ({ revision, kind }) => revision === current && kind !== 'rollback',
  );
  return history.slice(published + 1).find(({ revision }) => revision !== current)?.revision;
}

function nameOf({ name, languages }: School): string {
  return textIn(name, languages);
}
