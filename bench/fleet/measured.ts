import type { ServerProcess } from '../server-process.ts';
import type { Noted } from './messages.ts';
import type { ScreensClient } from './screens-client.ts';

export type World = {
  readonly server: ServerProcess;
  readonly client: ScreensClient;
};

/** What was seen while something went on. */
export type Measured = Omit<Noted, 'kind'> & {
  /** Instant. */
  readonly startedAt: number;
  readonly tookMs: number;
  /** Of the server; NaN where the system does not tell. */
  readonly serverCpuMs: number;
  readonly serverBytes: number;
};

/** Does `work`, and tells what the screens and the server have done meanwhile. */
export async function measured(
  { server, client }: World,
  work: () => Promise<void>,
): Promise<Measured> {
  // What was noted before belongs to something else.
  await client.tell();
  const before = server.usage();
  const startedAt = Date.now();
  await work();
  const tookMs = Date.now() - startedAt;
  const after = server.usage();
  const { screens, delay } = await client.tell();
  return {
    startedAt,
    tookMs,
    screens,
    delay,
    serverCpuMs: (after?.cpuMs ?? NaN) - (before?.cpuMs ?? NaN),
    serverBytes: after?.residentBytes ?? NaN,
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
