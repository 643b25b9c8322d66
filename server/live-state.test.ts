import { expect, test } from 'vitest';

import { parseScreenDocument } from '../src/contract/screen.ts';
import { holdSnapshot, makeLiveState, putSchool, putScreen, settingsOf } from './live-state.ts';
import type { StoredScreen } from './store.ts';

const encodings = { identity: new Uint8Array(1), gzip: new Uint8Array(2), br: new Uint8Array(3) };
const pointer = { revision: 'r'.repeat(22), count: 4, publishedAt: 5000, document: 'd' };

// fault:H01 A thousand screens poll one server
// hallway: no change
// technician: the fullest second holds 1.09 times the mean at most
test('a thousand screens fall almost evenly on the seconds of a minute', () => {
  const perSecond = Array.from({ length: 60 }, () => 0);
  for (let ordinal = 1; ordinal <= 1000; ordinal++) {
    const second = Math.floor(settingsOf(makeScreen({ ordinal })).phase * 60);
    perSecond[second] = (perSecond[second] ?? 0) + 1;
  }
  expect(Math.max(...perSecond)).toBeLessThanOrEqual((1000 / 60) * 1.09);
});

test('a screen is told its settings, its snapshot and the build, and no secret', () => {
  const state = makeLiveState(1000, 'build-7');
  const served = { revision: pointer.revision, generation: '1000.4', publishedAt: 5000 };
  putScreen(state, makeScreen({ classes: ['1/1'], theme: 'dark' }));
  putSchool(state, { id: 'alfarabi', salt: 's', name: 'Al-Farabi', pointer, served });
  const answer = state.answers.get('hash');
  const text = new TextDecoder().decode(answer?.kind === 'document' ? answer.bytes : undefined);
  expect(parseScreenDocument(text)).toEqual({
    format: 'screen/1',
    screen: {
      id: 's1',
      school: 'alfarabi',
      name: 'Hall',
      phase: 0.618_033_988_749_894_9,
      classes: ['1/1'],
      theme: 'dark',
    },
    snapshot: served,
    build: 'build-7',
  });
  expect(text).not.toMatch(/hash|salt|ordinal/);
});

test('a screen of a school that has not published waits, with nothing to show', () => {
  const state = makeLiveState(1000, undefined);
  putScreen(state, makeScreen({}));
  const answer = state.answers.get('hash');
  expect(answer).toMatchObject({ kind: 'document' });
});

test('a screen answers to its newest token only, and to none without one', () => {
  const state = makeLiveState(1000, undefined);
  putScreen(state, makeScreen({}));
  putScreen(state, makeScreen({ id: 's2', tokenHash: 'other' }));
  putScreen(state, makeScreen({ tokenHash: 'newer' }));
  expect([...state.answers.keys()].sort()).toEqual(['newer', 'other']);
  const { tokenHash: _, ...unpaired } = makeScreen({});
  putScreen(state, unpaired);
  expect([...state.answers.keys()]).toEqual(['other']);
  // What the school publishes meanwhile pairs nobody.
  putSchool(state, { id: 'alfarabi', salt: 's', name: 'Al-Farabi', pointer });
  expect([...state.answers.keys()]).toEqual(['other']);
  expect(state.screens.get('s1')?.name).toBe('Hall');
});

test('what one screen is told does not change with another school', () => {
  const state = makeLiveState(1000, undefined);
  putScreen(state, makeScreen({}));
  const before = state.answers.get('hash');
  putSchool(state, { id: 'other', salt: 's', name: 'Other', pointer });
  expect(state.answers.get('hash')).toBe(before);
});

test('the last three revisions of a school are at hand, whatever another school does', () => {
  const state = makeLiveState(1000, undefined);
  holdSnapshot(state, 'other', 'x', encodings);
  for (const revision of ['a', 'b', 'c', 'd', 'b']) {
    holdSnapshot(state, 'alfarabi', revision, encodings);
  }
  expect(Array.from(state.snapshots.keys()).sort()).toEqual(['b', 'c', 'd', 'x']);
  holdSnapshot(state, 'alfarabi', 'e', encodings);
  expect(Array.from(state.snapshots.keys()).sort()).toEqual(['b', 'd', 'e', 'x']);
});

function makeScreen(overrides: Partial<StoredScreen>): StoredScreen {
  return {
    id: 's1',
    school: 'alfarabi',
    name: 'Hall',
    ordinal: 1,
    tokenHash: 'hash',
    addedAt: 1,
    ...overrides,
  };
}
