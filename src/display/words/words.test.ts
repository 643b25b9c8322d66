import { expect, test } from 'vitest';

import { LANGUAGES, wordsFor } from './words-for.ts';
import type { Forms } from './words.ts';

test.each(LANGUAGES.map((words) => [words.language, words] as const))(
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
  const ar = wordsFor('ar');
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

test('a language that the wall does not speak is answered in its first one', () => {
  expect(wordsFor('fr').language).toBe('ar');
  expect(wordsFor('en-GB').language).toBe('en');
});
