import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/**
 * Structured lines, one JSON object each. Nobody hands it a token, a key or a header; what is logged
 * of a request is in `request-log.ts`.
 */
export function makeLog(destination: DestinationStream = pino.destination({ sync: true })): Log {
  // The process id and the host say nothing that journald or a container does not.
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
