import { expect, test } from 'vitest';

import { largeSchool } from './large-school.ts';

test('a large school is the same each time, and of the size asked for', () => {
  const school = largeSchool({ classes: 24, days: 365, periods: 7 });
  expect(school).toEqual(largeSchool({ classes: 24, days: 365, periods: 7 }));
  expect(school.classes).toHaveLength(24);
  expect(school.lessons).toHaveLength(24 * 5 * 7);
  expect(school.calendar.through).toBe('2027-07-31');
});

test('no teacher of a large school gives more lessons than a week holds', () => {
  const { lessons, teachers } = largeSchool({ classes: 60, days: 365, periods: 7 });
  const loads = teachers.map(({ id }) => lessons.filter((one) => one.teachers.includes(id)).length);
  expect(Math.max(...loads)).toBeLessThanOrEqual(5 * 7);
  expect(Math.min(...loads)).toBeGreaterThan(0);
});
