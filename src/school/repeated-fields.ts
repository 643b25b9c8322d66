import { pathTo, type Problem } from '../contract/parse.ts';

type Frame = {
  readonly path: string;
  /** Fields seen so far; absent: a list. */
  readonly fields?: Set<string>;
  /** Where in this frame the next value belongs. */
  at: string | number;
  isFieldNext: boolean;
};

const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/g;

/**
 * Fields that are given twice in `text`, which must be JSON. Reading JSON keeps the last of them
 * and forgets the others, so that a date closed in one line and open in another goes unnoticed.
 */
export function repeatedFields(text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const frames: Frame[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const frame = frames[frames.length - 1];
    if (token === '{' || token === '[') {
      const path = frame ? pathTo(frame.path, frame.at) : '';
      frames.push(
        token === '{'
          ? { path, fields: new Set(), at: '', isFieldNext: true }
          : { path, at: 0, isFieldNext: false },
      );
    } else if (token === '}' || token === ']') {
      frames.pop();
    } else if (token === ',' && frame) {
      if (typeof frame.at === 'number') frame.at++;
      else frame.isFieldNext = true;
    } else if (frame?.fields && frame.isFieldNext && token !== ':') {
      const field = String(JSON.parse(token));
      frame.at = field;
      frame.isFieldNext = false;
      if (frame.fields.has(field)) {
        problems.push({
          path: pathTo(frame.path, field),
          message: 'is given twice, and only the last would count: remove one or merge them',
        });
      }
      frame.fields.add(field);
    }
  }
  return problems;
}
