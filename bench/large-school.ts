import {
  parseSchool,
  type School,
  type SchoolInput,
  type Weekday,
} from '../src/contract/school.ts';

export type LargeSchoolSize = {
  readonly classes: number;
  /** Dates that the timetable speaks of, from 2026-08-01. */
  readonly days: number;
  /** Lessons of a class on a school day. */
  readonly periods: number;
};

type Names = readonly [arabic: string, english: string];

const SCHOOL_WEEK: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu'];
const SECTIONS_PER_GRADE = 8;
/** Lessons that one teacher gives in a week; the ministry's norm is 24. */
const TEACHER_LOAD = 22;
const LESSON_MINUTES = 45;
const FIRST_BELL_MINUTE = 7 * 60;

/** Subject, lessons a week, and the room that it needs, if its class does not stay where it is. */
const SUBJECTS: readonly (readonly [id: string, ...Names, weekly: number, room?: string])[] = [
  ['math', 'الرياضيات', 'Mathematics', 6],
  ['arabic', 'اللغة العربية', 'Arabic', 6],
  ['islamic', 'الدراسات الإسلامية', 'Islamic studies', 5],
  ['english', 'اللغة الإنجليزية', 'English', 4],
  ['science', 'العلوم', 'Science', 4, 'lab'],
  ['social', 'الدراسات الاجتماعية', 'Social studies', 3],
  ['digital', 'المهارات الرقمية', 'Digital skills', 2, 'computers'],
  ['sport', 'التربية البدنية', 'Physical education', 2, 'yard'],
  ['quran', 'القرآن الكريم', 'Quran', 1],
  ['art', 'التربية الفنية', 'Art', 1, 'studio'],
  ['life', 'المهارات الحياتية', 'Life skills', 1],
];

const SPECIAL_ROOMS: readonly (readonly [id: string, ...Names])[] = [
  ['lab', 'المعمل', 'Lab'],
  ['computers', 'الحاسب', 'Computers'],
  ['yard', 'الملعب', 'Yard'],
  ['studio', 'المرسم', 'Studio'],
];

const GIVEN_NAMES: readonly Names[] = [
  ['خالد', 'Khalid'],
  ['فهد', 'Fahd'],
  ['تركي', 'Turki'],
  ['ياسر', 'Yasir'],
  ['عبدالرحمن', 'Abdulrahman'],
  ['نايف', 'Naif'],
  ['بندر', 'Bandar'],
  ['ماجد', 'Majid'],
  ['سامي', 'Sami'],
];

const FAMILY_NAMES: readonly Names[] = [
  ['الغامدي', 'Alghamdi'],
  ['الدوسري', 'Aldosari'],
  ['المطيري', 'Almutairi'],
  ['الشمري', 'Alshammari'],
  ['الشهراني', 'Alshahrani'],
  ['العتيبي', 'Alotaibi'],
  ['السبيعي', 'Alsubaie'],
  ['الحربي', 'Alharbi'],
  ['الجهني', 'Aljuhani'],
  ['الأحمدي', 'Alahmadi'],
  ['الزهراني', 'Alzahrani'],
];

const ORDINALS: readonly Names[] = [
  ['الأول', 'one'],
  ['الثاني', 'two'],
  ['الثالث', 'three'],
  ['الرابع', 'four'],
  ['الخامس', 'five'],
  ['السادس', 'six'],
  ['السابع', 'seven'],
  ['الثامن', 'eight'],
];

/**
 * A school of any size, for sizes and timings: the same document for the same size, with as little
 * repetition in its timetable as a real one has.
 */
