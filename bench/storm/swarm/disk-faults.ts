import { deleteDB, openDB } from 'idb';

import { added, type Device, type DiskTrouble } from './device.ts';
import type { Declared, Fault } from './fault.ts';

const NAME = 'riwaq';
/** Three seconds for the worker, five for its storage, and as many for the page’s own, which is begun anew. */
const OPENING_MS = 14_000;
const COPY_OF_DATABASE = [
  'databaseDeleted',
  'newestDamaged',
  'storageHangs',
  'writesLost',
  'diskFull',
];

const AN_EARLIER: readonly Declared[] = [
  {
    symptom: 'regressed',
    needsStart: true,
    because: 'the newest is not on the disk: the start shows the one before it (S05, S18)',
  },
  { symptom: 'stale', needsStart: true, because: 'the same, until the next answer' },
];

/** What a worker that was stopped, or is taken for silent, has asked is known to nobody else then. */
const UNTOLD: Declared = {
  symptom: 'twice',
  with: [
    'copyHangs',
    'workerCut',
    'workerStopped',
    'workerSilent',
    'reloads',
    'powerCut',
    'factoryClock',
    'stoppedClock',
  ],
  because: 'the slot that was asked in is remembered nowhere (C12)',
};

/** Something is the matter with the disk for a while. */
const troubled = (troubles: readonly DiskTrouble[]): Fault['begin'] => {
  return ({ tv }, { screen }) => {
    const ends = troubles.map((trouble) => added<string>(tv(screen).device.troubles, trouble));
    return () => ends.forEach((end) => end());
  };
};

/** Something happens on the disk, behind the back of whatever runs. */
const onDisk = (work: (device: Device, screen: string) => Promise<void>): Fault['begin'] => {
  return ({ tv, browsers }, { screen }) => {
    const { device } = tv(screen);
    return browsers.onDisk(device, () => work(device, `screen-${screen}`));
  };
};

async function damageNewest(_: Device, screen: string): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes(NAME)) return;
  const database = await openDB(NAME);
  const keys = ['a', 'b'].map((slot) => `${screen}/${slot}`);
  const rows = await Promise.all(
    keys.map(async (key) => ({ key, row: await database.get('generations', key) })),
  );
  const [newest] = rows
    .filter(({ row }) => row !== undefined)
    .sort((a, b) => b.row.serial - a.row.serial);
  if (newest) {
    const { key, row } = newest;
    const text = String(row.record.text).slice(0, -100);
    await database.put('generations', { ...row, record: { ...row.record, text } }, key);
  }
  database.close();
}

function damageCopies({ copies }: Device) {
  for (const [name, text] of copies) copies.set(name, text.slice(0, text.length / 2));
}

/** What may happen to what a TV keeps. */
export const DISK_FAULTS = {
  databaseDeleted: {
    title: 'the database is deleted',
    page: ['S01', 'S03', 'S09', 'S13'],
    isMoment: true,
    begin: onDisk(() => deleteDB(NAME)),
  },
  newestDamaged: {
    title: 'the newest stored generation is cut short',
    page: ['S04', 'S05'],
    isMoment: true,
    begin: onDisk(damageNewest),
    declares: AN_EARLIER,
  },
  copyDamaged: {
    title: 'the second copy is damaged',
    page: ['S11'],
    isMoment: true,
    begin: onDisk(async (device) => damageCopies(device)),
    declares: [
      {
        symptom: 'blank',
        needsStart: true,
        with: COPY_OF_DATABASE,
        because: 'neither of the two is left to start from (S11)',
      },
    ],
  },
  allLost: {
    title: 'the database, the second copy and the worker’s memory are lost at once',
    page: ['S02', 'S13'],
    isMoment: true,
    begin: async (scene, hit) => {
      const { device, stopWorker } = scene.tv(hit.screen);
      stopWorker();
      device.copies.clear();
      await scene.browsers.onDisk(device, () => deleteDB(NAME));
    },
    declares: [
      { symptom: 'blank', needsStart: true, because: 'nothing is left to start from (S02, S14)' },
    ],
  },
  diskFull: {
    title: 'the disk is full: nothing can be written',
    page: ['S07', 'S12', 'S18'],
    begin: troubled(['refusesWrites', 'copyRefusesWrites']),
    declares: [...AN_EARLIER, UNTOLD],
  },
  writesLost: {
    title: 'writes to the database are said to be done, and are not',
    page: ['S06'],
    begin: troubled(['losesWrites']),
    declares: [
      ...AN_EARLIER,
      UNTOLD,
      {
        symptom: 'stale',
        because: 'what it keeps of the polling may be of a clock that was ahead, and cost slots',
      },
    ],
  },
  storageHangs: {
    title: 'the database hangs',
    page: ['S08', 'S19', 'S20'],
    begin: troubled(['hangs']),
    declares: [
      ...AN_EARLIER,
      { symptom: 'stale', because: 'the answer comes some seconds later (S19)' },
      {
        symptom: 'blank',
        needsStart: true,
        withinMs: OPENING_MS,
        because: 'a start gives it five seconds before it reads the second copy (S08)',
      },
      UNTOLD,
    ],
  },
  copyHangs: {
    title: 'the second copy hangs',
    page: ['S08', 'S12'],
    begin: troubled(['copyHangs']),
    declares: [
      { symptom: 'stale', because: 'the answer comes some seconds later (S19)' },
      {
        symptom: 'blank',
        needsStart: true,
        with: ['databaseDeleted', 'allLost', 'storageHangs', 'newestDamaged'],
        because: 'neither of the two is there to start from (S11)',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Fault>>;
