import { VERDICTS, type Verdict } from '../judge.ts';
import type { Series } from '../share-series.ts';
import type { Span } from '../tape.ts';
import { VERDICT_COLOURS } from './colours.ts';
import { FRAME, heightLine, picture, short, timeAxis } from './frame.ts';

export type WallsChart = {
  readonly label: string;
  readonly measured: Span;
  readonly moment: number;
  readonly series: Series<Verdict>;
  readonly screens: number;
};

/** What is on the walls over time: all screens that are on, the right ones below. */
export function wallsChart({ label, measured, moment, series, screens }: WallsChart): string {
  const bottom = FRAME.top + FRAME.height;
  const steps = series.of.right.length;
  const width = FRAME.width / steps;
  const below = Array.from({ length: steps }, () => 0);
  const x = (at: number) => short(FRAME.left + at * width);
  const y = (count: number) => short(bottom - (FRAME.height * count) / screens);
  const layers = VERDICTS.map((verdict) => {
    const under = below.slice();
    series.of[verdict].forEach((count, at) => {
      below[at] = (below[at] ?? 0) + count;
    });
    if (series.of[verdict].every((count) => count === 0)) return '';
    const up = below.map((count, at) => `L${x(at)} ${y(count)}H${x(at + 1)}`).join('');
    const back = under.map((count, at) => `V${y(count)}H${x(at)}`).reverse();
    const [start = 0] = under;
    const path = `M${x(0)} ${y(start)}${up}${back.join('')}Z`;
    return `<path d="${path}" fill="${VERDICT_COLOURS[verdict]}"/>`;
  });
  return picture(label, [
    ...[0, 0.5, 1].map((share) =>
      heightLine(share, Math.round(share * screens).toLocaleString('en')),
    ),
    ...layers,
    timeAxis(measured, moment),
  ]);
}
