import { fitted, linesOf, type WidthOf } from './fit.ts';
import { Icon } from './icon.tsx';
import type { Item } from './items.ts';
import { dwellOf, turnAt } from './turns.ts';

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

type SpotlightProps = {
  readonly cards: readonly Card[];
  readonly turns: string;
  /** A narrow column beside a board, or the whole board. */
  readonly look: 'side' | 'full';
  /** In rem. */
  readonly width: number;
  readonly height: number;
  readonly widthOf: WidthOf;
};

const EDGE = 1.6;
const GAP = 1.2;
const LABEL = 2.6;
const LINE = 1.4;
const PADDING = 2.4;

/** What the school tells, in letters for somebody who stands still. */
export function Spotlight({ cards, turns, look, width, height, widthOf }: SpotlightProps) {
  const shown = turns.split(',').map((turn, at) => cards[at]?.items[Number(turn)]);
  const isFull = look === 'full';
  const [lead] = shown;
  const wide = isFull && shown.length > 1 ? (width - GAP) * 0.6 : width;
  const narrow = isFull ? width - GAP - wide : width;
  const below = isFull ? shown.length - 1 : shown.length;
  const own = (height - GAP * (below - 1)) / below;
  return (
    <aside class={`spot ${look} of${shown.length}`} data-turns>
      {shown.map(
        (item) =>
          item && (
            <CardView
              item={item}
              isBig={isFull && item === lead}
              width={isFull && item === lead ? wide : narrow}
              height={isFull && item === lead ? height : own}
              widthOf={widthOf}
            />
          ),
      )}
    </aside>
  );
}

function CardView({
  item,
  isBig,
  width,
  height,
  widthOf,
}: {
  readonly item: Item;
  readonly isBig: boolean;
  readonly width: number;
  readonly height: number;
  readonly widthOf: WidthOf;
}) {
  const box = width - 2 * EDGE;
  const room = height - PADDING - LABEL;
  const small = isBig ? 2 : 1.6;
  const detail = fitted(
    {
      names: [item.detail],
      sizes: [small, 1.5],
      weight: 500,
      box,
      wrapped: { lines: 3, sizes: [small, 1.4] },
    },
    widthOf,
  );
  const under = item.detail ? detail.size * LINE * detail.lines + 0.3 : 0;
  const sizes = isBig ? [4, 3.4, 2.8] : [2.4, 2.1, 1.8, 1.6, 1.4];
  const fits = (beneath: number) => (size: number) =>
    size * LINE * linesOf(item.text, 600, box / size, widthOf) + beneath <= room;
  const size = sizes.find(fits(under));
  return (
    <div class={isBig ? 'card big' : 'card'}>
      <div class={item.isImportant ? 'label important' : 'label'}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
      </div>
      <div class="text" style={{ fontSize: `${size ?? sizes.find(fits(0)) ?? 1.4}rem` }}>
        <bdi>{item.text}</bdi>
      </div>
      {item.detail && size !== undefined && (
        <div class="detail" style={{ fontSize: `${detail.size}rem` }}>
          <bdi>{item.detail}</bdi>
        </div>
      )}
    </div>
  );
}
