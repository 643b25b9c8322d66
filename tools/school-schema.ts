/*
 * Writes `docs/school.schema.json`, the JSON Schema of a school document, for editors that complete
 * and check while one types:
 *
 *   npx tsx tools/school-schema.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { toJsonSchema } from '@valibot/to-json-schema';

import { School } from '../src/contract/school.ts';

export const schoolSchemaFile = fileURLToPath(
  new URL('../docs/school.schema.json', import.meta.url),
);

/** The JSON Schema (draft 7) of a school document as an office writes it, as the text of a file. */
export function schoolSchemaText(): string {
  const schema = toJsonSchema(School, {
    typeMode: 'input',
    // Checks that JSON Schema cannot say, such as "a date of the calendar", stay with the parser.
    ignoreActions: ['check'],
    overrideAction: ({ valibotAction: action, jsonSchema }) =>
      // JSON Schema reads every pattern as a Unicode one.
      action.type === 'regex' && 'requirement' in action && action.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: action.requirement.source }
        : undefined,
  });
  const titled = { ...schema, title: 'Riwaq school document (school/1)' };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(schoolSchemaFile, schoolSchemaText());
}
