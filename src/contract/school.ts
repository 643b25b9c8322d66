import * as v from 'valibot';

import type { DeepReadonly } from './deep-readonly.ts';
import { parseWith } from './parse-with.ts';
import { PERIOD_KINDS } from './snapshot.ts';

/*
 * `school/1`: the document that the school office owns. Everything is named by id, dates are
 * `2026-08-23`, times of day `07:30` or `07:30:15` on the school's clock, and texts are given per
 * language. The JSON Schema in `docs/school.schema.json` is generated from this file.
 */

// Anything visible: ids come from other programs, and only have to match each other.
const ID = /^[^\s\p{C}]([^\p{C}]*[^\s\p{C}])?$/u;
const NOT_AN_ID = 'not an id: write letters, digits and signs, without spaces at its ends';

const id = v.pipe(
  v.string(NOT_AN_ID),
  v.regex(ID, NOT_AN_ID),
  v.maxLength(80, 'longer than 80 characters'),
);
export const SCHOOL_ID = /^[a-z0-9][a-z0-9-]{1,39}$/;
const schoolId = v.pipe(
  v.string('not a school id'),
  v.regex(SCHOOL_ID, 'not a school id: 2 to 40 of a–z, 0–9 and "-"'),
);

function text(longest: number) {
  return v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'not a language such as "ar"')),
      v.pipe(
        v.string('not a text'),
        v.nonEmpty('empty: leave the field out instead'),
        v.maxLength(longest, `longer than ${longest} characters: it would not fit the wall`),
        v.regex(
          /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u,
          'not plain text: remove control characters',
        ),
      ),
      'not a text per language such as {"en": "Break"}',
    ),
    v.minEntries(1, 'without a text: write at least one language, such as {"en": "Break"}'),
  );
}

const date = v.pipe(
  v.string('not a date such as 2026-08-23'),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date such as 2026-08-23'),
  v.check(isDate, 'not a date of the calendar'),
);
const TIME = /^([0-3]\d|4[0-7]):[0-5]\d(:[0-5]\d)?$/;
const time = v.pipe(
  v.string('not a time such as 07:30'),
  v.regex(TIME, 'not a time such as 07:30 (past midnight: 24:30)'),
);
const moment = v.pipe(
  v.string('not a date and time such as 2026-08-23T07:30'),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    'not a date and time on the school’s clock, such as 2026-08-23T07:30',
  ),
  v.check((value) => isDate(value.slice(0, 10)), 'not a date of the calendar'),
);

