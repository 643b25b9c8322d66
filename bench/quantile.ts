/** The value below which `part` of `values` lie, such as 0.5 for the median; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}
