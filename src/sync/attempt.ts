/** Takes note of what went wrong while something was done. */
export type Report = (what: string, error?: unknown) => void;

/** What `work` resolves to; `undefined`, and a report that says `what`, when it fails. */
export async function attempt<T>(
  report: Report,
  what: string,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    report(what, error);
    return undefined;
  }
}
