import { rememberLast } from '../../display/remember.ts';
import { chimesOn } from '../../timetable/chimes.ts';
import { dayAt } from '../../timetable/civil.ts';
import type { PageClock } from '../page-clock.ts';
import { settingsOf, type PageState } from '../page-state.ts';
import { openSound, type Sound } from './sound.ts';

/** A bell that was slept through is not rung afterwards. */
const LATEST_MS = 5_000;

const bellsOn = rememberLast(chimesOn);

let sound: Sound | undefined;
let seen = Infinity;
let rung: number | undefined;

/** Told each second what the page shows and by which clock; rings when a bell has come since. */
export function chime(state: PageState, clock: PageClock): void {
  sound ??= openSound(window);
  const from = seen;
  const instant = clock.now();
  seen = instant;
  const { snapshot } = state.kept ?? {};
  const screen = settingsOf(state);
  if (!snapshot || !screen || !clock.isTrusted() || instant - from > LATEST_MS) return;
  const day = dayAt(snapshot.offsets, instant);
  const bell = bellsOn(snapshot, screen, day).find((one) => from < one && one <= instant);
  // A clock that has just been put back comes by once more.
  if (bell === undefined || bell === rung) return;
  rung = bell;
  sound.play();
}

/** Whether the chime of this page can be heard; `undefined` before it is asked to. */
export function chimeStatus(): ReturnType<Sound['status']> | undefined {
  return sound?.status();
}
