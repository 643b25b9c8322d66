import type { PageFacts } from './diagnostics-view.ts';
import { held, kB, when } from './fact-texts.ts';

/** What a code on a TV holds so that the phone of whoever stands before it still reads it. */
const MOST_BYTES = 900;
const LONGEST_TROUBLE = 80;
const MINUTE_MS = 60_000;

/**
 * The diagnostics as a text of at most 900 bytes of UTF-8, for a phone that reads it from the screen
 * where there is no network. Nothing secret is in it, and of names only those of the screen and the
 * school.
 */
export function diagnosticsReport(facts: PageFacts): string {
  const { kept, credential, isOnline, host, report, refresh, clock, app, storage } = facts;
  const { screen, snapshot } = kept?.document ?? {};
  const { size, engine, theme } = facts.display;
  const lines = [
    // A code that differed each second could not be read, nor drawn by a slow TV.
    `Riwaq ${when(facts, Math.floor(facts.instant / MINUTE_MS) * MINUTE_MS)}`,
    [
      screen?.name ?? 'No screen',
      credential?.school ?? screen?.school ?? '-',
      credential?.screen ?? screen?.id ?? '-',
    ].join(', '),
    `Plan ${snapshot ? `${snapshot.revision.slice(0, 6)} ${snapshot.generation}` : 'none'}`,
    `Published ${when(facts, snapshot?.publishedAt)}`,
    `Confirmed ${when(facts, refresh?.confirmedAt)}`,
    `Holds ${held(facts).value}`,
    `Clock ${clock.confirmed !== undefined ? 'set by hand' : clock.isTrusted ? 'trusted' : 'untrusted'}, off ${(-clock.offset / 1000).toFixed(1)} s`,
    `Net ${isOnline ? 'online' : 'offline'}, ${host}`,
    `Answer ${when(facts, report.answeredAt)}, failed ${refresh?.failures ?? 0}, refused ${report.refused}`,
    ...troubleOf('Trouble', report.lastError?.text),
    `App ${app.build.slice(0, 8)}, worker ${app.worker === 'worker' ? 'works' : app.worker}${app.isUpdateWaiting ? ', update waits' : ''}`,
    `Since ${when(facts, app.startedAt)}`,
    `Storage ${kB(storage.usedBytes)} of ${kB(storage.quotaBytes)}, kept ${storage.isPersisted ?? 'unknown'}`,
    ...troubleOf('Storage trouble', storage.lastError),
    `Display ${size}, ${engine}, ${theme}, chime ${facts.chime}`,
  ];
  return within(MOST_BYTES, lines.join('\n'));
}

function troubleOf(what: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${what}: ${text.slice(0, LONGEST_TROUBLE)}`];
}

/** As much of the beginning of a text as fits. */
function within(most: number, text: string): string {
  const encoder = new TextEncoder();
  let left = most;
  let kept = '';
  for (const character of text) {
    left -= encoder.encode(character).length;
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
