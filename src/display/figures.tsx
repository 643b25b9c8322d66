import type { Voice } from './voice.ts';

/**
 * A number that changes while people look. Arabic-Indic digits differ in width, so each gets a cell;
 * Latin ones are of one width and stay one text.
 */
export function Figures({ voice, text }: { readonly voice: Voice; readonly text: string }) {
  const shown = voice.figures(text);
  const isCelled = /[٠-٩]/.test(shown);
  return (
    <span class="ltr">
      {isCelled
        ? shown.split('').map((one) => <i class={one === ':' ? '' : 'cell'}>{one}</i>)
        : shown}
    </span>
  );
}
