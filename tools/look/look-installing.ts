import type { PairingView } from '../../src/display/pairing/pairing-view.ts';

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
