import type { Wall } from '../timetable/wall.ts';
import { isOn } from './board-plan.ts';
import {
  BoardZone,
  hasRibbon,
  resting,
  type BoardProps,
  type RestingModule,
} from './board-zone.tsx';
import { daysOf } from './days-of.ts';
import { heroFace, NO_FACE } from './hero-face.ts';
import { HeroColumn, HeroLine, type HeroProps } from './hero.tsx';
import { dutiesOf, itemsOf } from './items.ts';
import { MetaLine } from './meta-line.tsx';
import { Notes, planNotes } from './notes.tsx';
import { rememberLast } from './remember.ts';
import { turnAt } from './turns.ts';
import { trackNames, type Voice } from './voice.ts';
import { wallLater } from './wall-later.ts';
import { Zone } from './zone.tsx';

export type WallViewProps = BoardProps & { readonly isPaired: boolean };

const MS_PER_MINUTE = 60_000;
const COLUMN_GAP = 3;
const MOST_COLUMNS = 3;

/** The wall of a school day: band (now), board (where) and ribbon (notes), each failing alone. */
export function WallView(props: WallViewProps) {
  const { reportError: report } = props;
  return (
    <div class="hall" style={{ '--digit': `${props.voice.digit}em` }}>
      <header class="band">
        <Zone name="first line" report={report}>
          <MetaLine {...props} />
        </Zone>
        <Zone name="hero" report={report}>
          <Heroes {...props} />
        </Zone>
      </header>
      <main class="board">
        <Zone name="board" report={report}>
          <BoardZone {...props} />
        </Zone>
      </main>
      <Zone name="ribbon" report={report}>
        <Ribbon {...props} />
      </Zone>
    </div>
  );
}

function Heroes({ voice, wall, instant, isTrusted, width }: WallViewProps) {
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const columns = columnsOf(voice, wall, minute, isTrusted, resting.here());
  if (columns.length === 1) {
    return columns.map((column) => <HeroLine {...column} {...{ voice, width, instant }} />);
  }
  const own = (width - COLUMN_GAP * (columns.length - 1)) / columns.length;
  return (
    <div class="columns">
      {columns.map((column, at) => (
        <HeroColumn {...column} {...{ voice, instant }} isFirst={at === 0} width={own} />
      ))}
    </div>
  );
}

const columnsOf = rememberLast(
  (
    voice: Voice,
    wall: Wall,
    minute: number,
    isTrusted: boolean,
    module: RestingModule | undefined,
  ): readonly (Pick<HeroProps, 'face' | 'days'> & { readonly track: string })[] => {
    const now = wallLater(wall, Math.max(wall.instant, minute * MS_PER_MINUTE));
    const heroes = wall.heroes.slice(0, isTrusted ? MOST_COLUMNS : 1);
    return heroes.map((hero) => {
      const isOnNow = isTrusted && isOn(hero);
      const face = isOnNow
        ? heroFace(voice, now, hero)
        : module && module.restingFace(voice, now, hero, isTrusted);
      const hasDays = isOnNow || heroes.length > 1;
      return {
        face: face || NO_FACE,
        days: hasDays ? daysOf(voice, hero).slice(0, MOST_COLUMNS) : [],
        track: trackNames(voice, hero.tracks),
      };
    });
  },
);

function Ribbon(props: WallViewProps) {
  const { voice, wall, instant, width } = props;
  if (!hasRibbon(props)) return null;
  const plan = notesPlan(voice, wall, width);
  return <Notes voice={voice} plan={plan} turn={turnAt(plan.dwells, instant)} />;
}

const notesPlan = rememberLast((voice: Voice, wall: Wall, width: number) =>
  planNotes(voice, dutiesOf(voice, wall), itemsOf(voice, wall), width),
);
