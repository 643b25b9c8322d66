import { added } from './device.ts';
import type { End, Fault, Hit, Scene } from './fault.ts';

const OFF_MS = 20_000;
/** `src/page/open-wall.ts`, and a second until it is painted. */
const OPENING_MS = 4_000;
const LEAST_MS = 2_000;
const MOST_MS = 40_000;

/** Does something again and again, at moments that nobody expects. */
function again({ at, browsers }: Scene, { random }: Hit, work: () => void): End {
  let hasEnded = false;
  function once() {
    if (hasEnded) return;
    work();
    at(browsers.now() + LEAST_MS + random() * (MOST_MS - LEAST_MS), once);
  }
  at(browsers.now(), once);
  return () => {
    hasEnded = true;
  };
}

/** What may happen to the page, its worker and the power. */
export const PROGRAM_FAULTS = {
  workerStopped: {
    title: 'the browser stops the worker again and again',
    page: ['C11'],
    begin: (scene, hit) => again(scene, hit, scene.tv(hit.screen).stopWorker),
    declares: [
      { symptom: 'stale', because: 'a slot in which the worker is stopped is used up (C12)' },
    ],
  },
  workerCut: {
    title: 'the browser stops the worker in the middle of every request',
    page: ['C12'],
    begin: ({ tv }, { screen }) => {
      const { device, stopWorker } = tv(screen);
      return added(device.middleboxes, (asked, onward) => {
        stopWorker();
        return onward(asked);
      });
    },
    declares: [
      { symptom: 'stale', because: 'a slot in which the worker is stopped is used up (C12)' },
    ],
  },
  workerSilent: {
    title: 'the worker works, and never answers',
    page: ['C10'],
    begin: ({ tv }, { screen }) => added<string>(tv(screen).device.troubles, 'silent'),
    declares: [
      { symptom: 'stale', because: 'the page asks by itself, from its next slot (C10)' },
      {
        symptom: 'blank',
        needsStart: true,
        withinMs: OPENING_MS,
        because: 'a start gives it three seconds before the page reads by itself (C10)',
      },
    ],
  },
  reloads: {
    title: 'a launcher reloads the page over and over',
    page: ['H03', 'N01', 'N32'],
    begin: (scene, hit) => again(scene, hit, scene.tv(hit.screen).reload),
    declares: [{ symptom: 'stale', because: 'a page that starts waits for its next slot (H03)' }],
  },
  powerCut: {
    title: 'the power goes for twenty seconds',
    page: ['N02', 'S21'],
    isMoment: true,
    begin: ({ tv, at, browsers }, { screen }) => {
      const { off, on } = tv(screen);
      off();
      at(browsers.now() + OFF_MS, on);
    },
    lingersMs: OFF_MS,
    declares: [
      { symptom: 'stale', because: 'a page that starts waits for its next slot' },
      {
        symptom: 'unsure',
        needsStart: true,
        because: 'a device that has never been off before may have stopped its clock (T28)',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Fault>>;
