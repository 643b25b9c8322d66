import { expect, test } from 'vitest';

import { coverageText } from './coverage-text.ts';

/** 2026-08-23 to 2027-07-31. */
const COVERAGE = { from: 20_688, through: 21_030 };

test.each<[string, typeof COVERAGE | undefined, number | undefined, string, boolean]>([
  ['in the term', COVERAGE, 20_780, '251 days, through 2027-07-31', false],
  ['two weeks before its end', COVERAGE, 21_017, '14 days, through 2027-07-31', false],
  ['less than two weeks before its end', COVERAGE, 21_018, '13 days, through 2027-07-31', true],
  ['on its last day', COVERAGE, 21_030, '1 day, through 2027-07-31', true],
  ['after it', COVERAGE, 21_031, 'nothing since 2027-07-31', true],
  ['before it', COVERAGE, 20_600, '343 days, from 2026-08-23 through 2027-07-31', false],
  ['by a clock that nobody trusts', COVERAGE, undefined, 'through 2027-07-31', false],
  ['with nothing stored', undefined, 20_780, 'nothing', true],
])('%s', (_, coverage, today, value, warn) => {
  expect(coverageText(coverage, today)).toEqual({ value, warn });
});
