import type { Hero } from '../timetable/wall.ts';
import { DayRibbon } from './day-ribbon.tsx';
import type { Face } from './hero-face.ts';
import { Next, Now, TimeLeft, widthOfCount, type CountSizes, type HeroProps } from './hero.tsx';
import { isUpright } from './shape.ts';
import { TrackDays } from './track-days.tsx';
import { trackNames, type Voice } from './voice.ts';

/** What is on in one or more tracks, and what to say of it. */
export type FacedHero = { readonly hero: Hero; readonly face: Face };

type HeroColumnsProps = {
  readonly voice: Voice;
  readonly heroes: readonly FacedHero[];
  readonly instant: number;
  /** In rem. */
  readonly width: number;
};

/** Widths in rem of the two halves of a track: one below the other, or side by side where it is wide. */
type Halves = readonly [name: number, rest: number];

/** Between columns; `band.css` sets it. */
const COLUMNS_GAP = 3;
/** Parts of the width of a track on an upright stage; `upright.css` sets them. */
const NAME = 0.43;
const REST = 0.54;
const TILE = 6.1;
const GAP = 1.6;
const COUNT: CountSizes = { number: 4.8, unit: 1.8, left: 1.5, gap: 0.8 };

/** Several tracks side by side, or one below the other: the same three answers, smaller, each over its own day. */
export function HeroColumns({ heroes, width, ...props }: HeroColumnsProps) {
  const isTall = isUpright(width);
  const own = isTall ? width : (width - COLUMNS_GAP * (heroes.length - 1)) / heroes.length;
  const halves: Halves = isTall ? [own * NAME, own * REST] : [own, own];
  return (
    <div class="columns">
      {heroes.map((one, at) => (
        <HeroColumn {...props} {...one} isFirst={at === 0} width={own} halves={halves} />
      ))}
    </div>
  );
}

function HeroColumn(
  props: HeroProps & FacedHero & { readonly isFirst: boolean; readonly halves: Halves },
) {
  const { voice, hero, face, isFirst, halves } = props;
  const { count, lines } = face;
  const track = trackNames(voice, hero.tracks);
  const names = lines.map((line) => (line ? `${track} · ${line}` : track)).concat(track);
  const counted = count ? widthOfCount(voice, count, COUNT) + GAP : 0;
  return (
    <section class="column" aria-label={track}>
      <Now
        {...props}
        tag={isFirst ? 'h1' : 'h2'}
        name={{ sizes: [2.8, 2.4, 2], wrapped: [1.5, 1.4], box: halves[0] - TILE }}
        about={{ names, sizes: [1.6, 1.4] }}
      />
      <div class="lower">
        <TimeLeft {...props} sizes={COUNT} />
        <Next
          {...props}
          look="coming"
          label={1.5}
          name={{ sizes: [2, 1.7, 1.4], wrapped: [1.4], box: halves[1] - counted }}
        />
      </div>
      {hero.isOneDay ? <DayRibbon {...props} periods={hero.today} /> : <TrackDays {...props} />}
    </section>
  );
}
