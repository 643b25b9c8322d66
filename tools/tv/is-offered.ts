import { spawnSync } from 'node:child_process';

/**
 * Whether this machine's distribution has all of these packages. One whose lists of packages have
 * not been fetched yet counts as if it had.
 */
export function isOffered(packages: readonly string[]): boolean {
  const { stdout, error } = spawnSync('apt-cache', ['policy', 'bash', ...packages], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) return false;
  const hasLists = /^ +\d+ \w+:\/\//m.test(stdout);
  if (!hasLists) return true;
  return packages.every((name) => stdout.includes(`\n${name}:\n`)) && !stdout.includes('(none)');
}
