import type { ScreenSettings } from '../src/contract/screen.ts';

/** How a school's pointer came to lead where it does. */
export const PUBLICATION_KINDS = ['publish', 'rollback', 'recompile', 'rebuild'] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Where a school's pointer leads. */
export type StoredPointer = {
  readonly revision: string;
  /** The `n` of generation `<epoch>.<n>`. */
  readonly count: number;
  /** Instant. */
  readonly publishedAt: number;
  /** Name of the school document that the snapshot was compiled from. */
  readonly document: string;
};

export type StoredSchool = {
  readonly id: string;
  /** 128 random bits, base64url; inside every snapshot of the school. */
  readonly salt: string;
  /** Absent until the school publishes for the first time. */
  readonly pointer?: StoredPointer;
};

/** One entry of a school's history. */
export type Publication = StoredPointer & { readonly kind: PublicationKind };

/** The bytes of one snapshot, as they are sent. */
export type Encodings = {
  readonly identity: Uint8Array;
  readonly gzip: Uint8Array;
  readonly br: Uint8Array;
};

export type StoredSnapshot = Encodings & {
  readonly revision: string;
  /** The school's name as it was then, in its own language. */
  readonly name: string;
};

export type StoredDocument = {
  /** Hash of its bytes. */
  readonly name: string;
  /** As the office sent it. */
  readonly bytes: Uint8Array;
};

export type NewScreen = Omit<ScreenSettings, 'id' | 'phase'>;

export type StoredScreen = Omit<ScreenSettings, 'phase'> & {
  /** It was the n-th screen of the endpoint, counted from 1. */
  readonly ordinal: number;
  /** SHA-256 of its token, base64url; absent while no TV is paired. The token itself is nowhere. */
  readonly tokenHash?: string;
  /** Instant. */
  readonly addedAt: number;
  /** Instant. A removed screen is remembered, so that it can be told. */
  readonly removedAt?: number;
};

/** What a publication writes, all of it or nothing. */
export type Change = {
  readonly school: string;
  /** The pointer's count that the change was made for; absent for a first publication. */
  readonly expected: number | undefined;
  readonly publication: Publication;
  /** Left out when the store has it already. */
  readonly snapshot?: StoredSnapshot;
  readonly document?: StoredDocument;
};

/**
 * What the endpoint needs of a database. Every method is one transaction, durable when its promise
 * resolves. `store-suite.ts` holds what each store must do.
 */
export type Store = {
  /** The `epoch` of every generation, as the store was opened: the instant at which it was made. */
  readonly epoch: number;
  /** From now on every generation has this epoch. */
  readonly saveEpoch: (epoch: number) => Promise<void>;
  readonly readSchools: () => Promise<readonly StoredSchool[]>;
  /** The school, made with `salt` if the store has none of this id yet. */
  readonly saveSchool: (id: string, salt: string) => Promise<StoredSchool>;
  /** `undefined` when there is none, or when what is stored is not what was saved. */
  readonly readSnapshot: (revision: string) => Promise<StoredSnapshot | undefined>;
  /** `undefined` when there is none, or when what is stored is not what was saved. */
  readonly readDocument: (name: string) => Promise<Uint8Array | undefined>;
  /** Newest first. */
  readonly readHistory: (school: string) => Promise<readonly Publication[]>;
  /** Saves a change and resolves to true; to false when the pointer has moved from `expected`. */
  readonly publish: (change: Change) => Promise<boolean>;
  /** Remembers that the current snapshot has a newer document, which compiles to the same bytes. */
  readonly saveDocument: (school: string, document: StoredDocument) => Promise<void>;
  /** All of them in the order in which they were added, removed ones included. */
  readonly readScreens: () => Promise<readonly StoredScreen[]>;
  /** Gives the screen the next ordinal. Rejects when its school is not saved. */
  readonly addScreen: (
    screen: Omit<StoredScreen, 'ordinal' | 'removedAt'>,
  ) => Promise<StoredScreen>;
  readonly removeScreen: (id: string, instant: number) => Promise<void>;
  /** From now on the screen has this token, and no other; without a hash, none. */
  readonly saveScreenToken: (id: string, tokenHash: string | undefined) => Promise<void>;
  /** Resolves to whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};
