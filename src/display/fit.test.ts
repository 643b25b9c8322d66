import { expect, test } from 'vitest';

import { fitted, linesOf } from './fit.ts';

/** A face in which every letter is half an em wide. */
const widthOf = (text: string) => text.length / 2;

const ladder = {
  names: ['Social Studies', 'Social'],
  sizes: [3, 2],
  weight: 600,
  wrapped: [1.5, 1],
} as const;

test('a name that fits is written in full and large', () => {
  const fit = fitted({ ...ladder, box: 22 }, widthOf);
  expect(fit).toEqual({ text: 'Social Studies', size: 3, lines: 1 });
});

test('a name that does not fit is written smaller before it is written short', () => {
  expect(fitted({ ...ladder, box: 15 }, widthOf)).toMatchObject({
    text: 'Social Studies',
    size: 2,
  });
  expect(fitted({ ...ladder, box: 10 }, widthOf)).toMatchObject({ text: 'Social', size: 3 });
});

test('a name that fits on no line goes on two', () => {
  const fit = fitted({ ...ladder, names: ['Social Studies'], box: 7 }, widthOf);
  expect(fit).toEqual({ text: 'Social Studies', size: 1.5, lines: 2 });
});

test('as the last resort words are left out, and none is cut', () => {
  const fit = fitted({ ...ladder, names: ['Introduction to Business Studies'], box: 7 }, widthOf);
  expect(fit).toMatchObject({ text: 'Introduction to Business', size: 1, lines: 2 });
});

test('of several at once, those without a place are counted', () => {
  const fit = fitted({ ...ladder, names: ['Digital Skills / Art / Music'], box: 7 }, widthOf);
  expect(fit).toEqual({ text: 'Digital Skills +2', size: 1.5, lines: 2 });
});

test('a word is not broken as long as leaving out another helps', () => {
  const fit = fitted({ ...ladder, names: ['Art Administration'], box: 6 }, widthOf);
  expect(fit).toEqual({ text: 'Art', size: 1.5, lines: 1 });
});

test('text fills a box to 98 %, because old engines set it wider', () => {
  expect(fitted({ ...ladder, names: ['1234567890'], sizes: [1, 0.9], box: 5 }, widthOf).size).toBe(
    0.9,
  );
});

test('lines break between words', () => {
  expect(linesOf('aa bb cc', 600, 3, widthOf)).toBe(2);
  expect(linesOf('aa bb cc', 600, 5, widthOf)).toBe(1);
});

test('a word that is wider than its box takes more than a line', () => {
  expect(linesOf('aaaaaaaa', 600, 3, widthOf)).toBe(2);
});
