import type { Change, DayKind, Lesson, Snapshot } from '../contract/snapshot.ts';
import { dayKindOn } from './bells.ts';
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
    const entries = examEntries(exams ?? [], classIndex, key);
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
  period: Pick<PeriodAt, 'key' | 'kind' | 'day'>,
): boolean {
  if (dayKindOn(snapshot, period.day) === undefined) return false;
  switch (period.kind) {
    case 'lesson':
    case 'exam':
      return true;
    case 'break':
    case 'lunch':
    case 'prayer':
    case 'passing':
      return false;
    case 'assembly':
    case 'other':
      // Homeroom is a lesson at one school and a queue in the yard at another: the plan tells.
      return tablesOf(snapshot).taught.has(period.key);
  }
}

function regularEntries(
  snapshot: Snapshot,
  tables: Tables,
  classIndex: number,
  day: number,
  key: string,
): readonly Entry[] {
  const kind = dayKindOn(snapshot, day);
  const byClass = tables.lessons.get(key)?.[classIndex];
  if (kind === undefined || byClass === undefined) return NONE;
  const byWeekday = entriesOn(byClass[kind.weekday], day, kind);
  if (kind.cycleDay === undefined) return byWeekday;
  const byCycleDay = entriesOn(byClass[FIRST_CYCLE_DAY + kind.cycleDay], day, kind);
  return byWeekday.length === 0 ? byCycleDay : byWeekday.concat(byCycleDay);
}

const NONE: readonly Entry[] = [];

function entriesOn(slot: Slot | undefined, day: number, { letter }: DayKind): readonly Entry[] {
  if (slot === undefined) return NONE;
  if (slot.isAlwaysHeld) return slot.entries;
  return slot.entries.filter((_, row) => {
    const { w, from, through } = slot.lessons[row] ?? {};
    return (
      (w === undefined || w === letter) &&
      (from === undefined || from <= day) &&
      (through === undefined || day <= through)
    );
  });
}

/** In a lesson's `d`, weekdays are 0–6 and days of the cycle follow. */
export const FIRST_CYCLE_DAY = 7;

function examEntries(exams: Snapshot['exams'], classIndex: number, key: string): readonly Entry[] {
  return exams
    .filter(({ p, classes }) => p === key && classes.indexOf(classIndex) >= 0)
    .map(({ s, r, t }) => ({ subject: s, rooms: r ?? [], teachers: t ?? [], exam: true }));
}

function entryOf({ s, t, r, g }: Lesson): Entry {
  return { subject: s, teachers: t ?? [], rooms: r ?? [], group: g };
}

function withChange(entries: readonly Entry[], change: Change): readonly Entry[] {
  const changed = { teachers: change.t, rooms: change.r, subject: change.s };
  const added: Entry = {
    subject: changed.subject,
    teachers: changed.teachers ?? [],
    rooms: changed.rooms ?? [],
    group: change.g,
    note: change.note,
    moved: movedOf(change),
    mark: change.kind === 'replace' ? 'cover' : 'added',
  };
  if (change.kind === 'add') return entries.concat(added);
  const meant = entries.filter((entry) => isMeant(entry, change));
  if (meant.length === 0) return change.kind === 'replace' ? entries.concat(added) : entries;
  return entries.map((entry) => {
    if (!isMeant(entry, change)) return entry;
    if (change.kind === 'cancel') {
      const moved = movedOf(change);
      return {
        ...entry,
        mark: moved ? ('moved' as const) : ('cancelled' as const),
        note: change.note,
        moved,
      };
    }
    return {
      ...entry,
      subject: changed.subject ?? entry.subject,
      teachers: changed.teachers ?? entry.teachers,
      rooms: changed.rooms ?? entry.rooms,
      note: change.note,
      mark:
        changed.teachers === undefined && changed.subject === undefined && changed.rooms
          ? ('room' as const)
          : ('cover' as const),
    };
  });
}

// What was added is not what is cancelled or covered: two lessons may change places.
function isMeant({ group, mark }: Entry, change: Change): boolean {
  return mark !== 'added' && (change.g === undefined || change.g === group);
}

function movedOf({ moved }: Change): Entry['moved'] {
  return moved && { day: moved.date, period: moved.p };
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
  const found = cache.get(snapshot);
  if (found) return found;
  const tables: Tables = {
    lessons: lessonTable(snapshot.lessons),
    changes: byDate(snapshot.changes),
    exams: byDate(snapshot.exams),
    taught: new Set([
      ...snapshot.lessons.map(({ p }) => p),
      ...snapshot.changes.map(({ p }) => p),
      ...snapshot.exams.map(({ p }) => p),
    ]),
  };
  cache.set(snapshot, tables);
  return tables;
}

function lessonTable(lessons: readonly Lesson[]): Tables['lessons'] {
  const table = new Map<string, (Slot | undefined)[][]>();
  for (const lesson of lessons) {
    const byClass = table.get(lesson.p) ?? [];
    table.set(lesson.p, byClass);
    const byDay = byClass[lesson.c] ?? [];
    byClass[lesson.c] = byDay;
    const slot = byDay[lesson.d] ?? { lessons: [], entries: [], isAlwaysHeld: true };
    byDay[lesson.d] = slot;
    slot.lessons.push(lesson);
    slot.entries.push(entryOf(lesson));
    slot.isAlwaysHeld =
      slot.isAlwaysHeld &&
      lesson.w === undefined &&
      lesson.from === undefined &&
      lesson.through === undefined;
  }
  return table;
}

function byDate<Row extends { readonly date: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.date);
    if (group) group.push(row);
    else groups.set(row.date, [row]);
  }
  return groups;
}
