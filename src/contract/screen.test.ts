import { expect, test } from 'vitest';

import { parseScreenDocument, type ScreenDocument } from './screen.ts';

const POINTER = { revision: 'abcdefghij-_ABCDEFGHIJ', generation: '1.2', publishedAt: 0 };
const DOCUMENT: ScreenDocument = {
  format: 'screen/1',
  screen: {
    id: 'hall',
    school: 'alfarabi',
    name: 'Hall',
    phase: 0.618,
    density: 'far',
    chime: 'bells',
    safeArea: 7,
  },
  snapshot: { ...POINTER, isStale: true, staleDate: '2026-08-23' },
  spread: 3600,
  build: '0123456789abcdef',
};

test('a screen document is read as it is, with what a later build adds to it', () => {
  expect(parseScreenDocument(JSON.stringify(DOCUMENT))).toEqual(DOCUMENT);
  const later = { ...DOCUMENT, later: true };
  expect(parseScreenDocument(JSON.stringify(later))).toEqual(later);
});

test.each([
  [{ format: 'screen/2' }, 'format is "screen/2", not one of screen/1'],
  [{ screen: undefined }, 'screen is missing'],
  [{ screen: { ...DOCUMENT.screen, phase: 1 } }, 'screen.phase is 1, not in [0, 1)'],
  [{ screen: { ...DOCUMENT.screen, phase: -0.1 } }, 'screen.phase is -0.1, not in [0, 1)'],
  [
    { screen: { ...DOCUMENT.screen, density: 'near' } },
    'screen.density is "near", not one of auto, far, normal, compact',
  ],
  [{ screen: { ...DOCUMENT.screen, safeArea: 3.4 } }, 'screen.safeArea is 3.4, not from 3.5 to 7'],
  [{ screen: { ...DOCUMENT.screen, safeArea: 7.1 } }, 'screen.safeArea is 7.1, not from 3.5 to 7'],
  [
    { screen: { ...DOCUMENT.screen, theme: 'red' } },
    'screen.theme is "red", not one of auto, light, dark',
  ],
  [
    { screen: { ...DOCUMENT.screen, chime: 'loud' } },
    'screen.chime is "loud", not one of none, bells',
  ],
  [{ screen: { ...DOCUMENT.screen, classes: [1] } }, 'screen.classes[0] is 1, not a text'],
  [
    { snapshot: { ...POINTER, revision: 'abcdefghij-_ABCDEFGHI' } },
    'snapshot.revision is "abcdefghij-_ABCDEFGHI", not a revision',
  ],
  [
    { snapshot: { ...POINTER, revision: '../v1/snapshots/other1' } },
    'snapshot.revision is "../v1/snapshots/other1", not a revision',
  ],
  [{ snapshot: { ...POINTER, generation: '1' } }, 'snapshot.generation is "1", not a generation'],
  [
    { snapshot: { ...POINTER, generation: '1.2.3' } },
    'snapshot.generation is "1.2.3", not a generation',
  ],
  [{ spread: 3600.5 }, 'spread is 3600.5, not from 0 to 3600'],
  [{ spread: -1 }, 'spread is -1, not from 0 to 3600'],
])('a screen document with %j is refused for that', (change, message) => {
  expect(() => parseScreenDocument(JSON.stringify({ ...DOCUMENT, ...change }))).toThrow(
    expect.objectContaining({ message: `Cannot read screen document: ${message}` }),
  );
});

test('a text that is not JSON is refused', () => {
  expect(() => parseScreenDocument('<html>')).toThrow(
    /^Cannot read screen document: it is not JSON/,
  );
});
