import { fitted, linesOf } from './fit.ts';
import { Icon } from './icon.tsx';
import type { Item } from './items.ts';
import { dwellOf, turnAt } from './turns.ts';
import type { Voice } from './voice.ts';

/** One card of the spotlight, with everything that takes turns on it. */
export type Card = { readonly items: readonly Item[]; readonly dwells: readonly number[] };

/** Cards for what the school tells: notices, honours and what is coming up, those that there are. */
export function cardsOf(items: readonly Item[]): readonly Card[] {
  return (['notice', 'honour', 'event'] as const)
    .map((kind) => items.filter((item) => item.kind === kind))
    .filter((own) => own.length > 0)
    .map((own) => ({
      items: own,
      dwells: own.map(({ text, detail }) => dwellOf(`${text} ${detail}`)),
    }));
}

/** Which item of each card is on at `instant`, as one value that changes when one of them does. */
export function turnsOf(cards: readonly Card[], instant: number): string {
  return cards.map(({ dwells }) => turnAt(dwells, instant)).join();
}

const EDGE = 1.6;
const GAP = 1.2;
const LABEL = 2.6;
const LINE = 1.4;
const PADDING = 2.4;
/** Of the width (of the height, where it is tall), for the first card of a whole board. */
const LEAD = 0.6;

/** What the school tells, in letters for somebody who stands still. */
export function Spotlight({
  voice,
  cards,
  turns,
  look,
  width,
  height,
}: {
  readonly voice: Voice;
  readonly cards: readonly Card[];
  readonly turns: string;
  /** A narrow column beside a board or a line below it, or the whole board, wide or tall. */
  readonly look: 'side' | 'foot' | 'full' | 'tall';
  /** In rem. */
  readonly width: number;
  readonly height: number;
}) {
  const { widthOf } = voice;
  const leads = look === 'full' || look === 'tall' ? 1 : 0;
  const below = cards.length - leads;
  const lead = (whole: number) => (below > 0 ? (whole - GAP) * LEAD : whole);
  const rest = (whole: number) => (leads > 0 ? whole - GAP - lead(whole) : whole);
  const part = (whole: number) => (whole - GAP * (below - 1)) / below;
  const isInLine = look === 'foot' || look === 'tall';
  const [bigWidth, bigHeight] = isInLine ? [width, lead(height)] : [lead(width), height];
  const [ownWidth, ownHeight] = isInLine
    ? [part(width), rest(height)]
    : [rest(width), part(height)];
  const shown = turns.split(',').map((turn, at) => cards[at]?.items[Number(turn)]);
  return (
    <aside class={`spot ${look} of${cards.length}`} data-turns>
      {shown.map((item, at) => item && card(item, at < leads))}
    </aside>
  );

  function card({ icon, label, text, detail, isImportant }: Item, isBig: boolean) {
    const box = (isBig ? bigWidth : ownWidth) - 2 * EDGE;
    const room = (isBig ? bigHeight : ownHeight) - PADDING - LABEL;
    const small = isBig ? 2 : 1.6;
    const under = fitted(
      {
        names: [detail],
        sizes: [small, 1.5],
        weight: 500,
        box,
        wrapped: [small, 1.4],
        lines: 3,
      },
      widthOf,
    );
    const beneath = detail ? under.size * LINE * under.lines + 0.3 : 0;
    const sizes = isBig ? [4, 3.4, 2.8] : [2.4, 2.1, 1.8, 1.6, 1.4];
    const sizeAbove = (rest: number) =>
      sizes.find((one) => one * LINE * linesOf(text, 600, box / one, widthOf) + rest <= room);
    const size = sizeAbove(beneath);
    return (
      <div class={isBig ? 'card big' : 'card'}>
        <div class={isImportant ? 'label important' : 'label'}>
          <Icon name={icon} />
          <span>{label}</span>
        </div>
        <div class="text" style={{ fontSize: `${size ?? sizeAbove(0) ?? 1.4}rem` }}>
          <bdi>{text}</bdi>
        </div>
        {detail !== '' && size !== undefined && (
          <div class="detail" style={{ fontSize: `${under.size}rem` }}>
            <bdi>{detail}</bdi>
          </div>
        )}
      </div>
    );
  }
}
