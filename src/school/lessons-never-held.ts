import type { Problem } from '../contract/parse.ts';
import { WEEKDAYS, type School } from '../contract/school.ts';
import { keptIn } from '../timetable/kept-in.ts';
import type { CalendarDay } from './calendar.ts';

/** Keys of the periods that ring, by track and by the weekday or day of the cycle that is taught. */
type Ringing = Map<string, Map<string, Set<string>>>;

/** Lessons whose period rings on none of the days `kinds` that teach their weekday or cycle day. */
export function lessonsNeverHeld(
  school: School,
  kinds: readonly CalendarDay[],
): readonly Problem[] {
  const ringing: Ringing = new Map();
  for (const day of kinds) ring(ringing, school, day);
  const trackOf = new Map(school.classes.map(({ id, track }) => [id, track]));
  const first = school.tracks[0]?.id ?? '';
  return school.lessons.flatMap((lesson, index) => {
    const taught = lesson.weekday ?? lesson.cycleDay ?? '';
    const track = trackOf.get(lesson.class) ?? first;
    if (ringing.get(track)?.get(taught)?.has(lesson.period)) return [];
    return [
      {
        path: `lessons[${index}].period`,
        message: `is "${lesson.period}", which rings on no "${taught}" of the calendar: the lesson is never held`,
      },
    ];
  });
}

function ring(ringing: Ringing, school: School, day: CalendarDay): void {
  const { schedules, weekday, cycleDay } = day;
  const cycleDayId = cycleDay === undefined ? undefined : school.calendar.cycle?.days[cycleDay]?.id;
  const taught = [WEEKDAYS[weekday] ?? '', ...(cycleDayId === undefined ? [] : [cycleDayId])];
  school.tracks.forEach(({ id }, track) => {
    const name = schedules[track];
    const schedule = typeof name === 'string' ? school.bellSchedules[name] : undefined;
    const periods = schedule?.tracks[id] ?? schedule?.periods ?? [];
    const byTaught = keptIn(ringing, id, () => new Map<string, Set<string>>());
    for (const one of taught) {
      const keys = keptIn(byTaught, one, () => new Set<string>());
      for (const { key } of periods) keys.add(key);
    }
  });
}
