import { readFileSync } from 'node:fs';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/** The bytes of a file, or of standard input for `-`. Throws an error that says why it cannot. */
export function readInput(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : '';
    const message = `Cannot read ${inputName(file)}: ${reason || String(error)}`;
    throw new Error(message, { cause: error });
  }
}

/** How messages name an input. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}
