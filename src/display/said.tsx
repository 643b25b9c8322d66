import { LEFT_TO_RIGHT, OWN_DIRECTION } from './voice.ts';

const ISLAND = /([\u2066\u2068].*?\u2069)/;

/**
 * A text with its islands as elements: Chromium before 70 turns the characters for them around, and
 * the times inside.
 */
export function Said({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(ISLAND).map((part) => {
        const inner = part.slice(1, -1);
        if (part.charAt(0) === LEFT_TO_RIGHT) return <span class="ltr">{inner}</span>;
        if (part.charAt(0) === OWN_DIRECTION) return <bdi>{inner}</bdi>;
        // Preact 10 writes an empty text anew at each drawing, and the browser styles the page again.
        return part || null;
      })}
    </>
  );
}
