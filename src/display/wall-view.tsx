import type { Wall } from '../timetable/wall.ts';
import { isOn } from './board-plan.ts';
import {
  BoardZone,
  hasRibbon,
  resting,
  type BoardProps,
  type RestingModule,
} from './board-zone.tsx';
import { DayRibbon } from './day-ribbon.tsx';
import type { FacedHero } from './hero-columns.tsx';
import { heroFace, NO_FACE } from './hero-face.ts';
import { HeroLine } from './hero.tsx';
import { dutiesOf, itemsOf } from './items.ts';
import { Lazily } from './lazily.tsx';
import { MetaLine } from './meta-line.tsx';
import { Notes, planNotes } from './notes.tsx';
import { rememberLast } from './remember.ts';
import { turnAt } from './turns.ts';
import type { Voice } from './voice.ts';
import { wallLater } from './wall-later.ts';
import { Zone } from './zone.tsx';

export type WallViewProps = BoardProps & { readonly isPaired: boolean };

const MS_PER_MINUTE = 60_000;
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

function Heroes({ voice, wall, instant, isTrusted, width, reportError }: WallViewProps) {
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const heroes = facesOf(voice, wall, minute, isTrusted, resting.here());
  const [first, second] = heroes;
  if (first === undefined) return null;
  const { hero, face } = first;
  const common = { voice, instant, width };
  const isAlone = second === undefined;
  const hasDay = isTrusted && isOn(hero);
  return (
    <>
      {isAlone && <HeroLine {...common} face={face} />}
      {isAlone && (hero.isOneDay || !hasDay) ? (
        hasDay && <DayRibbon {...common} periods={hero.today} />
      ) : (
        <Lazily name="tracks" part={resting} report={reportError} draw={draw} />
      )}
    </>
  );

  function draw(module: RestingModule | undefined) {
    if (module === undefined) return null;
    return isAlone ? (
      <module.TrackDays {...common} hero={hero} />
    ) : (
      <module.HeroColumns {...common} heroes={heroes} />
    );
  }
}

const facesOf = rememberLast(
  (
    voice: Voice,
    wall: Wall,
    minute: number,
    isTrusted: boolean,
    module: RestingModule | undefined,
  ): readonly FacedHero[] => {
    const now = wallLater(wall, Math.max(wall.instant, minute * MS_PER_MINUTE));
    return wall.heroes.slice(0, isTrusted ? MOST_COLUMNS : 1).map((hero) => {
      if (isTrusted && isOn(hero)) return { hero, face: heroFace(voice, now, hero) };
      return { hero, face: module ? module.restingFace(voice, now, hero, isTrusted) : NO_FACE };
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
