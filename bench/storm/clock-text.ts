const AHEAD_MS = 3 * 3_600_000;

/** An instant on the clock of the schools, such as `03-02 07:00`. */
export function clockText(instant: number): string {
  return new Date(instant + AHEAD_MS).toISOString().slice(5, 16).replace('T', ' ');
}
