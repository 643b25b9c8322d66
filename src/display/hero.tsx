import type { PeriodAt } from '../timetable/wall.ts';
import { countOf } from './count.ts';
import { DayRibbon } from './day-ribbon.tsx';
import { Figures } from './figures.tsx';
import { fitted, type Fitted, type WidthOf } from './fit.ts';
import type { Face } from './hero-face.ts';
import { Icon } from './icon.tsx';
import type { Label } from './period-label.ts';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

type HeroProps = {
  readonly voice: Voice;
  readonly face: Face;
  /** In rem. */
  readonly width: number;
  readonly widthOf: WidthOf;
  readonly instant: number;
};

const TILE_AND_GAP = 9.1;
const NEXT = 17;
const NEXT_TEXT = 14.6;
const GAP = 2.4;
const DIGIT = 0.6;
const COUNT_SIZE = 9.6;
const UNIT = 8.9;

/** What is on, how long it lasts and what comes next, in letters that carry ten metres. */
export function HeroLine({ voice, face, width, widthOf, instant }: HeroProps) {
  const cells = face.count ? String(face.count.most).length : 0;
  const others =
    (face.count ? Math.max(2, cells) * DIGIT * COUNT_SIZE + UNIT + GAP : 0) +
    (face.next ? NEXT + GAP : 0);
  const box = width - TILE_AND_GAP - others;
  const sizes = face.look === 'calm' && !face.count ? [3.6] : [4.8, 3.6];
  const name = fitted(
    { names: face.names, sizes, weight: 700, box, wrapped: { lines: 2, sizes: [2.1, 1.8] } },
    widthOf,
  );
  const line = fitted({ names: [face.line], sizes: [2.2, 1.8, 1.5], weight: 500, box }, widthOf);
  return (
    <div class="hero">
      <div class="now">
        <Tile {...face} />
        <div>
          <h1
            class={name.lines > 1 ? 'wrapped' : undefined}
            style={{ fontSize: `${name.size}rem` }}
          >
            <bdi>
              <Said text={name.text} />
            </bdi>
          </h1>
          {face.line && (
            <p style={{ fontSize: `${line.size}rem` }}>
              <Said text={line.text} />
            </p>
          )}
        </div>
      </div>
      {face.count && <TimeLeft voice={voice} count={face.count} instant={instant} />}
      {face.next && <Next {...face.next} widthOf={widthOf} />}
    </div>
  );
}

function Next({
  label,
  names,
  widthOf,
}: NonNullable<Face['next']> & { readonly widthOf: WidthOf }) {
  const name = fitted(
    {
      names,
      sizes: [2.8, 2.45, 2],
      weight: 600,
      box: NEXT_TEXT,
      wrapped: { lines: 2, sizes: [1.6, 1.4] },
    },
    widthOf,
  );
  return (
    <div class="next">
      <div class="label">
        <Said text={label} />
      </div>
      <div class={wrappedClass('name', name)} style={{ fontSize: `${name.size}rem` }}>
        <bdi>
          <Said text={name.text} />
        </bdi>
      </div>
    </div>
  );
}

function wrappedClass(name: string, { lines }: Fitted): string {
  return lines > 1 ? `${name} wrapped` : name;
}

/** The number or picture of a hero. */
export function Tile({ tile, look }: { readonly tile: Label; readonly look: Face['look'] }) {
  return (
    <div class={`bullet ${look}`}>
      {'icon' in tile ? (
        <Icon name={tile.icon} />
      ) : (
        <span class={tile.text.length > 1 ? 'two' : undefined}>{tile.text}</span>
      )}
    </div>
  );
}

/** Minutes left, rounded up; seconds in the last minute. Nothing when more than it is made for. */
export function TimeLeft({
  voice,
  count,
  instant,
}: {
  readonly voice: Voice;
  readonly count: NonNullable<Face['count']>;
  readonly instant: number;
}) {
  const left = countOf(count.until - instant);
  const { words, plural, figures } = voice;
  const isShown = left && (left.unit === 'seconds' || left.value <= count.most);
  return (
    <div class="left" role="timer" aria-live="off">
      <div class={count.most > 99 ? 'num three' : 'num'}>
        {isShown && <Figures text={figures(left.value)} />}
      </div>
      <div class="unit">
        {isShown && [
          <b>{plural(words.unit[left.unit], left.value)}</b>,
          plural(words[count.to], left.value),
        ]}
      </div>
    </div>
  );
}

const COLUMN_TILE = 6.1;
const COLUMN_COUNT = 14.5;

/** One of several tracks side by side: the same three answers, smaller, over its own day. */
export function HeroColumn({
  voice,
  face,
  track,
  today,
  isFirst,
  width,
  widthOf,
  instant,
}: HeroProps & {
  readonly track: string;
  readonly today: readonly PeriodAt[];
  readonly isFirst: boolean;
}) {
  const box = width - COLUMN_TILE;
  const small = { sizes: [1.6, 1.4], weight: 500 } as const;
  const name = fitted(
    {
      names: face.names,
      sizes: [2.8, 2.4, 2],
      weight: 700,
      box,
      wrapped: { lines: 2, sizes: [1.5, 1.4] },
    },
    widthOf,
  );
  const about = [track, face.line].filter((text) => text !== '').join(' · ');
  const line = fitted({ ...small, names: [about, track, face.line], box }, widthOf);
  const rest = face.count ? width - COLUMN_COUNT : width;
  const next = fitted(
    {
      names: face.next?.names ?? [],
      sizes: [2, 1.7, 1.4],
      weight: 600,
      box: rest,
      wrapped: { lines: 2, sizes: [1.4] },
    },
    widthOf,
  );
  const Heading = isFirst ? 'h1' : 'h2';
  return (
    <section class="column" aria-label={track}>
      <div class="now">
        <Tile {...face} />
        <div>
          <Heading class={wrappedClass('name', name)} style={{ fontSize: `${name.size}rem` }}>
            <bdi>
              <Said text={name.text} />
            </bdi>
          </Heading>
          <p style={{ fontSize: `${line.size}rem` }}>
            <Said text={line.text} />
          </p>
        </div>
      </div>
      <div class="lower">
        {face.count && <TimeLeft voice={voice} count={face.count} instant={instant} />}
        {face.next && (
          <div class="coming">
            <div class="label">
              <Said text={face.next.label} />
            </div>
            <div class={wrappedClass('name', next)} style={{ fontSize: `${next.size}rem` }}>
              <bdi>{next.text}</bdi>
            </div>
          </div>
        )}
      </div>
      <DayRibbon voice={voice} today={today} instant={instant} width={width} widthOf={widthOf} />
    </section>
  );
}
