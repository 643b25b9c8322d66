import { expect, test, vi } from 'vitest';

import { STEPS, verdictOf, type Outcome } from '../../display/self-test/self-test-view.ts';
import { selfTestRun, type Probes } from './self-test-run.ts';

const OK: Outcome = { kind: 'ok' };
const FAILED: Outcome = { kind: 'failed', remark: 'noAnswer' };

function makeProbes(overrides: Partial<Probes> = {}) {
  const probes: Probes = {
    worker: async () => OK,
    files: async () => OK,
    restart: async () => OK,
    storage: async () => OK,
    persist: async () => OK,
    coverage: async () => OK,
    poll: async () => OK,
    clock: async () => OK,
    ...overrides,
  };
  return probes;
}

test('every step is looked at in its order, and the last is asked of a person', async () => {
  const seen: unknown[] = [];
  const run = selfTestRun({}, makeProbes(), () => {
    const { running } = run.state();
    if (running) seen.push(running);
  });
  await run.start();
  expect(seen).toEqual(STEPS.filter((name) => name !== 'corners'));
  expect(verdictOf(run.state().outcomes)).toBe('corners');
  run.seeCorners();
  expect(verdictOf(run.state().outcomes)).toBe('safe');
});

test('what was found before the page was loaded anew is not looked at again', async () => {
  const worker = vi.fn(async () => OK);
  const files = vi.fn(async () => OK);
  const run = selfTestRun({ worker: OK, corners: OK }, makeProbes({ worker, files }), () => {});
  await run.start();
  expect(worker).not.toHaveBeenCalled();
  expect(files).toHaveBeenCalledTimes(1);
  expect(verdictOf(run.state().outcomes)).toBe('safe');
});

test('one step that fails keeps no other from being looked at, nor does one that breaks', async () => {
  const probes = makeProbes({
    files: async () => FAILED,
    storage: () => Promise.reject(new Error('no database')),
  });
  const run = selfTestRun({}, probes, () => {});
  await run.start();
  expect(run.state().outcomes).toMatchObject({
    files: FAILED,
    storage: { kind: 'failed' },
    clock: OK,
  });
  expect(verdictOf(run.state().outcomes)).toBe('failed');
});

/** A step that is under way until it is told what it finds. */
function makePending() {
  let resolve: ((outcome: Outcome) => void) | undefined;
  const found = new Promise<Outcome>((settle) => (resolve = settle));
  return { probe: () => found, end: (outcome: Outcome) => resolve?.(outcome) };
}

test('a person may answer while a step is under way', async () => {
  const { probe: files, end } = makePending();
  const run = selfTestRun({}, makeProbes({ files }), () => {});
  const ended = run.start();
  await vi.waitFor(() => expect(run.state().running).toBe('files'));
  run.seeCorners();
  expect(run.state()).toMatchObject({ running: 'files', outcomes: { corners: OK } });
  end(OK);
  await ended;
  expect(verdictOf(run.state().outcomes)).toBe('safe');
});

test('a run that was stopped says nothing more', async () => {
  const { probe: files, end } = makePending();
  const run = selfTestRun({}, makeProbes({ files }), () => {});
  const ended = run.start();
  await vi.waitFor(() => expect(run.state().running).toBe('files'));
  run.stop();
  end(OK);
  await ended;
  expect(run.state().outcomes).toEqual({ worker: OK });
});

test.each([
  [
    'what cannot be had here leaves a screen that works, and no promise',
    { kind: 'limited' },
    'limited',
  ],
  ['a fault is told before the person is asked', FAILED, 'failed'],
] as const)('%s', (_, files, verdict) => {
  const asked = STEPS.filter((name) => name !== 'corners' || verdict !== 'failed');
  const all = Object.fromEntries(asked.map((name) => [name, OK]));
  expect(verdictOf({ ...all, files })).toBe(verdict);
});
