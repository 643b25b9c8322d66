import type { PairingAnswer, PairingDocument } from '../../contract/pairing.ts';
import type { RefreshDice } from '../../timetable/refresh.ts';

/*
 * How a TV that is no screen becomes one, as one pure reducer: it gets two codes, shows one, and asks
 * by the other what has become of them. Times are ms on a clock that only counts: the TV's time of
 * day may be anything before the first answer.
 *
 *   no code ──codes──▶ code ──a little before it runs out──▶ the next code, and the last one is
 *      ▲                │                                    asked about once more when it is over
 *      └─denied, run out┘
 */

/** The two codes that a TV was given. */
export type Code = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly expiresAt: number;
  readonly lifetimeMs: number;
};

/** Why there is no code to show, or why it may be of no use. */
export type Trouble =
  /** Nobody answered, or somebody who is not the endpoint. */
  | 'failed'
  /** The endpoint has as many TVs as it can wait for. */
  | 'busy'
  /** The operator has refused this TV. */
  | 'denied';

export type Progress = {
  readonly code?: Code | undefined;
  /** The one before: approved in its last seconds, it still makes this TV a screen. */
  readonly former?: Code | undefined;
  /** Least time between two questions about a code. */
  readonly intervalMs: number;
  /** Nothing is asked before. */
  readonly nextAt: number;
  /** Requests failed in a row. */
  readonly failures: number;
  readonly trouble?: Trouble | undefined;
};

/** What a TV asks next. */
export type Question =
  | { readonly kind: 'codes' }
  | { readonly kind: 'outcome'; readonly deviceCode: string };

export type PairingEvent =
  /** `sentAt`: when they were asked for; their time runs from then at the earliest. */
  | {
      readonly kind: 'codes';
      readonly at: number;
      readonly sentAt: number;
      readonly document: PairingDocument;
    }
  | {
      readonly kind: 'outcome';
      readonly at: number;
      readonly deviceCode: string;
      readonly answer: Exclude<PairingAnswer, { readonly kind: 'paired' }>;
    }
  | { readonly kind: 'busy'; readonly at: number; readonly retryAfterSeconds?: number | undefined }
  | { readonly kind: 'failed'; readonly at: number }
  /** The network is back, as the browser says. */
  | { readonly kind: 'online'; readonly at: number };

/** Waits by chance; `src/sync/jitter.ts` throws them. */
export type PairingDice = Pick<RefreshDice, 'firstAsk' | 'withoutSnapshot' | 'retryAfter'>;

/** A code is replaced so long before its end, so that nobody enters one that is just over. */
const RENEW_MS = 3_000;
/** After its end nobody can approve it any more: what it has become by then, it is. */
const OVER_MS = 1_000;
/** What has been approved can be fetched for this time at least. */
const FETCH_MS = 60_000;
/** Long enough to be read. */
const DENIED_MS = 10_000;
const FIRST_INTERVAL_MS = 2_000;
const LONGEST_RETRY_SECONDS = 600;
/** One request that fails is a hiccup, and no reason to take a good code off the screen. */
const HICCUPS = 1;

/** A TV that has just found that it is no screen. */
export function pairingBegun(at: number, dice: PairingDice): Progress {
  return { intervalMs: FIRST_INTERVAL_MS, nextAt: at + dice.firstAsk(), failures: 0 };
}

/** What is to be asked next, and when. */
export function nextQuestion(progress: Progress): {
  readonly at: number;
  readonly question: Question;
} {
  const { code, former, nextAt, failures } = progress;
  // A screen whose requests fail asks for nothing at a better moment than its next.
  const notBefore = failures > 0 ? nextAt : 0;
  const next = code
    ? nextAbout(code, nextAt, notBefore)
    : { at: nextAt, question: { kind: 'codes' } as const };
  const lastLook = former && Math.max(former.expiresAt + OVER_MS, notBefore);
  if (!former || lastLook === undefined || next.at < lastLook) return next;
  return { at: lastLook, question: { kind: 'outcome', deviceCode: former.deviceCode } };
}

function nextAbout({ deviceCode, expiresAt }: Code, nextAt: number, notBefore: number) {
  const renewAt = Math.max(expiresAt - RENEW_MS, notBefore);
  if (nextAt < renewAt) return { at: nextAt, question: { kind: 'outcome', deviceCode } } as const;
  return { at: renewAt, question: { kind: 'codes' } } as const;
}

/** The code that can be entered at `at`; none while nobody would hear of it. */
export function shownCode({ code, failures, trouble }: Progress, at: number): Code | undefined {
  if (!code || at >= code.expiresAt) return undefined;
  return trouble === 'failed' && failures > HICCUPS ? undefined : code;
}

/** A TV after something has happened. */
export function pairingAfter(before: Progress, event: PairingEvent, dice: PairingDice): Progress {
  const { at } = event;
  const progress = { ...before, former: stillUseful(before.former, at) };
  switch (event.kind) {
    case 'codes': {
      const { deviceCode, userCode, expiresInSeconds, intervalSeconds } = event.document;
      const lifetimeMs = expiresInSeconds * 1000;
      const intervalMs = intervalSeconds * 1000;
      return {
        code: { deviceCode, userCode, lifetimeMs, expiresAt: event.sentAt + lifetimeMs },
        former: stillUseful(before.code, at) ?? progress.former,
        intervalMs,
        nextAt: at + intervalMs,
        failures: 0,
      };
    }
    case 'outcome':
      return event.deviceCode === before.code?.deviceCode
        ? afterOutcome(progress, event.answer, at, dice)
        : { ...heard(progress), former: undefined };
    case 'busy': {
      const { failures } = progress;
      const seconds = event.retryAfterSeconds;
      const wait =
        seconds === undefined
          ? dice.withoutSnapshot(failures)
          : dice.retryAfter(Math.min(seconds, LONGEST_RETRY_SECONDS));
      return { ...progress, trouble: 'busy', failures: failures + 1, nextAt: at + wait };
    }
    case 'failed': {
      const { failures } = progress;
      const nextAt = at + dice.withoutSnapshot(failures);
      return { ...progress, trouble: 'failed', failures: failures + 1, nextAt };
    }
    case 'online':
      // A school's TVs get their network back together.
      return before.trouble === 'failed'
        ? { ...progress, nextAt: Math.min(before.nextAt, at + dice.firstAsk()) }
        : before;
  }
}

function afterOutcome(
  before: Progress,
  answer: Exclude<PairingAnswer, { readonly kind: 'paired' }>,
  at: number,
  dice: PairingDice,
): Progress {
  const progress = heard(before);
  switch (answer.kind) {
    case 'authorization_pending':
      return { ...progress, nextAt: at + progress.intervalMs };
    case 'slow_down': {
      const intervalMs = answer.intervalSeconds * 1000;
      return { ...progress, intervalMs, nextAt: at + intervalMs };
    }
    case 'access_denied': {
      const nextAt = at + DENIED_MS + dice.firstAsk();
      return { ...progress, code: undefined, trouble: 'denied', nextAt };
    }
    case 'expired_token':
      // After a restart of the endpoint, that of all TVs at once.
      return { ...progress, code: undefined, nextAt: at + dice.firstAsk() };
  }
}

function heard(progress: Progress): Progress {
  return { ...progress, failures: 0, trouble: undefined };
}

function stillUseful(code: Code | undefined, at: number): Code | undefined {
  return code && at < code.expiresAt + FETCH_MS ? code : undefined;
}
