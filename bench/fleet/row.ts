/** One figure of a run. */
export type Row = {
  readonly scenario: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was measured of the old service in the same scenario. */
  readonly old?: number;
  readonly most?: number;
  readonly least?: number;
};

/** Whether a figure misses its target; one that could not be taken does. */
export function isMissed({ value, most, least }: Row): boolean {
  if (most === undefined && least === undefined) return false;
  return !(value <= (most ?? Infinity) && value >= (least ?? -Infinity));
}

/** A row as a line of a table. */
export function lineOf(row: Row): string {
  const { name, value, unit, old, most, least } = row;
  const target = [
    ...(most === undefined ? [] : [`≤ ${shown(most)}`]),
    ...(least === undefined ? [] : [`≥ ${shown(least)}`]),
  ].join(', ');
  const cells = [
    `  ${name}`.padEnd(50),
    `${shown(value)} ${unit}`.padEnd(18),
    (old === undefined ? '' : `old: ${shown(old)}`).padEnd(14),
    target && `${isMissed(row) ? 'MISSED' : 'met'} ${target}`,
  ];
  return cells.join('').trimEnd();
}

function shown(value: number): string {
  if (Number.isNaN(value)) return 'none';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : value < 1 ? 3 : 1;
  return value.toFixed(digits);
}
