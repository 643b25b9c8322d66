/** The symbols of `icons.svg`, which stands in the page so that no screen parses it as a script. */
export const ICONS = [
  'assembly',
  'book',
  'break',
  'calendar',
  'clock',
  'exam',
  'flag',
  'horn',
  'link',
  'lunch',
  'moon',
  'prayer',
  'question',
  'shield',
  'since',
  'star',
  'sun',
  'walk',
  'warning',
] as const;

export type IconName = (typeof ICONS)[number];

/** A stroked picture as large as its text; it says nothing that the words beside it do not. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon ${name}`} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
