/** What both sides of the wire spell the same way. */
export const SCREEN_PATH = '/v1/screen';
export const SNAPSHOT_PATH = '/v1/snapshots/';
/** Epoch milliseconds at answering; on every answer of the endpoint, 304 included. */
export const TIME_HEADER = 'riwaq-time';
/** Screens refuse more, and the endpoint publishes no more. */
export const LARGEST_SNAPSHOT_BYTES = 2_000_000;
