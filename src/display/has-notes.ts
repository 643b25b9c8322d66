import type { Wall } from '../timetable/wall.ts';

/** Whether there is anything for a ribbon of notes: what `itemsOf` would list, or a duty. */
export function hasNotes(wall: Wall): boolean {
  const { notices, honours, events, duties } = wall;
  if (duties.length > 0 || notices.some(({ level }) => level === 'important')) return true;
  return !isExamNow(wall) && notices.length + honours.length + events.length > 0;
}

/** Whether somebody sits an exam: then nothing is told but what matters. */
export function isExamNow({ heroes }: Wall): boolean {
  return heroes.some(({ current }) => current.some(({ kind }) => kind === 'exam'));
}
