import type { PeriodAt } from '../timetable/wall.ts';
import { countOf } from './count.ts';
import { DayRibbon } from './day-ribbon.tsx';
import { Figures } from './figures.tsx';
import type { Ladder } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import type { Face } from './hero-face.ts';
import { LabelMark } from './label-mark.tsx';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

type HeroProps = {
  readonly voice: Voice;
  readonly face: Face;
  readonly today: readonly PeriodAt[];
  /** In rem. */
  readonly width: number;
  readonly instant: number;
};

type Steps = Pick<Ladder, 'sizes' | 'wrapped' | 'box'>;

const TILE_AND_GAP = 9.1;
const NEXT = 17;
const NEXT_TEXT = 14.6;
const GAP = 2.4;
const DIGIT = 0.6;
const COUNT_SIZE = 9.6;
const UNIT = 8.9;

/** What is on, how long it lasts and what comes next, in letters that carry ten metres. */
export function HeroLine(props: HeroProps) {
  const { face, width } = props;
  const { count, next, look, line } = face;
  const digits = count ? Math.max(2, String(count.most).length) : 0;
  const others = (count ? digits * DIGIT * COUNT_SIZE + UNIT + GAP : 0) + (next ? NEXT + GAP : 0);
  const box = width - TILE_AND_GAP - others;
  const sizes = look === 'calm' && !count ? [3.6] : [4.8, 3.6];
  return (
    <>
      <div class="hero">
        <Now
          {...props}
          tag="h1"
          name={{ sizes, wrapped: [2.1, 1.8], box }}
          lines={[line]}
          sizes={[2.2, 1.8, 1.5]}
        />
        <TimeLeft {...props} />
        <Next
          {...props}
          look="next"
          name={{ sizes: [2.8, 2.45, 2], wrapped: [1.6, 1.4], box: NEXT_TEXT }}
        />
      </div>
      <DayRibbon {...props} />
    </>
  );
}

const COLUMN_TILE = 6.1;
const COLUMN_COUNT = 14.5;

/** One of several tracks side by side: the same three answers, smaller, over its own day. */
export function HeroColumn(
  props: HeroProps & { readonly track: string; readonly isFirst: boolean },
) {
  const { face, track, isFirst, width } = props;
  const about = [track, face.line].filter((text) => text !== '').join(' · ');
  return (
    <section class="column" aria-label={track}>
      <Now
        {...props}
        tag={isFirst ? 'h1' : 'h2'}
        name={{ sizes: [2.8, 2.4, 2], wrapped: [1.5, 1.4], box: width - COLUMN_TILE }}
        lines={[about, track, face.line]}
        sizes={[1.6, 1.4]}
      />
      <div class="lower">
        <TimeLeft {...props} />
        <Next
          {...props}
          look="coming"
          name={{
            sizes: [2, 1.7, 1.4],
            wrapped: [1.4],
            box: face.count ? width - COLUMN_COUNT : width,
          }}
        />
      </div>
      <DayRibbon {...props} />
    </section>
  );
}

function Now({
  voice,
  face,
  tag,
  name,
  lines,
  sizes,
}: HeroProps & {
  readonly tag: 'h1' | 'h2';
  readonly name: Steps;
  /** What stands beneath the name, longest first. */
  readonly lines: readonly [string, ...string[]];
  readonly sizes: readonly number[];
}) {
  return (
    <div class="now">
      <div class={`bullet ${face.look}`}>
        <LabelMark label={face.tile} />
      </div>
      <div>
        <FittedText {...name} voice={voice} tag={tag} names={face.names} weight={700} />
        {lines[0] && (
          <FittedText
            voice={voice}
            tag="p"
            names={lines}
            sizes={sizes}
            weight={500}
            box={name.box}
          />
        )}
      </div>
    </div>
  );
}

/** Minutes left, rounded up; seconds in the last minute. Nothing when more than it is made for. */
function TimeLeft({ voice, face: { count }, instant }: HeroProps) {
  if (!count) return null;
  const left = countOf(count.until - instant);
  const { words, plural, figures } = voice;
  const isShown = left && (left.unit === 'seconds' || left.value <= count.most);
  return (
    <div class="left" role="timer" aria-live="off">
      <div class={count.most > 99 ? 'num three' : 'num'}>
        {isShown && <Figures text={figures(left.value)} />}
      </div>
      <div class="unit">
        {isShown && [
          <b>{plural(words.unit[left.unit], left.value)}</b>,
          plural(words[count.to], left.value),
        ]}
      </div>
    </div>
  );
}

function Next({
  voice,
  face: { next },
  look,
  name,
}: HeroProps & { readonly look: 'next' | 'coming'; readonly name: Steps }) {
  if (!next) return null;
  return (
    <div class={look}>
      <div class="label">
        <Said text={next.label} />
      </div>
      <FittedText {...name} voice={voice} class="name" names={next.names} weight={600} />
    </div>
  );
}
