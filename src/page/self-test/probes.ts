import type { Outcome, Outcomes } from '../../display/self-test/self-test-view.ts';
import { probeStorage } from '../../sync/probe-storage.ts';
import { civilAt, dateText, timeText } from '../../timetable/civil.ts';
import { openWall } from '../open-wall.ts';
import type { PageParts } from '../page-facts.ts';
import { note, SELF_TEST } from '../session.ts';
import { checkFiles } from './check-files.ts';
import { checkRestart, type LoadedFile } from './check-restart.ts';
import type { Probes } from './self-test-run.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** A worker is installed by then, and a first timetable here. */
const COMING_MS = 30 * SECOND_MS;
/** What is right is answered in its slot; a little longer than the longest wait for one answer. */
const ANSWER_MS = 30 * SECOND_MS;
const LEAST_DAYS = 14;
const WITHIN_MS = 2 * SECOND_MS;

const HTTP: Outcome = { kind: 'limited', remark: 'http' };
const NOT_INSTALLED: Outcome = { kind: 'failed', remark: 'notInstalled' };

/** The probes of a page; `parts` are those of the last second. */
export function probesOf(
  parts: () => PageParts,
  known: () => Outcomes,
  isResumed: boolean,
): Probes {
  /** Looks once a second, for `ms` at most. */
  async function until(isSo: () => boolean, ms: number): Promise<boolean> {
    const { monotonic } = parts();
    for (const end = monotonic() + ms; !isSo();) {
      if (monotonic() >= end) return false;
      await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
    }
    return true;
  }

  return {
    async worker() {
      if (!isSecureContext) return HTTP;
      const isThere = await until(() => isInstalled(parts()), COMING_MS);
      return isThere ? { kind: 'ok' } : NOT_INSTALLED;
    },

    async files() {
      return isSecureContext ? checkFiles(parts().build, caches) : HTTP;
    },

    async restart() {
      if (!isSecureContext) return HTTP;
      if (isResumed) return checkRestart(loadedFiles(), location.origin, isControlled(parts()));
      note(SELF_TEST, JSON.stringify(known()));
      location.reload();
      // This page does not live to see it.
      return new Promise<never>(() => {});
    },

    async storage() {
      const { workers, here, state, startedAt } = parts();
      if (!(await probeStorage(String(startedAt)))) return { kind: 'failed', remark: 'notKept' };
      const screen = state.credential?.screen;
      const { credential, record } = await openWall({ kind: 'open', screen }, { workers, here });
      const isKept =
        credential?.token === state.credential?.token &&
        record?.document === state.kept?.record.document &&
        record?.text === state.kept?.record.text;
      return isKept ? { kind: 'ok' } : { kind: 'failed', remark: 'notKept' };
    },

    async persist() {
      const storage: StorageManager | undefined = navigator.storage;
      if (!storage?.persist) return isSecureContext ? { kind: 'ok', remark: 'notPromised' } : HTTP;
      const isPromised = await storage.persist();
      return isPromised ? { kind: 'ok' } : { kind: 'ok', remark: 'notPromised' };
    },

    async coverage() {
      const isThere = await until(() => parts().state.kept?.snapshot !== undefined, COMING_MS);
      const { snapshot } = parts().state.kept ?? {};
      if (!isThere || !snapshot) return { kind: 'failed', remark: 'notPublished' };
      const { through } = snapshot.coverage;
      const about = dateText(through);
      const days = through - civilAt(snapshot.offsets, parts().clock.now()).day;
      return days >= LEAST_DAYS
        ? { kind: 'ok', remark: 'until', about }
        : { kind: 'failed', remark: 'ends', about };
    },

    async poll() {
      const { state, clock } = parts();
      const before = state.refresh?.confirmedAt ?? 0;
      const confirmedAt = () => parts().state.refresh?.confirmedAt ?? 0;
      const waitMs = (state.refresh?.nextAt ?? 0) - clock.now();
      const isSeen = await until(
        () => confirmedAt() > before,
        Math.max(waitMs, MINUTE_MS) + ANSWER_MS,
      );
      if (!isSeen) return { kind: 'failed', remark: 'noAnswer' };
      const { offsets = [] } = parts().state.kept?.snapshot ?? {};
      return { kind: 'ok', remark: 'at', about: timeText(civilAt(offsets, confirmedAt()).second) };
    },

    async clock() {
      const bound = parts().clock.bound();
      if (bound === undefined || bound > WITHIN_MS) return { kind: 'failed', remark: 'noAnswer' };
      const offset = Math.abs(parts().clock.offset());
      if (offset > MINUTE_MS) {
        return { kind: 'ok', remark: 'corrected', about: `${Math.round(offset / MINUTE_MS)} min` };
      }
      return {
        kind: 'ok',
        remark: 'within',
        about: `${(Math.ceil(bound / 100) / 10).toFixed(1)} s`,
      };
    },
  };
}

function isInstalled(parts: PageParts): boolean {
  const isActive = parts.update.registration()?.active?.state === 'activated';
  return isActive && isControlled(parts) && parts.knocks.status() === 'worker';
}

function isControlled({ workers }: PageParts): boolean {
  return Boolean(workers?.controller);
}

function loadedFiles(): readonly LoadedFile[] {
  const all = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ];
  return all.filter((entry): entry is PerformanceResourceTiming => 'transferSize' in entry);
}
