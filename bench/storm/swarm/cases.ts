import { generatorOf } from '../generator-of.ts';
import { ALL_FAULTS, CLIENT_FAULTS, faultNamed, FAULTS, type FaultName } from './faults.ts';
import type { FleetCase, Planned } from './fleet-case.ts';
import { BEGIN, SCREENS } from './fleet.ts';

const MINUTE = 60_000;
/** By then every screen has stored two generations. */
const FIRST_MS = 12 * MINUTE;
const PAIR_SPREAD_MS = 4 * MINUTE;
const LEAST_MS = MINUTE;
const [PAIR_LEAST_MS, PAIR_MOST_MS] = [8 * MINUTE, 14 * MINUTE];
/** Until nothing is to be seen of a fault of one moment. */
const AFTERMATH_MS = 2 * MINUTE;
const RANDOM_SPREAD_MS = 26 * MINUTE;
const RANDOM_MOST_MS = 16 * MINUTE;
const [LEAST_FAULTS, MOST_FAULTS] = [2, 6];
const EVERY_SCREEN = Array.from({ length: SCREENS }, (_, screen) => screen);
/** The last one of a pair is left in peace: what happens to others is nothing to it. */
const HIT_BY_PAIRS = EVERY_SCREEN.slice(0, -1);

/** Each fault alone. */
export function singles(seed: number): readonly FleetCase[] {
  return ALL_FAULTS.map((fault) => together(seed, [fault]));
}

/** Every two faults of a screen together: once in the order of the list, and then the other way round. */
export function pairs(seed: number): readonly FleetCase[] {
  const forward = CLIENT_FAULTS.flatMap((first, at) =>
    CLIENT_FAULTS.slice(at + 1).map((second) => [first, second] as const),
  );
  const backward = forward.map(([first, second]) => [second, first] as const);
  return [...forward, ...backward].map((faults) => together(seed, faults));
}

/** Each fault of a screen once more, one on each screen: as many as there are screens at a time. */
export function apart(seed: number): readonly FleetCase[] {
  const names = Array.from({ length: Math.ceil(CLIENT_FAULTS.length / SCREENS) }, (_, at) =>
    CLIENT_FAULTS.slice(at * SCREENS, (at + 1) * SCREENS).join(','),
  );
  return names.map((name) => caseNamed(seed, name));
}

/** Some faults at any moments, on any screens. */
export function randomCase(seed: number, number: number): FleetCase {
  const name = String(number);
  const random = generatorOf(seed, `case ${name}`);
  const count = LEAST_FAULTS + Math.floor(random() * (MOST_FAULTS - LEAST_FAULTS + 1));
  const planned = Array.from({ length: count }, (_, index): Planned => {
    const fault = ALL_FAULTS[Math.floor(random() * ALL_FAULTS.length)] ?? 'hang';
    const from = BEGIN + FIRST_MS + random() * RANDOM_SPREAD_MS;
    const lastsMs = LEAST_MS + random() * (RANDOM_MOST_MS - LEAST_MS);
    const to = isMoment(fault) ? from : from + lastsMs;
    const some = EVERY_SCREEN.filter(() => random() < 0.5);
    const screens = some.length === 0 ? EVERY_SCREEN : some;
    return { index, fault, from, to, screens: isOfAll(fault) ? EVERY_SCREEN : screens };
  });
  return { seed, name, planned };
}

/** The case of this name. Throws a `RangeError` when there can be none. */
export function caseNamed(seed: number, name: string): FleetCase {
  if (/^\d{1,9}$/.test(name)) return randomCase(seed, Number(name));
  const faults = name.split(/[+,]/).map((one) => {
    const fault = faultNamed(one);
    if (fault) return fault;
    throw new RangeError(`There is no fault ${one}: it is one of ${ALL_FAULTS.join(', ')}`);
  });
  const whole = together(seed, faults);
  if (!name.includes(',')) return whole;
  const planned = whole.planned.map((one) => ({ ...one, screens: [one.index % SCREENS] }));
  return { seed, name, planned };
}

/** What is left of a case when only the faults at these places happen. */
export function onlyFaults({ planned, ...rest }: FleetCase, indices: readonly number[]): FleetCase {
  return { ...rest, planned: planned.filter(({ index }) => indices.includes(index)) };
}

/** Faults of which each begins while the one before goes on, or before a screen has got over it. */
function together(seed: number, faults: readonly FaultName[]): FleetCase {
  const name = faults.join('+');
  const random = generatorOf(seed, `case ${name}`);
  let from = BEGIN + FIRST_MS + random() * PAIR_SPREAD_MS;
  const planned = faults.map((fault, index): Planned => {
    const lastsMs = PAIR_LEAST_MS + random() * (PAIR_MOST_MS - PAIR_LEAST_MS);
    const to = isMoment(fault) ? from : from + lastsMs;
    const one = { index, fault, from, to, screens: isOfAll(fault) ? EVERY_SCREEN : HIT_BY_PAIRS };
    from += random() * (isMoment(fault) ? AFTERMATH_MS : lastsMs);
    return one;
  });
  return { seed, name, planned };
}

function isMoment(fault: FaultName): boolean {
  return FAULTS[fault].isMoment === true;
}

function isOfAll(fault: FaultName): boolean {
  return FAULTS[fault].isServers === true;
}
