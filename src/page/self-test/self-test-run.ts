import {
  STEPS,
  type Outcome,
  type Outcomes,
  type StepName,
} from '../../display/self-test/self-test-view.ts';

/** What looks at each step; the last is a person's. Rejecting is failing. */
export type Probes = Readonly<Record<Exclude<StepName, 'corners'>, () => Promise<Outcome>>>;

export type SelfTestState = {
  readonly outcomes: Outcomes;
  readonly running?: StepName | undefined;
};

export type SelfTestRun = {
  readonly state: () => SelfTestState;
  /** Resolves when every step but the person's has been looked at, or it was stopped. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** A person sees all four corner marks. */
  readonly seeCorners: () => void;
};

/** A run of the self-test, which goes on from `known`: what was found before the page was loaded anew. */
export function selfTestRun(known: Outcomes, probes: Probes, changed: () => void): SelfTestRun {
  let state: SelfTestState = { outcomes: known };
  let isStopped = false;

  function became(next: SelfTestState) {
    state = next;
    changed();
  }

  function found(name: StepName, outcome: Outcome) {
    became({ outcomes: { ...state.outcomes, [name]: outcome } });
  }

  return {
    state: () => state,
    async start() {
      for (const name of STEPS) {
        if (name === 'corners' || state.outcomes[name]) continue;
        became({ ...state, running: name });
        const outcome = await probes[name]().catch(() => ({ kind: 'failed' }) as const);
        if (isStopped) return;
        found(name, outcome);
      }
    },
    stop: () => {
      isStopped = true;
    },
    seeCorners() {
      const { running } = state;
      found('corners', { kind: 'ok' });
      became({ ...state, running });
    },
  };
}
