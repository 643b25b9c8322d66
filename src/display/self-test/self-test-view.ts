/** What is looked at before a screen is left alone, in this order. */
export const STEPS = [
  'worker',
  'files',
  'restart',
  'storage',
  'persist',
  'coverage',
  'poll',
  'clock',
  'corners',
] as const;

export type StepName = (typeof STEPS)[number];

/** What there is to say about a step besides its name. */
export const REMARKS = [
  'checked',
  'counted',
  'http',
  'notInstalled',
  'damaged',
  'fromNetwork',
  'notKept',
  'notPromised',
  'until',
  'ends',
  'notPublished',
  'noAnswer',
  'at',
  'within',
  'corrected',
  'corners',
] as const;

export type Remark = (typeof REMARKS)[number];

export type Outcome = {
  /** `limited`: it cannot be had here, as on plain http, and the wall lives without it. */
  readonly kind: 'ok' | 'limited' | 'failed';
  readonly remark?: Remark | undefined;
  /** A number, a date: what the remark is about. */
  readonly about?: string | undefined;
};

export type Verdict = 'running' | 'corners' | 'failed' | 'limited' | 'safe';

export type SelfTestView = {
  readonly outcomes: Outcomes;
  /** The step that is under way. */
  readonly running: StepName | undefined;
  /** Until it closes by itself, such as `1:52`; absent while something is under way. */
  readonly left?: string | undefined;
};

export type Outcomes = Readonly<Partial<Record<StepName, Outcome>>>;

/** Whether a screen may be left. A fault is told at once, while the marks wait for a person's word. */
export function verdictOf(outcomes: Outcomes): Verdict {
  const others = STEPS.filter((name) => name !== 'corners').map((name) => outcomes[name]?.kind);
  if (others.includes(undefined)) return 'running';
  if (others.includes('failed')) return 'failed';
  if (!outcomes.corners) return 'corners';
  return others.includes('limited') ? 'limited' : 'safe';
}
