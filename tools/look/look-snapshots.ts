import alfarabi from '../../examples/alfarabi.json';
import alhadaba from '../../examples/alhadaba.json';
import cedarRidge from '../../examples/cedar-ridge.json';
import nileEvening from '../../examples/nile-evening.json';
import northfield from '../../examples/northfield.json';
import wadiAlkhair from '../../examples/wadi-alkhair.json';
import { parseSchool } from '../../src/contract/school.ts';
import type { Snapshot } from '../../src/contract/snapshot.ts';
import { compile } from '../../src/school/compile.ts';
import type { Offsets } from '../../src/timetable/civil.ts';

/*
 * Snapshots that look like the examples, and like schools that are harder to draw.
 */

const RIYADH: Offsets = [[0, 10_800]];
const LONDON: Offsets = [
  [0, 0],
  [Date.UTC(2026, 2, 29, 1), 3600],
  [Date.UTC(2026, 9, 25, 1), 0],
  [Date.UTC(2027, 2, 28, 1), 3600],
];
const MUSCAT: Offsets = [[0, 14_400]];
const CHICAGO: Offsets = [
  [0, -18_000],
  [Date.UTC(2026, 10, 1, 7), -21_600],
  [Date.UTC(2027, 2, 14, 8), -18_000],
];
const CAIRO: Offsets = [
  [0, 10_800],
  [Date.UTC(2026, 9, 29, 21), 7200],
  [Date.UTC(2027, 3, 29, 22), 10_800],
];

export const ALFARABI = compile(parseSchool(alfarabi), { offsets: RIYADH, salt: 'look' });
export const NORTHFIELD = compile(parseSchool(northfield), { offsets: LONDON, salt: 'look' });

export const WADI_ALKHAIR = compile(parseSchool(wadiAlkhair), { offsets: MUSCAT, salt: 'look' });
export const CEDAR_RIDGE = compile(parseSchool(cedarRidge), { offsets: CHICAGO, salt: 'look' });
export const NILE_EVENING = compile(parseSchool(nileEvening), { offsets: CAIRO, salt: 'look' });
export const ALHADABA = compile(parseSchool(alhadaba), { offsets: RIYADH, salt: 'look' });

/** Instant of a date and a time at the first of these schools. */
export function riyadh(date: string, time: string): number {
  return Date.parse(`${date}T${time}+03:00`);
}

/** Instant of a winter date and a time at the second. */
export function london(date: string, time: string): number {
  return Date.parse(`${date}T${time}Z`);
}

export function withSchool(snapshot: Snapshot, school: Partial<Snapshot['school']>): Snapshot {
  return { ...snapshot, school: { ...snapshot.school, ...school } };
}

/** The same school with its classes once more, until it has `count`. */
export function withClasses(snapshot: Snapshot, count: number): Snapshot {
  const { classes, lessons } = snapshot;
  const own = classes.length;
  const all = Array.from({ length: count }, (_, at) => {
    const name = `${1 + Math.floor(at / 8)}/${1 + (at % 8)}`;
    const one = classes[at % own];
    if (one === undefined) throw new RangeError('A school without classes');
    return { ...one, id: `c${at}`, name: { ar: name, en: name } };
  });
  return {
    ...snapshot,
    classes: all,
    lessons: all.flatMap((_, at) =>
      lessons.filter(({ c }) => c === at % own).map((lesson) => ({ ...lesson, c: at })),
    ),
  };
}

/** Bells only, as a school has that keeps its lessons elsewhere. */
export function withoutClasses(snapshot: Snapshot): Snapshot {
  return { ...snapshot, classes: [], lessons: [], changes: [], exams: [] };
}

/** Without its breaks, so that there are long gaps. */
export function withoutBreaks(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    bells: snapshot.bells.map((list) => list.filter(({ kind }) => kind !== 'break')),
  };
}

/** A day that names a bell schedule which nobody defined. */
export function withUnknownDays(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    dayKinds: snapshot.dayKinds.map((kind) => ({ ...kind, schedules: ['assembly-day'] })),
  };
}

