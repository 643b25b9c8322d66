import { Component } from 'preact';

import { ClockQuestion } from '../display/clock-question.tsx';
import { clockTextsIn } from '../display/clock-texts.ts';
import { Lazily } from '../display/lazily.tsx';
import { textWidth } from '../display/measure.ts';
import { createVoice, languagesOf } from '../display/voice.ts';
import { languageOf } from '../display/words/languages.ts';
import { civilAt, instantOf } from '../timetable/civil.ts';
import { gone, partBeside, turned, type CivilTime, type TimePart } from '../timetable/set-time.ts';
import { OverlayKeys } from './overlay-keys.tsx';
import type { PageParts } from './page-facts.ts';

const PATIENCE_MS = 120_000;
const SIDES: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const TURNS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

type Asked = {
  readonly time: CivilTime;
  /** When it was that time, on the monotonic clock; it goes on from there. */
  readonly at: number;
  readonly chosen: TimePart;
};

/** Asks whoever has pressed OK whether it is this time, and takes their word. */
export class Overlay extends Component<PageParts, Asked> {
  override state: Asked = { time: this.guess(), at: this.props.monotonic(), chosen: 'hour' };

  override componentDidUpdate(): void {
    const { clock, monotonic, call } = this.props;
    // An answer has come meanwhile, or whoever asked has gone.
    const isOver = clock.isTrusted() || monotonic() - this.state.at > PATIENCE_MS;
    if (isOver) setTimeout(() => call());
  }

  override render({ state: { kept } }: PageParts, { chosen }: Asked) {
    const { snapshot, document } = kept ?? {};
    if (!snapshot) return null;
    const { language } = document?.screen ?? {};
    const { tag, texts } = clockTextsIn(languagesOf(snapshot, language));
    return (
      <Lazily
        name="words"
        part={languageOf([tag])}
        report={undefined}
        draw={(module) => {
          if (!module) return null;
          const { words } = module;
          const voice = createVoice(snapshot, tag, words, textWidth());
          return (
            <>
              <OverlayKeys mayRepeat pressed={(key) => this.pressed(key, words.dir)} />
              <ClockQuestion voice={voice} texts={texts} time={this.time()} chosen={chosen} />
            </>
          );
        }}
      />
    );
  }

  /** The latest that is known to have been. */
  private guess(): CivilTime {
    const { clock } = this.props;
    return civilAt(this.offsets(), Math.max(clock.now(), clock.toStore().highest));
  }

  private time(): CivilTime {
    const { time, at } = this.state;
    return gone(time, (this.props.monotonic() - at) / 1000);
  }

  private offsets() {
    return this.props.state.kept?.snapshot?.offsets ?? [];
  }

  private pressed(key: string, dir: 'ltr' | 'rtl'): boolean {
    const { clock, monotonic, call } = this.props;
    const { chosen } = this.state;
    const { [key]: side } = SIDES;
    const { [key]: turn } = TURNS;
    const time = this.time();
    if (key === 'Enter') {
      clock.confirm(instantOf(this.offsets(), time.day, time.second));
      call();
      return true;
    }
    if (!side && !turn) return false;
    this.setState({
      time: turn ? turned(time, chosen, turn) : time,
      at: monotonic(),
      chosen: side ? partBeside(chosen, side, dir) : chosen,
    });
    return true;
  }
}
