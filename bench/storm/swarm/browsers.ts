import 'fake-indexeddb/auto';
import { IDBObjectStore, IDBOpenDBRequest, IDBRequest } from 'fake-indexeddb';

import type { EventQueue } from '../event-queue.ts';
import type { Device, DiskTrouble } from './device.ts';

/*
 * The platform that the shipped code runs on, on virtual time: timers and storage of many TVs in one
 * process. A program, which is a page or a worker, runs from one event to the next, and whatever it
 * sets going belongs to it; one that has ended does nothing any more.
 */

/** A page or a worker. */
export type Program = { readonly device: Device; isAlive: boolean };

export type Browsers = {
  readonly now: () => number;
  /** Lets a program do something at an instant, or when its device wakes; not if it has ended by then. */
  readonly at: (program: Program, instant: number, work: () => void) => void;
  /** The same for what usually does nothing: it is waited for only if it has called `touch`. */
  readonly lightly: (program: Program, instant: number, work: () => void) => void;
  readonly touch: () => void;
  /** Does something on the disk of a device, as a hand from outside. */
  readonly onDisk: (device: Device, work: () => Promise<void>) => Promise<void>;
  /** Gives the globals back. */
  readonly close: () => void;
};

type Timer = { isCleared: boolean };

/** The only one in this process, until it is closed: it replaces globals. */
export function browsers(queue: EventQueue): Browsers {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setImmediate: globalThis.setImmediate,
    indexedDB: globalThis.indexedDB,
  };
  // They are called on what they are of.
  // oxlint-disable-next-line typescript/unbound-method
  const stored = { get: IDBObjectStore.prototype.get, put: IDBObjectStore.prototype.put };
  let current: Program | undefined;
  const turns = { left: 0 };
  let isTouched = false;

  const has = (trouble: DiskTrouble) => current?.device.troubles.includes(trouble) ?? false;

  /** Until nothing is left to do but what waits for a timer, a message or an answer. */
  async function settled(): Promise<void> {
    do {
      await new Promise<void>((resolve) => {
        real.setImmediate(resolve);
      });
    } while (turns.left > 0);
    // The end of a stream is told in a turn of its own.
    await new Promise<void>((resolve) => {
      real.setImmediate(resolve);
    });
    if (turns.left > 0) await settled();
  }

  async function run(program: Program, work: () => void, isLight: boolean): Promise<void> {
    if (!program.isAlive) return;
    const { sleepsUntil } = program.device;
    if (sleepsUntil > queue.now()) {
      queue.at(sleepsUntil, () => run(program, work, isLight));
      return;
    }
    current = program;
    isTouched = !isLight;
    work();
    if (isTouched) await settled();
    current = undefined;
  }

  function setTimer(work: () => void, ms = 0): Timer {
    const timer = { isCleared: false };
    const program = current;
    if (!program) throw new Error('A timer that belongs to no program');
    isTouched = true;
    queue.at(queue.now() + ms, () => (timer.isCleared ? undefined : run(program, work, false)));
    return timer;
  }

  function setTurn(work: () => void): unknown {
    turns.left += 1;
    return real.setImmediate(() => {
      turns.left -= 1;
      work();
    });
  }

  function put(this: IDBObjectStore, value: unknown, key?: IDBValidKey): IDBRequest<IDBValidKey> {
    if (has('hangs')) return new IDBRequest();
    if (has('refusesWrites')) throw new DOMException('The disk is full', 'QuotaExceededError');
    if (has('losesWrites') && key !== undefined) return stored.get.call(this, key);
    return stored.put.call(this, value, key);
  }

  function get(this: IDBObjectStore, key: IDBValidKey | IDBKeyRange): IDBRequest<unknown> {
    return has('hangs') ? new IDBRequest() : stored.get.call(this, key);
  }

  /** The database of whoever asks; one that hangs never opens. */
  function storage(): IDBFactory | undefined {
    const factory = current?.device.factory;
    if (!factory || !has('hangs')) return factory;
    return Object.assign(Object.create(factory), { open: never, deleteDatabase: never });
  }

  define('setTimeout', setTimer);
  define('clearTimeout', clearTimer);
  define('setImmediate', setTurn);
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: storage });
  Object.assign(IDBObjectStore.prototype, { get, put });

  return {
    now: queue.now,
    at: (program, instant, work) => queue.at(instant, () => run(program, work, false)),
    lightly: (program, instant, work) => queue.at(instant, () => run(program, work, true)),
    touch() {
      isTouched = true;
    },
    async onDisk(device, work) {
      const troubles = device.troubles.splice(0);
      current = { device, isAlive: true };
      const working = work();
      await settled();
      await working;
      current = undefined;
      device.troubles.push(...troubles);
    },
    close() {
      define('setTimeout', real.setTimeout);
      define('clearTimeout', real.clearTimeout);
      define('setImmediate', real.setImmediate);
      define('indexedDB', real.indexedDB);
      Object.assign(IDBObjectStore.prototype, stored);
    },
  };
}

function define(name: string, value: unknown) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

function clearTimer(timer: Timer | undefined) {
  if (timer) timer.isCleared = true;
}

/** A request that nothing is heard of again. */
function never(): IDBOpenDBRequest {
  return new IDBOpenDBRequest();
}
