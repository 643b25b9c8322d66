import type { ScreenSettings } from '../contract/screen.ts';
import type { Freshness } from '../timetable/freshness.ts';
import type { Wall } from '../timetable/wall.ts';
import { planBoard, ribbonOf } from './board-plan.ts';
import { BoardZone } from './board-zone.tsx';
import { countOf } from './count.ts';
import { DayRibbon } from './day-ribbon.tsx';
import { Figures } from './figures.tsx';
import type { WidthOf } from './fit.ts';
import { heroFace, type Face } from './hero-face.ts';
import { HeroColumn, HeroLine } from './hero.tsx';
import { dutiesOf, itemsOf } from './items.ts';
import { MetaLine } from './meta-line.tsx';
import { noteAt, Notes, planNotes } from './notes.tsx';
import { isBeforeToday, pillOf } from './pill.ts';
import { rememberLast } from './remember.ts';
import { turnsOf } from './spotlight.tsx';
import { clockText, dateText, halfOfDay, type Voice } from './voice.ts';
import { Zone, type ReportError } from './zone.tsx';

export type WallViewProps = {
  readonly voice: Voice;
  /** As of its last change; what runs on is derived from `instant`. */
  readonly wall: Wall;
  readonly screen: ScreenSettings;
  readonly instant: number;
  readonly isTrusted: boolean;
  readonly freshness: Freshness;
  readonly confirmedAt: number | undefined;
  readonly isPaired: boolean;
  /** Of the stage, in rem. */
  readonly width: number;
  readonly height: number;
  readonly widthOf: WidthOf;
  readonly report: ReportError | undefined;
};

const MS_PER_MINUTE = 60_000;
const PAGE_MS = 12_000;
const SAFE_X = 4.8;
const COLUMN_GAP = 3;
const MOST_COLUMNS = 3;
const CLOCK_SIZE = 3.6;

/** The wall of a school day: band (now), board (where) and ribbon (notes), each failing alone. */
export function WallView(props: WallViewProps) {
  const { voice, wall, screen, instant, isTrusted, freshness, confirmedAt, report } = props;
  const { height, widthOf } = props;
  const { words, snapshot } = voice;
  const width = props.width - 2 * SAFE_X;
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const second = secondNow(wall, instant);
  const isLate = isBeforeToday(voice, freshness, instant);
  const faces = isTrusted ? facesOf(voice, wall, minute) : unsetFaces(voice, wall);
  const plan = boardPlan(
    voice,
    wall,
    screen.density,
    isTrusted,
    confirmedAt,
    width,
    height,
    widthOf,
  );
  const notes = notesPlan(voice, wall, width, widthOf);
  const clock = isTrusted ? clockText(voice, second) : '';
  const half = halfOfDay(voice, second);
  const dates = isTrusted ? datesOf(voice, wall) : [words.clockNotSet];
  const pill = isTrusted ? pillOf(voice, freshness, props.isPaired, instant) : undefined;
  const counts = faces.map(({ count }) =>
    count ? JSON.stringify(countOf(count.until - instant)) : '',
  );
  const page = Math.floor(instant / PAGE_MS);
  const turns = turnsOf(plan.cards, instant);
  const hasRibbon = isTrusted && plan.hasRibbon && (notes.fixed ?? notes.turning[0]) !== undefined;

  return (
    <div class={hasRibbon ? 'hall' : 'hall bare'}>
      <header class="band">
        <Zone
          name="meta"
          report={report}
          watch={[voice, clock, half, dates.join(), pill?.text, pill?.age, width, widthOf]}
          draw={() => (
            <MetaLine
              clock={
                clock && (
                  <>
                    <Figures voice={voice} text={clock} />
                    {half && <small>{half}</small>}
                  </>
                )
              }
              clockWidth={(widthOf(clock, 600) + (half ? 1.4 : 0)) * CLOCK_SIZE}
              dates={dates}
              pill={pill}
              school={voice.say(snapshot.school.name)}
              logo={snapshot.school.logo}
              width={width}
              widthOf={widthOf}
            />
          )}
        />
        <Zone
          name="hero"
          report={report}
          watch={[voice, faces, counts.join(), minute, width, widthOf]}
          draw={() => <Heroes {...props} width={width} faces={faces} />}
        />
      </header>
      <main class="board">
        <Zone
          name="board"
          report={report}
          watch={[plan, page % plan.pages, turns, isLate, widthOf]}
          draw={() => (
            <BoardZone
              voice={voice}
              wall={wall}
              plan={plan}
              density={screen.density}
              page={page}
              turns={turns}
              instant={isTrusted ? wall.instant : undefined}
              warning={isLate ? words.missing : ''}
              width={width}
              widthOf={widthOf}
            />
          )}
        />
      </main>
      {hasRibbon && (
        <Zone
          name="notes"
          report={report}
          watch={[notes, noteAt(notes, instant), widthOf]}
          draw={() => <Notes plan={notes} turn={noteAt(notes, instant)} widthOf={widthOf} />}
        />
      )}
    </div>
  );
}

/** Seconds since midnight on the wall's clock at `instant`, of a wall made at an earlier one. */
export function secondNow({ civil, instant: at }: Wall, instant: number): number {
  return civil.second + Math.floor(instant / 1000) - Math.floor(at / 1000);
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

const boardPlan = rememberLast(planBoard);

const notesPlan = rememberLast((voice: Voice, wall: Wall, width: number, widthOf: WidthOf) =>
  planNotes(voice, dutiesOf(voice, wall), itemsOf(voice, wall), width, widthOf),
);

function datesOf(voice: Voice, { civil, hijri }: Wall): readonly string[] {
  const { words, figures } = voice;
  const date = dateText(voice, civil.day);
  if (hijri === undefined) return [date];
  const month = words.hijriMonths[hijri.month - 1] ?? '';
  return [date, figures(`${hijri.date} ${month} ${hijri.year}`)];
}

function Heroes({
  voice,
  wall,
  instant,
  isTrusted,
  width,
  widthOf,
  faces,
}: WallViewProps & { readonly faces: readonly Face[] }) {
  const [face] = faces;
  if (face === undefined) return null;
  const { snapshot } = voice;
  if (faces.length === 1) {
    const today = isTrusted ? ribbonOf(wall) : [];
    return (
      <>
        <HeroLine voice={voice} face={face} width={width} widthOf={widthOf} instant={instant} />
        {today.length > 0 && (
          <DayRibbon
            voice={voice}
            today={today}
            instant={instant}
            width={width}
            widthOf={widthOf}
          />
        )}
      </>
    );
  }
  const own = (width - COLUMN_GAP * (faces.length - 1)) / faces.length;
  return (
    <div class="columns" style={{ gridTemplateColumns: `repeat(${faces.length}, minmax(0, 1fr))` }}>
      {faces.map((one, at) => (
        <HeroColumn
          voice={voice}
          face={one}
          track={(wall.heroes[at]?.tracks ?? [])
            .map((track) => voice.say(snapshot.tracks[track]?.name))
            .join(' · ')}
          today={wall.heroes[at]?.today ?? []}
          isFirst={at === 0}
          width={own}
          widthOf={widthOf}
          instant={instant}
        />
      ))}
    </div>
  );
}
