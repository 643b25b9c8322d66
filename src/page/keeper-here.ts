import { jitterFrom } from '../sync/jitter.ts';
import { keeperOf, type Keeper, type KeeperDeps } from '../sync/keeper.ts';
import { ownRevisionOf } from '../sync/own-revision.ts';
import { screenStore } from '../sync/screen-store.ts';
import { cachedTexts, localTexts, NO_TEXTS, type Texts } from '../sync/second-copy.ts';
import { snapshotDb } from '../sync/snapshot-db.ts';

/*
 * All that a service worker does for a page but keeping the app: loaded by a page that has no worker
 * to leave it to, as on plain http, or whose worker is silent.
 */

type KeeperHereDeps = Omit<KeeperDeps, 'jitter' | 'store'> & { readonly random: () => number };

/** A keeper in this page, over the same storage that a worker uses. */
export function keeperHere({ random, ...deps }: KeeperHereDeps): Keeper {
  const storeDeps = { report: deps.report, revisionOf: ownRevisionOf };
  const store = screenStore(snapshotDb(storeDeps), secondCopies(), storeDeps);
  return keeperOf({ ...deps, jitter: jitterFrom(random), store });
}

function secondCopies(): Texts {
  try {
    // Absent on plain http. A browser may also forbid either of them.
    return 'caches' in window ? cachedTexts(caches) : localTexts(localStorage);
  } catch {
    return NO_TEXTS;
  }
}
