import { Component } from 'preact';

import { object, oneOf, optional, parseAs, record, string } from '../../contract/guard.ts';
import { SelfTestScreen } from '../../display/self-test/self-test-screen.tsx';
import { REMARKS, verdictOf, type Outcomes } from '../../display/self-test/self-test-view.ts';
import { OverlayKeys } from '../overlay-keys.tsx';
import type { PageParts } from '../page-facts.ts';
import { settingsOf } from '../page-state.ts';
import { note, noted, SELF_TEST } from '../session.ts';
import { probesOf } from './probes.ts';
import { selfTestRun, type SelfTestRun } from './self-test-run.ts';

/** Long enough to be read, and to walk to the corners; nobody may be there at all. */
const SHOWN_MS = 120_000;

const Noted = record(
  object({
    kind: oneOf('ok', 'limited', 'failed'),
    remark: optional(oneOf(...REMARKS)),
    about: optional(string),
  }),
);

type OverlayState = { readonly run?: SelfTestRun; readonly closesAt?: number };

/** Whether this screen may be left alone. A part of it is a reload, after which it goes on. */
export class Overlay extends Component<PageParts, OverlayState> {
  override componentDidMount(): void {
    const text = noted(SELF_TEST);
    // Whatever becomes of this page, it is not to go on for ever.
    note(SELF_TEST, '');
    void this.begin(outcomesIn(text), text !== undefined);
  }

  override componentWillUnmount(): void {
    this.state.run?.stop();
  }

  override componentDidUpdate(): void {
    const { monotonic, call, state } = this.props;
    const isOver = monotonic() >= (this.state.closesAt ?? Infinity);
    // Not while the page is being drawn.
    if (isOver || !settingsOf(state)) setTimeout(() => call());
  }

  override render({ monotonic }: PageParts, { run, closesAt }: OverlayState) {
    const { outcomes, running } = run?.state() ?? { outcomes: {} };
    const left = closesAt === undefined ? undefined : countOf(closesAt - monotonic());
    return (
      <>
        <OverlayKeys pressed={(key) => this.pressed(key)} />
        <SelfTestScreen outcomes={outcomes} running={running} left={left} />
      </>
    );
  }

  private async begin(known: Outcomes, isResumed: boolean): Promise<void> {
    this.state.run?.stop();
    const probes = probesOf(
      () => this.props,
      () => run.state().outcomes,
      isResumed,
    );
    const run = selfTestRun(known, probes, () => this.setState({}));
    this.setState({ run, closesAt: Infinity });
    await run.start();
    if (this.state.run === run) this.setState({ closesAt: this.props.monotonic() + SHOWN_MS });
  }

  private pressed(key: string): boolean {
    const { run } = this.state;
    const outcomes = run?.state().outcomes ?? {};
    if (key === '0') void this.begin({}, false);
    else if (key !== 'Enter') return false;
    else if (!outcomes.corners) run?.seeCorners();
    else if (verdictOf(outcomes) !== 'running') this.props.call();
    return true;
  }
}

function outcomesIn(text: string | undefined): Outcomes {
  try {
    return parseAs(Noted, JSON.parse(text ?? '{}'), 'self-test');
  } catch {
    return {};
  }
}

function countOf(ms: number): string | undefined {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds === Infinity) return undefined;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
