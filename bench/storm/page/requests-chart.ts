import type { Span } from '../tape.ts';
import { REQUESTS_COLOUR } from './colours.ts';
import { FRAME, heightLine, picture, short, timeAxis } from './frame.ts';

const COLUMNS = 193;

export type RequestsChart = {
  readonly label: string;
  readonly measured: Span;
  readonly moment: number;
  readonly perSecond: Uint32Array;
  /** The highest of all charts beside this one, so that they can be compared. */
  readonly most: number;
};

/** Requests a second over time: in each column its fullest second, on a scale of powers of ten. */
export function requestsChart(chart: RequestsChart): string {
  const { label, measured, moment, perSecond, most } = chart;
  const decades = Math.max(1, Math.ceil(Math.log10(most + 1)));
  const heightOf = (count: number) => Math.log10(count + 1) / Math.log10(10 ** decades + 1);
  const step = FRAME.width / COLUMNS;
  const bottom = FRAME.top + FRAME.height;
  const tops = fullest(perSecond).map((count, at) => {
    const y = short(bottom - FRAME.height * heightOf(count));
    return `L${short(FRAME.left + at * step)} ${y}H${short(FRAME.left + (at + 1) * step)}`;
  });
  const area = `M${FRAME.left} ${bottom}${tops.join('')}V${bottom}Z`;
  const lines = Array.from({ length: decades }, (_, at) => 10 ** at).concat(10 ** decades);
  return picture(label, [
    ...lines.map((count) => heightLine(heightOf(count), count.toLocaleString('en'))),
    `<path d="${area}" fill="${REQUESTS_COLOUR}"/>`,
    timeAxis(measured, moment),
  ]);
}

function fullest(perSecond: Uint32Array): readonly number[] {
  return Array.from({ length: COLUMNS }, (_, at) => {
    const from = Math.floor((at * perSecond.length) / COLUMNS);
    const to = Math.max(from + 1, Math.floor(((at + 1) * perSecond.length) / COLUMNS));
    return perSecond.subarray(from, to).reduce((most, count) => Math.max(most, count), 0);
  });
}
