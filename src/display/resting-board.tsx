import type { Wall } from '../timetable/wall.ts';
import { BellTable } from './bell-table.tsx';
import { BoardHead } from './board-head.tsx';
import { pageAt } from './board-plan.ts';
import type { BoardProps } from './board-zone.tsx';
import { DayBoard } from './day-board.tsx';
import { Message } from './message.tsx';
import { isBeforeToday } from './pill.ts';
import { rememberLast } from './remember.ts';
import { FOOT, planResting, SIDE, type RestingPlan } from './resting-plan.ts';
import { isUpright } from './shape.ts';
import { Spotlight, turnsOf } from './spotlight.tsx';
import type { Voice } from './voice.ts';

const MOST_LISTS = 3;
const LISTS_GAP = 3;

/** The plan of the board while there are no lessons, made anew only when something differs. */
export function restingPlan(props: BoardProps): RestingPlan {
  const { voice, wall, isTrusted, width, height } = props;
  // Every answer confirms; only past the term does the board speak of it.
  const confirmedAt = wall.coverage === 'after' ? props.confirmedAt : undefined;
  return planOf(voice, wall, isTrusted, confirmedAt, width, height);
}

const planOf = rememberLast(planResting);

/** The board zone without lessons: bells, a coming day, a message, or what the school tells. */
export function RestingBoard(props: BoardProps) {
  const { voice, wall, instant, isTrusted, freshness, width } = props;
  const plan = restingPlan(props);
  return boardOf(
    voice,
    wall,
    plan,
    pageAt(plan, instant),
    turnsOf(plan.cards, instant),
    isTrusted,
    isBeforeToday(voice, freshness, instant),
    width,
  );
}

const boardOf = rememberLast(
  (
    voice: Voice,
    wall: Wall,
    plan: RestingPlan,
    page: number,
    turns: string,
    isTrusted: boolean,
    isLate: boolean,
    width: number,
  ) => {
    const { view, cards, height } = plan;
    const isTall = isUpright(width);
    return (
      <>
        <BoardHead {...{ voice, plan, page, isLate }} />
        {board()}
      </>
    );

    function board() {
      const spotlight = { voice, cards, turns };
      switch (view.kind) {
        case 'lessons':
          return null;
        case 'message':
          return <Message {...view} />;
        case 'spotlight':
          return (
            <Spotlight {...spotlight} {...{ width, height }} look={isTall ? 'tall' : 'full'} />
          );
        case 'day': {
          const day = <DayBoard {...{ voice, wall, page, width }} {...view} />;
          if (cards.length === 0) return day;
          return (
            <div class="beside">
              {day}
              {isTall ? (
                <Spotlight {...spotlight} look="foot" width={width} height={FOOT} />
              ) : (
                <Spotlight {...spotlight} look="side" width={SIDE} height={height} />
              )}
            </div>
          );
        }
        case 'bells': {
          const lists = view.lists.slice(0, MOST_LISTS);
          return (
            <div class="lists">
              {lists.map((list) => (
                <BellTable
                  {...list}
                  voice={voice}
                  instant={isTrusted ? wall.instant : undefined}
                  width={(width - LISTS_GAP * (lists.length - 1)) / lists.length}
                  height={height}
                  isTall={isTall}
                />
              ))}
            </div>
          );
        }
      }
    }
  },
);
