import type { Freshness } from '../timetable/freshness.ts';
import type { Wall } from '../timetable/wall.ts';
import { Figures } from './figures.tsx';
import { FILL, fitted } from './fit.ts';
import { Icon } from './icon.tsx';
import { pillOf } from './pill.ts';
import { rotationOn } from './rotation-on.ts';
import { Said } from './said.tsx';
import { isUpright } from './shape.ts';
import { clockText, dateText, halfOfDay, type Voice } from './voice.ts';

export type MetaLineProps = {
  readonly voice: Voice;
  /** As it is at this minute. */
  readonly now: Wall;
  readonly instant: number;
  /** Otherwise nobody knows what time it is. */
  readonly isTrusted: boolean;
  readonly freshness: Freshness;
  readonly isPaired: boolean;
  /** Of the line, in rem. */
  readonly width: number;
};

const CLOCK = 3.6;
/** Of what is not a digit, in em of the clock; `band.css` sets it. */
const COLON = 0.36;
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
  const { voice, now, instant, isTrusted, freshness, isPaired, width } = props;
  const { widthOf, say, words, snapshot, digit } = voice;
  const { second } = now.civil;
  const half = halfOfDay(voice, second);
  const pill = isTrusted ? pillOf(voice, freshness, isPaired, instant) : undefined;
  // Whose school it is gives way first: nobody in the hall needs to be told.
  const { logo } = snapshot.school;
  const school = say(snapshot.school.name);
  const time = isTrusted ? (4 * digit + COLON + (half ? HALF : 0)) * CLOCK : 0;
  const age = pill ? widthOf(pill.text + pill.age, 500) * TEXT + PILL_EDGES : 0;
  const all = isTrusted ? datesOf(voice, now) : [words.clockNotSet];
  const beside = (texts: readonly string[]) =>
    time + widthOf(texts.join(''), 500) * TEXT + DOT * (texts.length - 1);
  const rest = width * FILL - age - 3 * GAP - (logo ? LOGO : 0);
  // On an upright stage the school stands on a second line.
  const isTall = isUpright(width);
  const dates = isTall || beside(all) <= rest ? all : all.slice(0, -1);
  const box = isTall ? rest : rest - beside(dates);
  const name = fitted(
    { names: [school], sizes: [TEXT, 1.4], weight: 600, box, wrapped: [1.4] },
    widthOf,
  );
  return (
    <div class={isTrusted ? 'meta' : 'meta unset'}>
      {isTrusted && (
        <div class={half ? 'clock halved' : 'clock'}>
          <Figures text={clockText(voice, second)} />
          {half ? <small>{half}</small> : null}
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
            {pill.age ? <span class="age">{pill.age}</span> : null}
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

/** The Gregorian date, its turn in the rotation, then the Hijri date where it is known. */
function datesOf(voice: Voice, { civil, heroes, hijri }: Wall): readonly string[] {
  const [{ day } = civil] = heroes;
  const dates = [dateText(voice, civil.day), ...rotationOn(voice, day)];
  if (hijri === undefined) return dates;
  const { [hijri.month - 1]: month = '' } = voice.words.hijriMonths;
  return dates.concat(voice.figures(`${hijri.date} ${month} ${hijri.year}`));
}
