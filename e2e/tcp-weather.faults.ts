import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { generatorOf } from '../bench/storm/generator-of.ts';
import { phaseOf } from './begin.ts';
import { clockAt } from './clock-at.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { ALFARABI, riyadh, test as hallTest, type Screen } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotAfter } from './slots.ts';
import { startTcpProxy, type TcpProxy, type TcpWeather } from './tcp-proxy.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const SECOND = 1000;
const AT = riyadh('2026-11-23T07:16:00');
const SUBJECTS = [
  ['arabic', 'Arabic'],
  ['art', 'Art'],
  ['english', 'English'],
] as const;
const POINTER = '/v1/screen';
const SNAPSHOT = '/v1/snapshots/';
const NO_ANSWER = /no answer within 10 s/;
const BROKEN = /failed to fetch|network error/i;
/** Longer than a screen waits for an answer. */
const GIVEN_UP_MS = 12 * SECOND;

type Trouble = {
  readonly name: string;
  readonly weather: TcpWeather;
  /** What it is for; absent: for everything. */
  readonly path?: string;
  /** What the diagnostics say of it. */
  readonly says: RegExp;
  /** It is noticed only when the snapshot is here. */
  readonly isFetched?: boolean;
  /** It is well again by itself, with the next connection. */
  readonly isOver?: true;
};

type Begun = {
  /** What the screen is told, as text. */
  readonly document: string;
  /** Publishes a substitution that was never there before, and gives its name on the wall. */
  readonly publishNext: () => Promise<string>;
  readonly proxy: TcpProxy;
  readonly screen: Screen;
  readonly phase: number;
};

/** Its screen goes to its server by the proxy, from the first request on. */
const test = hallTest.extend<{ begun: Begun }>({
  begun: async ({ hall }, use) => {
    const server = await hall.serve({ at: AT });
    await server.publish(ALFARABI);
    const link = await server.addScreen('alfarabi', { language: 'en', classes: ['1/1'] });
    const proxy = await startTcpProxy(server.origin);
    const screen = await hall.open({ at: AT, server });
    await screen.start(proxy.origin + link);
    await expectWall(screen, 'Science');
    let edition = 0;
    const publishNext = async () => {
      const [subject, name] = SUBJECTS[edition++ % SUBJECTS.length] ?? SUBJECTS[0];
      // Else the browser would have it in its cache when the subject comes round again.
      const school = {
        ...withFirstLesson(subject),
        name: { ar: `طبعة ${edition}`, en: 'Edition' },
      };
      await server.publish(school);
      return name;
    };
    const phase = await phaseOf(server, link.split('.')[1] ?? '');
    const authorization = `Bearer ${link.split('.').pop()}`;
    const answer = await fetch(server.origin + POINTER, { headers: { authorization } });
    const document = await answer.text();
    await use({ document, publishNext, proxy, screen, phase });
    await proxy.close();
  },
});

// fault:N37 Connections are reset, before an answer, in its head or in its body
// hallway: no change; the substitution with the first slot in which the network is well
// technician: a failed request under “Last trouble”, and one request in each slot
// fault:N38 Answers end early, in the head or in the body, as if they were whole
// hallway: no change, as above
// technician: a failed request, the content type or the JSON under “Last trouble”
// fault:N39 Bytes of an answer are turned over, in the head or in the body
// hallway: no change, as above
// technician: a failed request, the JSON, a hash or the entity tag under “Last trouble”
// fault:N40 Nothing listens at the server’s address
// hallway: no change, as above
// technician: a failed request under “Last trouble”
test('whatever breaks a connection costs one slot and is named', async ({ begun }) => {
  test.setTimeout(240_000);
  const classAt = begun.document.indexOf('1/1');
  for (const trouble of [
    broken('a reset before the answer', 'reset', 'head', 0, POINTER, BROKEN),
    broken('a reset in the head', 'reset', 'head', 60, POINTER, BROKEN),
    broken('a reset in the body', 'reset', 'body', 90, POINTER, BROKEN),
    broken('a reset in a snapshot', 'reset', 'body', 900, SNAPSHOT, BROKEN),
    broken('an end before the answer', 'end', 'head', 0, POINTER, BROKEN),
    broken('an end in the head', 'end', 'head', 20, POINTER, /content type|fail/i),
    broken('an end in the body', 'end', 'body', 90, POINTER, BROKEN),
    broken('an end in a snapshot', 'end', 'body', 900, SNAPSHOT, BROKEN),
    broken('another first byte', 'flip', 'head', 0, POINTER, BROKEN),
    broken('another brace', 'flip', 'body', 0, POINTER, /JSON/),
    { ...broken('another class', 'flip', 'body', classAt, POINTER, /entity tag/), isFetched: true },
    broken('another byte of a snapshot', 'flip', 'body', 900, SNAPSHOT, /hash|network error/),
    { name: 'nothing listens', weather: { kind: 'refused' }, says: BROKEN } as const,
  ]) {
    await expectOneSlotLost(begun, trouble, ({ screen, phase }) =>
      liveUntil(screen, phase, screen.now() + IN_HOURS_MS),
    );
  }
});

