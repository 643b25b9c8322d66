import { expect, test } from 'vitest';

import { CLASS, editionOf, otherSubject } from './year-of-documents.ts';

/** A Monday of lessons. */
const DATE = '2026-08-31';

test('an edit is always of another subject than the class has', () => {
  const { lessons = [] } = editionOf(DATE, []);
  const taught = lessons.filter((one) => one.class === CLASS && one.weekday === 'mon');
  expect(taught.length).toBeGreaterThan(5);
  for (const { period, subject } of taught) {
    const parts = [0, 0.24, 0.26, 0.49, 0.51, 0.76, 0.999];
    const others = parts.map((part) => otherSubject(DATE, period, part));
    expect(others).not.toContain(subject);
    expect(new Set(others).size).toBeGreaterThan(2);
  }
});
