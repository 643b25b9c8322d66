import { testStore } from '../../../server/store-suite.ts';
import { makeDisk, memoryStore } from './memory-store.ts';

testStore('memory', async (epoch) => {
  const disk = makeDisk(epoch);
  return { store: memoryStore(disk), reopen: async () => memoryStore(disk) };
});
