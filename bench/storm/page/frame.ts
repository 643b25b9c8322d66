import type { Span } from '../tape.ts';

/** Where a chart is drawn, in the units of its picture. */
export type Frame = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export const CHART_WIDTH = 440;
export const CHART_HEIGHT = 150;
export const FRAME: Frame = { left: 46, top: 8, width: 386, height: 116 };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const UTC_OFFSET_MS = 3 * HOUR;
const STEPS = [5, 10, 15, 30, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
const MOST_TICKS = 6;

/** A picture of its own, for people who cannot see it described by `label`. */
export function picture(label: string, parts: readonly string[]): string {
  const box = `viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}"`;
  return `<svg ${box} role="img" aria-label="${escaped(label)}">${parts.join('')}</svg>`;
}

/** The hours under a chart, and a line at the moment that it is about. */
export function timeAxis({ from, to }: Span, moment: number): string {
  const x = (at: number) => FRAME.left + (FRAME.width * (at - from)) / (to - from);
  const bottom = FRAME.top + FRAME.height;
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? 24 * HOUR;
  const parts = [
    `<line class="axis" x1="${FRAME.left}" x2="${FRAME.left + FRAME.width}" y1="${bottom}" y2="${bottom}"/>`,
  ];
  if (moment > from) {
    const at = short(x(moment));
    parts.push(`<line class="moment" x1="${at}" x2="${at}" y1="${FRAME.top}" y2="${bottom}"/>`);
  }
  for (
    let at = Math.ceil((from + UTC_OFFSET_MS) / step) * step - UTC_OFFSET_MS;
    at <= to;
    at += step
  ) {
    const text = new Date(at + UTC_OFFSET_MS).toISOString().slice(11, 16);
    parts.push(`<text class="tick" x="${short(x(at))}" y="${bottom + 16}">${text}</text>`);
  }
  return parts.join('');
}

/** A line across the chart at a height in [0, 1], and what it stands for. */
export function heightLine(height: number, text: string): string {
  const y = short(FRAME.top + FRAME.height * (1 - height));
  const right = FRAME.left + FRAME.width;
  return (
    `<line class="grid" x1="${FRAME.left}" x2="${right}" y1="${y}" y2="${y}"/>` +
    `<text class="height" x="${FRAME.left - 6}" y="${y}" dy="4">${text}</text>`
  );
}

/** A number as short as a picture needs it. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text that is safe inside HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
