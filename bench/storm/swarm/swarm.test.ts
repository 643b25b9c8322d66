import { readFileSync } from 'node:fs';

import { expect, test, vi } from 'vitest';

import { caseText, replayCommand } from './case-text.ts';
import { apart, caseNamed, pairs, randomCase, singles } from './cases.ts';
import type { Fault } from './fault.ts';
import { ALL_FAULTS, CLIENT_FAULTS, FAULTS, type FaultName } from './faults.ts';
import { runCase } from './run-case.ts';
import { runSwarm, type Failed } from './run-swarm.ts';

const SEED = 1;
const SOME_PAIRS = 2;
const SOME_RANDOM = 2;
const MINUTE = 60_000;

// Of a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const texts = (failed: readonly Failed[]) =>
  failed.map((one) => caseText(one.case, one.violations)).join('\n\n');

test('each fault, some pairs and some random sets show nothing beyond what is declared', async () => {
  const all = pairs(SEED);
  const every = Math.floor(all.length / SOME_PAIRS);
  const some = all.filter((_, at) => at % every === 0);
  const random = Array.from({ length: SOME_RANDOM }, (_, number) => randomCase(SEED, number));
  const servers = singles(SEED).filter(({ name }) => name.startsWith('server'));
  const dark = caseNamed(SEED, 'hang+stoppedClock+allLost');
  const { faults, ended } = withEndsNoted();
  const cases = [...apart(SEED), ...servers, ...some, dark, ...random];
  const outcome = await runSwarm(cases, { faults });
  expect(texts(outcome.failed)).toBe('');
  expect(outcome.screenMinutes).toBeGreaterThan(2_000);
  // Cases are planned by what a fault says of itself.
  expect(ALL_FAULTS.filter((name) => !ended.has(name))).toEqual(
    ALL_FAULTS.filter((name) => FAULTS[name].isMoment),
  );
  // Faults that nothing is seen of would be no faults.
  const { stale, wrong, unsure, blank } = outcome.minutes;
  expect(Math.min(stale, wrong, unsure, blank)).toBeGreaterThan(0);
});

test('one seed is one case, to the last digit; another is another', async () => {
  const once = await runCase(randomCase(7, 3));
  expect(await runCase(randomCase(7, 3))).toEqual(once);
  expect(randomCase(8, 3).planned).not.toEqual(randomCase(7, 3).planned);
});

test('a case is found again by its name', () => {
  expect(caseNamed(7, '3')).toEqual(randomCase(7, 3));
  expect(caseNamed(7, 'hang+portal')).toEqual(pairs(7).find(({ name }) => name === 'hang+portal'));
  expect(() => caseNamed(7, 'hang+nothing')).toThrow(/no fault nothing/);
});

/** The faults, with one of them changed. */
function withChanged(name: FaultName, change: Partial<Fault>): typeof FAULTS {
  return { ...FAULTS, [name]: { ...FAULTS[name], ...change } };
}

test.each<[FaultName, string]>([
  ['hang', 'stale'],
  ['hourAhead', 'wrong'],
  ['factoryClock', 'unsure'],
])('what "%s" does would be found if it were not declared: %s', async (name, symptom) => {
  const faults = withChanged(name, { declares: [] });
  const { violations } = await runCase(caseNamed(SEED, name), { faults });
  expect(violations.map((one) => one.symptom)).toContain(symptom);
});

/** The faults, and which of them have given what ends them. */
function withEndsNoted() {
  const ended = new Set<FaultName>();
  const faults: Record<FaultName, Fault> = { ...FAULTS };
  for (const name of ALL_FAULTS) {
    const { begin } = FAULTS[name];
    faults[name] = {
      ...FAULTS[name],
      begin: async (scene, hit) => {
        const end = await begin(scene, hit);
        if (end) ended.add(name);
        return end;
      },
    };
  }
  return { faults, ended };
}

test('what happens in one moment is over after two answers, however long others go on', async () => {
  const { begin } = FAULTS.hourAhead;
  const onceMore = withChanged('hourAhead', {
    begin: async (scene, hit) => {
      await begin(scene, hit);
      // Nobody is told of it.
      scene.at(scene.browsers.now() + 5 * MINUTE, async () => {
        await begin(scene, hit);
      });
    },
  });
  const one = caseNamed(SEED, 'hourAhead');
  const planned = one.planned.map((moment) => ({ ...moment, to: moment.from + 10 * MINUTE }));
  const { violations } = await runCase({ ...one, planned }, { faults: onceMore });
  expect(violations.map(({ symptom }) => symptom)).toContain('wrong');
});

test('a screen that stays behind a fault for good is found not to converge', async () => {
  const { begin } = FAULTS.hang;
  const faults = withChanged('hang', {
    begin: async (scene, hit) => {
      await begin(scene, hit);
    },
  });
  const one = caseNamed(SEED, 'hang');
  const { violations } = await runCase(one, { faults });
  expect(violations.map((found) => found.symptom)).toContain('silent');
  expect(violations.map((found) => found.symptom)).toContain('not converged');
  const text = caseText(one, violations);
  expect(text).toContain('screen 0: silent');
  expect(text).toContain(replayCommand(one, one));
});

test('a disk that stays full is found to hold what is not the newest', async () => {
  const { begin } = FAULTS.diskFull;
  const faults = withChanged('diskFull', {
    begin: async (scene, hit) => {
      await begin(scene, hit);
    },
  });
  const { violations } = await runCase(caseNamed(SEED, 'diskFull'), { faults });
  expect(violations.map((found) => found.symptom)).toContain('not stored');
});

test('every id of a fault is one of the page, and every fault that is named exists', () => {
  const page = readFileSync('docs/faults.md', 'utf8');
  for (const name of ALL_FAULTS) {
    const { page: ids, declares = [] } = FAULTS[name];
    for (const id of ids) expect(page).toContain(`| **${id}** |`);
    for (const { with: others = [] } of declares)
      expect(ALL_FAULTS).toEqual(expect.arrayContaining([...others]));
  }
  expect(pairs(SEED)).toHaveLength(CLIENT_FAULTS.length * (CLIENT_FAULTS.length - 1));
});
