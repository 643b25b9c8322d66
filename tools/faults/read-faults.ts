import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { GROUPS } from './groups.ts';

/** A named way to break a hallway screen, as the comment above its test declares it. */
export type Fault = {
  /** A letter of a group and two digits, such as `N03`. It keeps its number for good. */
  readonly id: string;
  readonly name: string;
  /** What pupils and teachers see while it lasts. */
  readonly hallway: string;
  /** What whoever looks after screen or server can find out. */
  readonly technician: string;
  readonly test: FaultTest;
};

export type FaultTest = {
  /** From the root of the repository. */
  readonly file: string;
  /** On which the call that declares the test begins, from 1. */
  readonly line: number;
  /** On which test runners believe it to be: for `test.each(…)(…)`, where the second call begins. */
  readonly runLine: number;
  /** As written; `…` stands for what differs between the cases of a test. */
  readonly title: string;
};

const FOLDERS = ['src', 'server', 'tools', 'bench', 'e2e'];
const TEST_FILE = /\.(?:test|e2e|faults)\.tsx?$/;
const DECLARATION = /^fault:(\S*) *(.*)$/;
const PART = /^(hallway|technician): *(.*)$/;
const ID = new RegExp(`^[${Object.keys(GROUPS).join('')}]\\d\\d$`);

/** Every fault that a test declares, by id. Throws with all that is wrong: file, line, what to do. */
export function readFaults(root: string): readonly Fault[] {
  const files = FOLDERS.flatMap((folder) => testFilesIn(path.join(root, folder)));
  return faultsOf(
    files.map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') })),
  );
}

/** As `readFaults`, of files that were read before. */
export function faultsOf(
  files: readonly { readonly file: string; readonly text: string }[],
): readonly Fault[] {
  const problems: string[] = [];
  const faults = files.flatMap(({ file, text }) => faultsIn(file, text, problems));
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const other = first.get(fault.id);
    if (other === undefined) first.set(fault.id, fault);
    else problems.push(`${placeOf(fault)}: fault:${fault.id} is declared at ${placeOf(other)}`);
  }
  if (problems.length > 0) throw new SyntaxError(problems.join('\n'));
  return faults.sort((a, b) => order(a.id) - order(b.id));
}

function order(id: string): number {
  return Object.keys(GROUPS).indexOf(id.charAt(0)) * 100 + Number(id.slice(1));
}

function testFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return testFilesIn(inside);
    return TEST_FILE.test(entry.name) ? [inside] : [];
  });
}

function faultsIn(file: string, text: string, problems: string[]): readonly Fault[] {
  if (!text.includes('fault:')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const faults: Fault[] = [];
  const read = new Set<number>();
  for (const test of testsIn(source, file)) {
    const above = commentAbove(lines, test.line - 1);
    faults.push(...faultsOfComment(above, test, problems, read));
  }
  lines.forEach((line, index) => {
    if (!/^\s*\/\/ fault:/.test(line) || read.has(index)) return;
    problems.push(`${file}:${index + 1}: no test begins on the line below this fault`);
  });
  return faults;
}

type CommentLine = { readonly index: number; readonly text: string };

/** The `//` lines that end right above a line, counted from 0. */
function commentAbove(lines: readonly string[], below: number): readonly CommentLine[] {
  const comment: CommentLine[] = [];
  for (let index = below - 1; index >= 0; index -= 1) {
    const text = /^\s*\/\/ ?(.*)$/.exec(lines[index] ?? '')?.[1];
    if (text === undefined) break;
    comment.unshift({ index, text: text.trim() });
  }
  return comment;
}

function faultsOfComment(
  comment: readonly CommentLine[],
  test: FaultTest,
  problems: string[],
  read: Set<number>,
): readonly Fault[] {
  type Draft = { id: string; index: number; name: string; hallway: string; technician: string };
  const drafts: Draft[] = [];
  let part: 'name' | 'hallway' | 'technician' = 'name';
  for (const { index, text } of comment) {
    const [, id, name = ''] = DECLARATION.exec(text) ?? [];
    if (id !== undefined) {
      read.add(index);
      drafts.push({ id, index, name, hallway: '', technician: '' });
      part = 'name';
      continue;
    }
    const draft = drafts.at(-1);
    // What stands above the first fault is a comment on the test.
    if (draft === undefined) continue;
    const [, named, rest = ''] = PART.exec(text) ?? [];
    if (named === 'hallway' || named === 'technician') part = named;
    draft[part] = `${draft[part]} ${named === undefined ? text : rest}`.trim();
  }
  return drafts.map(({ index, ...fault }) => {
    const place = `${test.file}:${index + 1}`;
    if (!ID.test(fault.id)) {
      problems.push(`${place}: "${fault.id}" is not a letter of ${letters()} and two digits`);
    }
    if (fault.name === '') problems.push(`${place}: fault:${fault.id} has no name`);
    for (const needed of ['hallway', 'technician'] as const) {
      if (fault[needed] !== '') continue;
      problems.push(`${place}: fault:${fault.id} does not say what the ${needed} sees`);
    }
    return { ...fault, test };
  });
}

function letters(): string {
  return Object.keys(GROUPS).join(', ');
}

function placeOf({ test }: Fault): string {
  return `${test.file}:${test.line}`;
}

/** Every call such as `test('title', …)`, `test.each(…)('title', …)` and its like. */
function testsIn(source: ts.SourceFile, file: string): readonly FaultTest[] {
  const tests: FaultTest[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const title = titleOf(node.arguments[0]);
      const lineAt = (at: number) => source.getLineAndCharacterOfPosition(at).line + 1;
      const line = lineAt(node.getStart());
      const isEach = ts.isCallExpression(node.expression);
      const runLine = isEach ? lineAt(node.expression.getEnd()) : line;
      if (title !== undefined) tests.push({ file, line, runLine, title });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tests;
}

function isTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'test';
  if (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) {
    return isTest(called.expression);
  }
  return false;
}

function titleOf(argument: ts.Expression | undefined): string | undefined {
  if (argument === undefined) return undefined;
  if (ts.isStringLiteralLike(argument))
    return argument.text.replace(/%[a-zA-Z#.\d]*[a-zA-Z#]/g, '…');
  if (!ts.isTemplateExpression(argument)) return undefined;
  return (
    argument.head.text + argument.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
  );
}
