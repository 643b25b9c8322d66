import { ALFARABI } from './hall.ts';

/** The example school with another lesson for class 7/1 in the first period of 23 November 2026. */
export function withFirstLesson(subject: string): typeof ALFARABI {
  const cover = { date: '2026-11-23', class: '1/1', period: '1', kind: 'replace', subject };
  return { ...ALFARABI, substitutions: [...ALFARABI.substitutions, cover] };
}
