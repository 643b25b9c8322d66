import type { Log } from '../../../server/log.ts';
import { makeLog } from '../../../server/log.ts';

/** The endpoint's own log, with nobody to read it. */
export const SILENT: Log = makeLog({ write: () => {} });
