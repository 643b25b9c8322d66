import type { Wall } from '../timetable/wall.ts';
import { BellTable } from './bell-table.tsx';
import { SIDE, type BoardPlan } from './board-plan.ts';
import { LessonBoard } from './board.tsx';
import { DayBoard } from './day-board.tsx';
import { Message } from './message.tsx';
import { rememberLast } from './remember.ts';
import { Said } from './said.tsx';
import { Spotlight } from './spotlight.tsx';
import type { Voice } from './voice.ts';

const MOST_LISTS = 3;
const LISTS_GAP = 3;

/**
 * The board zone: a head line, and lessons, bells, a coming day, a message or a spotlight. It is the
 * same element as long as nothing differs, so that a board of forty classes costs nothing.
 *
 * `turns` says which card of the spotlight is on, `isLate` that today's changes may lack, and `width`
 * is in rem.
 */
export const boardZone = rememberLast(
  (
    voice: Voice,
    wall: Wall,
    plan: BoardPlan,
    page: number,
    turns: string,
    isTrusted: boolean,
    isLate: boolean,
    width: number,
  ) => {
    const { words, figures } = voice;
    const { view, head, cards, height, pages } = plan;
    return (
      <>
        {head && headLine(head)}
        {board()}
      </>
    );

    function headLine({ tag, text, strong, legend = [] }: NonNullable<BoardPlan['head']>) {
      return (
        <h2>
          <span>
            {tag && <span class="tag">{tag}</span>}
            <Said text={text} />
            {[strong, isLate && words.missing].map((more) => more && [' · ', <b>{more}</b>])}
          </span>
          {legend.map((mark) => (
            <span class={`legend ${mark}`}>{words[mark]}</span>
          ))}
          {pages > 1 && (
            <span class="ltr" data-turns>
              {figures(`${page + 1}/${pages}`)}
            </span>
          )}
        </h2>
      );
    }

    function board() {
      const about = { voice, wall, page, width };
      const spotlight = { voice, cards, turns, height };
      switch (view.kind) {
        case 'message':
          return <Message {...view} />;
        case 'spotlight':
          return <Spotlight {...spotlight} look="full" width={width} />;
        case 'lessons':
          return <LessonBoard {...about} {...view} />;
        case 'day': {
          const day = <DayBoard {...about} {...view} />;
          if (cards.length === 0) return day;
          return (
            <div class="beside">
              {day}
              <Spotlight {...spotlight} look="side" width={SIDE} />
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
                />
              ))}
            </div>
          );
        }
      }
    }
  },
);
