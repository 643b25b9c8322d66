import { expect, test } from 'vitest';

import { words as ar } from './ar.ts';
import { words as en } from './en.ts';
import { languageOf } from './languages.ts';
import type { Forms } from './words.ts';

test.each([ar, en].map((words) => [words.language, words] as const))(
  'every text is there in %s',
  (_, words) => {
    expect(words.weekdays).toHaveLength(7);
    expect(words.months).toHaveLength(12);
    expect(words.hijriMonths).toHaveLength(12);
    for (const [name, value] of Object.entries(words)) {
      if (typeof value === 'string') expect(value, name).not.toBe('');
      if (typeof value === 'function') expect(value('A', 'B'), name).toMatch(/A|B/);
    }
  },
);

test('Arabic counts one, two, a few and many differently', () => {
  const rules = new Intl.PluralRules('ar');
  const say = <Value>(forms: Forms<Value>, count: number) =>
    forms[rules.select(count)] ?? forms.other;
  expect([1, 2, 3, 10, 11, 99, 100].map((count) => say(ar.unit.minutes, count))).toEqual([
    'دقيقة',
    'دقيقتان',
    'دقائق',
    'دقائق',
    'دقيقة',
    'دقيقة',
    'دقيقة',
  ]);
  expect([1, 2, 5, 23, 100].map((count) => say(ar.days, count))).toEqual([
    'يوم',
    'يومين',
    '# أيام',
    '# يومًا',
    '# يوم',
  ]);
});

test('a wall speaks the first of the languages asked for that it knows, else English', async () => {
  expect(await wordsIn('ar-SA', 'en')).toBe(ar);
  expect(await wordsIn('fr', 'ar')).toBe(ar);
  expect(await wordsIn('en-GB', 'ar')).toBe(en);
  expect(await wordsIn('fr')).toBe(en);
  expect(await wordsIn()).toBe(en);
});

async function wordsIn(...tags: readonly string[]) {
  const { words } = await languageOf(tags).load();
  return words;
}
