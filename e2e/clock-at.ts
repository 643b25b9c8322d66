/** What the wall's clock reads at an instant in the example school, where it is always UTC+3. */
export function clockAt(instant: number): string {
  const local = new Date(instant + 3 * 3_600_000);
  return `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`;
}
