import { spawnSync } from 'node:child_process';

import type { Engine } from './engines.ts';

const INSTALL_TIMEOUT_MS = 10 * 60_000;
/** Brings the libraries that the engines from npm leave to the system. */
const LIBRARIES = 'chromium';

/** Installs the packages of a distribution that has apt, as root. Throws if that fails. */
export function installPrograms(engines: readonly Engine[]): void {
  const packages = engines.flatMap(({ source }) =>
    source.kind === 'apt' ? source.packages : [LIBRARIES],
  );
  const all = [...new Set(packages)].join(' ');
  const { status } = spawnSync(
    'sh',
    ['-c', `apt-get update && apt-get install -y --no-install-recommends ${all}`],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: INSTALL_TIMEOUT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (status !== 0) throw new Error(`Cannot install ${all}: it needs root, apt and its sources`);
}
