import type { PairingView } from '../../src/display/pairing/pairing-view.ts';
import type { Outcomes, SelfTestView } from '../../src/display/self-test/self-test-view.ts';

const PAIRING: PairingView = {
  code: { userCode: '482917361', part: 0.92, left: '9:12' },
  host: 'hall.example',
  network: 'works',
  clock: '9:24 · Asia/Riyadh',
  isClockWrong: false,
  device: '79502f · 1920×1080 · Chrome 156',
  hasWall: false,
};
const LONG_HOST = 'stundenplan.albert-schweitzer-gymnasium.example:8443';

/** What a device shows that is no screen, by the name of its picture. */
export const PAIRING_VIEWS: Readonly<Record<string, PairingView>> = {
  unpaired: PAIRING,
  'unpaired-again': { ...PAIRING, hasWall: true },
  'unpaired-widest': {
    ...PAIRING,
    code: { userCode: '000888000', part: 1, left: '10:00' },
    host: LONG_HOST,
    clock: '23:44 · America/Argentina/Buenos_Aires',
    device: '88888f · 3840×2160 · Chrome 156',
  },
  'unpaired-asking': { ...PAIRING, code: { said: 'asking' }, network: 'asking' },
  'unpaired-no-network': { ...PAIRING, code: { said: 'noNetwork' }, network: 'noNetwork' },
  'unpaired-no-server': {
    ...PAIRING,
    code: { said: 'noServer' },
    network: 'noServer',
    host: LONG_HOST,
  },
  'unpaired-busy': { ...PAIRING, code: { said: 'busy' } },
  'unpaired-denied': { ...PAIRING, code: { said: 'denied' } },
  'unpaired-clock': {
    ...PAIRING,
    code: { said: 'clockWrong' },
    network: 'noServer',
    clock: '2000-01-01 0:03',
    isClockWrong: true,
  },
};

const DONE: Outcomes = {
  worker: { kind: 'ok' },
  files: { kind: 'ok', remark: 'checked', about: '27' },
  restart: { kind: 'ok', remark: 'counted', about: '12' },
  storage: { kind: 'ok' },
  persist: { kind: 'ok', remark: 'notPromised' },
  coverage: { kind: 'ok', remark: 'until', about: '2027-07-31' },
  poll: { kind: 'ok', remark: 'at', about: '09:28' },
  clock: { kind: 'ok', remark: 'corrected', about: '180 min' },
};

/** What the self-test shows, by the name of its picture. */
export const SELF_TEST_VIEWS: Readonly<Record<string, SelfTestView>> = {
  'self-test': {
    outcomes: { worker: { kind: 'ok' }, files: { kind: 'ok', remark: 'checked', about: '27' } },
    running: 'restart',
  },
  'self-test-corners': { outcomes: DONE, running: undefined, left: '1:52' },
  'self-test-safe': {
    outcomes: { ...DONE, corners: { kind: 'ok' } },
    running: undefined,
    left: '1:52',
  },
  'self-test-http': {
    outcomes: {
      ...DONE,
      worker: { kind: 'limited', remark: 'http' },
      files: { kind: 'limited', remark: 'http' },
      restart: { kind: 'limited', remark: 'http' },
      persist: { kind: 'limited', remark: 'http' },
      corners: { kind: 'ok' },
    },
    running: undefined,
    left: '1:52',
  },
  'self-test-failed': {
    outcomes: {
      worker: { kind: 'failed', remark: 'notInstalled' },
      files: { kind: 'failed', remark: 'damaged', about: '2' },
      restart: { kind: 'failed', remark: 'fromNetwork', about: '12' },
      storage: { kind: 'failed', remark: 'notKept' },
      persist: { kind: 'failed' },
      coverage: { kind: 'failed', remark: 'ends', about: '2026-11-30' },
      poll: { kind: 'failed', remark: 'noAnswer' },
      clock: { kind: 'failed', remark: 'noAnswer' },
    },
    running: undefined,
    left: '1:52',
  },
};
