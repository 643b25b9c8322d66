// `npm start`: builds what is missing, serves it, and gives an empty database the examples with a
// screen each. Plain JavaScript, because it runs before anything is built.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '..');
const DATA_FOLDER = path.resolve(process.env.DATA_DIR ?? 'data');
// The secrets of screens are stored as hashes only; those of the demo are kept to be shown again.
const DEMO_LINKS = path.join(DATA_FOLDER, 'demo-links.txt');
/** Of pino: from here on a line of the server's log is worth a look. */
const WARNING = 40;
/** On one wall; README says so. */
const COMFORTABLE_CLASSES = 12;

buildIfMissing('dist/app/index.html', []);
buildIfMissing('dist/server/riwaq.js', ['--config', 'vite.server.config.ts']);

const server = spawn(process.execPath, [path.join(ROOT, 'bin/riwaq.js'), 'serve'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, DATA_DIR: DATA_FOLDER },
});
// A terminal sends Ctrl+C to both of us: the server ends first, and we with it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(process.exitCode ?? code ?? 1));

for await (const line of createInterface({ input: server.stdout })) {
  const entry = JSON.parse(line);
  if (entry.level >= WARNING) console.error(line);
  if (entry.msg === 'listening') await welcome(entry.origin).catch(giveUp);
}

/** @param {Error} error */
function giveUp(error) {
  console.error(error.message);
  server.kill('SIGTERM');
  process.exitCode = 1;
}

/** @param {string} result @param {string[]} options */
function buildIfMissing(result, options) {
  if (existsSync(path.join(ROOT, result))) return;
  console.log(`Building ${path.dirname(result)} …`);
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'warn', ...options],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}

/** @param {string} origin */
async function welcome(origin) {
  const ask = asker(origin);
  const { schools } = await ask('/v1/schools');
  if (schools.length === 0) await loadExamples(ask);
  console.log(`Riwaq serves ${origin} (Ctrl+C ends it)`);
  if (!existsSync(DEMO_LINKS)) return;
  console.log('\nOpen a wall:');
  for (const demo of readFileSync(DEMO_LINKS, 'utf8').trim().split('\n')) {
    const [link, name] = demo.split('\t');
    console.log(`  ${origin}${link}  ${name}`);
  }
}

/** @param {ReturnType<typeof asker>} ask */
async function loadExamples(ask) {
  const folder = path.join(ROOT, 'examples');
  const links = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const document = readFileSync(path.join(folder, file), 'utf8');
    const { id, name, languages, classes } = JSON.parse(document);
    await ask(`/v1/schools/${id}`, { method: 'PUT', body: document });
    for (const settings of demoScreens(classes)) {
      const { screen, token } = await ask(`/v1/schools/${id}/screens`, {
        method: 'POST',
        body: JSON.stringify(settings),
      });
      const where = settings.wing === undefined ? '' : ` · ${settings.wing}`;
      links.push(`/#${id}.${screen.id}.${token}\t${name[languages[0]]}${where}\n`);
    }
  }
  writeFileSync(DEMO_LINKS, links.join(''), { mode: 0o600 });
}

/**
 * One for all classes, and one for each wing of a school with more than are read comfortably on one.
 * @param {{ wing?: string }[]} classes
 * @returns {{ name: string, wing?: string }[]}
 */
function demoScreens(classes) {
  const wings = new Set(classes.flatMap(({ wing }) => wing ?? []));
  const ofWings = [...wings].map((wing) => ({ name: `Demo, ${wing} wing`, wing }));
  return [{ name: 'Demo' }, ...(classes.length > COMFORTABLE_CLASSES ? ofWings : [])];
}

/** @param {string} origin */
function asker(origin) {
  const key = readFileSync(path.join(DATA_FOLDER, 'operator.key'), 'utf8').trim();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  /** @param {string} address @param {RequestInit} [request] */
  return async (address, request) => {
    const response = await fetch(new URL(address, origin), { ...request, headers });
    const answer = await response.json();
    if (!response.ok) throw new Error(`Cannot load the examples: ${JSON.stringify(answer)}`);
    return answer;
  };
}
