import { part } from '../../display/part.ts';

/** The tone at the bells: a wall that has none never fetches it. */
export const chimes = part(() => import('./chime.ts'));
