import type { ScreenSettings } from '../contract/screen.ts';
import type { Freshness } from '../timetable/freshness.ts';
import type { Wall } from '../timetable/wall.ts';
import { planBoard, ribbonOf } from './board-plan.ts';
import { BoardZone } from './board-zone.tsx';
import { DayRibbon } from './day-ribbon.tsx';
import type { WidthOf } from './fit.ts';
import { heroFace, type Face } from './hero-face.ts';
import { HeroColumn, HeroLine } from './hero.tsx';
import { dutiesOf, itemsOf } from './items.ts';
import { MetaLine } from './meta-line.tsx';
import { Notes, planNotes } from './notes.tsx';
import { isBeforeToday, pillOf } from './pill.ts';
import { rememberLast } from './remember.ts';
import { turnsOf } from './spotlight.tsx';
import { turnAt } from './turns.ts';
import { clockText, dateText, halfOfDay, trackNames, type Voice } from './voice.ts';
import { Zone, type ReportError } from './zone.tsx';

export type WallViewProps = {
  readonly voice: Voice;
  /** As of its last change: the same value until the next one. */
  readonly wall: Wall;
  readonly screen: ScreenSettings;
  readonly instant: number;
  readonly isTrusted: boolean;
  readonly freshness: Freshness;
  readonly confirmedAt: number | undefined;
  readonly isPaired: boolean;
  /** Of the stage between its safe edges, and of all of it, in rem. */
  readonly width: number;
  readonly height: number;
  readonly widthOf: WidthOf;
  readonly report: ReportError | undefined;
};

const MS_PER_MINUTE = 60_000;
const PAGE_MS = 12_000;
const COLUMN_GAP = 3;
const MOST_COLUMNS = 3;

/** The wall of a school day: band (now), board (where) and ribbon (notes), each failing alone. */
export function WallView(props: WallViewProps) {
  const { report } = props;
  return (
    <div class="hall">
      <header class="band">
        <Zone name="first line" report={report}>
          <Meta {...props} />
        </Zone>
        <Zone name="hero" report={report}>
          <Heroes {...props} />
        </Zone>
      </header>
      <main class="board">
        <Zone name="board" report={report}>
          <Board {...props} />
        </Zone>
      </main>
      <Zone name="ribbon" report={report}>
        <Ribbon {...props} />
      </Zone>
    </div>
  );
}

/** Seconds since midnight on the wall's clock at `instant`, of a wall made at an earlier one. */
export function secondNow({ civil, instant: at }: Wall, instant: number): number {
  return civil.second + Math.floor(instant / 1000) - Math.floor(at / 1000);
}

function Meta(props: WallViewProps) {
  const { voice, wall, instant, isTrusted, freshness, isPaired, width, widthOf } = props;
  const { snapshot, words, say } = voice;
  const second = secondNow(wall, instant);
  return (
    <MetaLine
      clock={isTrusted ? clockText(voice, second) : ''}
      half={halfOfDay(voice, second)}
      dates={isTrusted ? datesOf(voice, wall) : [words.clockNotSet]}
      pill={isTrusted ? pillOf(voice, freshness, isPaired, instant) : undefined}
      school={say(snapshot.school.name)}
      logo={snapshot.school.logo}
      width={width}
      widthOf={widthOf}
    />
  );
}

function datesOf(voice: Voice, { civil, hijri }: Wall): readonly string[] {
  const { words, figures } = voice;
  const date = dateText(voice, civil.day);
  if (hijri === undefined) return [date];
  const month = words.hijriMonths[hijri.month - 1] ?? '';
  return [date, figures(`${hijri.date} ${month} ${hijri.year}`)];
}

function Heroes({ voice, wall, instant, isTrusted, width, widthOf }: WallViewProps) {
  const faces = isTrusted
    ? facesOf(voice, wall, Math.floor(instant / MS_PER_MINUTE))
    : unsetFaces(voice, wall);
  const [face] = faces;
  if (face === undefined) return null;
  if (faces.length === 1) {
    const today = isTrusted ? ribbonOf(wall) : [];
    const line = { voice, width, widthOf, instant };
    return (
      <>
        <HeroLine {...line} face={face} />
        <DayRibbon {...line} today={today} />
      </>
    );
  }
  const own = (width - COLUMN_GAP * (faces.length - 1)) / faces.length;
  return (
    <div class="columns" style={{ gridTemplateColumns: `repeat(${faces.length}, minmax(0, 1fr))` }}>
      {faces.map((one, at) => {
        const { tracks = [], today = [] } = wall.heroes[at] ?? {};
        return (
          <HeroColumn
            voice={voice}
            face={one}
            track={trackNames(voice, tracks)}
            today={today}
            isFirst={at === 0}
            width={own}
            widthOf={widthOf}
            instant={instant}
          />
        );
      })}
    </div>
  );
}

const facesOf = rememberLast((voice: Voice, wall: Wall, minute: number): readonly Face[] => {
  const instant = Math.max(wall.instant, minute * MS_PER_MINUTE);
  const now = { ...wall, instant, civil: { ...wall.civil, second: secondNow(wall, instant) } };
  return wall.heroes.slice(0, MOST_COLUMNS).map((hero) => heroFace(voice, now, hero));
});

const unsetFaces = rememberLast((voice: Voice, { heroes }: Wall): readonly Face[] => [
  {
    tile: { icon: 'clock' },
    look: 'calm',
    names: [voice.words.bells],
    line: voice.say(heroes[0]?.schedule?.name),
  },
]);

function Board(props: WallViewProps) {
  const { voice, wall, instant, isTrusted, freshness, width, widthOf } = props;
  const plan = planOf(props);
  const page = Math.floor(instant / PAGE_MS) % plan.pages;
  const isLate = isBeforeToday(voice, freshness, instant);
  const turns = turnsOf(plan.cards, instant);
  return boardView(voice, wall, plan, page, turns, isTrusted, isLate, width, widthOf);
}

// The same element as long as nothing differs, so that a board of forty classes costs nothing.
const boardView = rememberLast(
  (
    voice: Voice,
    wall: Wall,
    plan: ReturnType<typeof planBoard>,
    page: number,
    turns: string,
    isTrusted: boolean,
    isLate: boolean,
    width: number,
    widthOf: WidthOf,
  ) => (
    <BoardZone
      voice={voice}
      wall={wall}
      plan={plan}
      page={page}
      turns={turns}
      instant={isTrusted ? wall.instant : undefined}
      warning={isLate ? voice.words.missing : ''}
      width={width}
      widthOf={widthOf}
    />
  ),
);

const boardPlan = rememberLast(planBoard);

function planOf(props: WallViewProps) {
  const { voice, wall, screen, isTrusted, width, height, widthOf } = props;
  // Every answer confirms; only past the term does the board speak of it.
  const confirmedAt = wall.coverage === 'after' ? props.confirmedAt : undefined;
  return boardPlan(voice, wall, screen.density, isTrusted, confirmedAt, width, height, widthOf);
}

function Ribbon(props: WallViewProps) {
  const { voice, wall, instant, width, widthOf } = props;
  if (!planOf(props).hasRibbon) return null;
  const plan = notesPlan(voice, wall, width, widthOf);
  return <Notes plan={plan} turn={turnAt(plan.dwells, instant)} widthOf={widthOf} />;
}

const notesPlan = rememberLast((voice: Voice, wall: Wall, width: number, widthOf: WidthOf) =>
  planNotes(voice, dutiesOf(voice, wall), itemsOf(voice, wall), width, widthOf),
);
