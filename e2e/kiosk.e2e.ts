import { createServer, type Server } from 'node:http';

import { expect, test as base } from '@playwright/test';

import { freePort } from '../tools/free-port.ts';
import { ALFARABI, riyadh, test as hallTest } from './hall.ts';
import { hasPython, type KioskMachine, makeKioskMachine } from './kiosk-machine.ts';

// The wall's own times are minutes; the watchdog counts in real time, so here they are seconds.
const TIMES = { every: 0.2, frozen: 5, silent: 3, pause: 7 };
const SECOND = 1000;
const SLOW = { timeout: 30 * SECOND };

base.skip(process.platform !== 'linux' || !hasPython, 'the kiosk is Linux with Python');

base('the watchdog restarts a wall that has stopped, and no other', async () => {
  // It waits for real time to pass.
  base.slow();
  const wall = await makeBeatingPage();
  const machine = await makeKioskMachine(wall.url);
  try {
    await untilRestartsFit(machine, wall);
  } finally {
    machine.remove();
    wall.close();
  }
});

async function untilRestartsFit(machine: KioskMachine, wall: BeatingPage): Promise<void> {
  const { startBrowser, restarts, said, pages } = machine;
  const count = () => restarts().length;
  const lives = () => said().match(/the wall lives/g)?.length ?? 0;
  const more = async (counted: () => number, change: () => void) => {
    const before = counted();
    change();
    await expect.poll(counted, SLOW).toBeGreaterThan(before);
  };
  machine.startWatchdog(TIMES);

  // A wall that lives is left alone.
  await more(lives, startBrowser);
  const [since, earlier] = [Date.now(), count()];
  await expect.poll(() => Date.now() - since, SLOW).toBeGreaterThan(1.5 * TIMES.frozen * SECOND);
  expect(count()).toBe(earlier);

  // One that stands still is restarted once, and not again before the pause is over.
  const frozenAt = Date.now();
  await more(count, () => wall.freeze(true));
  expect((restarts().at(-1) ?? 0) - frozenAt).toBeGreaterThan((TIMES.frozen - 2) * SECOND);
  expect(said()).toContain('the title has not changed for');
  await more(count, () => {});
  const [first = 0, second = 0] = restarts().slice(-2);
  expect(second - first).toBeGreaterThanOrEqual(TIMES.pause * SECOND - 100);

  // One that hangs as a whole does not keep its successor out.
  await more(lives, () => wall.freeze(false));
  await more(count, () => machine.signalBrowser('SIGSTOP'));
  expect(said()).toContain('the browser has not answered for');
  await more(lives, startBrowser);

  // One that is gone is missed.
  await more(count, () => machine.signalBrowser('SIGKILL'));

  // A page that no network brings, and that the browser has lost, is tried until it comes.
  wall.close();
  startBrowser();
  await expect.poll(async () => (await pages()).length, SLOW).toBe(1);
  await more(count, () => {});
  await wall.listen();
  await more(lives, startBrowser);
}

type BeatingPage = {
  readonly url: string;
  readonly freeze: (isFrozen: boolean) => void;
  readonly listen: () => Promise<void>;
  readonly close: () => void;
};

/** A page whose title changes five times a second, unless it is frozen. */
async function makeBeatingPage(): Promise<BeatingPage> {
  const port = await freePort();
  let isFrozen = false;
  let beat = 0;
  let server: Server | undefined;

  function listen(): Promise<void> {
    server = createServer(({ url }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(url === '/beat' ? String(isFrozen ? beat : ++beat) : PAGE);
    });
    return new Promise((resolve) => server?.listen(port, '127.0.0.1', resolve));
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}/`,
    freeze: (value) => (isFrozen = value),
    listen,
    close: () => {
      server?.closeAllConnections();
      server?.close();
    },
  };
}

const PAGE = `<!doctype html><title>Riwaq</title><script>
  setInterval(() => fetch('/beat').then((answer) => answer.text())
    .then((beat) => { document.title = 'Riwaq · ' + beat; }), 200);
</script>`;

hallTest('a link that is opened once pairs the kiosk for good', async ({ hall }) => {
  const server = await hall.serve({ at: riyadh('2026-11-23T07:20:00') });
  await server.publish(ALFARABI);
  const link = await server.addScreen('alfarabi', { language: 'en' });
  const [, screen = '', secret = ''] = link.split('.');
  const machine = await makeKioskMachine(`${server.origin}/`);
  const addresses = async () => (await machine.pages()).map(({ url }) => url);
  try {
    machine.startBrowser();
    await expect.poll(addresses, SLOW).toEqual([`${server.origin}/`]);
    expect(await machine.openLink(`${server.origin}/`)).toContain('paste the whole link');

    expect(await machine.openLink(server.origin + link)).toContain('The screen is paired');
    expect(await addresses()).toEqual([`${server.origin}/#${screen}`]);
    expect(JSON.stringify(await machine.pages())).not.toContain(secret);

    // The address without the secret leads to the same screen from now on.
    machine.signalBrowser('SIGKILL');
    await expect.poll(addresses, SLOW).toEqual([]);
    machine.startBrowser();
    await expect.poll(addresses, SLOW).toEqual([`${server.origin}/#${screen}`]);
  } finally {
    machine.remove();
  }
});
