import type { Change, Lesson, Snapshot } from '../contract/snapshot.ts';
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
  const exams = examEntries(snapshot, classIndex, day, key);
  if (exams.length > 0 || period.kind === 'exam') return exams;
  const lessons = regularLessons(snapshot, classIndex, day, key).map(entryOf);
  return changesOf(snapshot, classIndex, day, key).reduce(withChange, lessons);
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

function regularLessons(
  snapshot: Snapshot,
  classIndex: number,
  day: number,
  key: string,
): readonly Lesson[] {
  const kind = dayKindOn(snapshot, day);
  if (kind === undefined) return [];
  const { lessons } = tablesOf(snapshot);
  const byWeekday = lessons.get(slot(classIndex, kind.weekday, key)) ?? [];
  const byCycleDay =
    kind.cycleDay === undefined
      ? []
      : (lessons.get(slot(classIndex, FIRST_CYCLE_DAY + kind.cycleDay, key)) ?? []);
  return byWeekday
    .concat(byCycleDay)
    .filter(
      ({ w, from, through }) =>
        (w === undefined || w === kind.letter) &&
        (from === undefined || from <= day) &&
        (through === undefined || day <= through),
    );
}

/** In a lesson's `d`, weekdays are 0–6 and days of the cycle follow. */
export const FIRST_CYCLE_DAY = 7;

function examEntries(
  snapshot: Snapshot,
  classIndex: number,
  day: number,
  key: string,
): readonly Entry[] {
  const exams = tablesOf(snapshot).exams.get(slot(0, day, key)) ?? [];
  return exams
    .filter(({ classes }) => classes.indexOf(classIndex) >= 0)
    .map(({ s, r, t }) => ({ subject: s, rooms: r ?? [], teachers: t ?? [], exam: true }));
}

function changesOf(
  snapshot: Snapshot,
  classIndex: number,
  day: number,
  key: string,
): readonly Change[] {
  return tablesOf(snapshot).changes.get(slot(classIndex, day, key)) ?? [];
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

type Tables = {
  readonly lessons: ReadonlyMap<string, readonly Lesson[]>;
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly exams: ReadonlyMap<string, readonly Snapshot['exams'][number][]>;
  /** Keys of periods in which anything is taught at all. */
  readonly taught: ReadonlySet<string>;
};

const cache = new WeakMap<Snapshot, Tables>();

// A wall of 60 classes is asked for every second; a snapshot changes a few times a day.
function tablesOf(snapshot: Snapshot): Tables {
  const found = cache.get(snapshot);
  if (found) return found;
  const tables: Tables = {
    lessons: grouped(snapshot.lessons, ({ c, d, p }) => slot(c, d, p)),
    changes: grouped(snapshot.changes, ({ c, date, p }) => slot(c, date, p)),
    exams: grouped(snapshot.exams, ({ date, p }) => slot(0, date, p)),
    taught: new Set([
      ...snapshot.lessons.map(({ p }) => p),
      ...snapshot.changes.map(({ p }) => p),
      ...snapshot.exams.map(({ p }) => p),
    ]),
  };
  cache.set(snapshot, tables);
  return tables;
}

function slot(classIndex: number, day: number, key: string): string {
  return `${classIndex} ${day} ${key}`;
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
