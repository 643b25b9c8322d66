import { schedulePower } from '../schedule-power.ts';
import type { Policy, PolicyName } from '../world.ts';
import { oldScreen } from './old-screen.ts';
import { oldServer } from './old-server.ts';
import type { Rules } from './rules.ts';

/** A policy of the old kind: a model written from what is described, not its code. */
export function oldService(name: PolicyName, title: string, rules: Rules): Policy {
  return {
    name,
    title,
    async start(world) {
      const server = oldServer(world, rules);
      const screens = world.tape.screens.map((facts, number) =>
        oldScreen(number, facts, world, server, rules),
      );
      schedulePower(world, {
        on: (number, isWarm) => screens[number]?.on(isWarm),
        off: (number) => screens[number]?.off(),
      });
      return { end() {} };
    },
  };
}
