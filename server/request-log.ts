import type { Log } from './log.ts';

/** A run this long may be a token, a key or a revision, put where it does not belong. */
const SECRET = /[\w-]{20,}/g;
const LONGEST_PATH = 120;
/** A storm of refused requests must not fill the disk. */
const MOST_PER_MINUTE = 120;

type Entry = { readonly method: string; readonly path: string; readonly status: number };

/** Logs the requests that failed; of what screens ask and get, nothing. Never a header or a body. */
export function makeRequestLog(
  log: Pick<Log, 'warn'>,
  monotonicMs: () => number,
): (entry: Entry) => void {
  let minute = -1;
  let count = 0;
  return ({ method, path, status }) => {
    if (status < 400) return;
    const thisMinute = Math.floor(monotonicMs() / 60_000);
    if (thisMinute !== minute) {
      if (count > MOST_PER_MINUTE)
        log.warn({ count: count - MOST_PER_MINUTE }, 'requests not logged');
      minute = thisMinute;
      count = 0;
    }
    count++;
    if (count > MOST_PER_MINUTE) return;
    const shown = path.replaceAll(SECRET, '…').slice(0, LONGEST_PATH);
    log.warn({ method, path: shown, status }, 'request refused');
  };
}
