import type { NetworkReport, RefreshState } from '../contract/refresh-state.ts';
import type { Credential } from '../contract/stored.ts';
import type { DiagnosticsSection, DiagnosticsView } from '../display/diagnostics.tsx';
import type { Kept } from '../sync/kept.ts';
import type { WorkerStatus } from '../sync/knock.ts';
import { diagnosticsReport } from './diagnostics-report.ts';
import { held, kB, when, yesNo } from './fact-texts.ts';

/** What the page knows about itself when somebody asks. */
export type PageFacts = {
  readonly instant: number;
  readonly kept: Kept | undefined;
  readonly credential: Credential | undefined;
  readonly isStale: boolean;
  readonly refresh: RefreshState | undefined;
  readonly report: NetworkReport;
  readonly isOnline: boolean;
  readonly host: string;
  readonly clock: {
    readonly isTrusted: boolean;
    /** What a person said that it was, if that is what the clock goes by. */
    readonly confirmed: number | undefined;
    /** True time − the device's time of day, in ms. */
    readonly offset: number;
    readonly bound: number | undefined;
    readonly device: number;
    readonly deviceZone: string;
  };
  readonly app: {
    readonly build: string;
    readonly isUpdateWaiting: boolean;
    readonly worker: WorkerStatus;
    readonly workerFailure: string | undefined;
    readonly startedAt: number;
  };
  readonly storage: {
    readonly lastError: string | undefined;
    readonly usedBytes?: number | undefined;
    readonly quotaBytes?: number | undefined;
    readonly isPersisted?: boolean | undefined;
  };
  readonly display: {
    readonly size: string;
    readonly engine: string;
    readonly theme: string;
  };
  readonly chime: 'off' | 'ready' | 'locked' | 'missing';
  readonly closesInSeconds: number;
};

const WORKER_WORDS: Readonly<Record<WorkerStatus, string>> = {
  worker: 'working',
  coming: 'being installed',
  silent: 'silent; the page asks by itself',
  none: 'none here; the page asks by itself',
};

const CHIME_WORDS: Readonly<Record<PageFacts['chime'], string>> = {
  off: 'off',
  ready: 'at the bells of lessons',
  locked: 'silent until a key is pressed',
  missing: 'no sound on this device',
};

const FAR_OFF_MS = 60_000;

/** The technician's overlay: every fact in words, nothing secret. */
export function diagnosticsView(facts: PageFacts): DiagnosticsView {
  const { kept, credential, closesInSeconds } = facts;
  const { screen } = kept?.document ?? {};
  const id = credential?.screen ?? screen?.id;
  return {
    title: `${screen?.name ?? 'This screen'} · ${credential?.school ?? screen?.school ?? 'no school'}`,
    closing: `Closes in ${closesInSeconds} s, or press Back`,
    sections: [plan, clock, storage, network, app, display].map((section) => section(facts)),
    report: diagnosticsReport(facts),
    foot: id === undefined ? 'Not paired' : `Screen ${id}`,
    keys: `OK: ${facts.app.isUpdateWaiting ? 'update and reload' : 'reload'} · 5: pair again · 0: self-test`,
  };
}

function plan(facts: PageFacts): DiagnosticsSection {
  const { kept, refresh, isStale } = facts;
  const pointer = kept?.document.snapshot;
  return {
    title: 'Plan',
    rows: [
      { label: 'Revision', value: pointer?.revision.slice(0, 6) ?? 'none yet', warn: !pointer },
      { label: 'Generation', value: pointer?.generation ?? 'none yet' },
      { label: 'Published', value: when(facts, pointer?.publishedAt) },
      { label: 'Confirmed', value: when(facts, refresh?.confirmedAt), warn: isStale },
      { label: 'Holds', ...held(facts) },
    ],
  };
}

function network(facts: PageFacts): DiagnosticsSection {
  const { refresh, report, isOnline, host } = facts;
  const { lastError } = report;
  return {
    title: 'Network',
    rows: [
      { label: 'Last answer', value: when(facts, report.answeredAt) },
      {
        label: 'Last trouble',
        value: lastError ? `${when(facts, lastError.at)}: ${lastError.text}` : 'none',
        warn: (refresh?.failures ?? 0) > 0,
      },
      { label: 'Failed in a row', value: String(refresh?.failures ?? 0) },
      { label: 'Answers refused', value: String(report.refused), warn: report.refused > 0 },
      { label: 'Next request', value: when(facts, refresh?.nextAt) },
      { label: 'Browser says', value: isOnline ? 'online' : 'offline', warn: !isOnline },
      { label: 'Endpoint', value: host },
    ],
  };
}

function clock(facts: PageFacts): DiagnosticsSection {
  const { isTrusted, confirmed, offset, bound, device, deviceZone } = facts.clock;
  const byHand = confirmed === undefined ? undefined : `set by hand at ${when(facts, confirmed)}`;
  return {
    title: 'Clock',
    rows: [
      {
        label: 'Trusted',
        value: byHand ?? (isTrusted ? 'yes' : 'no'),
        warn: !isTrusted,
      },
      { label: 'TV clock (UTC)', value: new Date(device).toISOString().slice(0, 19) },
      {
        label: 'Off by',
        value: `${(-offset / 1000).toFixed(1)} s`,
        warn: Math.abs(offset) > FAR_OFF_MS,
      },
      {
        label: 'Known to within',
        value: bound === undefined ? 'not asked yet' : `${Math.ceil(bound)} ms`,
      },
      { label: 'TV zone (not used)', value: deviceZone },
    ],
  };
}

function app(facts: PageFacts): DiagnosticsSection {
  const { build, isUpdateWaiting, worker, workerFailure, startedAt } = facts.app;
  return {
    title: 'App',
    rows: [
      { label: 'Build', value: build },
      { label: 'Update', value: isUpdateWaiting ? 'waits for its minute of the night' : 'none' },
      {
        label: 'Service worker',
        value: workerFailure ?? WORKER_WORDS[worker],
        warn: worker === 'silent' || workerFailure !== undefined,
      },
      { label: 'Running since', value: when(facts, startedAt) },
    ],
  };
}

function storage({ kept, credential, storage: facts }: PageFacts): DiagnosticsSection {
  const { lastError, usedBytes, quotaBytes, isPersisted } = facts;
  return {
    title: 'Storage',
    rows: [
      { label: 'Plan', value: kB(kept?.record.text?.length) },
      { label: 'Used', value: `${kB(usedBytes)} of ${kB(quotaBytes)}` },
      { label: 'Kept by the browser', value: yesNo(isPersisted) },
      { label: 'Pairing key', value: credential ? 'present' : 'missing', warn: !credential },
      { label: 'Storage trouble', value: lastError ?? 'none', warn: lastError !== undefined },
    ],
  };
}

function display({ display: { size, engine, theme }, chime }: PageFacts): DiagnosticsSection {
  return {
    title: 'Display',
    rows: [
      { label: 'Size', value: size },
      { label: 'Engine', value: engine },
      { label: 'Theme', value: theme },
      {
        label: 'Chime',
        value: CHIME_WORDS[chime],
        warn: chime === 'locked' || chime === 'missing',
      },
    ],
  };
}
