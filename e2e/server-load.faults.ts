import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { begin, type Begun } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import { riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil, slotAfter } from './slots.ts';
import { withFirstLesson } from './with-first-lesson.ts';

const AT = riyadh('2026-11-23T07:20:00');
const SECOND = 1000;
const IDLE = 2000;
const SLOW = 300;
/** Ten seconds for the head of a request and thirty for its body, looked after every five. */
const HEAD_S = 10 + 5;
const BODY_S = 30 + 5;
/** Longest that an answer from memory takes on a busy machine. */
const AT_ONCE_MS = 1000;

// fault:H14 Two thousand connections are open and idle
// hallway: the substitution within one poll
// technician: an answer within a second, as without them
test('a screen is answered at once beside two thousand idle connections', async ({ hall }) => {
  const begun = await begin(hall, { at: AT });
  const sockets = await connections(begun.server.origin, IDLE);
  // Half of them have asked once, as screens do between two slots.
  for (const socket of sockets.slice(IDLE / 2)) {
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  }
  await expectServed(begun);
  expect(sockets.filter(({ closed }) => closed).length).toBeLessThan(IDLE / 10);
  for (const socket of sockets) socket.destroy();
});

// fault:P33 Hundreds of clients send their requests byte by byte (slow loris)
// hallway: the substitution within one poll
// technician: an answer within a second beside them; each is cut off, after 15 s for a head and 35 s
// for a body at the latest
test('clients that never come to an end are cut off, and a screen is answered at once', async ({
  hall,
}) => {
  const begun = await begin(hall, { at: AT });
  const { origin } = begun.server;
  const heads = await connections(origin, SLOW);
  const bodies = await connections(origin, SLOW);
  for (const socket of heads) socket.write('GET /v1/screen HTTP/1.1\r\nhost: x\r\nx: ');
  for (const socket of bodies) {
    socket.write(
      'POST /v1/pairings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{',
    );
  }
  const drops = setInterval(() => {
    for (const socket of [...heads, ...bodies]) if (socket.writable) socket.write(' ');
  }, SECOND);
  const began = performance.now();
  try {
    await expectServed(begun);
    await expect.poll(() => openOf(heads), { timeout: (HEAD_S + 3) * SECOND }).toBe(0);
    expect(performance.now() - began).toBeGreaterThan(5 * SECOND);
    await expect.poll(() => openOf(bodies), { timeout: (BODY_S + 3) * SECOND }).toBe(0);
    await expectServed(begun);
  } finally {
    clearInterval(drops);
  }
});

// fault:P34 The server’s process stalls in the middle of school hours
// hallway: every bell on time; a substitution with the first slot after the stall
// technician: “no answer within 10 s” under “Last trouble”
test('a server that stalls is given up after ten seconds, and asked again in the next slot', async ({
  hall,
}) => {
  test.slow();
  const { server, screen, phase } = await begin(hall, { at: AT });
  const { page } = screen;
  await server.publish(withFirstLesson('arabic'));
  server.stall();
  const soon = slotAfter(screen.now(), phase, IN_HOURS_MS) - 2 * SECOND;
  await liveUntil(screen, phase, Math.floor(soon));
  screen.asked.length = 0;
  for (let second = 0; second < 15; second++) {
    await Promise.all([screen.live(SECOND), sleep(SECOND)]);
  }
  await expect(page.locator('.row .sub')).toHaveText('Science');
  expect(await diagnosticsSay(page, 'Last trouble')).toMatch(/no answer within 10 s/);
  expect(screen.asked).toHaveLength(1);
  await screen.jumpTo(riyadh('2026-11-23T07:59:59'));
  await expect(page.locator('h1')).toHaveText('Period 1');
  await screen.live(SECOND);
  await expect(page.locator('h1')).not.toHaveText('Period 1');

  server.resume();
  await screen.jumpTo(riyadh('2026-11-23T08:06:00'));
  await liveUntil(screen, phase, screen.now() + 2 * IN_HOURS_MS);
  expect(await diagnosticsSay(page, 'Failed in a row')).toBe('0');
});

/** The screen takes a substitution with its next poll, and the server answers a stranger at once. */
async function expectServed({ server, screen, phase }: Begun): Promise<void> {
  const lesson = screen.page.locator('.row .sub');
  const subject = (await lesson.innerText()) === 'Arabic' ? 'art' : 'arabic';
  await server.publish(withFirstLesson(subject));
  const asked = performance.now();
  expect((await fetch(`${server.origin}/v1/screen`)).status).toBe(401);
  expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
  await liveUntil(screen, phase, screen.now() + IN_HOURS_MS);
  await expect(lesson).toHaveText(subject === 'art' ? 'Art' : 'Arabic');
}

async function connections(origin: string, count: number): Promise<readonly Socket[]> {
  const { port } = new URL(origin);
  const sockets = Array.from({ length: count }, () => connect(Number(port), '127.0.0.1'));
  await Promise.all(
    sockets.map((socket) => {
      // A server that cuts somebody off may do it in the middle of a byte; what it says is let go.
      socket.on('error', () => socket.destroy());
      socket.resume();
      return once(socket, 'connect');
    }),
  );
  return sockets;
}

function openOf(sockets: readonly Socket[]): number {
  return sockets.filter(({ closed }) => !closed).length;
}
