/** Says that a new screen will have nothing to show yet: the school's id may be a slip. */
export function noteUnpublished(school: string): void {
  console.error(`Note: no school "${school}" has published yet; the screen waits for it`);
}
