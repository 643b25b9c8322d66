import { countOf } from './count.ts';
import { Figures } from './figures.tsx';
import { FILL, type Ladder } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import type { Count, Face } from './hero-face.ts';
import { LabelMark } from './label-mark.tsx';
import { isUpright } from './shape.ts';
import type { Voice } from './voice.ts';
import type { Forms } from './words/words.ts';

export type HeroProps = {
  readonly voice: Voice;
  readonly face: Face;
  /** In rem. */
  readonly width: number;
  readonly instant: number;
};

type Steps = Pick<Ladder, 'sizes' | 'wrapped' | 'box'>;

const TILE_AND_GAP = 9.1;
const NEXT = 17;
const NEXT_TEXT = 14.6;
const GAP = 2.4;

/** How what is counted down is written: sizes of its number and its two words, the space between them, in rem. */
export type CountSizes = {
  readonly number: number;
  readonly unit: number;
  readonly left: number;
  readonly gap: number;
};
const HERO_COUNT: CountSizes = { number: 9.6, unit: 2.6, left: 1.9, gap: 1.3 };

/** What is on, how long it lasts and what comes next, in letters that carry ten metres. */
export function HeroLine(props: HeroProps) {
  const { voice, face, width } = props;
  const { count, next, look, lines } = face;
  const counted = count ? widthOfCount(voice, count, HERO_COUNT) + GAP : 0;
  // On an upright stage the number, and what is next, have a line of their own.
  const isTall = isUpright(width);
  const box = width - TILE_AND_GAP - (isTall ? 0 : counted + (next ? NEXT + GAP : 0));
  const sizes = look === 'calm' && !count ? [3.6] : [4.8, 3.6];
  return (
    <div class="hero">
      <Now
        {...props}
        tag="h1"
        name={{ sizes, wrapped: [2.1, 1.8], box }}
        about={{ names: lines, sizes: [2.2, 1.8, 1.5], wrapped: [1.5, 1.4] }}
      />
      <TimeLeft {...props} sizes={HERO_COUNT} />
      <Next
        {...props}
        look="next"
        label={1.6}
        name={{
          sizes: [2.8, 2.45, 2],
          wrapped: [1.6, 1.4],
          box: isTall ? width - counted : NEXT_TEXT,
        }}
      />
    </div>
  );
}

/** The tile of what is on, its name, and what stands beneath. */
export function Now({
  voice,
  face,
  tag,
  name,
  about,
}: HeroProps & {
  readonly tag: 'h1' | 'h2';
  readonly name: Steps;
  /** What stands beneath the name. */
  readonly about: Pick<Ladder, 'names' | 'sizes' | 'wrapped'>;
}) {
  return (
    <div class="now">
      <div class={`bullet ${face.look}`}>
        <LabelMark label={face.tile} />
      </div>
      <div>
        <FittedText {...name} voice={voice} tag={tag} names={face.names} weight={700} />
        {about.names[0] ? (
          <FittedText {...about} voice={voice} tag="p" weight={500} box={name.box} />
        ) : null}
      </div>
    </div>
  );
}

/** Minutes left, rounded up; seconds in the last minute. Nothing when more than it is made for. */
export function TimeLeft({
  voice,
  face: { count },
  instant,
  sizes,
}: HeroProps & { readonly sizes: CountSizes }) {
  if (!count) return null;
  const left = countOf(count.until - instant);
  const { words, plural, figures } = voice;
  const isShown = left && (left.unit === 'seconds' || left.value <= count.most);
  return (
    <div class="left" role="timer" aria-live="off">
      <div class={count.most > 99 ? 'num three' : 'num'}>
        {isShown && <Figures text={figures(left.value)} />}
      </div>
      <div class="unit" style={{ minWidth: `${widthOfUnit(voice, count.to, sizes)}rem` }}>
        {isShown && [
          <b>{plural(words.unit[left.unit], left.value)}</b>,
          plural(words[count.to], left.value),
        ]}
      </div>
    </div>
  );
}

// What is counted keeps its place from the first minute to the last second, whatever its words.
function widthOfUnit({ words, widthOf }: Voice, to: Count['to'], sizes: CountSizes): number {
  const { minutes, seconds } = words.unit;
  const widest = (forms: Forms<string>) =>
    Math.max(...Object.values(forms).map((text) => widthOf(text, 700)));
  return (
    Math.max(
      widest(minutes) * sizes.unit,
      widest(seconds) * sizes.unit,
      widest(words[to]) * sizes.left,
    ) / FILL
  );
}

/** In rem. */
export function widthOfCount(voice: Voice, { most, to }: Count, sizes: CountSizes): number {
  const digits = most > 99 ? 3 : 2;
  return digits * voice.digit * sizes.number + sizes.gap + widthOfUnit(voice, to, sizes);
}

/** What follows, and when. */
export function Next({
  voice,
  face: { next },
  look,
  label,
  name,
}: HeroProps & {
  readonly look: 'next' | 'coming';
  /** Size of the label, in rem. */
  readonly label: number;
  readonly name: Steps;
}) {
  if (!next) return null;
  return (
    <div class={look}>
      <FittedText
        {...name}
        voice={voice}
        class="label"
        names={next.labels}
        sizes={[label, 1.4]}
        weight={600}
      />
      <FittedText {...name} voice={voice} class="name" names={next.names} weight={600} />
    </div>
  );
}
