import { quantile } from '../quantile.ts';
import type { Exchange, ScreenNotes } from './messages.ts';

/** A screen's client gives up after 10 s; whatever lasts as long and brings nothing is a timeout. */
const TIMEOUT_MS = 9_500;
const SECOND_MS = 1_000;
/** A knock that is late still belongs to its slot, and the next one may be on time. */
const LATE_MS = 5_000;

/** Which revision a school's screens should show. */
export type Expected = ReadonlyMap<string, string>;

export type RequestFigures = {
  readonly requests: number;
  /** Given up by the screen. */
  readonly timeouts: number;
  /** Answered by nobody, for whatever reason; timeouts included. */
  readonly failed: number;
  /** Requests for the pointer in the fullest second, and in all seconds on the average. */
  readonly fullestSecond: number;
  readonly meanSecond: number;
  readonly answerMs: Spread;
  readonly connections: number;
};

export type Spread = { readonly p50: number; readonly p95: number; readonly max: number };

/** What all requests of the screens have come to, within `windowMs`. */
export function requestFigures(screens: readonly ScreenNotes[], windowMs: number): RequestFigures {
  const all = screens.flatMap(({ exchanges }) => exchanges);
  const failed = all.filter(({ status }) => status === 0);
  const pointers = all.filter(({ kind }) => kind === 'pointer');
  return {
    requests: all.length,
    timeouts: failed.filter(({ ms }) => ms >= TIMEOUT_MS).length,
    failed: failed.length,
    fullestSecond: fullest(pointers),
    meanSecond: (pointers.length * SECOND_MS) / windowMs,
    answerMs: spreadOf(all.filter(({ status }) => status !== 0).map(({ ms }) => ms)),
    connections: sum(screens.map(({ connections }) => connections)),
  };
}

/** The fullest second of all but those from `from` to `to`, in requests for the pointer. */
export function fullestSecondBut(
  screens: readonly ScreenNotes[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const [first, last] = [from, to].map((at) => Math.floor(at / SECOND_MS));
  const isOther = ({ at }: Exchange) => {
    const second = Math.floor(at / SECOND_MS);
    return second < (first ?? 0) || second > (last ?? 0);
  };
  const pointers = screens.flatMap(({ exchanges }) =>
    exchanges.filter(({ kind }) => kind === 'pointer'),
  );
  return fullest(pointers.filter(isOther));
}

export type ServedFigures = {
  readonly screens: number;
  /** Shows what its school has published. */
  readonly right: number;
  readonly rightAt20s: number;
  /** From `since` until a screen was right. */
  readonly rightAfterS: Spread;
  /** From a screen's first request until it was right. */
  readonly requestToRightMs: Spread;
};

/** How soon screens came to show what their schools have published, from `since` on. */
export function servedFigures(
  screens: readonly ScreenNotes[],
  expected: Expected,
  since: number,
): ServedFigures {
  const served = screens.flatMap((notes) => {
    const at = rightAt(notes, expected);
    return at === undefined ? [] : [{ at, askedAt: askBefore(notes, at)?.at }];
  });
  const after = served.map(({ at }) => (at - since) / SECOND_MS);
  return {
    screens: screens.length,
    right: served.length,
    rightAt20s: after.filter((seconds) => seconds <= 20).length,
    rightAfterS: spreadOf(after),
    requestToRightMs: spreadOf(
      served.flatMap(({ at, askedAt }) => (askedAt === undefined ? [] : [at - askedAt])),
    ),
  };
}

/** From each screen's first question for the pointer until it was confirmed, in ms. */
export function confirmedFigures(screens: readonly ScreenNotes[]): {
  readonly confirmed: number;
  readonly requestToConfirmedMs: Spread;
} {
  const all = screens.flatMap(({ exchanges, confirmed }) => {
    const [first] = confirmed;
    const asked = exchanges.find(({ kind }) => kind === 'pointer');
    return first && asked ? [first.at - asked.at] : [];
  });
  return { confirmed: all.length, requestToConfirmedMs: spreadOf(all) };
}

/** Screens that asked for the pointer again before their next slot, `periodMs` later. */
export function hurried(screens: readonly ScreenNotes[], periodMs: number): number {
  return screens.filter(({ exchanges }) => {
    const asked = exchanges.filter(({ kind }) => kind === 'pointer').map(({ at }) => at);
    return asked.some((at, n) => n > 0 && at - (asked[n - 1] ?? 0) < periodMs - LATE_MS);
  }).length;
}

/** Median, 95th percentile and maximum; NaN of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) };
}

function rightAt({ school, shown }: ScreenNotes, expected: Expected): number | undefined {
  return shown.find(({ revision }) => revision === expected.get(school))?.at;
}

/** The question whose answer made the screen right: what came of earlier ones is not forgotten. */
function askBefore({ exchanges }: ScreenNotes, at: number): Exchange | undefined {
  return exchanges.find((one) => one.kind === 'pointer' && one.at <= at);
}

function fullest(exchanges: readonly Exchange[]): number {
  const seconds = new Map<number, number>();
  for (const { at } of exchanges) {
    const second = Math.floor(at / SECOND_MS);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return Math.max(0, ...seconds.values());
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
