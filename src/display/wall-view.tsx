import type { Wall } from '../timetable/wall.ts';
import { ribbonOf } from './board-plan.ts';
import { BoardZone, hasRibbon, type BoardProps } from './board-zone.tsx';
import { heroFace, unsetFace, type Face } from './hero-face.ts';
import { HeroColumn, HeroLine } from './hero.tsx';
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
    <div class="hall">
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
  const faces = isTrusted
    ? facesOf(voice, wall, Math.floor(instant / MS_PER_MINUTE))
    : [unsetFace(voice, wall)];
  if (faces.length === 1) {
    const today = isTrusted ? ribbonOf(wall) : [];
    return faces.map((face) => <HeroLine {...{ voice, face, today, width, instant }} />);
  }
  const own = (width - COLUMN_GAP * (faces.length - 1)) / faces.length;
  return (
    <div class="columns">
      {faces.map((face, at) => {
        const { tracks = [], today = [] } = wall.heroes[at] ?? {};
        return (
          <HeroColumn
            {...{ voice, face, today, instant }}
            track={trackNames(voice, tracks)}
            isFirst={at === 0}
            width={own}
          />
        );
      })}
    </div>
  );
}

const facesOf = rememberLast((voice: Voice, wall: Wall, minute: number): readonly Face[] => {
  const now = wallLater(wall, Math.max(wall.instant, minute * MS_PER_MINUTE));
  return wall.heroes.slice(0, MOST_COLUMNS).map((hero) => heroFace(voice, now, hero));
});

function Ribbon(props: WallViewProps) {
  const { voice, wall, instant, width } = props;
  if (!hasRibbon(props)) return null;
  const plan = notesPlan(voice, wall, width);
  return <Notes voice={voice} plan={plan} turn={turnAt(plan.dwells, instant)} />;
}

const notesPlan = rememberLast((voice: Voice, wall: Wall, width: number) =>
  planNotes(voice, dutiesOf(voice, wall), itemsOf(voice, wall), width),
);
