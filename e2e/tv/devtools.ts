import { WebSocket } from 'ws';

const CALL_TIMEOUT_MS = 60_000;

/** A connection to one page by the DevTools protocol, which every Chromium speaks. */
export type DevTools = {
  /** Calls a method. Rejects when the browser refuses, hangs for a minute or is gone. */
  readonly call: <Result>(method: string, parameters?: object) => Promise<Result>;
  /** Resolves at the next event of this name. Call it before what causes the event. */
  readonly next: (event: string) => Promise<void>;
  readonly close: () => void;
};

type Call = {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
};

type Message = {
  readonly id?: number;
  readonly result?: never;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
};

/** Connects to a page's socket; `heard` is told every event. */
export async function connectDevTools(
  address: string,
  heard: (event: string, parameters: unknown) => void,
): Promise<DevTools> {
  // Chromium 64 answers compressed frames that it then cannot read.
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const calls = new Map<number, Call>();
  const waiting = new Map<string, (() => void)[]>();
  let count = 0;
  let isOpen = true;

  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') return;
    const message: Message = JSON.parse(data);
    if (message.id !== undefined) {
      const call = calls.get(message.id);
      calls.delete(message.id);
      if (message.error) call?.reject(new Error(message.error.message));
      else if (message.result) call?.resolve(message.result);
    } else if (message.method !== undefined) {
      heard(message.method, message.params);
      for (const resolve of waiting.get(message.method)?.splice(0) ?? []) resolve();
    }
  });
  // What a browser that is killed leaves behind.
  socket.on('error', () => {});
  socket.on('close', () => {
    isOpen = false;
    for (const { reject } of calls.values()) reject(new Error('The browser is gone'));
    calls.clear();
  });

  return {
    call: (method, parameters = {}) =>
      new Promise((resolve, reject) => {
        if (!isOpen) throw new Error('The browser is gone');
        const id = ++count;
        const timer = setTimeout(() => {
          calls.delete(id);
          reject(new Error(`The browser does not answer ${method}`));
        }, CALL_TIMEOUT_MS);
        calls.set(id, {
          resolve: (result) => {
            clearTimeout(timer);
            resolve(result);
          },
          reject: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        socket.send(JSON.stringify({ id, method, params: parameters }));
      }),
    next: (event) =>
      new Promise((resolve) => {
        waiting.set(event, [...(waiting.get(event) ?? []), resolve]);
      }),
    close: () => socket.terminate(),
  };
}
