import { parseSnapshot } from '../src/contract/snapshot.ts';
import type { StoredSnapshot, Store } from './store.ts';

/**
 * The stored snapshot of this name, if screens can use it; an earlier version, whose parser let more
 * through, may have stored it.
 */
export async function usableSnapshot(
  store: Store,
  revision: string,
): Promise<StoredSnapshot | undefined> {
  const snapshot = await store.readSnapshot(revision);
  try {
    if (snapshot) parseSnapshot(new TextDecoder().decode(snapshot.identity));
    return snapshot;
  } catch {
    return undefined;
  }
}
