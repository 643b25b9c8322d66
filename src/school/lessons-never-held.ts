import type { Problem } from '../contract/parse.ts';
import { WEEKDAYS, type School } from '../contract/school.ts';
import type { CalendarDay } from './calendar.ts';

/** Lessons whose period rings on none of the dates `days` that teach their weekday or cycle day. */
export function lessonsNeverHeld(school: School, days: readonly CalendarDay[]): readonly Problem[] {
  const ringing = new Set(distinct(days).flatMap((day) => slotsOf(school, day)));
  const trackOf = new Map(school.classes.map(({ id, track }) => [id, track]));
  const first = school.tracks[0]?.id;
  return school.lessons.flatMap((lesson, index) => {
    const taught = lesson.weekday ?? lesson.cycleDay ?? '';
    const slot = slotOf(trackOf.get(lesson.class) ?? first, taught, lesson.period);
    if (ringing.has(slot)) return [];
    return [
      {
        path: `lessons[${index}].period`,
        message: `is "${lesson.period}", which rings on no "${taught}" of the calendar: the lesson is never held`,
      },
    ];
  });
}

/** A term has hundreds of days, and a handful of kinds. */
function distinct(days: readonly CalendarDay[]): readonly CalendarDay[] {
  const kinds = new Map(
    days.map((day) => [joined(day.weekday, day.cycleDay, ...day.schedules), day]),
  );
  return Array.from(kinds.values());
}

function slotsOf(school: School, { schedules, weekday, cycleDay }: CalendarDay): readonly string[] {
  const cycleDayId = cycleDay === undefined ? undefined : school.calendar.cycle?.days[cycleDay]?.id;
  return school.tracks.flatMap(({ id }, track) => {
    const name = schedules[track];
    const schedule = typeof name === 'string' ? school.bellSchedules[name] : undefined;
    const periods = schedule?.tracks[id] ?? schedule?.periods ?? [];
    return periods.flatMap(({ key }) => [
      slotOf(id, WEEKDAYS[weekday] ?? '', key),
      ...(cycleDayId === undefined ? [] : [slotOf(id, cycleDayId, key)]),
    ]);
  });
}

function slotOf(track: string | undefined, taught: string, period: string): string {
  return joined(track, taught, period);
}

/** Different for different parts: no id is empty or has a line break. */
function joined(...parts: readonly (string | number | null | undefined)[]): string {
  return parts.join('\n');
}
