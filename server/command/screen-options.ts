import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

import { CHIMES, DENSITIES, LEAST_SAFE_AREA, MOST_SAFE_AREA } from '../../src/contract/screen.ts';

/** What a screen shows, and how, as the options of a command set it. */
export type ScreenOptions = {
  readonly classes?: readonly string[];
  readonly wing?: string;
  readonly density?: string;
  readonly safeArea?: number;
  readonly theme?: string;
  readonly language?: string;
  readonly chime?: string;
};

/** Adds the options of a command that makes a screen. */
export function addScreenOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--classes <ids>',
        'classes to show, separated by commas (default: all)',
      ).argParser((text) => text.split(',').map((id) => id.trim())),
    )
    .option('--wing <name>', 'show the classes of this wing')
    .addOption(new Option('--density <size>', 'how large it writes').choices(DENSITIES))
    .addOption(
      new Option(
        '--safe-area <percent>',
        `how much the TV crops at each edge, ${LEAST_SAFE_AREA} to ${MOST_SAFE_AREA} (default: 5)`,
      ).argParser(percentIn),
    )
    .addOption(new Option('--theme <theme>', 'colours').choices(['auto', 'light', 'dark']))
    .option('--language <tag>', 'one of the school’s languages (default: its first)')
    .addOption(new Option('--chime <when>', 'a soft tone at the bells of lessons').choices(CHIMES));
}

function percentIn(text: string): number {
  const percent = Number(text);
  if (percent >= LEAST_SAFE_AREA && percent <= MOST_SAFE_AREA) return percent;
  throw new InvalidArgumentError(`Allowed is from ${LEAST_SAFE_AREA} to ${MOST_SAFE_AREA}.`);
}
