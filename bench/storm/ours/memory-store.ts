import type {
  Publication,
  Store,
  StoredPointer,
  StoredSchool,
  StoredScreen,
  StoredSnapshot,
} from '../../../server/store.ts';

/** A disk: what a store has saved, and finds again when it is opened anew. */
export type Disk = {
  epoch: number;
  readonly schools: Map<string, StoredSchool>;
  readonly screens: Map<string, StoredScreen>;
  readonly snapshots: Map<string, StoredSnapshot>;
  readonly documents: Map<string, Uint8Array>;
  readonly histories: Map<string, readonly Publication[]>;
};

/** An empty disk. */
export function makeDisk(epoch: number): Disk {
  return {
    epoch,
    schools: new Map(),
    screens: new Map(),
    snapshots: new Map(),
    documents: new Map(),
    histories: new Map(),
  };
}

/** Another disk with the same on it. */
export function copyOfDisk(disk: Disk): Disk {
  return {
    epoch: disk.epoch,
    schools: new Map(disk.schools),
    screens: new Map(disk.screens),
    snapshots: new Map(disk.snapshots),
    documents: new Map(disk.documents),
    histories: new Map(disk.histories),
  };
}

/** The endpoint's store over a disk that exists in memory only; `store-suite.ts` holds what it does. */
export function memoryStore(disk: Disk): Store {
  const { schools, screens, snapshots, documents, histories } = disk;
  const tokens = new Map<string, string>();
  for (const { id, tokenHash } of screens.values()) {
    if (tokenHash !== undefined) tokens.set(tokenHash, id);
  }
  let isOpen = true;

  function giveToken(id: string, tokenHash: string | undefined) {
    if (tokenHash === undefined) return;
    if ((tokens.get(tokenHash) ?? id) !== id) throw new Error('UNIQUE: a screen has this token');
    tokens.set(tokenHash, id);
  }

  return {
    epoch: disk.epoch,

    async saveEpoch(epoch) {
      disk.epoch = epoch;
    },

    async readSchools() {
      return [...schools.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async saveSchool(id, salt) {
      const school = schools.get(id) ?? { id, salt };
      schools.set(id, school);
      return school;
    },

    readSnapshot: async (revision) => snapshots.get(revision),
    readDocument: async (name) => documents.get(name),
    readHistory: async (school) => histories.get(school) ?? [],

    async publish({ school: id, expected, publication, snapshot, document }) {
      const school = schools.get(id);
      if (!school || school.pointer?.count !== expected) return false;
      if (snapshot) snapshots.set(snapshot.revision, snapshot);
      if (document) documents.set(document.name, document.bytes);
      schools.set(id, { ...school, pointer: pointerOf(publication) });
      histories.set(id, [publication, ...(histories.get(id) ?? [])]);
      return true;
    },

    async saveDocument(id, { name, bytes }) {
      const school = schools.get(id);
      documents.set(name, bytes);
      if (school?.pointer) {
        schools.set(id, { ...school, pointer: { ...school.pointer, document: name } });
      }
    },

    async readScreens() {
      return [...screens.values()];
    },

    async addScreen(added) {
      if (!schools.has(added.school)) throw new Error(`FOREIGN KEY: no school ${added.school}`);
      giveToken(added.id, added.tokenHash);
      const screen = { ...added, ordinal: screens.size + 1 };
      screens.set(screen.id, screen);
      return screen;
    },

    async removeScreen(id, removedAt) {
      const screen = screens.get(id);
      if (screen && screen.removedAt === undefined) screens.set(id, { ...screen, removedAt });
    },

    async saveScreenToken(id, tokenHash) {
      const screen = screens.get(id);
      if (!screen) return;
      giveToken(id, tokenHash);
      const { tokenHash: before, ...rest } = screen;
      if (before !== undefined && before !== tokenHash) tokens.delete(before);
      screens.set(id, tokenHash === undefined ? rest : { ...rest, tokenHash });
    },

    isReady: async () => isOpen,

    async close() {
      isOpen = false;
    },
  };
}

function pointerOf({ revision, count, publishedAt, document }: Publication): StoredPointer {
  return { revision, count, publishedAt, document };
}
