import { expect, test } from 'vitest';

import { words as ar } from './ar.ts';
import { words as en } from './en.ts';
import { words as fr } from './fr.ts';
import { languageOf, type Language } from './languages.ts';
import type { Forms } from './words.ts';

const FILES = Object.entries(import.meta.glob<Language>('./??.ts', { eager: true }));

test.each(FILES)('every text is there in %s', (file, { words }) => {
  expect(file).toBe(`./${words.language}.ts`);
  expect(new Set(words.weekdays).size).toBe(7);
  expect(new Set(words.months).size).toBe(12);
  expect(new Set(words.hijriMonths).size).toBe(12);
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'string') expect(value, name).not.toBe('');
    if (Array.isArray(value)) expect(value, name).not.toContain('');
    if (typeof value === 'function') {
      expect(value('A', 'B'), name).toMatch(value.length === 2 ? /A.*B/ : /A/);
    }
  }
});

test.each(FILES)('a number of anything can be said in %s', (_, { words }) => {
  const { pluralCategories } = new Intl.PluralRules(words.language).resolvedOptions();
  const { unit, left, toStart, minutes, hours, days } = words;
  for (const forms of [unit.minutes, unit.seconds, left, toStart, minutes, hours, days]) {
    const said = Object.entries(forms).filter(([, text]) => text !== '');
    expect(pluralCategories).toEqual(expect.arrayContaining(said.map(([category]) => category)));
    expect(said.length).toBe(Object.keys(forms).length);
  }
});

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

test('French counts nothing in the singular', () => {
  expect(fr.unit.minutes[new Intl.PluralRules('fr').select(0)]).toBe('minute');
});

test('a wall speaks the first of the languages asked for that it knows, else English', async () => {
  expect(await wordsIn('ar-SA', 'en')).toBe(ar);
  expect(await wordsIn('fr-CA', 'ar')).toBe(fr);
  expect(await wordsIn('tr', 'ar')).toBe(ar);
  expect(await wordsIn('en-GB', 'ar')).toBe(en);
  expect(await wordsIn('tr')).toBe(en);
  expect(await wordsIn()).toBe(en);
});

async function wordsIn(...tags: readonly string[]) {
  const { words } = await languageOf(tags).load();
  return words;
}
