import { generatorOf } from './generator-of.ts';
import type { Size } from './size.ts';
import type { Edit, Span } from './tape.ts';

/** In each span, this share of the schools publishes an edit at an instant of its own, in order. */
export function editsOf(
  { seed, screens, perSchool }: Size,
  share: number,
  spans: readonly Span[],
): readonly Edit[] {
  const edits: Edit[] = [];
  for (let school = 0; school < Math.ceil(screens / perSchool); school += 1) {
    const random = generatorOf(seed, `office of school ${school}`);
    let edition = 0;
    for (const { from, to } of spans) {
      const [isEdited, at] = [random() < share, from + (to - from) * random()];
      if (!isEdited) continue;
      edition += 1;
      edits.push({ at, school, edition });
    }
  }
  return edits.sort((a, b) => a.at - b.at);
}
