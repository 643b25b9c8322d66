import { mkdirSync, writeFileSync } from 'node:fs';

import { cpuMicroseconds } from '../cpu-clock.ts';
import { textIn } from '../field-of.ts';
import { largeSchool } from '../large-school.ts';
import { machine, machineText } from '../machine.ts';
import { pin } from '../pin.ts';
import { quantile } from '../quantile.ts';
import { startServerProcess, type ServerProcess } from '../server-process.ts';
import { answerOf } from './answer-of.ts';
import type { ToBare } from './bare-server.ts';
import { startBare, startNginx, type Contestant, type Exchanges } from './contestant.ts';
import { openLoad, requestText, type Load } from './exchange.ts';
import { publishCost, STAGES, type Stage } from './publish-cost.ts';

/*
 * `npm run bench:endpoint [-- --json]`: what the endpoint costs. CPU time per request of the built
 * server beside that of a bare `node:http` server that sends the same bytes, and of nginx where it is
 * installed: short blocks in turn, so that a slow moment of the machine falls on all of them. Then
 * what a publication takes, stage by stage.
 */

const OUTPUT = 'test-results/bench-endpoint.json';
const CONNECTIONS = 32;
const BLOCK = 2_000;
const WARM_UP_ROUNDS = 6;
const ROUNDS = 30;
const MOST_RATIO = 1.25;
/** Of a publication of `SCHOOL`, its commit included, without the wait for the disk. */
const MOST_PUBLISH_MS = 5;
/** `SCHOOL`, and one as large as bench:core's. */
const PUBLISHED_CLASSES = [24, 60];
const PUBLISH_WARM_UP_ROUNDS = 40;
const PUBLISH_ROUNDS = 100;
const SCHOOL = { classes: 24, days: 365, periods: 7 };
const CASES = ['unchanged', 'pointer', 'snapshot'] as const;
const NAMES = {
  unchanged: 'the pointer’s 304',
  pointer: 'the pointer’s 200',
  snapshot: 'the snapshot’s 200',
} as const;

type Case = (typeof CASES)[number];
type Spread = { readonly median: number; readonly p5: number; readonly p95: number };
type Result = {
  readonly name: string;
  /** CPU time per request in µs, by server. */
  readonly cost: Readonly<Record<string, Spread>>;
  /** Of the endpoint's cost to the bare server's, round by round. */
  readonly ratio: Spread;
};

type Publication = {
  readonly classes: number;
  readonly stages: readonly { readonly stage: Stage; readonly ms: Spread }[];
  readonly wholeMs: Spread;
  readonly lessFsyncMs: Spread;
  /** Of `lessFsyncMs`; absent: none is set for a school of this size. */
  readonly mostMs?: number;
};

const isJson = process.argv.includes('--json');
// First, as the servers then share one processor with this process.
const published = await publications();
const server = await startServerProcess();
const contestants: Contestant[] = [];
try {
  const exchanges = await prepare(server);
  const answers = await answersOf(server, exchanges);
  const port = Number(new URL(server.origin).port);
  const pid = server.pid() ?? 0;
  contestants.push({ name: 'riwaq', port, pid, exchanges, stop: () => {} });
  contestants.push(await startBare(answers, exchanges));
  const nginx = await startNginx(answers, exchanges);
  if (nginx) contestants.push(nginx);
  const isPinned = pin([process.pid, ...contestants.map(({ pid }) => pid)]);
  finish(await race(contestants), isPinned);
} finally {
  for (const contestant of contestants) contestant.stop();
  await server.remove();
}

/** Publishes a school, adds a screen, and says what its browser asks. */
async function prepare({ call }: ServerProcess): Promise<Exchanges> {
  const school = largeSchool(SCHOOL);
  const added = await call('POST', `/v1/schools/${school.id}/screens`, { name: 'Hall' });
  const token = textIn(added, 'token');
  const published = await call('PUT', `/v1/schools/${school.id}`, school);
  const revision = textIn(published, 'revision');
  const browser = {
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'ar,en;q=0.9',
  };
  const pointer = {
    name: NAMES.pointer,
    path: '/v1/screen',
    fields: { ...browser, authorization: `Bearer ${token}` },
  };
  const { fields } = await answerOf(server.origin, pointer);
  const tag = fields.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? '';
  return {
    unchanged: {
      ...pointer,
      name: NAMES.unchanged,
      fields: { ...pointer.fields, 'if-none-match': tag },
    },
    pointer,
    snapshot: { name: NAMES.snapshot, path: `/v1/snapshots/${revision}`, fields: browser },
  };
}

async function answersOf(
  { origin }: ServerProcess,
  { unchanged, pointer, snapshot }: Exchanges,
): Promise<ToBare> {
  const answers = {
    unchanged: await answerOf(origin, unchanged),
    pointer: await answerOf(origin, pointer),
    snapshot: await answerOf(origin, snapshot),
  };
  const statuses = CASES.map((name) => answers[name].status).join();
  if (statuses !== '304,200,200') throw new Error(`The endpoint answers ${statuses}`);
  return answers;
}

