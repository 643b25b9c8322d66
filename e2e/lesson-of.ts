import { ALFARABI } from './hall.ts';

type Subject = {
  readonly id: string;
  readonly name: { readonly en: string };
  readonly short?: { readonly en: string };
};

type Lesson = { readonly class: string; readonly weekday: string; readonly period: string };

/** What class 7/1 of the example school has in a period of a weekday, in either of its English names. */
export function lessonOf(weekday: string, period: string): RegExp {
  const lesson = ALFARABI.lessons.find(
    (one: Lesson) => one.class === '1/1' && one.weekday === weekday && one.period === period,
  );
  const subjects: readonly Subject[] = ALFARABI.subjects;
  const found = subjects.find(({ id }) => id === lesson.subject);
  return new RegExp(`^(${found?.name.en}|${found?.short?.en})$`);
}
