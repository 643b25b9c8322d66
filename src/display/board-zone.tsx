import type { ScreenSettings } from '../contract/screen.ts';
import type { Freshness } from '../timetable/freshness.ts';
import type { Wall } from '../timetable/wall.ts';
import { BoardHead } from './board-head.tsx';
import { pageAt, planLessons, type BoardPlan } from './board-plan.ts';
import { LessonBoard } from './board.tsx';
import { Lazily } from './lazily.tsx';
import { part } from './part.ts';
import { isBeforeToday } from './pill.ts';
import { rememberLast } from './remember.ts';
import type { Voice } from './voice.ts';
import type { ReportError } from './zone.tsx';

export type BoardProps = {
  readonly voice: Voice;
  /** As of its last change: the same value until the next one. */
  readonly wall: Wall;
  /** As it is at this minute. */
  readonly now: Wall;
  readonly screen: ScreenSettings;
  readonly instant: number;
  readonly isTrusted: boolean;
  readonly freshness: Freshness;
  readonly confirmedAt: number | undefined;
  /** Of the stage between its safe edges, in rem. */
  readonly width: number;
  readonly height: number;
  readonly reportError?: ReportError | undefined;
};

/** What stands on the wall when there are no lessons: fetched when the first such time comes. */
export const resting = part(() => import('./resting.ts'));

/** The board zone: lessons, or what stands there instead. */
export function BoardZone(props: BoardProps) {
  const { voice, wall, instant, freshness, width, reportError } = props;
  const plan = lessonsPlan(props);
  if (plan) {
    const isLate = isBeforeToday(voice, freshness, instant);
    return lessonsOf(voice, wall, plan, pageAt(plan, instant), isLate, width);
  }
  return (
    <Lazily
      name="board"
      part={resting}
      report={reportError}
      draw={(module) => module && <module.RestingBoard {...props} />}
    />
  );
}

/** Whether the notes stand in a ribbon below the board. */
export function hasRibbon(props: BoardProps): boolean {
  const module = resting.here();
  const plan = lessonsPlan(props) || (module && module.restingPlan(props));
  return plan !== undefined && plan.hasRibbon;
}

function lessonsPlan({ voice, wall, screen, isTrusted, width }: BoardProps) {
  return planOf(voice, wall, screen.density, isTrusted, width);
}

const planOf = rememberLast(planLessons);

// The same element as long as nothing differs, so that a board of forty classes costs nothing.
const lessonsOf = rememberLast(
  (voice: Voice, wall: Wall, plan: BoardPlan, page: number, isLate: boolean, width: number) => (
    <>
      <BoardHead {...{ voice, plan, page, isLate }} />
      {plan.view.kind === 'lessons' && (
        <LessonBoard {...{ voice, wall, page, width }} {...plan.view} />
      )}
    </>
  ),
);
