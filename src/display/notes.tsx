import { FILL } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { Icon } from './icon.tsx';
import { lineOf, type Item } from './items.ts';
import { isUpright } from './shape.ts';
import { dwellOf } from './turns.ts';
import type { Voice } from './voice.ts';

type Note = Pick<Item, 'icon' | 'label' | 'isImportant'> & {
  /** With its detail, then without. */
  readonly texts: readonly string[];
};

export type NotesPlan = {
  /** Stands still at the side. */
  readonly fixed: Note | undefined;
  readonly turning: readonly Note[];
  readonly dwells: readonly number[];
  /** Left for what turns, in rem. */
  readonly room: number;
  /** Sizes of what turns on two lines, where there are two. */
  readonly wrapped: readonly number[] | undefined;
};

const SIZE = 1.6;
const SMALLER = 1.45;
const SMALLEST = 1.4;
const ICON = 4;
const GAP = 3;
const DOT = 1.1;
const MOST_EVENTS = 2;

/** What stands in the ribbon and what takes turns: duty stands, unless the rest would not fit then. */
export function planNotes(
  voice: Voice,
  duties: readonly (readonly string[])[],
  items: readonly Item[],
  width: number,
): NotesPlan {
  const { widthOf, words } = voice;
  const isTall = isUpright(width);
  const events = items.filter(({ kind }) => kind === 'event').slice(MOST_EVENTS);
  const notes = items
    .filter((item) => events.indexOf(item) < 0)
    .map((item): Note => ({ ...item, texts: [lineOf(item), item.text] }));
  const duty = (texts: readonly string[]): Note => ({
    icon: 'shield',
    label: words.duty,
    texts,
    isImportant: false,
  });
  const [first = []] = duties;
  const forms = first.map((_, form) => duty([duties.map((one) => one[form]).join(' · ')]));
  const fixed = forms.find((form) => {
    const room = roomBeside(form);
    return room >= 0 && (isTall || notes.every((note) => fitsIn(note, room)));
  });
  const turning = fixed ? notes : [...duties.map(duty), ...notes];
  return {
    fixed,
    turning,
    dwells: turning.map(({ label, texts: [text = ''] }) => dwellOf(`${label} ${text}`)),
    room: fixed ? roomBeside(fixed) : width - dotsFor(turning.length),
    wrapped: isTall ? [SIZE, SMALLEST] : undefined,
  };

  function roomBeside(note: Note): number {
    const room = width * FILL - widthIn(note);
    // On an upright stage it has a line of its own.
    if (isTall) return room < 0 ? room : width - dotsFor(notes.length);
    return room - (notes.length > 0 ? GAP : 0) - dotsFor(notes.length);
  }

  function widthIn({ label, texts: [text = ''] }: Note): number {
    return ICON + (widthOf(label, 500) + widthOf(text, 600)) * SIZE;
  }

  function fitsIn({ label, texts }: Note, box: number): boolean {
    const rest = box - ICON - widthOf(label, 500) * SIZE;
    return texts.some((text) => widthOf(text, 600) * SMALLER <= rest * FILL);
  }
}

function dotsFor(notes: number): number {
  return notes > 1 ? notes * DOT + GAP : 0;
}

/** The ribbon below the board: one line, which changes by a hard cut. */
export function Notes({
  voice,
  plan,
  turn,
}: {
  readonly voice: Voice;
  readonly plan: NotesPlan;
  readonly turn: number;
}) {
  const { fixed, turning } = plan;
  const on = turning[turn];
  return (
    <footer class="ribbon">
      <div class="notes">
        {fixed && <NoteLine voice={voice} note={fixed} room={Infinity} />}
        <div data-turns>{on && <NoteLine {...plan} voice={voice} note={on} />}</div>
      </div>
      {turning.length > 1 && (
        <div class="dots" aria-hidden="true">
          {turning.map((_, at) => (
            <i class={at === turn ? 'on' : ''} />
          ))}
        </div>
      )}
    </footer>
  );
}

function NoteLine({
  voice,
  note,
  room,
  wrapped,
}: {
  readonly voice: Voice;
  readonly note: Note;
  readonly room: number;
  readonly wrapped?: readonly number[] | undefined;
}) {
  const { icon, label, texts, isImportant } = note;
  return (
    <div
      class={isImportant ? 'note important' : 'note'}
      style={room < Infinity ? { maxWidth: `${room}rem` } : undefined}
    >
      <Icon name={icon} />
      <span class="label">{label}</span>
      <FittedText
        voice={voice}
        tag="span"
        class="text"
        names={texts}
        sizes={[SIZE, SMALLER]}
        weight={600}
        wrapped={wrapped}
        box={room - ICON - voice.widthOf(label, 500) * SIZE}
      />
    </div>
  );
}
