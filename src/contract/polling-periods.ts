import { object, positive } from './guard.ts';

/** How often a screen asks, in ms: in school hours and outside. */
export const PollingPeriods = object({ inHoursMs: positive, offHoursMs: positive });
