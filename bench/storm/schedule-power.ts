import { beginOf } from './begin-of.ts';
import type { World } from './world.ts';

export type Power = {
  /** The page of a screen starts; with `isWarm`, it was on before the tape began. */
  readonly on: (screen: number, isWarm: boolean) => void | Promise<void>;
  readonly off: (screen: number) => void;
};

/** Puts the power switches of a tape into the queue. */
export function schedulePower({ tape, queue }: World, { on, off }: Power): void {
  const begin = beginOf(tape);
  tape.screens.forEach(({ power }, screen) => {
    for (const { from, to } of power) {
      queue.at(Math.max(from, begin), () => on(screen, from < begin));
      if (to < tape.measured.to) queue.at(to, () => off(screen));
    }
  });
}
