import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/*
 * `npm run properties [-- --times N] [--seed N]`: every property of the unit tests, N times as long
 * as in `npm test` and from a seed of its own, which is printed and replays the run.
 */

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });
const times = Number(values.times ?? 20);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!Number.isSafeInteger(times) || times < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    'properties: --times and --seed take whole numbers, such as "--times 20 --seed 7".',
  );
  process.exit(2);
}

const files = ['src', 'server', 'tools', 'bench']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes('/runs.ts'));
console.log(`Properties of ${files.length} files, ${times} times as long, --seed ${seed}`);
const { status } = spawnSync('npx', ['vitest', 'run', '--testTimeout=0', ...files], {
  stdio: 'inherit',
  env: { ...process.env, PROPERTY_TIMES: String(times), PROPERTY_SEED: String(seed) },
});
process.exitCode = status ?? 1;
