import type { Command } from 'commander';
import { Option } from 'commander';

import { CHIMES, DENSITIES } from '../../src/contract/screen.ts';

/** What a screen shows, and how, as the options of a command set it. */
export type ScreenOptions = {
  readonly classes?: readonly string[];
  readonly wing?: string;
  readonly density?: string;
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
    .addOption(new Option('--theme <theme>', 'colours').choices(['auto', 'light', 'dark']))
    .option('--language <tag>', 'one of the school’s languages (default: its first)')
    .addOption(new Option('--chime <when>', 'a soft tone at the bells of lessons').choices(CHIMES));
}
