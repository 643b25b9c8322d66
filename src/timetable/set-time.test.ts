import { expect, test } from 'vitest';

import { gone, partBeside, turned, type TimePart } from './set-time.ts';

const DAY = 20_780;
const at = (hour: number, minute: number, second = 0) => ({
  day: DAY,
  second: hour * 3600 + minute * 60 + second,
});

test.each<[string, ReturnType<typeof at>, TimePart, 1 | -1, ReturnType<typeof at>]>([
  ['an hour on', at(7, 42, 10), 'hour', 1, at(8, 42, 10)],
  ['an hour back', at(7, 42, 10), 'hour', -1, at(6, 42, 10)],
  ['the hour after the last is the first', at(23, 5), 'hour', 1, at(0, 5)],
  ['the hour before the first is the last', at(0, 5), 'hour', -1, at(23, 5)],
  ['a minute on, in its middle', at(7, 42, 10), 'minute', 1, at(7, 43, 30)],
  ['a minute back, in its middle', at(7, 42, 50), 'minute', -1, at(7, 41, 30)],
  ['the minute after the last is the first', at(7, 59), 'minute', 1, at(7, 0, 30)],
  ['the minute before the first is the last', at(7, 0), 'minute', -1, at(7, 59, 30)],
  ['a day on', at(7, 42, 10), 'day', 1, { ...at(7, 42, 10), day: DAY + 1 }],
  ['a day back', at(7, 42, 10), 'day', -1, { ...at(7, 42, 10), day: DAY - 1 }],
])('%s', (_, from, part, by, to) => {
  expect(turned(from, part, by)).toEqual(to);
});

test('a time goes on while it is looked at, over midnight too', () => {
  expect(gone(at(7, 42, 10), 65.9)).toEqual(at(7, 43, 15));
  expect(gone(at(23, 59, 58), 3)).toEqual({ day: DAY + 1, second: 1 });
  expect(gone(at(12, 0), 172_800)).toEqual({ ...at(12, 0), day: DAY + 2 });
});

test.each<[TimePart, 1 | -1, 'ltr' | 'rtl', TimePart]>([
  ['hour', 1, 'ltr', 'minute'],
  ['minute', 1, 'ltr', 'day'],
  ['day', 1, 'ltr', 'day'],
  ['day', -1, 'ltr', 'minute'],
  ['hour', -1, 'ltr', 'hour'],
  ['hour', -1, 'rtl', 'day'],
  ['hour', 1, 'rtl', 'minute'],
  ['minute', 1, 'rtl', 'minute'],
  ['day', -1, 'rtl', 'day'],
])('beside the %s, %i step to the right in %s, is the %s', (part, step, dir, beside) => {
  expect(partBeside(part, step, dir)).toBe(beside);
});
