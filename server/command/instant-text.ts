/** An instant for people and sorting, such as `2026-11-23 06:28:00Z`. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString().replace('T', ' ').replace(/\.\d+/, '');
}