/** Grades with bells of their own: each begins some minutes after the one before. */
export function withTracks(snapshot: Snapshot, minutes: readonly number[]): Snapshot {
  const names = ['الأول متوسط', 'الثاني متوسط', 'الثالث متوسط'];
  const { bells, bellSchedules, dayKinds, classes } = snapshot;
  const repeated = <Item>(items: readonly Item[] | undefined) =>
    items && minutes.flatMap(() => items.slice(0, 1));
  return {
    ...snapshot,
    tracks: minutes.map((_, at) => ({
      id: `grade-${at}`,
      name: { ar: names[at] ?? '', en: `Grade ${7 + at}` },
    })),
    bells: minutes.flatMap((late) =>
      bells.map((list) =>
        list.map((period) => ({
          ...period,
          start: period.start + late * 60,
          end: period.end + late * 60,
        })),
      ),
    ),
    bellSchedules: bellSchedules.map((schedule) => ({
      ...schedule,
      bells: minutes.map((_, at) => (schedule.bells[0] ?? 0) + at * bells.length),
    })),
    dayKinds: dayKinds.map((kind) => ({
      ...kind,
      schedules: repeated(kind.schedules) ?? [],
      ...(kind.labels && { labels: repeated(kind.labels) }),
    })),
    classes: classes.map((one, at) => ({
      ...one,
      track: Math.min(minutes.length - 1, Math.floor(at / 4)),
    })),
  };
}

/** One of each kind of substitution on `day` (a day number) in a period. */
export function withChanges(snapshot: Snapshot, day: number, p: string): Snapshot {
  const on = { date: day, p };
  return {
    ...snapshot,
    changes: [
      { ...on, kind: 'replace', c: 1, t: [3] },
      { ...on, kind: 'cancel', c: 2, note: { ar: 'في مصادر التعلم', en: 'Go to the library' } },
      { ...on, kind: 'cancel', c: 4, moved: { date: day, p: '5' } },
      { ...on, kind: 'cancel', c: 5 },
      { ...on, kind: 'replace', c: 6, r: [5] },
      { ...on, kind: 'add', c: 9, s: 2, t: [1], r: [2], g: 'B' },
      { ...on, kind: 'replace', c: 11, s: 4, t: [7], r: [8] },
    ],
  };
}

/** Every name as long as the contract lets it be. */
export function withLongestNames(snapshot: Snapshot, hasShort: boolean): Snapshot {
  const short = hasShort ? { short: { ar: 'دراسات إسلامية', en: 'Islamic Stud.' } } : {};
  return {
    ...snapshot,
    school: {
      ...snapshot.school,
      name: {
        ar: 'مدرسة الملك عبدالعزيز المتوسطة لتحفيظ القرآن الكريم بحي النزهة',
        en: 'The King Abdulaziz Intermediate School for Boys, Al-Nuzha',
      },
    },
    bells: snapshot.bells.map((list) =>
      list.map((period) => ({
        ...period,
        name: {
          ar: 'حصة النشاط الطلابي والإرشاد والتوجيه المهني للصفوف العليا الثلاثة',
          en: 'Advisory, homeroom and announcements for the upper grades and staff',
        },
      })),
    ),
    classes: snapshot.classes.map((one) => ({
      ...one,
      name: { ar: 'أول/متقدم'.slice(0, 8), en: 'Grade 10' },
    })),
    subjects: snapshot.subjects.map((subject) => ({
      id: subject.id,
      name: {
        ar: 'الدراسات الاجتماعية والتربية الوطنية',
        en: 'Introduction to Business and Economics',
      },
      ...short,
    })),
    teachers: snapshot.teachers.map((teacher) => ({
      id: teacher.id,
      name: {
        ar: 'أ. عبدالرحمن بن عبدالعزيز الشهراني',
        en: 'Mr Abdulrahman bin Abdulaziz Al-Shahrani',
      },
    })),
    rooms: snapshot.rooms.map((room) => ({
      id: room.id,
      name: { ar: 'معمل الحاسب الآلي الثاني', en: 'Second computer lab, B' },
      ...(hasShort && { short: { ar: 'معمل ح2', en: 'Comp. lab' } }),
    })),
    notices: snapshot.notices.map((notice) => ({
      ...notice,
      text: {
        ar: 'تسليم مشاريع العلوم والتقنية لطلاب الصف الثاني يوم الثلاثاء القادم صباحًا',
        en: 'Science and technology projects of Grade 8 are due on Tuesday, period 2',
      },
      detail: {
        ar: 'إحضار موافقة ولي الأمر الموقعة قبل يوم الإثنين إلى المكتب',
        en: 'Bring the signed permission slip to the office before Monday',
      },
    })),
  };
}
