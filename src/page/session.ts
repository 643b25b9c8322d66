/*
 * What a page notes for the one that it becomes by a reload. It is gone with the browser, and where
 * it is forbidden every start counts as one of the device.
 */

/** The self-test goes on after the reload that is a part of it. */
export const SELF_TEST = 'riwaq-self-test';

/** What this browsing session has noted under a name. */
export function noted(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) || undefined;
  } catch {
    return undefined;
  }
}

/** Notes a text, or with an empty one that there is nothing to note any more. */
export function note(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // Forbidden here.
  }
}
