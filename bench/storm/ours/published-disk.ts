import { loadState } from '../../../server/load-state.ts';
import { makePublisher } from '../../../server/publisher.ts';
import { makeSerial } from '../../../server/serial.ts';
import { schoolIdOf, stormSchool } from '../storm-school.ts';
import { copyOfDisk, makeDisk, memoryStore, type Disk } from './memory-store.ts';
import { SILENT } from './silent-log.ts';

const SALT = 'the-same-in-every-run';
const made = new Map<number, Disk>();

/**
 * A disk on which the first edition of this many schools is published, by the shipped publisher;
 * another one for each caller, published once.
 */
export async function publishedDisk(schools: number, instant: number): Promise<Disk> {
  const found = made.get(schools);
  if (found) return copyOfDisk(found);
  const disk = makeDisk(instant);
  const store = memoryStore(disk);
  const { state } = await loadState(store, undefined);
  const deps = { store, state, clock: () => instant, log: SILENT, inTurn: makeSerial() };
  const publisher = makePublisher(deps);
  for (let school = 0; school < schools; school += 1) {
    const id = schoolIdOf(school);
    // Of its own, and yet the same in every run.
    const saved = await store.saveSchool(id, `${SALT}-${school}`);
    state.schools.set(id, { ...saved, name: id });
    const outcome = await publisher.publish(id, documentOf(school, 0));
    if (outcome.kind !== 'published') throw new Error(`Cannot publish ${id}: ${outcome.kind}`);
  }
  made.set(schools, disk);
  return copyOfDisk(disk);
}

/** What an office sends. */
export function documentOf(school: number, edition: number): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(stormSchool(school, edition)));
}
