import type { PairingView } from '../../display/pairing/pairing-view.ts';
import type { PageFacts } from '../diagnostics-view.ts';
import { shownCode, type Progress } from './progress.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The pairing screen of a page that knows `facts`; `at` is on the clock of `progress`. */
export function pairingView(
  progress: Progress | undefined,
  facts: PageFacts,
  at: number,
  hasWall: boolean,
): PairingView {
  const network = networkOf(progress, facts.isOnline);
  const { bound, offset, device, deviceZone } = facts.clock;
  // Before any answer only a clock that is older than this build is known to be wrong.
  const isBehind = bound === undefined && !facts.clock.isTrusted;
  const isClockWrong = isBehind || Math.abs(offset) > DAY_MS;
  const civil = civilOf(device);
  return {
    code: codeOf(progress, at, network, isBehind),
    host: facts.host,
    network,
    clock: isClockWrong ? civil : `${civil.slice(11)} · ${deviceZone}`,
    isClockWrong: isClockWrong || Math.abs(offset) > MINUTE_MS,
    device: `${facts.app.build.slice(0, 6)} · ${sizeOf(facts)} · ${engineOf(facts)}`,
    hasWall,
  };
}

function networkOf(progress: Progress | undefined, isOnline: boolean): PairingView['network'] {
  if (progress?.trouble === 'failed') return isOnline ? 'noServer' : 'noNetwork';
  return progress?.code || progress?.trouble ? 'works' : 'asking';
}

function codeOf(
  progress: Progress | undefined,
  at: number,
  network: PairingView['network'],
  isBehind: boolean,
): PairingView['code'] {
  const code = progress && shownCode(progress, at);
  if (code) {
    const leftMs = code.expiresAt - at;
    return { userCode: code.userCode, part: leftMs / code.lifetimeMs, left: countOf(leftMs) };
  }
  if (progress?.trouble === 'busy' || progress?.trouble === 'denied') {
    return { said: progress.trouble };
  }
  if (network !== 'noServer' && network !== 'noNetwork') return { said: 'asking' };
  // A certificate that seems not to be valid yet looks like a server that does not answer.
  return { said: isBehind ? 'clockWrong' : network };
}

function countOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** The TV's own reckoning, in its zone: it is what its menu says. */
function civilOf(device: number): string {
  const date = new Date(device);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${date.getHours()}:${two(date.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function sizeOf({ display }: PageFacts): string {
  return display.size.replace(/ @.*/, '').replace(/ /g, '');
}

function engineOf({ display }: PageFacts): string {
  return display.engine.replace('/', ' ').replace(/\..*/, '');
}
