import type { School } from '../contract/school.ts';
import { WEEKDAYS } from '../contract/school.ts';
import type { Period, Snapshot } from '../contract/snapshot.ts';
import { instantOf, type Offsets } from '../timetable/civil.ts';
import { FIRST_CYCLE_DAY } from '../timetable/lessons.ts';
import type { CalendarDay } from './calendar.ts';
import { compileChanges } from './compile-changes.ts';
import { dayNumber, secondOf } from './day-number.ts';
import { hijriMonths } from './hijri-months.ts';
import { termOf } from './term.ts';

/** A screen's clock must be right for as long as it may be left alone after the term. */
const OFFSET_DAYS_AFTER_TERM = 400;
const MS_PER_DAY = 86_400_000;

export type CompileOptions = {
  /** The UTC offsets of the school's zone, ascending; whatever they cover. */
  readonly offsets: Offsets;
  /** The school's random salt: it makes the revision unguessable. */
  readonly salt: string;
};

/**
 * The snapshot that a school document publishes.
 *
 * Pure: no clock and no date is an input, so that the same document gives the same bytes on any two
 * days. The document must have passed `checkSchool`; a reference that leads nowhere throws a
 * `RangeError`.
 */
export function compile(school: School, { offsets: zone, salt }: CompileOptions): Snapshot {
  const { from, through, days, kinds, dayOn } = termOf(school);
  const offsets = trimmedOffsets(withOverrides(zone, school), from, through);
  const schedules = scheduleTable(school, kinds);
  const dayKinds = uniqueTable(kinds.map((day) => dayKindOf(day, schedules.indexOf)));
  const kindOf = new Map(kinds.map((day, at) => [day, dayKinds.indexes[at] ?? 0]));
  const classAt = indexer(school.classes, 'class');
  const subjectAt = indexer(school.subjects, 'subject');
  const teacherAt = indexer(school.teachers, 'teacher');
  const roomAt = indexer(school.rooms, 'room');
  const trackAt = indexer(school.tracks, 'track');
  const cycleDayAt = indexer(school.calendar.cycle?.days ?? [], 'cycle day');
  const instant = (moment: string) =>
    instantOf(offsets, dayNumber(moment.slice(0, 10)), secondOf(moment.slice(11)));

  // The fields of all objects are in the order of canonical JSON, so that nothing is sorted to write it.
  return {
    alerts: school.alerts.map(({ from, instruction, title, until }) => ({
      from: instant(from),
      instruction,
      title,
      until: instant(until),
    })),
    bellSchedules: schedules.rows,
    bells: schedules.bells,
    changes: compileChanges(school, dayOn, { classAt, subjectAt, teacherAt, roomAt }),
    classes: school.classes.map(({ grade, homeRoom, id, name, track, wing }) => ({
      grade,
      homeRoom: homeRoom === undefined ? undefined : roomAt(homeRoom),
      id,
      name: name ?? { [school.languages[0] ?? 'en']: id },
      track: track === undefined ? 0 : trackAt(track),
      wing,
    })),
    coverage: { from, through },
    cycle: school.calendar.cycle?.days.map(({ id, name }) => ({
      id,
      name: name ?? { [school.languages[0] ?? 'en']: id },
    })),
    dayKinds: dayKinds.rows,
    days: days.map((day) => kindOf.get(day) ?? 0),
    duties: school.duties.map(({ from, place, teachers, through, weekdays }) => ({
      from: dayNumber(from),
      on: weekdays?.map((name) => WEEKDAYS.indexOf(name)),
      place,
      t: teachers.map(teacherAt),
      through: dayNumber(through ?? from),
    })),
    events: school.events.map(({ date, name, through }) => ({
      date: dayNumber(date),
      name,
      through: through === undefined ? undefined : dayNumber(through),
    })),
    exams: school.exams.map((exam) => ({
      classes: exam.classes.map(classAt),
      date: dayNumber(exam.date),
      p: exam.period,
      r: some(exam.rooms.map(roomAt)),
      s: subjectAt(exam.subject),
      t: some(exam.invigilators.map(teacherAt)),
    })),
    format: 'snapshot/1',
    hijri: school.hijri?.show ? hijriMonths(from, through, school.hijri.shiftDays) : [],
    honours: school.honours.map(({ from, name, reason, through }) => ({
      from: dayNumber(from),
      name,
      reason,
      through: dayNumber(through ?? from),
    })),
    lessons: school.lessons.map((lesson) => ({
      c: classAt(lesson.class),
      d: lesson.weekday
        ? WEEKDAYS.indexOf(lesson.weekday)
        : FIRST_CYCLE_DAY + cycleDayAt(lesson.cycleDay ?? ''),
      from: lesson.from === undefined ? undefined : dayNumber(lesson.from),
      g: lesson.group,
      p: lesson.period,
      r: some(lesson.rooms.map(roomAt)),
      s: subjectAt(lesson.subject),
      t: some(lesson.teachers.map(teacherAt)),
      through: lesson.through === undefined ? undefined : dayNumber(lesson.through),
      w: lesson.week,
    })),
    notices: school.notices.map(({ detail, from, level, screens, text, until }) => ({
      detail,
      from: instant(from),
      level,
      screens,
      text,
      until: instant(until),
    })),
    offsets,
    polling: {
      inHoursMs: school.polling.inHours * 1000,
      offHoursMs: school.polling.offHours * 1000,
    },
    rooms: school.rooms.map(namedRow),
    school: {
      bellOffsetMs: school.bellOffsetMs,
      digits: school.digits,
      examCountdown: school.examCountdown,
      hourCycle: school.hourCycle,
      id: school.id,
      languages: school.languages,
      logo: school.logo,
      name: school.name,
      salt,
      theme: school.theme,
      zone: school.zone,
    },
    subjects: school.subjects.map(namedRow),
    teachers: school.teachers.map(namedRow),
    tracks: school.tracks.map(({ id, name }) => ({ id, name })),
    usual: usualWeek(school, schedules.indexOf),
  };
}

