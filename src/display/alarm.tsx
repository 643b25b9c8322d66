import type { Snapshot } from '../contract/snapshot.ts';
import { Icon } from './icon.tsx';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

/** An emergency takes the whole stage: first the screen's language, then the school's other one. */
export function Alarm({
  voice,
  alert,
  clock,
}: {
  readonly voice: Voice;
  readonly alert: Snapshot['alerts'][number];
  readonly clock: string;
}) {
  const { words, snapshot, say } = voice;
  const second = snapshot.school.languages
    .concat(Object.keys(alert.title))
    .find((tag) => tag.split('-')[0] !== words.language && alert.title[tag] !== undefined);
  return (
    <main class="alarm">
      <div class="body" role="alert">
        <Icon name="warning" />
        <div>
          <h1>{say(alert.title)}</h1>
          <p>{say(alert.instruction)}</p>
          {second !== undefined && (
            <div class="second" lang={second} dir="auto">
              <h2>{alert.title[second]}</h2>
              <p>{alert.instruction[second]}</p>
            </div>
          )}
        </div>
      </div>
      <div class="foot">
        <bdi>{say(snapshot.school.name)}</bdi>
        <span>
          <Said text={clock} />
        </span>
      </div>
    </main>
  );
}
