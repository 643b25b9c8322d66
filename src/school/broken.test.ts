import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { ParseError, problemText } from '../contract/parse.ts';
import { MOST } from '../contract/school.ts';
import { readSchool } from './read-school.ts';

/*
 * Documents as offices break them, in `broken/`, and the start of what is said about each. A document
 * that is refused says everything that is wrong with it at once.
 */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'another-format.json': ['format is "school/2", not "school/1"'],
  'bidi-control-in-a-name.json': ['teachers[0].name.en is "Ms \\u202eAdams", not plain text'],
  'class-of-an-unknown-track.json': [
    'bellSchedules.regular.tracks.lower is for a track that nobody defined',
    'classes[0].track is "upper", a track that nobody defined',
  ],
  'comma-too-many.txt': ['it is not JSON ('],
  'cut-short.txt': ['it is not JSON ('],
  'cycle-with-unknown-anchor-day.json': [
    'calendar.cycle.anchorDay is "C", a day of the cycle that nobody defined: add it to calendar.cycle.days, or use one of "A", "B"',
  ],
  'empty.txt': ['it is not JSON ('],
  'ends-after-midnight.json': [
    'bellSchedules.regular.periods[3].end is "00:30", before its start "23:45": write 24:30 if it ends after midnight',
  ],
  'field-given-twice.txt': [
    'calendar.days.2026-09-23 is given twice, and only the last would count',
    'lessons is given twice',
  ],
  'impossible-date.json': [
    'calendar.exceptions[0].from is "2027-02-30", not a date of the calendar',
  ],
  'lesson-in-a-period-without-bells.json': [
    'lessons[0].period is "8", a period that no bell schedule has: use one of "1", "2", "break", "3"',
  ],
  'lesson-of-strangers.json': [
    'lessons[0].class is "9/9", a class that nobody defined: add it to classes, or use one of "1/1", "1/2"',
    'lessons[0].subject is "alchemy", a subject that nobody defined',
    'lessons[0].teachers[1] is "merlin", a teacher that nobody defined',
    'lessons[0].rooms[0] is "tower", a room that nobody defined',
  ],
  'lesson-on-two-kinds-of-day.json': ['lessons[0] must have either a weekday or a cycleDay'],
  'lesson-without-a-day.json': ['lessons[0] must have either a weekday or a cycleDay'],
  'logo-that-is-a-page.json': [
    'logo is "data:text/html;base64,PHNjcmlwdD4=", not a data URL of an SVG or PNG',
  ],
  'malformed-time.json': [
    'bellSchedules.regular.periods[3].start is "7:00x", not a time such as 07:30 (past midnight: 24:30)',
  ],
  'missing-fields.json': [
    'zone is missing',
    'bellSchedules.regular.periods[0].end is missing',
    'calendar is missing',
  ],
  'move-without-a-target.json': ['substitutions[0].to is missing: say where the lesson moves to'],
  'notice-that-ends-before-it-begins.json': [
    'notices[0].until is "2026-09-01T06:00", not after its from "2026-09-01T07:00"',
  ],
  'repeated-class.json': ['classes[1].id is "1/1", as is that of classes[0]: give each its own'],
  'repeated-period-key.json': [
    'bellSchedules.regular.periods[3].key is "1", as is that of bellSchedules.regular.periods[0]',
  ],
  'repeated-teacher.json': ['teachers[1].id is "adams", as is that of teachers[0]'],
  'reversed-times.json': [
    'bellSchedules.regular.periods[1].end is "08:01", before its start "08:05": swap them',
  ],
  'season-without-a-week.json': ['calendar.seasons[0].week is missing'],
  'sign-in-page.txt': ['it is not JSON ('],
  'term-without-school-days.json': [
    'calendar has no day with bells from 2026-08-23 through 2026-12-31: give calendar.week a bell schedule',
  ],
  'text-too-long.json': [
    'subjects[0].short.en is "Mathematics for all", longer than 14 characters: it would not fit the wall',
    'notices[0].text.en is "Science projects are due on Tuesday',
  ],
  'text-without-a-language.json': ['teachers[0].name is an object, without a text'],
  'through-before-from.json': [
    'calendar.through is "2026-12-31", before its from "2027-08-23": swap them',
    'calendar.exceptions[0].through is "2026-11-01", before its from "2026-11-05"',
  ],
  'timetable-as-csv.txt': ['it is not JSON ('],
  'undefined-bell-schedule.json': [
    'calendar.week.mon is "regualr", a bell schedule that nobody defined: add it to bellSchedules, or use one of "regular"',
    'calendar.days.2026-12-21 is "exams", a bell schedule that nobody defined',
    'calendar.exceptions[0].bellSchedule is "exams", a bell schedule that nobody defined',
  ],
  'unknown-week-letter.json': [
    'lessons[0].week is "C", a week letter that nobody defined: add it to calendar.weekLetters.letters, or use one of "A", "B"',
  ],
  'weekday-in-full.json': [
    'calendar has no day with bells',
    'calendar.week.sunday is not a field of a school document: check its spelling',
  ],
  'wrong-types.json': [
    'languages is "en", not a list',
    'bellOffsetMs is "35", not a number',
    'bellSchedules.regular.periods is an object, not a list',
    'calendar.from is 20260823, not a date such as 2026-08-23',
    'classes is "1/1, 1/2", not a list',
    'lessons[0].teachers is "adams", not a list',
  ],
  'zero-length-period.json': [
    'bellSchedules.regular.periods[2].end is "08:50", as is its start: a period takes time',
  ],
};