function isDate(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekday = v.picklist(WEEKDAYS, 'not one of sun, mon, tue, wed, thu, fri, sat');
const weekdays = v.pipe(v.array(weekday, 'not a list'), v.minLength(1, 'an empty list'));

const list = <Item extends v.GenericSchema>(item: Item) => v.array(item, 'not a list');
const dated = { from: date, through: v.optional(date) };

export const LONGEST_SHORT_NAME = 14;

const named = (longest: number, short = LONGEST_SHORT_NAME) => ({
  id,
  name: text(longest),
  short: v.optional(text(short)),
});

const Period = v.object({
  key: id,
  kind: v.optional(v.picklist(PERIOD_KINDS, `not one of ${PERIOD_KINDS.join(', ')}`), 'lesson'),
  name: v.optional(text(80)),
  short: v.optional(text(LONGEST_SHORT_NAME)),
  start: time,
  end: time,
});

const BellSchedule = v.object({
  name: text(80),
  /** Bells of every track that has none of its own below. */
  periods: v.optional(list(Period), []),
  /** Bells by track id. */
  tracks: v.optional(v.record(v.string(), list(Period)), {}),
});

const bellScheduleId = v.nullable(id);
const week = v.object({
  sun: v.optional(bellScheduleId, null),
  mon: v.optional(bellScheduleId, null),
  tue: v.optional(bellScheduleId, null),
  wed: v.optional(bellScheduleId, null),
  thu: v.optional(bellScheduleId, null),
  fri: v.optional(bellScheduleId, null),
  sat: v.optional(bellScheduleId, null),
});

/** Whose lessons a date teaches instead of its own, such as a Saturday that makes up a Monday. */
const lessonsOf = v.union(
  [v.object({ weekday }), v.object({ cycleDay: id })],
  'not {"weekday": "mon"} or {"cycleDay": "A"}',
);

const Calendar = v.object({
  from: date,
  through: date,
  week,
  seasons: v.optional(
    list(v.object({ from: date, through: date, name: v.optional(text(60)), week })),
    [],
  ),
  cycle: v.optional(
    v.object({
      days: v.pipe(
        list(
          v.object({
            id,
            name: v.optional(text(LONGEST_SHORT_NAME)),
            /** Left out: the season or the week says. */
            bellSchedule: v.optional(bellScheduleId),
          }),
        ),
        v.minLength(1, 'without days'),
      ),
      /** What moves the cycle on; a week counts whether or not school is held. */
      counts: v.picklist(
        ['schoolDays', 'weekdays', 'calendarWeeks'],
        'not one of schoolDays, weekdays, calendarWeeks',
      ),
      /** Weekdays that belong to the cycle; left out: those on which the week has bells. */
      weekdays: v.optional(weekdays),
      /** First day of the week, for `calendarWeeks`. */
      weekStart: v.optional(weekday, 'sun'),
      /** The cycle is on `anchorDay` on `anchor`. */
      anchor: date,
      anchorDay: v.optional(id),
      from: v.optional(date),
      through: v.optional(date),
      /** Dates on which it starts again. */
      resets: v.optional(list(v.object({ date, day: v.optional(id) })), []),
    }),
  ),
  days: v.optional(
    v.record(
      date,
      v.union(
        [
          v.null(),
          id,
          v.object({ bellSchedule: bellScheduleId, lessonsOf: v.optional(lessonsOf) }),
        ],
        'not the id of a bell schedule, null, or {"bellSchedule": …, "lessonsOf": …}',
      ),
    ),
    {},
  ),
  exceptions: v.optional(
    list(
      v.object({
        ...dated,
        bellSchedule: bellScheduleId,
        label: v.optional(text(80)),
        tracks: v.optional(list(id)),
        weekdays: v.optional(weekdays),
        lessonsOf: v.optional(lessonsOf),
      }),
    ),
    [],
  ),
  weekLetters: v.optional(
    v.object({
      letters: v.pipe(list(id), v.minLength(2, 'fewer than two letters')),
      /** A date in a week of the first letter. */
      anchor: date,
      weekStart: v.optional(weekday, 'sun'),
      /** A week without any school day does not use up a letter. */
      skipClosedWeeks: v.optional(v.boolean(), false),
      /** Letter by date, where the school says otherwise. */
      days: v.optional(v.record(date, id), {}),
    }),
  ),
});

const ids = v.optional(list(id), []);
/** Hard upper bounds; `riwaq check` names the one that is crossed. */
export const MOST = { classes: 200, lessons: 8_000, datedItems: 4_000, documentBytes: 2_000_000 };

export const School = v.object({
  format: v.literal('school/1', 'not "school/1"'),
  id: schoolId,
  name: text(80),
  zone: v.pipe(v.string('not a time zone such as Asia/Riyadh'), v.nonEmpty('empty')),
  /** From an instant on, this UTC offset, whatever the zone's rules say. */
  offsetOverrides: v.optional(
    list(
      v.object({
        from: v.pipe(v.string(), v.isoTimestamp('not an instant such as 2026-09-20T01:00:00Z')),
        offset: v.pipe(v.string(), v.regex(/^[+-]\d{2}:\d{2}$/, 'not an offset such as +03:00')),
      }),
    ),
    [],
  ),
  languages: v.pipe(list(v.string()), v.minLength(1, 'empty'), v.maxLength(3, 'more than three')),
  digits: v.optional(v.picklist(['latn', 'arab'], 'not latn or arab'), 'latn'),
  hourCycle: v.optional(v.picklist(['h23', 'h12'], 'not h23 or h12'), 'h23'),
  hijri: v.optional(
    v.object({
      show: v.boolean(),
      shiftDays: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(-2, 'below -2'), v.maxValue(2, 'above 2')),
        0,
      ),
    }),
  ),
  /** Bell clock − true time; bells that ring 35 s late have −35000. */
  bellOffsetMs: v.optional(
    v.pipe(
      v.number('not a number'),
      v.integer('not a whole number'),
      v.minValue(-3_600_000, 'below an hour'),
      v.maxValue(3_600_000, 'above an hour'),
    ),
    0,
  ),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'], 'not auto, light or dark'), 'auto'),
  examCountdown: v.optional(v.boolean(), true),
  logo: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^data:image\/(svg\+xml|png);base64,[A-Za-z0-9+/=]+$/,
        'not a data URL of an SVG or PNG',
      ),
      v.maxLength(66_000, 'larger than 48 kB'),
    ),
  ),
  tracks: v.optional(v.pipe(list(v.object({ id, name: text(60) })), v.minLength(1, 'empty')), [
    { id: 'all', name: { en: 'All' } },
  ]),
  bellSchedules: v.record(v.pipe(v.string(), v.regex(ID, NOT_AN_ID)), BellSchedule),
  /**
   * Bell schedules that the calendar may already name although nobody has defined them yet, such as
   * an exam week's. Their dates are shown as "schedule unknown".
   */
  pendingBellSchedules: v.optional(list(id), []),
  calendar: Calendar,
  classes: v.optional(
    v.pipe(
      list(
        v.object({
          id,
          name: v.optional(text(8)),
          grade: v.optional(text(40)),
          track: v.optional(id),
          homeRoom: v.optional(id),
          wing: v.optional(id),
        }),
      ),
      v.maxLength(MOST.classes, `more than ${MOST.classes}`),
    ),
    [],
  ),
  subjects: v.optional(list(v.object(named(40))), []),
  teachers: v.optional(list(v.object(named(40, 24))), []),
  rooms: v.optional(list(v.object(named(24, 10))), []),
  lessons: v.optional(
    v.pipe(
      list(
        v.object({
          class: id,
          weekday: v.optional(weekday),
          cycleDay: v.optional(id),
          period: id,
          subject: id,
          teachers: ids,
          rooms: ids,
          group: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_SHORT_NAME))),
          week: v.optional(id),
          from: v.optional(date),
          through: v.optional(date),
        }),
      ),
      v.maxLength(MOST.lessons, `more than ${MOST.lessons}`),
    ),
    [],
  ),
  substitutions: v.optional(
    list(
      v.object({
        date,
        class: id,
        period: id,
        kind: v.picklist(
          ['cancel', 'replace', 'add', 'move'],
          'not one of cancel, replace, add, move',
        ),
        group: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_SHORT_NAME))),
        subject: v.optional(id),
        teachers: v.optional(list(id)),
        rooms: v.optional(list(id)),
        note: v.optional(text(60)),
        to: v.optional(v.object({ date: v.optional(date), period: id })),
      }),
    ),
    [],
  ),
  exams: v.optional(
    list(
      v.object({
        date,
        period: id,
        subject: id,
        classes: v.pipe(list(id), v.minLength(1, 'empty')),
        rooms: ids,
        invigilators: ids,
      }),
    ),
    [],
  ),
  duties: v.optional(
    list(
      v.object({
        ...dated,
        weekdays: v.optional(weekdays),
        teachers: v.pipe(list(id), v.minLength(1, 'empty')),
        place: v.optional(text(30)),
      }),
    ),
    [],
  ),
  notices: v.optional(
    list(
      v.object({
        level: v.optional(v.picklist(['info', 'important'], 'not info or important'), 'info'),
        text: text(70),
        detail: v.optional(text(60)),
        from: moment,
        until: moment,
        screens: v.optional(list(v.string())),
      }),
    ),
    [],
  ),
  honours: v.optional(
    list(v.object({ ...dated, name: text(40), reason: v.optional(text(60)) })),
    [],
  ),
  events: v.optional(list(v.object({ date, through: v.optional(date), name: text(40) })), []),
  alerts: v.optional(
    list(v.object({ title: text(24), instruction: text(80), from: moment, until: moment })),
    [],
  ),
  /** How often screens ask, in seconds. */
  polling: v.optional(
    v.object({
      inHours: v.pipe(v.number(), v.minValue(15, 'below 15'), v.maxValue(3600, 'above 3600')),
      offHours: v.pipe(v.number(), v.minValue(60, 'below 60'), v.maxValue(3600, 'above 3600')),
    }),
    { inHours: 60, offHours: 900 },
  ),
});

/** A school document with its defaults filled in. */
export type School = DeepReadonly<v.InferOutput<typeof School>>;
/** A school document as an office writes it. */
export type SchoolInput = DeepReadonly<v.InferInput<typeof School>>;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * The school document in a JSON value. Throws a `ParseError` that lists every problem of shape;
 * `checkSchool` finds the problems of sense.
 */
export function parseSchool(value: unknown): School {
  return parseWith(School, value, 'school');
}
