import { expect, test } from 'vitest';

import { CREDENTIAL, makeDocument, makeRecord, makeText } from '../sync/record.fixture.ts';
import { SUNDAY_MIDNIGHT } from '../timetable/snapshot.fixture.ts';
import { diagnosticsReport } from './diagnostics-report.ts';
import type { PageFacts } from './diagnostics-view.ts';
import { afterRecord, UNPAIRED } from './page-state.ts';

const INSTANT = SUNDAY_MIDNIGHT + 7.5 * 3_600_000 + 20_000;

function makeFacts(overrides: Partial<PageFacts> = {}): PageFacts {
  return {
    instant: INSTANT,
    kept: afterRecord(UNPAIRED, makeRecord(3), INSTANT).kept,
    credential: CREDENTIAL,
    isStale: false,
    refresh: { confirmedAt: INSTANT - 60_000, failures: 2, missed: 0, nextAt: INSTANT },
    report: { refused: 1, answeredAt: INSTANT - 60_000 },
    isOnline: true,
    host: 'hall.example',
    clock: {
      isTrusted: true,
      confirmed: undefined,
      offset: -400,
      bound: 12,
      device: INSTANT,
      deviceZone: 'Asia/Riyadh',
    },
    app: {
      build: '79502f416c3ad0e8',
      isUpdateWaiting: true,
      worker: 'worker',
      workerFailure: undefined,
      startedAt: SUNDAY_MIDNIGHT,
    },
    storage: {
      lastError: undefined,
      usedBytes: 412_000,
      quotaBytes: 9_000_000,
      isPersisted: true,
    },
    display: { size: '1920 × 1080 @ 1', engine: 'Chrome/68.0.3440.106', theme: 'light' },
    chime: 'off',
    closesInSeconds: 60,
    ...overrides,
  };
}

test('a phone is told what the overlay says, in short', () => {
  expect(diagnosticsReport(makeFacts()).split('\n')).toEqual([
    'Riwaq 2026-03-01 07:30:00',
    'Hall, fixture, hall',
    expect.stringMatching(/^Plan [\w-]{6} 1\.3$/),
    'Published 1970-01-01 03:00:00',
    'Confirmed 2026-03-01 07:29:20',
    'Holds 14 days, through 2026-03-14',
    'Clock trusted, off 0.4 s',
    'Net online, hall.example',
    'Answer 2026-03-01 07:29:20, failed 2, refused 1',
    'App 79502f41, worker works, update waits',
    'Since 2026-03-01 00:00:00',
    'Storage 412 kB of 9000 kB, kept true',
    'Display 1920 × 1080 @ 1, Chrome/68.0.3440.106, light, chime off',
  ]);
});

test('it stays the same within a minute, so that a phone has time to read it', () => {
  const later = makeFacts({ instant: INSTANT + 39_000, closesInSeconds: 21 });
  expect(diagnosticsReport(later)).toBe(diagnosticsReport(makeFacts()));
});

test('troubles are told as far as they fit', () => {
  const text = diagnosticsReport(
    makeFacts({
      report: { refused: 0, lastError: { at: INSTANT, text: 'x'.repeat(500) } },
      storage: { lastError: 'The disk is full' },
    }),
  );
  expect(text).toContain(`\nTrouble: ${'x'.repeat(80)}\n`);
  expect(text).toContain('\nStorage trouble: The disk is full\n');
});

test('nothing in it is secret, and however long the names are it fits into a code', () => {
  const long = 'ممر الصف الثامن '.repeat(60);
  const document = makeDocument(3, makeText(3), {
    screen: { id: 'hall', school: 'fixture', name: long, phase: 0 },
  });
  const { kept } = afterRecord(UNPAIRED, { document, text: makeText(3) }, INSTANT);
  const text = diagnosticsReport(makeFacts({ kept }));
  const bytes = new TextEncoder().encode(text).length;
  expect(bytes).toBeGreaterThan(890);
  expect(bytes).toBeLessThanOrEqual(900);
  expect(text).not.toContain(CREDENTIAL.token);
});

test('a device that is no screen says so', () => {
  const text = diagnosticsReport(
    makeFacts({ kept: undefined, credential: undefined, refresh: undefined }),
  );
  expect(text).toContain('\nNo screen, -, -\nPlan none\n');
  expect(text).toContain('\nHolds nothing\n');
});

test('by a clock that nobody trusts no days are counted', () => {
  const { clock } = makeFacts();
  const text = diagnosticsReport(makeFacts({ clock: { ...clock, isTrusted: false } }));
  expect(text).toContain('\nHolds through 2026-03-14\nClock untrusted, off 0.4 s\n');
});
