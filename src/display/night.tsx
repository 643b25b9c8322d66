import { Said } from './said.tsx';

const MS_PER_MINUTE = 60_000;
const COLUMNS = 7;
const ROWS = 5;

/** The clock alone, in another place each minute: a picture that stands still burns in. */
export function Night({ clock, instant }: { readonly clock: string; readonly instant: number }) {
  const minute = Math.floor(instant / MS_PER_MINUTE);
  const placed = (places: number) =>
    `${minute % places}fr auto ${places - 1 - (minute % places)}fr`;
  return (
    <main
      class="night"
      data-turns
      style={{ gridTemplateColumns: placed(COLUMNS), gridTemplateRows: placed(ROWS) }}
    >
      <h1>
        <Said text={clock} />
      </h1>
    </main>
  );
}
