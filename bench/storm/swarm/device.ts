import { IDBFactory } from 'fake-indexeddb';

import { quartz, type Quartz } from './quartz.ts';
import type { Middlebox } from './wire.ts';

/** What may be the matter with a TV's disk. */
export type DiskTrouble =
  /** Every write fails, as on a full disk. */
  | 'refusesWrites'
  /** A write is said to be done, and is not. */
  | 'losesWrites'
  /** No operation of the database ever ends. */
  | 'hangs'
  /** No operation of the second copy ever ends. */
  | 'copyHangs'
  | 'copyRefusesWrites';

/** What may be the matter with a TV's browser. */
export type WorkerTrouble =
  /** The worker runs, does its work, and never answers. */
  'silent';

/** One TV, as far as it outlives the programs that run on it. */
export type Device = {
  readonly number: number;
  readonly quartz: Quartz;
  /** The database's disk. */
  readonly factory: IDBFactory;
  /** The second copy's. */
  readonly copies: Map<string, string>;
  /** Each once for every fault that makes it. */
  readonly troubles: (DiskTrouble | WorkerTrouble)[];
  /** What stands between it and the endpoint, the nearest first. */
  readonly middleboxes: Middlebox[];
  /** Nothing runs on it before this instant. */
  sleepsUntil: number;
};

/** A TV that has just been unpacked. */
export function makeDevice(number: number): Device {
  return {
    number,
    quartz: quartz(),
    factory: new IDBFactory(),
    copies: new Map(),
    troubles: [],
    middleboxes: [],
    sleepsUntil: 0,
  };
}

/** Adds to a list what a fault brings; gives what takes it away again. */
export function added<Value>(list: Value[], value: Value): () => void {
  list.push(value);
  return () => {
    const at = list.indexOf(value);
    if (at >= 0) list.splice(at, 1);
  };
}
