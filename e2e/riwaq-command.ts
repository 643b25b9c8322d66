import { spawn } from 'node:child_process';

import type { RiwaqServer } from './server.ts';

export type CommandResult = {
  /** 0: it did what it was told. */
  readonly status: number | null;
  /** All that it wrote. */
  readonly said: string;
};

/** Runs `riwaq`, as whoever runs the server does, with the key of that server. */
export function riwaqCommand(
  { origin, dataFolder }: RiwaqServer,
  ...args: readonly string[]
): Promise<CommandResult> {
  const child = spawn(process.execPath, [
    'bin/riwaq.js',
    ...args,
    `--server=${origin}`,
    `--data-dir=${dataFolder}`,
  ]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said }));
  });
}