/** Documents that can be published, and what may be a mistake in each. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  'exam-outside-the-calendar.json': [
    'exams[0].date is "2027-01-10", outside the calendar (2026-08-23 … 2026-12-31)',
  ],
  'lesson-never-held.json': [
    'lessons[1].period is "3", which rings on no "thu" of the calendar: the lesson is never held',
  ],
  'name-in-one-of-two-languages.json': ['teachers[0].name has no text in "ar"'],
  'overlapping-periods.json': ['bellSchedules.regular.periods overlap: "2" begins before "1" ends'],
  'season-without-bells.json': [
    'calendar.seasons[0].week has no bells on any weekday, so that 2026-11-01 … 2026-11-30 is closed',
  ],
  'substitution-without-a-lesson.json': [
    'substitutions[0] is for class "1/1" in period "1" on 2026-08-24, when it has no lesson',
  ],
  'unknown-fields.json': [
    'calendar.holidays is not a field of a school document: check its spelling',
    'lessons[0].teacher is not a field of a school document',
    'bellSchedule is not a field of a school document',
  ],
};

const folder = new URL('broken/', import.meta.url);

function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(file, folder));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A document in order, as text. */
function documentText(changes: Readonly<Record<string, unknown>> = {}): string {
  const document = JSON.parse(new TextDecoder().decode(bytesOf('overlapping-periods.json')));
  document.bellSchedules.regular.periods[1].start = '08:05';
  return JSON.stringify({ ...document, ...changes });
}

