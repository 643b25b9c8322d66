import type { Command } from 'commander';
import { Option } from 'commander';
import * as v from 'valibot';

import { ScreenSettings } from '../screen-settings.ts';
import { readUserCode } from '../user-code.ts';
import { askServer } from './ask-server.ts';
import { noteUnpublished } from './note-unpublished.ts';
import type { ScreenOptions } from './screen-options.ts';
import { addScreenOptions } from './screen-options.ts';
import type { ServerOptions } from './server-options.ts';

type PairOptions = ServerOptions &
  ScreenOptions & {
    readonly school?: string;
    readonly name?: string;
    readonly replace?: string;
    readonly json?: true;
  };

const Paired = v.object({ screen: ScreenSettings, hasPublished: v.boolean() });
const Nothing = v.undefined();

/** Adds `screen pair`. */
export function addPairCommand(screen: Command): Command {
  const command = screen
    .command('pair')
    .summary('make the TV that shows a code a screen')
    .description(
      'Makes the TV that shows a code a screen of a school: a new one, or with --replace one that ' +
        'is there already, whose name and settings stay. Nobody types anything on the TV.',
    )
    .argument('<code...>', 'the nine digits on the TV, in groups or not')
    .option('--school <school>', 'id of the school')
    .option('--name <text>', 'where it hangs, such as "Grade 8 corridor"')
    .addOption(
      new Option(
        '--replace <screen>',
        'id or name of the screen whose place it takes; the TV there before is not known any more',
      ).conflicts(['name', 'classes', 'wing', 'density', 'safeArea', 'theme', 'language', 'chime']),
    );
  return addScreenOptions(command)
    .option('--json', 'write JSON')
    .addHelpText(
      'after',
      `
Examples:
  riwaq screen pair 482 917 361 --school alfarabi --name "Grade 8 corridor" --wing north
  riwaq screen pair 482917361 --replace "Grade 8 corridor"`,
    )
    .action(pair);
}

/** Adds `screen deny`. */
export function addDenyCommand(screen: Command): Command {
  return screen
    .command('deny')
    .summary('refuse the TV that shows a code')
    .description('Refuses the TV that shows a code: the code is good for nothing any more.')
    .argument('<code...>', 'the nine digits on the TV, in groups or not')
    .action(deny);
}

async function pair(
  groups: readonly string[],
  options: PairOptions,
  command: Command,
): Promise<void> {
  const { school, name, replace, classes, wing, density, safeArea, theme, language, chime } =
    options;
  const userCode = codeIn(groups, command);
  if (replace === undefined && (school === undefined || name === undefined)) {
    command.error(
      'error: name the new screen with --school and --name, or the one that it replaces with --replace',
    );
  }
  const settings = { name, classes, wing, density, safeArea, theme, language, chime };
  const wish = replace === undefined ? settings : { replaces: replace };
  const { screen, hasPublished } = await askServer(options, '/v1/pairings/approve', Paired, {
    method: 'POST',
    body: JSON.stringify({ userCode, school, ...wish }),
  });
  if (options.json) console.log(JSON.stringify(screen, undefined, 2));
  else console.log(`${screen.id}: the TV is now "${screen.name}" of ${screen.school}`);
  if (!hasPublished) noteUnpublished(screen.school);
}

async function deny(
  groups: readonly string[],
  options: ServerOptions,
  command: Command,
): Promise<void> {
  const userCode = codeIn(groups, command);
  const body = JSON.stringify({ userCode });
  await askServer(options, '/v1/pairings/deny', Nothing, { method: 'POST', body });
  console.log(`${userCode}: denied`);
}

function codeIn(groups: readonly string[], command: Command): string {
  const text = groups.join(' ');
  return (
    readUserCode(text) ??
    command.error(`error: "${text}" is no code: write the nine digits that are on the TV`)
  );
}
