import * as v from 'valibot';

/** What the server says of a change to a school's pointer. */
export const Published = v.object({
  revision: v.string(),
  generation: v.string(),
  isNew: v.boolean(),
  warnings: v.array(v.object({ path: v.string(), message: v.string() })),
});
export type Published = v.InferOutput<typeof Published>;

/** One line about a change, such as `alfarabi: published revision …, generation …`. */
export function publishedText(school: string, verb: string, answer: Published): string {
  const { revision, generation, isNew } = answer;
  const what = isNew ? verb : 'unchanged, still';
  return `${school}: ${what} revision ${revision}, generation ${generation}`;
}
