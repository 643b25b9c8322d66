import type { Wall } from '../timetable/wall.ts';
import { BellTable } from './bell-table.tsx';
import { SIDE, type BoardPlan } from './board-plan.ts';
import { LessonBoard } from './board.tsx';
import { DayBoard } from './day-board.tsx';
import type { WidthOf } from './fit.ts';
import { Message } from './message.tsx';
import { Said } from './said.tsx';
import { Spotlight } from './spotlight.tsx';
import type { Voice } from './voice.ts';

type BoardZoneProps = {
  readonly voice: Voice;
  readonly wall: Wall;
  readonly plan: BoardPlan;
  readonly page: number;
  readonly turns: string;
  /** Absent while nobody knows what time it is. */
  readonly instant: number | undefined;
  /** Said after the head line. */
  readonly warning: string;
  /** In rem. */
  readonly width: number;
  readonly widthOf: WidthOf;
};

const MOST_LISTS = 3;
const LISTS_GAP = 3;
const TITLE = 2.6;

/** The board zone: a head line, and lessons, bells, a coming day, a message or a spotlight. */
export function BoardZone(props: BoardZoneProps) {
  const { voice, plan, warning, page } = props;
  return (
    <>
      {plan.head && (
        <Head voice={voice} {...plan.head} warning={warning} pages={plan.pages} page={page} />
      )}
      <View {...props} />
    </>
  );
}

function Head({
  voice,
  tag,
  text,
  strong,
  legend = [],
  warning,
  pages,
  page,
}: NonNullable<BoardPlan['head']> & {
  readonly voice: Voice;
  readonly warning: string;
  readonly pages: number;
  readonly page: number;
}) {
  const { words, figures } = voice;
  return (
    <h2>
      <span>
        {tag && <span class="tag">{tag}</span>}
        <Said text={text} />
        {strong && [' · ', <b>{strong}</b>]}
        {warning && [' · ', <b>{warning}</b>]}
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

function View({ voice, wall, plan, page, turns, instant, width, widthOf }: BoardZoneProps) {
  const { view, cards, height } = plan;
  const spotlight = { cards, turns, height, widthOf };
  switch (view.kind) {
    case 'message':
      return <Message {...view} />;
    case 'spotlight':
      return <Spotlight {...spotlight} look="full" width={width} />;
    case 'lessons':
      return (
        <LessonBoard
          voice={voice}
          wall={wall}
          rows={view.rows}
          shape={view.shape}
          page={page}
          width={width}
          widthOf={widthOf}
        />
      );
    case 'day': {
      const day = (
        <DayBoard voice={voice} wall={wall} board={view.board} page={page} fit={view.fit} />
      );
      if (cards.length === 0) return day;
      return (
        <div class="beside" style={{ gridTemplateColumns: `minmax(0, 1fr) ${SIDE}rem` }}>
          {day}
          <Spotlight {...spotlight} look="side" width={SIDE} />
        </div>
      );
    }
    case 'bells': {
      const lists = view.lists.slice(0, MOST_LISTS);
      const own = (width - LISTS_GAP * (lists.length - 1)) / lists.length;
      return (
        <div
          class="lists"
          style={{ gridTemplateColumns: `repeat(${lists.length}, minmax(0, 1fr))` }}
        >
          {lists.map(({ title, periods }) => (
            <BellTable
              voice={voice}
              title={title}
              periods={periods}
              instant={instant}
              width={own}
              height={height - (title ? TITLE : 0)}
              widthOf={widthOf}
            />
          ))}
        </div>
      );
    }
  }
}