// fault:N41 A network that takes every connection and byte, and gives nothing back
// hallway: no change; the substitution with the first slot in which the network is well
// technician: “no answer within 10 s” under “Last trouble”, and one request in each slot
// fault:N42 A router has forgotten the connection that the screen keeps open between two slots
// hallway: the substitution one slot later
// technician: “no answer within 10 s” under “Last trouble”; the next slot has a new connection
// fault:N43 A connection lets ten bytes through in a second, the head of the answer included
// hallway: no change, as above
// technician: “no answer within 10 s” under “Last trouble”
test('whatever keeps a connection silent is given up after ten seconds', async ({ begun }) => {
  test.setTimeout(240_000);
  for (const trouble of [
    { name: 'a black hole', weather: { kind: 'black hole' }, says: NO_ANSWER },
    { name: 'a forgetful router', weather: { kind: 'forgetful' }, says: NO_ANSWER, isOver: true },
    { name: 'drops', weather: { kind: 'drip', bytesPerSecond: 10 }, says: NO_ANSWER },
    {
      name: 'a black hole for snapshots',
      weather: { kind: 'black hole' },
      path: SNAPSHOT,
      says: NO_ANSWER,
    },
  ] satisfies readonly Trouble[]) {
    await expectOneSlotLost(begun, trouble, liveThroughSlot);
  }
});

// fault:N44 Two seconds there and back, and more where three in ten packets have to be sent again
// hallway: no change, a substitution within one poll, true time
// technician: nothing to do
test('a long and lossy way delays nothing but the answer', async ({ begun }) => {
  test.slow();
  const { publishNext, proxy, screen } = begun;
  const dice = generatorOf(1, 'lost packets');
  await proxy.setWeather({ kind: 'late', ms: () => SECOND + retransmissionMs(dice) });
  for (let poll = 0; poll < 2; poll++) {
    const name = await publishNext();
    screen.asked.length = 0;
    await liveThroughSlot(begun);
    await expectWall(screen, name);
    expect(routesOf(screen)).toEqual([POINTER, SNAPSHOT]);
  }
  expect(await diagnosticsSay(screen.page, 'Failed in a row')).toBe('0');
});

/** The substitution that was published meanwhile is shown one slot later, and nothing else happens. */
async function expectOneSlotLost(
  begun: Begun,
  { name, weather, path, says, isFetched = path === SNAPSHOT, isOver }: Trouble,
  liveThrough: (begun: Begun) => Promise<void>,
): Promise<void> {
  const { proxy, screen, phase } = begun;
  await test.step(name, async () => {
    const before = await screen.page.locator('.row .sub').innerText();
    const after = await begun.publishNext();
    await proxy.setWeather(weather, path);
    screen.asked.length = 0;
    await liveThrough(begun);
    await expectWall(screen, before);
    expect(await diagnosticsSay(screen.page, 'Last trouble'), name).toMatch(says);
    expect(routesOf(screen), name).toEqual(isFetched ? [POINTER, SNAPSHOT] : [POINTER]);

    if (isOver !== true) await proxy.setWeather({ kind: 'fair' });
    screen.asked.length = 0;
    await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
    await expectWall(screen, after);
    expect(routesOf(screen), name).toEqual([POINTER, SNAPSHOT]);
    expect(await diagnosticsSay(screen.page, 'Failed in a row'), name).toBe('0');
  });
}

/** The lesson and the time are right, and no trouble is on the wall. */
async function expectWall({ page, now }: Screen, subject: string): Promise<void> {
  await expect(page.locator('h1')).toHaveText('Period 1');
  await expect(page.locator('.row .sub')).toHaveText(subject);
  await expect(page.locator('.clock')).toHaveText(clockAt(now()));
  await expect(page.getByRole('status')).toBeEmpty();
}

/**
 * Past the next slot, keeping pace with the machine's own time: by that a worker gives up, and by that
 * a page sets its clock when an answer has come late.
 */
async function liveThroughSlot({ screen, phase }: Begun): Promise<void> {
  const slot = Math.floor(slotAfter(screen.now(), phase, IN_HOURS_MS));
  await liveUntil(screen, phase, slot - 2 * SECOND);
  const from = screen.now();
  const began = performance.now();
  while (screen.now() < slot + GIVEN_UP_MS) {
    await sleep(SECOND / 4);
    const behind = performance.now() - began - (screen.now() - from);
    const step = Math.floor(behind / SECOND) * SECOND;
    await screen.live(step, step);
  }
}

function broken(
  name: string,
  kind: 'end' | 'reset' | 'flip',
  part: 'head' | 'body',
  byte: number,
  path: string,
  says: RegExp,
): Trouble {
  return { name, weather: { kind, at: { part, byte } }, path, says };
}

function routesOf({ asked }: Screen): readonly string[] {
  return asked.map(({ route }) => (route.startsWith(SNAPSHOT) ? SNAPSHOT : route));
}

/** What the loss of three in ten packets adds: a piece is sent again after 0.2 s, 0.4 s, … */
function retransmissionMs(dice: () => number): number {
  let ms = 0;
  for (let wait = 200; dice() < 0.3; wait *= 2) ms += wait;
  return ms;
}
