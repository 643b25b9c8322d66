import type { Snapshot } from '../contract/snapshot.ts';

const MS_PER_DAY = 86_400_000;
const SHORTEST_MONTH = 29;

// Umm al-Qura is a published table, not a rule; ICU carries it.
const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/**
 * The first days of the Hijri months that touch `from` … `through` (day numbers) and the month after,
 * by the Umm al-Qura calendar moved by `shiftDays`: 1 makes every date one later.
 */
export function hijriMonths(from: number, through: number, shiftDays: number): Snapshot['hijri'] {
  const months: (readonly [number, number, number])[] = [];
  let first = from + shiftDays - hijriOn(from + shiftDays).date + 1;
  let { year, month, date } = hijriOn(first);
  while (first - shiftDays <= through + SHORTEST_MONTH) {
    months.push([first - shiftDays, year, month]);
    first += SHORTEST_MONTH;
    ({ year, month, date } = hijriOn(first));
    if (date !== 1) ({ year, month } = hijriOn(++first));
  }
  return months;
}

function hijriOn(day: number): { year: number; month: number; date: number } {
  const parts = format.formatToParts(day * MS_PER_DAY);
  const number = (type: string) =>
    Number(parts.find((part) => part.type === type)?.value.replace(/\D/g, ''));
  return { year: number('year'), month: number('month'), date: number('day') };
}
