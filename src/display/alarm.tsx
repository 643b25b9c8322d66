import type { Snapshot } from '../contract/snapshot.ts';
import { linesOf, type Weight } from './fit.ts';
import { Icon } from './icon.tsx';
import { Said } from './said.tsx';
import { isUpright } from './shape.ts';
import type { Voice } from './voice.ts';

type AlarmProps = {
  readonly voice: Voice;
  readonly alert: Snapshot['alerts'][number];
  readonly clock: string;
  /** Between the safe edges, in rem. */
  readonly width: number;
  readonly height: number;
};

/** Of title and instruction, first and second language, in em; `full.css` sets them. */
const SIZES: readonly (readonly [em: number, line: number, weight: Weight])[] = [
  [7.2, 1.2, 700],
  [3.6, 1.4, 600],
  [4.4, 1.3, 700],
  [2.6, 1.4, 600],
];
/** Around the second language, in em. */
const RULE = 2.4;
/** The triangle with the gap beside it, and the line with school and time, in rem. */
const ICON = 20;
const FOOT = 3;
/** In rem; the last is as small as the wall ever writes. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.62, 0.54];

/**
 * An emergency takes the whole stage: first the screen's language, then the school's other one. It is
 * written smaller before anything of it is left out.
 */
export function Alarm({ voice, alert, clock, width, height }: AlarmProps) {
  const { words, snapshot, say, widthOf } = voice;
  const { title, instruction } = alert;
  const second = snapshot.school.languages
    .concat(Object.keys(title))
    .find((tag) => tag.split('-')[0] !== words.language && title[tag] !== undefined);
  const texts = [say(title), say(instruction)];
  if (second !== undefined) texts.push(title[second] || '', instruction[second] || '');
  const [wide, tall] = isUpright(width) ? [width, height - ICON] : [width - ICON, height];
  const heightAt = (scale: number) =>
    SIZES.reduce((sum, [em, line, weight], at) => {
      const { [at]: text } = texts;
      return text ? sum + em * line * linesOf(text, weight, wide / scale / em, widthOf) : sum;
    }, RULE) * scale;
  const scale = SCALES.find((one) => heightAt(one) <= tall - FOOT) || 0.54;
  return (
    <main class="alarm">
      <div class="body" role="alert">
        <Icon name="warning" />
        <div style={{ fontSize: `${scale}rem` }}>
          <h1>{texts[0]}</h1>
          <p>{texts[1]}</p>
          {second !== undefined && (
            <div class="second" lang={second} dir="auto">
              <h2>{texts[2]}</h2>
              <p>{texts[3]}</p>
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
