/** A number of things; a little of something bad is not nothing. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return 'never';
  if (value > 0 && value < 0.5) return '< 1';
  return Math.round(value).toLocaleString('en');
}

/** A share in [0, 1]. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A time in ms, as seconds. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
