import type { Deps } from './deps.ts';
import { renewEpoch } from './live-state.ts';

/**
 * Gives every school's pointer a generation above any that was ever given out, and leads it nowhere
 * else. For a database that is an older copy of itself: screens have seen its later generations, and
 * believe no other that is not higher. Resolves when it is stored and told.
 */
export async function renewGenerations({ store, state, clock, log }: Deps): Promise<void> {
  // The copy may have been made before an earlier renewal: only the present is later than that one.
  const epoch = Math.max(clock(), state.epoch + 1);
  await store.saveEpoch(epoch);
  renewEpoch(state, epoch);
  log.info({ epoch, schools: state.schools.size }, 'generations renewed after a restored backup');
}
