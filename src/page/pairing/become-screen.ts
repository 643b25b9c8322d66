import type { Refreshed, Wake } from '../../contract/message.ts';
import type { Credential } from '../../contract/stored.ts';
import type { AppUpdate } from '../../sync/app-update.ts';
import { withWatchdog } from '../../sync/watchdog.ts';
import { askWorker } from '../../sync/worker-channel.ts';
import { openWall } from '../open-wall.ts';
import type { PageClock } from '../page-clock.ts';
import type { PageParts } from '../page-facts.ts';

/** As long as the page waits for a worker at any other time. */
const PATIENCE_S = 20;

export type BecomeDeps = Pick<PageParts, 'workers' | 'here'> & {
  readonly update: Pick<AppUpdate, 'registration'>;
  readonly clock: Pick<PageClock, 'now'>;
};

/**
 * Stores what makes this TV a screen, as a link does, and asks for its timetable at once: it is one
 * TV, and somebody is waiting. Resolves with what came of that; `undefined` if nothing did, and the
 * wall begins to ask by itself. Never rejects: what cannot be stored is stored with a later knock.
 */
export async function becomeScreen(
  credential: Credential,
  { workers, here, update, clock }: BecomeDeps,
): Promise<Refreshed | undefined> {
  try {
    await openWall({ kind: 'open', credential }, { workers, here });
    const instant = clock.now();
    const { screen } = credential;
    // A slot that has just come, rather than a start with its wait by chance.
    const refresh = { nextAt: instant, askedAt: instant, failures: 0, missed: 0 };
    const wake: Wake = { kind: 'wake', screen, instant, credential, refresh };
    const worker = update.registration()?.active;
    const waking = worker ? askWorker(worker, wake, 'refreshed') : (await here()).wake(wake);
    return await withWatchdog(waking, PATIENCE_S, 'The first request');
  } catch {
    return undefined;
  }
}
