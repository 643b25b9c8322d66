import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { ensureBrowser } from './browser.ts';

/*
 * `npm run e2e [-- arguments of playwright test]`: the end-to-end tests, in an installed browser or
 * one installed now, on the app and the server as `npm run build` made them.
 */

const BUILT = ['dist/app/index.html', 'dist/app/sw.js'];

const missing = BUILT.filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.error(`Nothing to test: ${missing.join(' and ')} missing. Run "npm run build" first.`);
  process.exit(1);
}
try {
  const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: ensureBrowser() },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
