import type { Credential } from '../../contract/stored.ts';
import type { AnswerTime, AskDeps } from '../../sync/ask.ts';
import { askForCodes, askForOutcome, type Asked } from './ask-pairing.ts';
import {
  nextQuestion,
  pairingAfter,
  pairingBegun,
  type PairingDice,
  type PairingEvent,
  type Progress,
  type Question,
} from './progress.ts';

export type PairingDeps = AskDeps & {
  readonly dice: PairingDice;
  readonly setTimeout: (work: () => void, ms: number) => void;
  /** There is something new to show. */
  readonly changed: () => void;
  /** An answer has told the time. */
  readonly heardTime: (time: AnswerTime) => void;
  /** The TV is a screen from now on. Said once, after which the loop has ended. */
  readonly paired: (credential: Credential) => void;
};

/** A TV's way to become a screen. */
export type PairingLoop = {
  readonly progress: () => Progress;
  /** Begins to ask, or goes on where it was stopped; its code may be good still. */
  readonly start: () => void;
  readonly stop: () => void;
  /** The browser says that the network is back. */
  readonly online: () => void;
};

/** The loop of a TV that is no screen; it rests until it is started. */
export function pairingLoop(deps: PairingDeps): PairingLoop {
  let progress: Progress | undefined;
  let isRunning = false;
  let isAsking = false;
  /** Each start and each new instant makes the timers before it void. */
  let round = 0;

  function now(): Progress {
    progress ??= pairingBegun(deps.monotonic(), deps.dice);
    return progress;
  }

  function arm() {
    round += 1;
    if (!isRunning || isAsking) return;
    const mine = round;
    const { at, question } = nextQuestion(now());
    deps.setTimeout(
      () => {
        if (mine === round && isRunning) void follow(question);
      },
      Math.max(0, at - deps.monotonic()),
    );
  }

  function happened(event: PairingEvent) {
    progress = pairingAfter(now(), event, deps.dice);
    deps.changed();
  }

  async function follow(question: Question): Promise<void> {
    isAsking = true;
    try {
      await (question.kind === 'codes' ? getCodes() : getOutcome(question.deviceCode));
    } finally {
      isAsking = false;
      arm();
    }
  }

  async function getCodes(): Promise<void> {
    const sentAt = deps.monotonic();
    const document = take(await askForCodes(deps));
    if (document) happened({ kind: 'codes', at: deps.monotonic(), sentAt, document });
  }

  async function getOutcome(deviceCode: string): Promise<void> {
    const answer = take(await askForOutcome(deviceCode, deps));
    if (!answer) return;
    if (answer.kind !== 'paired') {
      happened({ kind: 'outcome', at: deps.monotonic(), deviceCode, answer });
      return;
    }
    isRunning = false;
    progress = undefined;
    deps.paired(answer.credential);
  }

  /** What was said; anything else is noted. */
  function take<Said>(asked: Asked<Said>): Said | undefined {
    if (asked.time) deps.heardTime(asked.time);
    if (asked.kind === 'said') return asked.said;
    happened({ ...asked, at: deps.monotonic() });
    return undefined;
  }

  return {
    progress: now,
    start() {
      if (isRunning) return;
      isRunning = true;
      arm();
    },
    stop() {
      isRunning = false;
      round += 1;
    },
    online() {
      happened({ kind: 'online', at: deps.monotonic() });
      arm();
    },
  };
}
