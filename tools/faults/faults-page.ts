import { GROUPS } from './groups.ts';
import { LEFT_OUT, NOT_TESTED } from './left-out.ts';
import type { Fault } from './read-faults.ts';
import { togetherRows } from './together.ts';

const INTRODUCTION = `# Faults

Every known way to break a hallway screen, what is seen of it, and the test that shows it. "The hallway" is whoever looks
at the wall; "the technician" is whoever looks after screen or server and opens the diagnostics, the log or the command. "No change" means that the wall goes on as if nothing had happened.

This page is written by \`npm run faults\` from the comments above the tests, and says no more than they do:
\`npm run faults -- N03 S\` runs the test of one fault and of a group, \`--list\` lists them. Ids are stable.

Each test is of one fault. \`npm run swarm\` lets those that a simulator can bring about happen together, two at a time and
in random sets, and holds every second of every screen against what [the table after them](#several-at-once) lets it show:
[measurements.md](measurements.md#the-swarm).`;

/** The text of docs/faults.md for these faults. */
export function faultsPage(faults: readonly Fault[]): string {
  const groups = Object.entries(GROUPS).flatMap(([letter, title]) => {
    const rows = faults.filter(({ id }) => id.startsWith(letter)).map(rowOf);
    if (rows.length === 0) return [];
    return [
      `## ${title}\n\n${table(['id', 'fault', 'the hallway sees', 'the technician sees', 'test'], rows)}`,
    ];
  });
  const together = `## Several at once

What a screen may show from the beginning of a fault until its second answer after the end, whatever else is broken then;
what happens in one moment ends in that moment. Nothing excuses bytes that were never published for the screen’s school.
Beyond that every second shows the lesson of now, of the newest timetable. This table is that by which \`npm run swarm\` judges.

${table(['while', 'ids', 'a screen may show', 'why'], togetherRows())}`;
  const notTested = `## Can occur, and has no test here

${table(
  ['fault', 'what there is instead'],
  NOT_TESTED.map(({ fault, why }) => [fault, why]),
)}`;
  const leftOut = `## Cannot occur

Ways in which displays of this kind have failed, and for which Riwaq has no place.

${table(
  ['fault', 'why it cannot'],
  LEFT_OUT.map(({ fault, why }) => [fault, why]),
)}`;
  const total = `${faults.length} faults in ${new Set(faults.map(({ test }) => `${test.file}:${test.line}`)).size} tests.`;
  return `${[INTRODUCTION, total, ...groups, together, notTested, leftOut].join('\n\n')}\n`;
}

function rowOf({ id, name, hallway, technician, test }: Fault): readonly string[] {
  const { file, title } = test;
  return [`**${id}**`, name, hallway, technician, `[${title}](../${file})`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
