import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { type AptSource, ENGINES, type Engine } from './tv/engines.ts';
import { ensureEngine } from './tv/ensure-engine.ts';
import { installPrograms } from './tv/install-programs.ts';
import { isOffered } from './tv/is-offered.ts';

/*
 * `npm run e2e:tv [-- --engine chromium-64 …] [-g "part of a title"] [--install] [--pictures]
 * [--sizes]`: the
 * built app and the real server on the engines of old TVs. Those that come from npm are unpacked
 * into `.tv-engines/`; a run in which one is missing fails, and says what to install.
 *   --engine    this one only; may be repeated
 *   --install   installs the distribution's packages first, as root
 *   --pictures  keeps a picture of every state of the wall in `test-results/e2e-tv/`
 *   --sizes     also paints every state of the wall on every size of screen
 */

const BUILT = ['dist/app/index.html', 'dist/app/sw.js', 'dist/server/riwaq.js'];

const { values } = parseArgs({
  options: {
    engine: { type: 'string', multiple: true, default: [] },
    grep: { type: 'string', short: 'g' },
    install: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
  },
});

try {
  process.exitCode = run(chosen(values.engine));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

function run(engines: readonly Engine[]): number {
  const missing = BUILT.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(`Nothing to test: ${missing.join(', ')} missing. Run "npm run build" first.`);
  }
  const absent = engines.filter(({ source }) => source.kind === 'apt' && isAbsent(source));
  const offered = engines.filter((engine) => !absent.includes(engine));
  if (values.install) installPrograms(offered);
  const troubles = offered.flatMap(troubleWith);
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  if (offered.length === 0) throw new Error('This distribution offers none of these engines');
  const { status } = spawnSync(
    'npx',
    [
      'playwright',
      'test',
      '--config=e2e/tv/playwright.config.ts',
      ...offered.map(({ name }) => `--project=${name}`),
      ...(values.grep === undefined ? [] : [`--grep=${values.grep}`]),
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        TV_ABSENT: absent.map(({ name }) => name).join(' '),
        ...(values.pictures && { TV_PICTURES: '1' }),
        ...(values.sizes && { TV_SIZES: '1' }),
      },
    },
  );
  return status ?? 1;
}

/** Neither here nor to be had: said in the report, and no failure. */
function isAbsent({ program, packages }: AptSource): boolean {
  return !existsSync(program) && !isOffered(packages);
}

function chosen(names: readonly string[]): readonly Engine[] {
  if (names.length === 0) return ENGINES;
  return names.map((name) => {
    const engine = ENGINES.find((one) => one.name === name);
    if (engine) return engine;
    const known = ENGINES.map((one) => one.name).join(', ');
    throw new RangeError(`There is no engine "${name}". Choose from ${known}`);
  });
}

/** All of them are looked at before anything is said: one message is enough. */
function troubleWith(engine: Engine): readonly string[] {
  try {
    console.log(`${engine.name}: ${ensureEngine(engine)}`);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