async function race(all: readonly Contestant[]): Promise<readonly Result[]> {
  const loads = await Promise.all(all.map(({ port }) => openLoad(port, CONNECTIONS)));
  const costs = new Map<string, number[]>();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    for (const name of CASES) {
      for (let turn = 0; turn < all.length; turn += 1) {
        // Nobody is always the first.
        const at = (turn + round) % all.length;
        const [contestant, load] = [all[at], loads[at]];
        if (!contestant || !load) continue;
        const cost = await blockCost(contestant, load, name);
        if (round < WARM_UP_ROUNDS) continue;
        const key = keyOf(contestant.name, name);
        costs.set(key, [...(costs.get(key) ?? []), cost]);
      }
    }
  }
  for (const load of loads) load.close();
  return CASES.map((name) => resultOf(name, all, costs));
}

/** CPU time per request in µs over one block of requests. */
async function blockCost({ pid, port, exchanges }: Contestant, load: Load, name: Case) {
  const request = requestText(exchanges[name], port);
  const before = cpuMicroseconds(pid);
  await load.send(request, BLOCK);
  return (cpuMicroseconds(pid) - before) / BLOCK;
}

function resultOf(
  name: Case,
  all: readonly Contestant[],
  costs: ReadonlyMap<string, readonly number[]>,
): Result {
  const of = (server: string) => costs.get(keyOf(server, name)) ?? [];
  const bare = of('bare');
  return {
    name: NAMES[name],
    cost: Object.fromEntries(all.map((one) => [one.name, spreadOf(of(one.name))])),
    ratio: spreadOf(of('riwaq').map((cost, round) => cost / (bare[round] ?? NaN))),
  };
}

function keyOf(server: string, name: Case): string {
  return `${server} ${name}`;
}

function spreadOf(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    p5: quantile(values, 0.05),
    p95: quantile(values, 0.95),
  };
}

async function publications(): Promise<readonly Publication[]> {
  const all: Publication[] = [];
  for (const classes of PUBLISHED_CLASSES) {
    const costs = await publishCost({ ...SCHOOL, classes }, PUBLISH_ROUNDS, PUBLISH_WARM_UP_ROUNDS);
    const of = (stage: Stage) => spreadOf(costs.get(stage) ?? []);
    all.push({
      classes,
      stages: STAGES.map((stage) => ({ stage, ms: of(stage) })),
      wholeMs: of('whole'),
      lessFsyncMs: of('whole less fsync'),
      ...(classes === SCHOOL.classes && { mostMs: MOST_PUBLISH_MS }),
    });
  }
  return all;
}

function finish(results: readonly Result[], isPinned: boolean) {
  const report = {
    machine: machine(),
    unit: 'µs of CPU per request',
    block: BLOCK,
    rounds: ROUNDS,
    isPinned,
    mostRatio: MOST_RATIO,
    results,
    published,
  };
  const text = JSON.stringify(report, undefined, 2);
  mkdirSync('test-results', { recursive: true });
  writeFileSync(OUTPUT, `${text}\n`);
  console.log(
    isJson
      ? text
      : [machineText(), ...results.flatMap(linesOf), ...published.flatMap(linesOfPublication)].join(
          '\n',
        ),
  );
  if (!isJson && contestants.length < 3) console.log('nginx is not installed, and was left out');
  const missed = [
    ...results.filter(({ ratio }) => !(ratio.median <= MOST_RATIO)),
    ...published
      .filter(({ lessFsyncMs, mostMs = Infinity }) => !(lessFsyncMs.median <= mostMs))
      .map(({ classes }) => ({ name: nameOf(classes) })),
  ];
  if (missed.length === 0) return;
  console.error(`Missed: ${missed.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}

function linesOf({ name, cost, ratio }: Result): readonly string[] {
  const costs = Object.entries(cost).map(
    ([server, spread]) => `  ${server.padEnd(24)}${spreadText(spread, 1)} µs`,
  );
  return [
    name,
    ...costs,
    `  ${'riwaq / bare'.padEnd(24)}${spreadText(ratio, 2)}  target ${MOST_RATIO}`,
  ];
}

function linesOfPublication({ classes, stages, mostMs }: Publication): readonly string[] {
  const lines = stages.map(({ stage, ms }) => {
    const target = stage === 'whole less fsync' && mostMs ? `  target ${mostMs}` : '';
    return `  ${stage.padEnd(42)}${spreadText(ms, 2)} ms${target}`;
  });
  return [nameOf(classes), ...lines];
}

function nameOf(classes: number): string {
  return `a publication, ${classes} classes`;
}

function spreadText({ median, p5, p95 }: Spread, digits: number): string {
  return `${median.toFixed(digits)}  (p5 ${p5.toFixed(digits)}, p95 ${p95.toFixed(digits)})`;
}
