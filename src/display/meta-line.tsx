import { Figures } from './figures.tsx';
import { FILL, fitted } from './fit.ts';
import { Icon, type IconName } from './icon.tsx';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

export type Pill = { readonly icon: IconName; readonly text: string; readonly age: string };

export type MetaLineProps = {
  readonly voice: Voice;
  /** Empty while nobody knows what time it is. */
  readonly clock: string;
  /** Of the day, where the school counts to twelve. */
  readonly half: string;
  /** Gregorian date, then Hijri. */
  readonly dates: readonly string[];
  readonly pill: Pill | undefined;
  /** Of the line, in rem. */
  readonly width: number;
};

const CLOCK = 3.6;
/** Of the digits, in em of their own; `band.css` sets it. */
const DIGITS = 2.76;
const HALF = 1.4;
const TEXT = 1.5;
const GAP = 1.6;
const DOT = 2.2;
const PILL_EDGES = 5.2;
const LOGO = 3.6;
/** Less than this is not worth a name. */
const NARROWEST = 6;

/** The first line of every wall: the time, the date, how old the data is, and whose school it is. */
export function MetaLine(props: MetaLineProps) {
  const { voice, clock, half, dates, pill } = props;
  const { logo } = voice.snapshot.school;
  const school = voice.say(voice.snapshot.school.name);
  // Whose school it is gives way first: nobody in the hall needs to be told.
  const box = roomForSchool(props);
  const name = fitted(
    { names: [school], sizes: [TEXT, 1.4], weight: 600, box, wrapped: [1.4] },
    voice.widthOf,
  );
  return (
    <div class={clock ? 'meta' : 'meta unset'}>
      {clock && (
        <div class={half ? 'clock halved' : 'clock'}>
          <Figures text={clock} />
          {half && <small>{half}</small>}
        </div>
      )}
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
      <div class="school" style={{ fontSize: `${name.size}rem` }}>
        {box > NARROWEST && name.text === school && (
          <bdi class={name.lines > 1 ? 'wrapped' : ''} style={{ maxWidth: `${box}rem` }}>
            {school}
          </bdi>
        )}
        {logo && <img src={logo} alt="" />}
      </div>
    </div>
  );
}

function roomForSchool(props: MetaLineProps): number {
  const { voice, clock, half, dates, pill, width } = props;
  const { widthOf, snapshot } = voice;
  const time = clock ? (DIGITS + (half ? HALF : 0)) * CLOCK : 0;
  const date = widthOf(dates.join(''), 500) * TEXT + DOT * (dates.length - 1);
  const age = pill ? widthOf(pill.text + pill.age, 500) * TEXT + PILL_EDGES : 0;
  return width * FILL - time - date - age - 3 * GAP - (snapshot.school.logo ? LOGO : 0);
}
