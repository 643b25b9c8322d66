import type { Wall } from '../timetable/wall.ts';
import type { BoardProps } from './board-zone.tsx';
import { dutiesOf, itemsOf } from './items.ts';
import { Notes, planNotes } from './notes.tsx';
import { rememberLast } from './remember.ts';
import { turnAt } from './turns.ts';
import type { Voice } from './voice.ts';

/** The ribbon below a board of a school that has something to say: its notes, taking turns. */
export function Ribbon({ voice, wall, instant, width }: BoardProps) {
  const plan = planOf(voice, wall, width);
  return <Notes voice={voice} plan={plan} turn={turnAt(plan.dwells, instant)} />;
}

const planOf = rememberLast((voice: Voice, wall: Wall, width: number) =>
  planNotes(voice, dutiesOf(voice, wall), itemsOf(voice, wall), width),
);
