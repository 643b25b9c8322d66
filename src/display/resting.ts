/*
 * All that only a wall without lessons needs, in one part that is fetched.
 */

export { RestingBoard, restingPlan } from './resting-board.tsx';
export { restingFace } from './resting-face.ts';
