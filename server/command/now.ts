import { createInterface } from 'node:readline';

import type { Command } from 'commander';

import type { School } from '../../src/contract/school.ts';
import { civilAt, type Offsets, timeText } from '../../src/timetable/civil.ts';
import { makeNowAnswer, type NowAnswer, type NowPeriod } from '../now-answer.ts';
import { openSchool } from './open-school.ts';

type Options = {
  readonly at?: string;
  readonly track?: string;
  readonly class?: string;
  readonly json?: true;
};

export function addNowCommand(program: Command): void {
  program
    .command('now')
    .summary('say what is on, by a school document alone')
    .description(
      'Says what is on at an instant by the rules of a school document; needs no server.\n' +
        'With --at -, reads one instant a line from standard input and answers each with one line of JSON.',
    )
    .argument('<file>', 'school document; - reads standard input')
    .option('--at <instant>', 'such as 2026-11-23T09:28:00+03:00, or - (default: now)')
    .option('--track <id>', 'whose bells; default: those of --class, else the first track')
    .option('--class <id>', 'also say what this class has')
    .option('--json', 'answer in JSON')
    .action(answerNow);
}

async function answerNow(file: string, { at, track, class: classId, json }: Options) {
  if (at === '-' && file === '-') {
    throw new RangeError('Cannot read both the school and the instants from standard input');
  }
  const { school, offsets } = openSchool(file);
  const classIndex = indexOf(school.classes, classId, 'class');
  const ofClass = classIndex === undefined ? undefined : school.classes[classIndex]?.track;
  const trackIndex = indexOf(school.tracks, track ?? ofClass, 'track') ?? 0;
  const answer = makeNowAnswer(school, offsets, { track: trackIndex, classIndex });
  if (at !== '-') {
    const found = answer(at === undefined ? Date.now() : instantOfText(at));
    console.log(json ? JSON.stringify(found, undefined, 2) : inWords(found, school, offsets));
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') console.log(JSON.stringify(answer(instantOfText(line.trim()))));
  }
}

function indexOf(
  rows: School['tracks'] | School['classes'],
  id: string | undefined,
  what: string,
): number | undefined {
  if (id === undefined) return undefined;
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) {
    const all = rows.map((row) => row.id).join(', ');
    throw new RangeError(`Cannot find ${what} "${id}": use one of ${all}`);
  }
  return index;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function instantOfText(text: string): number {
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new RangeError(
      `Cannot read the instant "${text}": write one such as 2026-11-23T09:28:00+03:00 or 2026-11-23T06:28:00Z`,
    );
  }
  return instant;
}

function inWords(answer: NowAnswer, { zone }: School, offsets: Offsets): string {
  const day = answer.dayLabel ?? answer.dayType;
  const line = (word: string, period: NowPeriod) =>
    `${word} ${periodText(period, answer.date, offsets)}`;
  return [
    `${answer.date} ${answer.time} (${zone}, UTC${answer.utcOffset})${day === null ? '' : ` · ${day}`}`,
    `State: ${answer.state}`,
    ...answer.current.map((period) => line('Now:  ', period)),
    ...answer.next.map((period) => line('Next: ', period)),
    ...(answer.lesson ?? []).map(
      ({ subject, teachers, rooms, group, mark }) =>
        `Class: ${[subject, ...teachers, ...rooms, group, mark].filter(Boolean).join(' · ')}`,
    ),
  ].join('\n');
}

function periodText(
  { label, start, end, serviceDate }: NowPeriod,
  today: string,
  offsets: Offsets,
): string {
  const date = serviceDate === today ? '' : ` on ${serviceDate}`;
  return `${label}, ${clock(start, offsets)}–${clock(end, offsets)}${date}`;
}

/** What the clock reads at an instant: clocks may change between now and then. */
function clock(instant: string, offsets: Offsets): string {
  const { second } = civilAt(offsets, Date.parse(instant));
  return timeText(second).replace(/:00$/, '');
}
