/*
 * What stands on a wall only at times, or only at some schools, in one part that is fetched: a wall
 * without lessons, the night, several tracks side by side.
 */

export { HeroColumns } from './hero-columns.tsx';
export { Night } from './night.tsx';
export { RestingBoard, restingPlan } from './resting-board.tsx';
export { restingFace } from './resting-face.ts';
export { TrackDays } from './track-days.tsx';