function refusalOf(bytes: Uint8Array): ParseError {
  try {
    readSchool(bytes);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
  throw new Error('The document was accepted');
}

function messageWith(changes: Readonly<Record<string, unknown>>): string {
  return refusalOf(encoded(documentText(changes))).message;
}

function many(count: number, item: (index: number) => object): readonly object[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function expectTexts(texts: readonly string[], starts: readonly string[]): void {
  expect(texts.map((text, index) => text.slice(0, starts[index]?.length))).toEqual(starts);
}

test('every broken document has its message', () => {
  expect(readdirSync(folder).sort()).toEqual(
    [...Object.keys(REFUSED), ...Object.keys(WARNED)].sort(),
  );
});

test.each(Object.entries(REFUSED))('%s is refused with every problem at once', (file, starts) => {
  const error = refusalOf(bytesOf(file));
  expect(error.message).toBe(`Cannot read school: ${error.problems.map(problemText)[0]}`);
  expectTexts(error.problems.map(problemText), starts);
});

test.each(Object.entries(WARNED))('%s can be published, with a warning', (file, starts) => {
  expectTexts(readSchool(bytesOf(file)).warnings.map(problemText), starts);
});

test('a byte order mark is no mistake', () => {
  const { school, warnings } = readSchool(encoded(`\ufeff${documentText()}`));
  expect(school.id).toBe('oak');
  expect(warnings).toEqual([]);
});

test('a document of 10 MB is refused before it is read', () => {
  const bytes = encoded(documentText({ logo: 'x'.repeat(10_000_000) }));
  expect(refusalOf(bytes).message).toMatch(/the document is 10\.0 MB, larger than 2 MB/);
});

// fault:P14 A document that is nested hundreds of thousands deep
// hallway: no change
// technician: “nested deeper than …”
test('deep nesting is refused before it can exhaust a stack', () => {
  for (const text of ['['.repeat(500_000), '{"a":'.repeat(300_000)]) {
    expect(refusalOf(encoded(text)).message).toMatch(/nested deeper than/);
  }
});

test('brackets inside a text are no nesting', () => {
  expect(() => readSchool(encoded(documentText({ name: { en: '['.repeat(60) } })))).not.toThrow();
});

test('a document in UTF-16 is refused with its encoding', () => {
  const little = Buffer.from(`\ufeff${documentText()}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  const unmarked = Buffer.from(documentText(), 'utf16le');
  for (const bytes of [little, big, unmarked]) {
    expect(refusalOf(bytes).message).toMatch(/encoded in UTF-16: save it as UTF-8/);
  }
});

// fault:P15 A document in the encoding of an old program
// hallway: no change; no rubbish in a name
// technician: the encoding, by name
test('an Arabic name in windows-1256 is refused with its encoding, not shown as rubbish', () => {
  const [before, after] = documentText({ name: { ar: '@' } }).split('@');
  // رواق
  const name = Uint8Array.of(0xd1, 0xe6, 0xc7, 0xde);
  const bytes = Buffer.concat([encoded(before ?? ''), name, encoded(after ?? '')]);
  expect(refusalOf(bytes).message).toMatch(/not encoded in UTF-8 \(windows-1256, perhaps\)/);
});

test('more classes, lessons or dated items than a wall can hold are refused', () => {
  const lesson = { class: '1/1', weekday: 'sun', period: '1', subject: 'maths' };
  const event = { date: '2026-09-01', name: { en: 'Fair' } };
  expect(messageWith({ classes: many(MOST.classes + 1, (id) => ({ id: String(id) })) })).toMatch(
    /classes is a list of 201, more than 200/,
  );
  expect(messageWith({ lessons: many(MOST.lessons + 1, () => lesson) })).toMatch(
    /lessons is a list of 8001, more than 8000/,
  );
  expect(messageWith({ events: many(MOST.datedItems + 1, () => event) })).toMatch(
    /has 4001 dated items, more than 4000/,
  );
});

test('a field named like a part of the language changes nothing outside the document', () => {
  const text = documentText().replace(
    '"bellSchedules":{',
    '"bellSchedules":{"__proto__":{"name":{"en":"x"},"periods":[]},"constructor":{"name":{"en":"x"}},',
  );
  expect(() => readSchool(encoded(text))).not.toThrow();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a date is not mistaken for a field given twice in another place', () => {
  const calendar = {
    ...JSON.parse(documentText()).calendar,
    days: { '2026-09-23': null },
    weekLetters: { letters: ['A', 'B'], anchor: '2026-08-23', days: { '2026-09-23': 'B' } },
  };
  expect(readSchool(encoded(documentText({ calendar }))).warnings).toEqual([]);
});
