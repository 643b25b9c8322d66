/** One picture of the wall: a state in a language, a theme and a system of digits. */
export type LookPage = {
  /** Unique, and the name of its picture, such as `in-period-ar`. */
  readonly name: string;
  /** First language of the wall. */
  readonly language: string;
  /** The instant it shows. */
  readonly instant: number;
  /** Until this instant only the clock, the countdown and ages differ; absent: for an hour. */
  readonly steadyUntil?: number | undefined;
  /** Texts that this state must not show anywhere, such as lessons after the term. */
  readonly mustNotShow?: readonly string[] | undefined;
  /** Everything it says is said in each of these languages. */
  readonly mustSpeak?: readonly string[] | undefined;
  /** What its TV crops at each edge, in percent; absent: 5. */
  readonly safePercent?: number | undefined;
  /** Meant to be dim, such as the clock at night: its contrast is not checked. */
  readonly isDim?: boolean | undefined;
};

/** What the harness page offers to `npm run look`, as `window.look`. */
export type LookHarness = {
  readonly pages: readonly LookPage[];
  /** Paints a page, at its own instant or at another, and is done when it returns. */
  readonly show: (name: string, instant?: number) => void;
  /** Whether what is shown says that it looks the same at `instant`. */
  readonly holds: (instant: number) => boolean;
};

declare global {
  interface Window {
    look: LookHarness;
  }
}
