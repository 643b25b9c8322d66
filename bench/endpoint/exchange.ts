import { connect, type Socket } from 'node:net';

/** One request and the answer that every server is to give to it, byte for byte but for the time. */
export type Exchange = {
  readonly name: string;
  readonly path: string;
  /** Fields of the request. */
  readonly fields: Readonly<Record<string, string>>;
};

/** The bytes of a request, as a browser's keep-alive connection sends them. */
export function requestText({ path, fields }: Exchange, port: number): string {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...fields, connection: 'keep-alive' });
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** Length of the first whole answer in `bytes`; `undefined` while it is not all there. */
export function answerLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.subarray(0, end).toString('latin1');
  const body = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  const length = end + 4 + body;
  return bytes.length < length ? undefined : length;
}

/** Connections to one server, all of them open, on which one kind of request is made at a time. */
export type Load = {
  /** Makes so many requests, one after another on each connection; resolves when all are answered. */
  readonly send: (request: string, count: number) => Promise<void>;
  readonly close: () => void;
};

/** Opens the connections. Rejects, as `send` does, when one of them breaks. */
export async function openLoad(port: number, connections: number): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)));
  return {
    async send(request, count) {
      const bytes = Buffer.from(request);
      let left = count;
      const isLeft = () => left-- > 0;
      await Promise.all(sockets.map((socket) => exchangeAll(socket, bytes, isLeft)));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

function exchangeAll(socket: Socket, request: Buffer, isLeft: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    /** Every answer to the same request has the same length: the first one is read, the others counted. */
    let length: number | undefined;
    let first = Buffer.alloc(0);
    let got = 0;

    function next() {
      got = 0;
      if (isLeft()) socket.write(request);
      else end(resolve);
    }
    function take(chunk: Buffer) {
      got += chunk.length;
      if (length === undefined) {
        first = Buffer.concat([first, chunk]);
        length = answerLength(first);
      }
      if (length === undefined || got < length) return;
      if (got === length) next();
      else end(() => reject(new Error(`An answer has ${got} bytes, and the first had ${length}`)));
    }
    const broken = () => end(() => reject(new Error('A connection was closed')));
    function end(then: () => void) {
      socket.off('data', take);
      socket.off('close', broken);
      then();
    }
    socket.on('data', take);
    socket.on('close', broken);
    next();
  });
}
