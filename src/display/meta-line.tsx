import type { ComponentChild } from 'preact';

import { FILL, linesOf, type WidthOf } from './fit.ts';
import { Icon, type IconName } from './icon.tsx';
import { Said } from './said.tsx';

export type Pill = { readonly icon: IconName; readonly text: string; readonly age: string };

export type MetaLineProps = {
  /** Absent while nobody knows what time it is. */
  readonly clock?: ComponentChild;
  readonly clockWidth: number;
  /** Gregorian date, then Hijri. */
  readonly dates: readonly string[];
  readonly pill: Pill | undefined;
  readonly school: string;
  readonly logo?: string | undefined;
  readonly width: number;
  readonly widthOf: WidthOf;
};

const TEXT = 1.5;
const SMALL = 1.4;
const GAP = 1.6;
const DOT = 2.2;
const PILL_EDGES = 5.2;
const LOGO = 3.6;

/** The first line of every wall: the time, the date, how old the data is, and whose school it is. */
export function MetaLine(props: MetaLineProps) {
  const { clock, dates, pill, school, logo } = props;
  const name = schoolFit(props);
  return (
    <div class={clock ? 'meta' : 'meta unset'}>
      {clock && <div class="clock">{clock}</div>}
      <div class="who">{dates.map((date, at) => [at > 0 && <i />, <bdi>{date}</bdi>])}</div>
      <div role="status">
        {pill && (
          <div class="asof">
            <Icon name={pill.icon} />
            <span>
              <Said text={pill.text} />
            </span>
            {pill.age && <span class="age">{pill.age}</span>}
          </div>
        )}
      </div>
      <div class={`school ${name.look}`}>
        {name.look !== 'none' && <bdi style={name.style}>{school}</bdi>}
        {logo && <img src={logo} alt="" />}
      </div>
    </div>
  );
}

// Whose school it is gives way first: nobody in the hall needs to be told.
function schoolFit(props: MetaLineProps): {
  readonly look: 'one' | 'small' | 'two' | 'none';
  readonly style?: { readonly width: string };
} {
  const { clockWidth, dates, pill, school, logo, width, widthOf } = props;
  const date = dates.reduce((sum, one) => sum + widthOf(one, 500) * TEXT, DOT * (dates.length - 1));
  const age = pill ? widthOf(pill.text + pill.age, 500) * TEXT + PILL_EDGES : 0;
  const rest = (width - clockWidth - date - age - 3 * GAP - (logo ? LOGO : 0)) * FILL;
  const em = widthOf(school, 600);
  if (em * TEXT <= rest) return { look: 'one' };
  if (em * SMALL <= rest) return { look: 'small' };
  if (rest > 0 && linesOf(school, 600, rest / SMALL, widthOf) <= 2) {
    return { look: 'two', style: { width: `${rest}rem` } };
  }
  return { look: 'none' };
}
