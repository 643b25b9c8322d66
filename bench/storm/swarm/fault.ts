import type { Browsers } from './browsers.ts';
import type { SchoolServer } from './school-server.ts';
import type { Tv } from './tv.ts';

/** What can be wrong with a screen at an instant. */
export const SYMPTOMS = [
  'stale',
  'wrong',
  'unsure',
  'blank',
  'regressed',
  'twice',
  'foreign',
] as const;
/**
 * `stale`: right by an older timetable. `wrong`: right by none, or by a clock that is off. `unsure`:
 * the bells only, and "Clock not set". `blank`: no timetable. `regressed`: an older generation than
 * before. `twice`: two requests in one slot. `foreign`: bytes that were never published for its school.
 */
export type Symptom = (typeof SYMPTOMS)[number];
/** Nothing that breaks excuses another school's timetable. */
export type Declarable = Exclude<Symptom, 'foreign'>;

/** What `docs/faults.md` lets the hallway see of a fault, until the screen has got over it. */
export type Declared = {
  readonly symptom: Declarable;
  readonly because: string;
  /** Only together with one of these. */
  readonly with?: readonly string[];
  /** Only if the page starts in the meantime. */
  readonly needsStart?: true;
  /** Only so soon after a start, in ms. */
  readonly withinMs?: number;
  /**
   * The device is known for it from then on: at every later start as well, and each time only until
   * the first good answer since that start.
   */
  readonly forGood?: true;
};

/** What a fault acts on. */
export type Scene = {
  readonly browsers: Browsers;
  readonly server: SchoolServer;
  readonly tv: (screen: number) => Tv;
  readonly schoolOf: (screen: number) => number;
  /** Lets something happen later, as long as the case goes on. */
  readonly at: (instant: number, work: () => void | Promise<void>) => void;
};

/** Where and until when a fault acts; its own dice. */
export type Hit = {
  readonly screen: number;
  readonly until: number;
  readonly random: () => number;
};

export type End = () => void | Promise<void>;

export type Fault = {
  /** In words, for whoever reads a failure. */
  readonly title: string;
  /** Its ids in `docs/faults.md`. */
  readonly page: readonly string[];
  /** Gives what ends it. Where there is nothing to end, it was over when it had begun. */
  readonly begin: (scene: Scene, hit: Hit) => End | void | Promise<End | void>;
  readonly declares?: readonly Declared[];
  /** It happens at once, and nothing ends it. */
  readonly isMoment?: true;
  /** It happens to the endpoint, and so to all screens at once. */
  readonly isServers?: true;
  /** How long it holds a screen back after its end, in ms, as where the screen was told to wait. */
  readonly lingersMs?: number;
};
