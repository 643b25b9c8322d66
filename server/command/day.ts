import type { Command } from 'commander';

import type { Snapshot } from '../../src/contract/snapshot.ts';
import { textIn, type Text } from '../../src/contract/text.ts';
import { compile } from '../../src/school/compile.ts';
import { dayNumber } from '../../src/school/day-number.ts';
import { dayKindOn, periodsOn, scheduleOn } from '../../src/timetable/bells.ts';
import { civilAt, timeText, weekdayOf } from '../../src/timetable/civil.ts';
import { entriesIn, isTeaching } from '../../src/timetable/lessons.ts';
import type { Entry, PeriodAt } from '../../src/timetable/wall.ts';
import { openSchool } from './open-school.ts';
import { table } from './table.ts';

type Options = { readonly date: string; readonly language?: string };

const WEEKDAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

export function addDayCommand(program: Command): void {
  program
    .command('day')
    .summary('show what the wall will show on a date, as text')
    .description('Shows what the wall will show on a date, as text; needs no server.')
    .argument('<file>', 'school document; - reads standard input')
    .requiredOption('--date <date>', 'such as 2026-11-23')
    .option('--language <tag>', 'one of the school’s languages (default: its first)')
    .action((file: string, options: Options) => console.log(dayText(file, options)));
}

function dayText(file: string, { date, language }: Options): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new RangeError(`Cannot read the date "${date}": write one such as 2026-11-23`);
  }
  const { school, offsets } = openSchool(file);
  const snapshot = compile(school, { offsets, salt: '' });
  const languages = language === undefined ? school.languages : [language, ...school.languages];
  const text = (value: Text | undefined) => (value ? textIn(value, languages) : '');
  const day = dayNumber(date);
  const heading = `${text(snapshot.school.name)} · ${WEEKDAY_NAMES[weekdayOf(day)]} ${date}`;
  if (dayKindOn(snapshot, day) === undefined) {
    return `${heading}\nNot covered: the timetable speaks of ${school.calendar.from} … ${school.calendar.through}.`;
  }
  const sections = snapshot.tracks.map((_, track) => trackText(snapshot, track, day, text));
  return [heading, ...sections, ...datedText(snapshot, day, text)].join('\n');
}

type Words = (text: Text | undefined) => string;

function trackText(snapshot: Snapshot, track: number, day: number, text: Words): string {
  const title = titleOf(snapshot, track, day, text);
  const periods = periodsOn(snapshot, track, day);
  const classes = snapshot.classes
    .map((one, index) => ({ ...one, index }))
    .filter((one) => one.track === track);
  const rows = periods.map((period) => [
    clock(snapshot, period.start),
    clock(snapshot, period.end),
    text(period.name) || period.key,
    ...classes.map(({ index }) => cellText(snapshot, index, period, text)),
  ]);
  if (rows.length === 0) return title;
  return `${title}\n${table(['From', 'To', 'Period', ...classes.map(({ name }) => text(name))], rows)}`;
}

function titleOf(snapshot: Snapshot, track: number, day: number, text: Words): string {
  const schedule = scheduleOn(snapshot, track, day);
  const label = text(dayKindOn(snapshot, day)?.labels?.[track] ?? undefined);
  const bells =
    typeof schedule === 'number'
      ? text(snapshot.bellSchedules[schedule]?.name)
      : schedule === null
        ? 'closed'
        : `schedule unknown: "${schedule}" is not defined yet`;
  const name = snapshot.tracks.length > 1 ? text(snapshot.tracks[track]?.name) : '';
  return [name, label, bells].filter((part) => part !== '').join(' · ');
}

function cellText(snapshot: Snapshot, index: number, period: PeriodAt, text: Words): string {
  if (!isTeaching(snapshot, period)) return '';
  const entries = entriesIn(snapshot, index, period);
  return entries.length === 0
    ? '–'
    : entries.map((entry) => entryText(snapshot, entry, text)).join(' / ');
}

// The sign tells a change apart where there is no colour: + added or covered, × not held.
function entryText({ subjects }: Snapshot, { subject, mark }: Entry, text: Words): string {
  const row = subject === undefined ? undefined : subjects[subject];
  const name = text(row?.short ?? row?.name) || '?';
  if (mark === undefined) return name;
  return mark === 'cancelled' || mark === 'moved' ? `×${name}` : `+${name}`;
}

function datedText(snapshot: Snapshot, day: number, text: Words): string[] {
  // Nobody is on duty where no bell rings.
  const isOpen = snapshot.tracks.some((_, track) => periodsOn(snapshot, track, day).length > 0);
  const onDuty = snapshot.duties
    .filter(
      ({ from, through, on }) =>
        isOpen &&
        from <= day &&
        day <= through &&
        (on === undefined || on.includes(weekdayOf(day))),
    )
    .map(({ t, place }) => {
      const names = t.map((at) => text(snapshot.teachers[at]?.name)).join(', ');
      return place ? `${names} (${text(place)})` : names;
    });
  const notices = snapshot.notices
    .filter(
      ({ from, until }) =>
        civilAt(snapshot.offsets, from).day <= day &&
        day <= civilAt(snapshot.offsets, until - 1).day,
    )
    .map((notice) => text(notice.text));
  return [
    ...(onDuty.length > 0 ? [`On duty: ${onDuty.join('; ')}`] : []),
    ...notices.map((notice) => `Notice: ${notice}`),
  ];
}

function clock(snapshot: Snapshot, instant: number): string {
  // The bell clock's reading is what the school has printed.
  const { second } = civilAt(snapshot.offsets, instant + snapshot.school.bellOffsetMs);
  return timeText(second).replace(/:00$/, '');
}
