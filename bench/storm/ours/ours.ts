import { beginOf } from '../begin-of.ts';
import { generatorOf } from '../generator-of.ts';
import { schedulePower } from '../schedule-power.ts';
import { schoolIdOf } from '../storm-school.ts';
import type { Policy, World } from '../world.ts';
import { endpointHere } from './endpoint-here.ts';
import { hoursTable } from './hours-table.ts';
import { makeKeptDisk, sharing } from './kept-disk.ts';
import { screenHere, type ScreenHere } from './screen-here.ts';

/** The evening before, somebody has put the screens up, seen them work, and switched them off. */
const INSTALLED_BEFORE_MS = 12 * 3_600_000;
const INSTALLING_MS = 10 * 60_000;
const SEEN_MS = 5 * 60_000;

/** Riwaq as shipped: its client and its server, in one process and on virtual time. */
export function ours({ isThorough }: { readonly isThorough: boolean }): Policy {
  return {
    name: 'ours',
    title: 'Riwaq, the shipped code',
    async start(world) {
      const { tape } = world;
      const endpoint = await endpointHere(world);
      const hours = hoursTable({ from: installedAt(world), to: tape.measured.to });
      const around = { world, endpoint, hours, shared: sharing(), isThorough };
      const screens = tape.screens.map((facts, number) => {
        const school = schoolIdOf(facts.school);
        const token = endpoint.tokenOf(number);
        const disk = makeKeptDisk({ school, screen: `screen-${number}`, token });
        return screenHere(number, facts, disk, around);
      });
      if (tape.isInstalled) install(world, screens);
      schedulePower(world, {
        on: (number) => screens[number]?.on(),
        off: (number) => screens[number]?.off(),
      });
      return {
        end() {
          // The routes are given nothing that compiles: what a read had built, it would have published.
          for (let n = endpoint.unasked(); n > 0; n -= 1) world.meter.built(tape.measured.from, 0);
        },
      };
    },
  };
}

function installedAt({ tape }: World): number {
  return beginOf(tape) - INSTALLED_BEFORE_MS;
}

function install(world: World, screens: readonly ScreenHere[]) {
  const random = generatorOf(world.tape.seed, 'installation');
  for (const screen of screens) {
    const at = installedAt(world) + random() * INSTALLING_MS;
    world.queue.at(at, screen.on);
    world.queue.at(at + SEEN_MS, screen.off);
  }
}
