/**
 * A number that changes while people look. Arabic-Indic digits differ in width, so each gets a cell;
 * Latin ones are of one width and stay one text.
 */
export function Figures({ text }: { readonly text: string }) {
  const isCelled = /[٠-٩]/.test(text);
  return (
    <span class="ltr">
      {isCelled
        ? text.split('').map((one) => <i class={one === ':' ? '' : 'cell'}>{one}</i>)
        : text}
    </span>
  );
}
