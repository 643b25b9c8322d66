/*
 * What stands on a wall only at times, or only at some schools, in one part that is fetched: a wall
 * without lessons, the night, several tracks side by side, what the school tells.
 */

export { Heroes } from './heroes.tsx';
export { Night } from './night.tsx';
export { RestingBoard, restingPlan } from './resting-board.tsx';
export { Ribbon } from './ribbon.tsx';
