import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { makeToken } from './token.ts';

/** Where the operator key of a data folder is. */
export function operatorKeyFile(dataFolder: string): string {
  return path.join(dataFolder, 'operator.key');
}

/** The operator key of a data folder, made when there is none; nobody but its owner can read it. */
export function readOrMakeOperatorKey(dataFolder: string): string {
  const file = operatorKeyFile(dataFolder);
  try {
    // `wx`: of two starts at once, one makes the key and the other reads it.
    writeFileSync(file, `${makeToken()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isNodeError(error, 'EEXIST')) throw error;
    chmodSync(file, 0o600);
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key === '') throw new Error(`Cannot read the operator key: ${file} is empty; delete it`);
  return key;
}

function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