/** A law that changes overnight reaches the wall before any time-zone database does. */
function withOverrides(zone: Offsets, { offsetOverrides }: School): Offsets {
  return offsetOverrides
    .map(({ from, offset }): readonly [number, number] => [
      instantOfTimestamp(from),
      secondsOfOffset(offset),
    ])
    .sort(([a], [b]) => a - b)
    .reduce<Offsets>(
      (offsets, override) => [...offsets.filter(([from]) => from < override[0]), override],
      zone,
    );
}

function secondsOfOffset(offset: string): number {
  const seconds = secondOf(offset.slice(1));
  return offset.startsWith('-') ? -seconds : seconds;
}

/** The instant of an ISO 8601 timestamp with its offset or `Z`. */
function instantOfTimestamp(timestamp: string): number {
  const offset = /[+-]\d{2}:\d{2}$/.exec(timestamp)?.[0];
  const local =
    dayNumber(timestamp.slice(0, 10)) * MS_PER_DAY + secondOf(timestamp.slice(11, 19)) * 1000;
  return local - (offset ? secondsOfOffset(offset) * 1000 : 0);
}

function trimmedOffsets(offsets: Offsets, from: number, through: number): Offsets {
  const first = (from - 2) * MS_PER_DAY;
  const last = (through + OFFSET_DAYS_AFTER_TERM) * MS_PER_DAY;
  const kept = offsets.filter(([start], row) => {
    const until = offsets[row + 1]?.[0] ?? Infinity;
    return until > first && start < last;
  });
  return kept.length > 0 ? kept : offsets.slice(-1);
}

type IndexOf = (id: string | null) => number | null | string;

/** The bell schedules that dates use, by id; equal lists of bells are stored once. */
function scheduleTable(school: School, kinds: readonly CalendarDay[]) {
  const usual = usualIds(school);
  const used = new Set([...kinds.flatMap(({ schedules }) => schedules), ...(usual ?? [])]);
  // By id, so that the order in which a document names them does not matter.
  const ids = Object.keys(school.bellSchedules)
    .filter((id) => used.has(id))
    .sort();
  const lists = uniqueTable(
    ids.flatMap((id) => school.tracks.map((track) => periodsOf(school, id, track.id))),
  );
  const rows = ids.map((id, row) => ({
    bells: school.tracks.map((_, track) => lists.indexes[row * school.tracks.length + track] ?? 0),
    id,
    name: school.bellSchedules[id]?.name ?? {},
  }));
  const indexOf: IndexOf = (id) => {
    if (id === null) return null;
    const row = ids.indexOf(id);
    return row < 0 ? id : row;
  };
  return { bells: lists.rows, rows, indexOf };
}

function periodsOf(school: School, id: string, track: string): readonly Period[] {
  const schedule = school.bellSchedules[id];
  const periods = schedule?.tracks[track] ?? schedule?.periods ?? [];
  return periods.map(({ end, key, kind, name, short, start }) => ({
    end: secondOf(end),
    key,
    kind,
    name,
    short,
    start: secondOf(start),
  }));
}

function dayKindOf(day: CalendarDay, indexOf: IndexOf): Snapshot['dayKinds'][number] {
  return {
    cycleDay: day.cycleDay,
    labels: day.labels.some((label) => label !== null) ? day.labels : undefined,
    letter: day.letter,
    schedules: day.schedules.map(indexOf),
    weekday: day.weekday,
  };
}

/** The bells that go on after the term: those of the week, unless a cycle decides them. */
function usualIds({ calendar }: School): readonly (string | null)[] | undefined {
  if (calendar.cycle?.days.some(({ bellSchedule }) => bellSchedule !== undefined)) return undefined;
  return WEEKDAYS.map((name) => calendar.week[name]);
}

function usualWeek(school: School, indexOf: IndexOf): Snapshot['usual'] {
  return usualIds(school)?.map((id) => {
    const row = indexOf(id);
    return typeof row === 'number' ? row : null;
  });
}

/** Distinct rows in order of appearance, and where each of `all` went. */
function uniqueTable<Row>(all: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly indexes: readonly number[];
} {
  const rows: Row[] = [];
  const known = new Map<string, number>();
  const indexes = all.map((row) => {
    const key = JSON.stringify(row);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, rows.length);
    return rows.push(row) - 1;
  });
  return { rows, indexes };
}

export type IndexAt = (id: string) => number;

function indexer(table: readonly { readonly id: string }[], what: string): IndexAt {
  const indexes = new Map(table.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = indexes.get(id);
    if (index === undefined) throw new RangeError(`Cannot compile school: no ${what} "${id}"`);
    return index;
  };
}

function namedRow({ id, name, short }: School['subjects'][number]) {
  return { id, name, short };
}

// An absent list costs no bytes; most lessons have no room of their own.
function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
