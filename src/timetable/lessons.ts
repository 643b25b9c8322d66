import type { Change, DayKind, Lesson, Snapshot } from '../contract/snapshot.ts';
import { dayKindOn } from './bells.ts';
import { keptIn } from './kept-in.ts';
import type { Entry, PeriodAt } from './wall.ts';

/**
 * What a class does in a period of a service date: its lessons with that date's substitutions
 * applied, or its exams. Empty when no class is held, and on dates that the timetable does not cover.
 */
export function entriesIn(
  snapshot: Snapshot,
  classIndex: number,
  period: Pick<PeriodAt, 'key' | 'kind' | 'day'>,
): readonly Entry[] {
  const { day, key } = period;
  const tables = tablesOf(snapshot);
  const exams = tables.exams.get(day);
  if (exams !== undefined || period.kind === 'exam') {
    const entries = examEntries(exams || [], classIndex, key);
    if (entries.length > 0 || period.kind === 'exam') return entries;
  }
  const regular = regularEntries(snapshot, tables, classIndex, day, key);
  const changes = tables.changes.get(day);
  if (changes === undefined) return regular;
  return changes.filter(({ c, p }) => c === classIndex && p === key).reduce(withChange, regular);
}

/**
 * Whether classes are taught or examined in a period, rather than at break, at prayer or moving.
 * Never outside the coverage, where nobody knows.
 */
export function isTeaching(
  snapshot: Snapshot,
  { day, key, kind }: Pick<PeriodAt, 'key' | 'kind' | 'day'>,
): boolean {
  if (dayKindOn(snapshot, day) === undefined) return false;
  if (kind === 'lesson' || kind === 'exam') return true;
  // Homeroom is a lesson at one school and a queue in the yard at another: the plan tells.
  return (kind === 'assembly' || kind === 'other') && tablesOf(snapshot).taught.has(key);
}

const NONE: readonly Entry[] = [];

function regularEntries(
  snapshot: Snapshot,
  tables: Tables,
  classIndex: number,
  day: number,
  key: string,
): readonly Entry[] {
  const kind = dayKindOn(snapshot, day);
  const byClass = tables.lessons.get(key);
  const byDay = byClass && byClass[classIndex];
  if (kind === undefined || byDay === undefined) return NONE;
  const byWeekday = entriesOn(byDay[kind.weekday], day, kind);
  if (kind.cycleDay === undefined) return byWeekday;
  const byCycleDay = entriesOn(byDay[FIRST_CYCLE_DAY + kind.cycleDay], day, kind);
  return byWeekday.length === 0 ? byCycleDay : byWeekday.concat(byCycleDay);
}

function entriesOn(slot: Slot | undefined, day: number, { letter }: DayKind): readonly Entry[] {
  if (slot === undefined) return NONE;
  const { entries, lessons, isAlwaysHeld } = slot;
  if (isAlwaysHeld) return entries;
  const isHeld = ({ w = letter, from = day, through = day }: Lesson) =>
    w === letter && from <= day && day <= through;
  return lessons.filter(isHeld).map(entryOf);
}

/** In a lesson's `d`, weekdays are 0–6 and days of the cycle follow. */
export const FIRST_CYCLE_DAY = 7;

function examEntries(exams: Snapshot['exams'], classIndex: number, key: string): readonly Entry[] {
  return exams
    .filter(({ p, classes }) => p === key && classes.indexOf(classIndex) >= 0)
    .map((exam) => ({ ...entryOf(exam), exam: true }));
}

function entryOf({
  s,
  t = [],
  r = [],
  g,
}: Pick<Lesson, 's' | 't' | 'r' | 'g'> | Pick<Change, 's' | 't' | 'r' | 'g'>): Entry {
  return { subject: s, teachers: t, rooms: r, group: g };
}

function withChange(entries: readonly Entry[], change: Change): readonly Entry[] {
  const { kind, s, t, r, g, note, moved } = change;
  const isReplaced = kind === 'replace';
  const to = moved && { day: moved.date, period: moved.p };
  // What was added is not what is cancelled or covered: two lessons may change places.
  const isMeant = ({ group, mark }: Entry) => mark !== 'added' && (g === undefined || g === group);
  if (kind === 'add' || (isReplaced && !entries.some(isMeant))) {
    const mark = isReplaced ? 'cover' : 'added';
    return entries.concat({ ...entryOf(change), note, moved: to, mark });
  }
  return entries.map((entry): Entry => {
    if (!isMeant(entry)) return entry;
    if (!isReplaced) return { ...entry, note, moved: to, mark: to ? 'moved' : 'cancelled' };
    const { subject, teachers, rooms } = entry;
    const { s: now = subject, t: who = teachers, r: where = rooms } = change;
    const isRoomOnly = r && t === undefined && s === undefined;
    const mark = isRoomOnly ? 'room' : 'cover';
    return {
      ...entry,
      subject: now,
      teachers: who,
      rooms: where,
      note,
      mark,
    };
  });
}

/** The lessons of one class in one period of one day of the week or the cycle. */
type Slot = {
  readonly lessons: Lesson[];
  readonly entries: Entry[];
  /** In every week and all the term. */
  isAlwaysHeld: boolean;
};

type Tables = {
  /** By key of the period, then class, then day of the week or the cycle. */
  readonly lessons: ReadonlyMap<string, readonly (readonly (Slot | undefined)[] | undefined)[]>;
  readonly changes: ReadonlyMap<number, readonly Change[]>;
  readonly exams: ReadonlyMap<number, Snapshot['exams']>;
  /** Keys of periods in which anything is taught at all. */
  readonly taught: ReadonlySet<string>;
};

const cache = new WeakMap<Snapshot, Tables>();

// A board is asked for every second, and after school it is a whole day of every class; a snapshot
// changes a few times a day.
function tablesOf(snapshot: Snapshot): Tables {
  const { lessons, changes, exams } = snapshot;
  return keptIn(cache, snapshot, () => ({
    lessons: lessonTable(lessons),
    changes: byDate(changes),
    exams: byDate(exams),
    taught: new Set([...lessons, ...changes, ...exams].map(({ p }) => p)),
  }));
}

function lessonTable(lessons: readonly Lesson[]): Tables['lessons'] {
  const table = new Map<string, Slot[][]>();
  for (const lesson of lessons) {
    const { p, c, d, w, from, through } = lesson;
    const byClass = keptIn(table, p, () => []);
    const byDay = (byClass[c] = byClass[c] || []);
    const slot = (byDay[d] = byDay[d] || { lessons: [], entries: [], isAlwaysHeld: true });
    slot.lessons.push(lesson);
    slot.entries.push(entryOf(lesson));
    if (w !== undefined || from !== undefined || through !== undefined) slot.isAlwaysHeld = false;
  }
  return table;
}

function byDate<Row extends { readonly date: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) keptIn(groups, row.date, () => []).push(row);
  return groups;
}
