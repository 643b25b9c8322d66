import type { Outcome } from '../../display/self-test/self-test-view.ts';

/** What a browser notes of a file that a page has loaded. */
export type LoadedFile = Pick<PerformanceResourceTiming, 'name' | 'transferSize'>;

/**
 * Whether a page that has just been loaded took itself and its files from this device: what a worker
 * has in its cache comes over no network, and has no size on one. `loaded` holds the page, too.
 */
export function checkRestart(
  loaded: readonly LoadedFile[],
  origin: string,
  isControlled: boolean,
): Outcome {
  const files = loaded.filter(({ name }) => isFileOfApp(name, origin));
  if (!isControlled || files.length === 0) return { kind: 'failed', remark: 'notInstalled' };
  const count = files.filter(({ transferSize }) => transferSize > 0).length;
  if (count > 0) return { kind: 'failed', remark: 'fromNetwork', about: String(count) };
  return { kind: 'ok', remark: 'counted', about: String(files.length) };
}

/** The endpoint's answers, and the worker with its list, are no part of a start. */
function isFileOfApp(name: string, origin: string): boolean {
  if (!name.startsWith(`${origin}/`)) return false;
  const path = name.slice(origin.length).replace(/[?#].*/, '');
  return !/^\/(v1\/|sw\.js$|precache\.json$|build\.json$)/.test(path);
}