export function largeSchool({ classes, days, periods }: LargeSchoolSize): School {
  const random = seededRandom(20_666);
  const classIds = Array.from({ length: classes }, (_, at) => classIdOf(at));
  const staff = staffFor(classIds);
  const through = dateAfter(days - 1);
  const document: SchoolInput = {
    format: 'school/1',
    id: 'large-school',
    name: { ar: 'مدرسة الفارابي المتوسطة', en: 'Alfarabi Middle School' },
    zone: 'Asia/Riyadh',
    languages: ['ar', 'en'],
    hijri: { show: true },
    bellSchedules: {
      regular: { name: { ar: 'يوم عادي', en: 'Regular day' }, periods: bells(periods, 0) },
      ramadan: { name: { ar: 'رمضان', en: 'Ramadan' }, periods: bells(periods, 10) },
    },
    calendar: {
      from: dateAfter(0),
      through,
      week: weekOf('regular'),
      seasons: [{ from: '2027-02-08', through: '2027-03-09', week: weekOf('ramadan') }],
      exceptions: [
        closed('2026-08-01', '2026-08-22', 'الإجازة الصيفية', 'Summer holiday'),
        closed('2026-09-23', '2026-09-23', 'اليوم الوطني', 'National day'),
        closed('2026-11-20', '2026-11-28', 'إجازة الخريف', 'Autumn holiday'),
        closed('2027-01-08', '2027-01-16', 'إجازة منتصف العام', 'Mid-year holiday'),
        closed('2027-02-22', '2027-02-22', 'يوم التأسيس', 'Founding day'),
        closed('2027-03-05', '2027-03-13', 'إجازة عيد الفطر', 'Eid holiday'),
        closed('2027-06-25', '2027-07-31', 'الإجازة الصيفية', 'Summer holiday'),
      ].filter((holiday) => holiday.from <= through),
    },
    classes: classIds.map((id, at) => {
      const [arabic, english] = ORDINALS[gradeOf(at)] ?? [String(gradeOf(at)), String(gradeOf(at))];
      return {
        id,
        grade: { ar: `الصف ${arabic}`, en: `Grade ${english}` },
        homeRoom: `room-${at}`,
      };
    }),
    subjects: SUBJECTS.map(([id, ar, en]) => ({ id, name: { ar, en } })),
    teachers: staff.names,
    rooms: [
      ...classIds.map((_, at) => ({
        id: `room-${at}`,
        name: { ar: `فصل ${at + 1}`, en: `Room ${at + 1}` },
      })),
      ...SPECIAL_ROOMS.map(([id, ar, en]) => ({ id, name: { ar, en } })),
    ],
    lessons: classIds.flatMap((id) => {
      const week = shuffled(weekOfSubjects(SCHOOL_WEEK.length * periods), random);
      return week.flatMap((subject, at) => {
        const weekday = SCHOOL_WEEK[Math.floor(at / periods)];
        const room = SUBJECTS.find(([other]) => other === subject)?.[4];
        return {
          class: id,
          weekday,
          period: String((at % periods) + 1),
          subject,
          teachers: [staff.teacherOf(id, subject)],
          rooms: room === undefined ? [] : [room],
        };
      });
    }),
    substitutions: classIds.slice(0, 8).map((id, at) => ({
      date: '2026-09-01',
      class: id,
      period: String((at % periods) + 1),
      kind: 'replace',
      teachers: [staff.names[at]?.id ?? ''],
    })),
    notices: [
      {
        text: { ar: 'تسليم مشاريع العلوم غدًا', en: 'Science projects are due tomorrow' },
        from: '2026-09-01T06:00',
        until: '2026-09-02T12:00',
      },
    ],
  };
  return parseSchool(document);
}

function gradeOf(at: number): number {
  return Math.floor(at / SECTIONS_PER_GRADE);
}

function classIdOf(at: number): string {
  return `${gradeOf(at) + 1}/${(at % SECTIONS_PER_GRADE) + 1}`;
}

function dateAfter(days: number): string {
  return new Date(Date.UTC(2026, 7, 1 + days)).toISOString().slice(0, 10);
}

function weekOf(bellSchedule: string) {
  return Object.fromEntries(SCHOOL_WEEK.map((weekday) => [weekday, bellSchedule]));
}

function closed(from: string, through: string, ar: string, en: string) {
  return { from, through, bellSchedule: null, label: { ar, en } };
}

/** Lessons of 45 minutes less `shorterBy`, a break after the third and the prayer after the fifth. */
function bells(count: number, shorterBy: number) {
  const periods: { key: string; kind?: 'break' | 'prayer'; start: string; end: string }[] = [];
  let minute = FIRST_BELL_MINUTE;
  const ring = (key: string, minutes: number, kind?: 'break' | 'prayer') => {
    const [start, end] = [timeOf(minute), timeOf(minute + minutes)];
    periods.push(kind ? { key, kind, start, end } : { key, start, end });
    minute += minutes;
  };
  for (let period = 1; period <= count; period += 1) {
    ring(String(period), LESSON_MINUTES - shorterBy);
    if (period === 3) ring('break', 20, 'break');
    if (period === 5) ring('prayer', 25, 'prayer');
  }
  return periods;
}

function timeOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours}:${minutes}`;
}

function weekOfSubjects(lessons: number): readonly string[] {
  const week = SUBJECTS.flatMap(([id, , , weekly]) => Array.from({ length: weekly }, () => id));
  return Array.from({ length: lessons }, (_, at) => week[at % week.length] ?? 'math');
}

/** Teachers of one subject each, who share its classes as far as their load allows. */
function staffFor(classIds: readonly string[]) {
  const assignments = SUBJECTS.flatMap(([subject, , , weekly]) => {
    const classesEach = Math.max(1, Math.floor(TEACHER_LOAD / weekly));
    return classIds.map((id, at) => ({
      id,
      subject,
      post: `${subject}-${Math.floor(at / classesEach)}`,
    }));
  });
  const posts = [...new Set(assignments.map(({ post }) => post))];
  return {
    names: posts.map((id, at) => ({ id, name: personName(at) })),
    teacherOf(classId: string, subject: string): string {
      const found = assignments.find((one) => one.id === classId && one.subject === subject);
      if (found === undefined) throw new RangeError(`Nobody teaches ${subject} in ${classId}`);
      return found.post;
    },
  };
}

function personName(at: number) {
  const [given, givenEnglish] = GIVEN_NAMES[at % GIVEN_NAMES.length] ?? ['', ''];
  const [family, familyEnglish] = FAMILY_NAMES[at % FAMILY_NAMES.length] ?? ['', ''];
  return { ar: `أ. ${given} ${family}`, en: `${givenEnglish} ${familyEnglish}` };
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** A linear congruential generator: the same numbers in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
