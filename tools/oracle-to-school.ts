/*
 * Converts a bell schedule in the neutral format `neutral-bell/1` to a school document.
 *
 *   npx tsx tools/oracle-to-school.ts FILE > school.json
 *
 * Times that run backwards cannot be published; they are left out and named on standard error.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { SchoolInput } from '../src/contract/school.ts';
import type { PeriodKind } from '../src/contract/snapshot.ts';
import { LONGEST_TERM_DAYS } from '../src/school/check-school.ts';
import { dayNumber, secondOf } from '../src/school/day-number.ts';
import { dateText } from '../src/timetable/civil.ts';

type Segment = {
  readonly start: string;
  readonly end: string;
  readonly label: string;
  readonly kind: string;
};
type DayTypeId = string | null;
type Range = { readonly from: string; readonly to: string };

export type NeutralBells = {
  readonly format: string;
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly bellClockOffsetMs?: number;
  readonly tracks: readonly { readonly id: string; readonly label: string }[];
  readonly dayTypes: Readonly<
    Record<
      string,
      { readonly label: string; readonly segments: Readonly<Record<string, readonly Segment[]>> }
    >
  >;
  readonly calendar: {
    readonly week: Readonly<Record<string, DayTypeId>>;
    readonly cycle?:
      | (Range & {
          readonly dayTypes: readonly DayTypeId[];
          readonly anchor: string;
          readonly anchorIndex: number;
          readonly weekdays: readonly Weekday[];
        })
      | null;
    readonly days?: Readonly<Record<string, DayTypeId>> | null;
    readonly exceptions?:
      | readonly (Range & {
          readonly dayType: DayTypeId;
          readonly label?: string;
          readonly tracks?: readonly string[];
        })[]
      | null;
  };
  readonly caseWindow?: Range;
};

type Weekday = 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';

const KINDS: Readonly<Record<string, PeriodKind>> = {
  class: 'lesson',
  break: 'break',
  lunch: 'lunch',
  passing: 'passing',
  event: 'assembly',
};

const A_YEAR = { from: '2026-08-01', to: '2027-07-31' };

/** The school document of a neutral bell schedule; `warn` is told what it cannot carry over. */
export function schoolOf(bells: NeutralBells, warn: (message: string) => void): SchoolInput {
  const { calendar, dayTypes } = bells;
  const language = /[\u0600-\u06ff]/.test(bells.name) ? 'ar' : 'en';
  const text = (value: string) => ({ [language]: value });
  const exceptions = calendar.exceptions ?? [];
  const cycle = calendar.cycle ?? undefined;
  const { from, to } = bells.caseWindow ?? A_YEAR;
  const through = [to, dateText(dayNumber(from) + LONGEST_TERM_DAYS - 1)].sort()[0] ?? to;

  return {
    format: 'school/1',
    id: slug(bells.id),
    name: text(bells.name),
    zone: bells.timezone,
    languages: [language],
    bellOffsetMs: bells.bellClockOffsetMs ?? 0,
    tracks: bells.tracks.map(({ id, label }) => ({ id, name: text(label) })),
    bellSchedules: Object.fromEntries(
      Object.entries(dayTypes).map(([id, { label, segments }]) => [
        id,
        {
          name: text(label),
          periods: periodsOf(segments['*'] ?? [], id),
          tracks: Object.fromEntries(
            bells.tracks
              .filter((track) => segments[track.id])
              .map((track) => [track.id, periodsOf(segments[track.id] ?? [], `${id}/${track.id}`)]),
          ),
        },
      ]),
    ),
    pendingBellSchedules: undefinedDayTypes(bells),
    calendar: {
      from,
      through,
      week: calendar.week,
      ...(cycle && {
        cycle: {
          days: cycle.dayTypes.map((bellSchedule, index) => ({
            id: String(index + 1),
            bellSchedule,
          })),
          counts: 'schoolDays' as const,
          weekdays: cycle.weekdays,
          anchor: cycle.anchor,
          anchorDay: String(cycle.anchorIndex + 1),
          from: cycle.from,
          through: cycle.to,
        },
      }),
      days: calendar.days ?? {},
      exceptions: exceptions.map(({ from, to, dayType, label, tracks }) => ({
        from,
        through: to,
        bellSchedule: dayType,
        ...(label !== undefined && { label: text(label) }),
        ...(tracks && { tracks }),
      })),
    },
  };

  function periodsOf(segments: readonly Segment[], where: string) {
    const used = new Map<string, number>();
    return segments
      .filter(({ start, end, label }) => {
        const runsForward = secondOf(start) < secondOf(end);
        if (!runsForward) warn(`${where}: left out "${label}", ${start}–${end} runs backwards`);
        return runsForward;
      })
      .map(({ start, end, label, kind }) => {
        const base = label.trim();
        const count = (used.get(base) ?? 0) + 1;
        used.set(base, count);
        return {
          key: count === 1 ? base : `${base} (${count})`,
          kind: KINDS[kind] ?? ('other' as const),
          name: text(label),
          start: padded(start),
          end: padded(end),
        };
      });
  }
}

function undefinedDayTypes({ calendar, dayTypes }: NeutralBells): string[] {
  const used = [
    ...Object.values(calendar.week),
    ...(calendar.cycle?.dayTypes ?? []),
    ...Object.values(calendar.days ?? {}),
    ...(calendar.exceptions ?? []).map(({ dayType }) => dayType),
  ];
  return [...new Set(used)].filter((id): id is string => id !== null && !(id in dayTypes));
}

/** An id of ours: lower case, digits and dashes. */
function slug(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}

/** `7:30` as `07:30`. */
function padded(time: string): string {
  return time.replace(/^\d:/, '0$&');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    console.error('Usage: npx tsx tools/oracle-to-school.ts FILE');
    process.exitCode = 2;
  } else {
    const bells: NeutralBells = JSON.parse(readFileSync(file, 'utf8'));
    console.log(JSON.stringify(schoolOf(bells, console.error), undefined, 2));
  }
}
