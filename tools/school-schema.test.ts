import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { schoolSchemaFile, schoolSchemaText } from './school-schema.ts';

test('the committed JSON Schema is that of the parser (else run: npx tsx tools/school-schema.ts)', () => {
  expect(readFileSync(schoolSchemaFile, 'utf8')).toBe(schoolSchemaText());
});

test('an editor asks an office only for what has no default', () => {
  expect(JSON.parse(schoolSchemaText())).toMatchObject({
    required: ['format', 'id', 'name', 'zone', 'languages', 'bellSchedules', 'calendar'],
  });
});

test('an editor checks times by the same pattern as the parser', () => {
  const { properties } = JSON.parse(schoolSchemaText());
  const period = properties.bellSchedules.additionalProperties.properties.periods.items;
  const time = new RegExp(period.properties.start.pattern, 'u');
  expect(['07:30', '24:30', '07:30:15', '7:30', '07:60'].map((text) => time.test(text))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
