import { dateOf } from '../timetable/civil.ts';
import type { CivilTime, TimePart } from '../timetable/set-time.ts';
import type { ClockTexts } from './clock-texts.ts';
import { clockText, dateText, halfOfDay, type Voice } from './voice.ts';

export type ClockQuestionProps = {
  readonly voice: Voice;
  readonly texts: ClockTexts;
  readonly time: CivilTime;
  /** What the arrows change. */
  readonly chosen: TimePart;
};

/** "Is it now 7:42 on Monday 23 November?", to whoever stands before a wall that cannot know. */
export function ClockQuestion({ voice, texts, time, chosen }: ClockQuestionProps) {
  const { language, dir } = voice.words;
  const [hour, minute] = clockText(voice, time.second).split(':');
  const half = halfOfDay(voice, time.second);
  const cell = (part: TimePart, text: string | undefined) => (
    <b class={part === chosen ? 'chosen' : undefined}>{text}</b>
  );
  return (
    <main class="clock-question" lang={language} dir={dir} role="dialog" aria-label={texts.isIt}>
      <div class="question">
        <h1>
          <span>{texts.isIt}</span>{' '}
          <span class="time ltr">
            {cell('hour', hour)}:{cell('minute', minute)}
          </span>{' '}
          {half || null}
        </h1>
        <h2>
          {texts.on}{' '}
          {cell('day', `${dateText(voice, time.day)} ${voice.figures(dateOf(time.day).year)}`)}{' '}
          {texts.mark || null}
        </h2>
        <p>{texts.why}</p>
      </div>
      <dl>
        {texts.keys.map(([key, what]) => (
          <div>
            <dt>
              <bdi>{key}</bdi>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
