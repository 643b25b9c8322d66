import type { Fault, Symptom } from './fault.ts';
import type { Planned } from './fleet-case.ts';

/** Which faults of a case a screen has not got over yet. */
export type Ledger = {
  readonly began: (planned: Planned) => void;
  readonly ended: (planned: Planned) => void;
  /** The page has heard of the endpoint’s own answer to what the screen asked at `sentAt`. */
  readonly polled: (screen: number, sentAt: number) => void;
  /** Whether something declared lets the screen, whose page started at `startedAt`, have the symptom. */
  readonly allows: (screen: number, symptom: Symptom, startedAt: number) => boolean;
};

/** Two polls after its end nothing of a fault is to be seen. */
const POLLS = 2;
/** A page gives up on a knock after this long: from an answer until what it brings is on the wall. */
const SETTLED_MS = 20_000;

type Entry = {
  readonly planned: Planned;
  readonly beganAt: number;
  endedAt: number;
  /** Good answers since its end, by screen. */
  readonly polls: Map<number, number>;
  /** When a screen had got over it. */
  readonly overAt: Map<number, number>;
};

/** A good answer to a screen. */
type Answer = { readonly screen: number; readonly sentAt: number; readonly at: number };

/** The ledger of a case, in which nothing has begun. */
export function ledgerOf(
  now: () => number,
  faults: Readonly<Record<Planned['fault'], Fault>>,
): Ledger {
  const entries: Entry[] = [];
  const answers: Answer[] = [];

  const isOver = ({ overAt }: Entry, screen: number) => (overAt.get(screen) ?? Infinity) <= now();
  const isSettled = (screen: number, startedAt: number) =>
    answers.some(
      (one) => one.screen === screen && one.sentAt >= startedAt && one.at + SETTLED_MS <= now(),
    );

  return {
    began(planned) {
      const facts = { beganAt: now(), endedAt: Infinity, polls: new Map(), overAt: new Map() };
      entries.push({ planned, ...facts });
    },

    ended(planned) {
      for (const entry of entries) if (entry.planned === planned) entry.endedAt = now();
    },

    polled(screen, sentAt) {
      answers.push({ screen, sentAt, at: now() });
      for (const { planned, endedAt, polls, overAt } of entries) {
        if (!isOf(planned, screen) || endedAt > sentAt) continue;
        const count = (polls.get(screen) ?? 0) + 1;
        polls.set(screen, count);
        if (count === POLLS) overAt.set(screen, now() + SETTLED_MS);
      }
    },

    allows(screen, symptom, startedAt) {
      const own = entries.filter(({ planned }) => isOf(planned, screen));
      return own.some((entry) =>
        (faults[entry.planned.fault].declares ?? []).some((declared) => {
          if (declared.symptom !== symptom) return false;
          const isPast = declared.forGood ? isSettled(screen, startedAt) : isOver(entry, screen);
          if (isPast) return false;
          if (declared.needsStart === true && startedAt < entry.beganAt) return false;
          if (now() - startedAt > (declared.withinMs ?? Infinity)) return false;
          const others = declared.with;
          return (
            !others ||
            own.some((other) => others.includes(other.planned.fault) && !isOver(other, screen))
          );
        }),
      );
    },
  };
}

function isOf({ screens }: Planned, screen: number): boolean {
  return screens.includes(screen);
}
