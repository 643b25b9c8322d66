import type { Command } from 'commander';
import * as v from 'valibot';

import { ScreenSettings } from '../screen-settings.ts';
import { askServer } from './ask-server.ts';
import { instantText } from './instant-text.ts';
import { noteUnpublished } from './note-unpublished.ts';
import { addDenyCommand, addPairCommand } from './pair.ts';
import type { ScreenOptions } from './screen-options.ts';
import { addScreenOptions } from './screen-options.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';
import { table } from './table.ts';

type AddOptions = ServerOptions & ScreenOptions & { readonly name: string; readonly json?: true };
type ListOptions = ServerOptions & { readonly json?: true };

const Added = v.object({ screen: ScreenSettings, token: v.string(), hasPublished: v.boolean() });
const Screens = v.object({
  screens: v.array(
    v.object({ ...ScreenSettings.entries, addedAt: v.number(), isPaired: v.boolean() }),
  ),
});
const Nothing = v.undefined();

export function addScreenCommand(program: Command): void {
  const screen = program
    .command('screen')
    .helpCommand(false)
    .summary('pair, add, list, unpair and remove screens')
    .description('Pairs, adds, lists, unpairs and removes screens.');
  addServerOptions(addPairCommand(screen));
  addServerOptions(addDenyCommand(screen));
  addServerOptions(addAddCommand(screen));
  addServerOptions(addListCommand(screen));
  addServerOptions(addUnpairCommand(screen));
  addServerOptions(addRemoveCommand(screen));
}

function addAddCommand(screen: Command): Command {
  const command = screen
    .command('add')
    .summary('add a screen and print the link that opens it')
    .description(
      'Adds a screen to a school and prints the link that opens it on the wall.\n' +
        'The link carries the secret of the screen; it is shown this once.',
    )
    .argument('<school>', 'id of the school')
    .requiredOption('--name <text>', 'where it hangs, such as "Grade 8 corridor"');
  return addScreenOptions(command).option('--json', 'write JSON').action(addScreen);
}

function addListCommand(screen: Command): Command {
  return screen
    .command('list')
    .summary('list the screens')
    .description('Lists the screens of a school, or all.')
    .argument('[school]', 'id of the school')
    .option('--json', 'write JSON')
    .action(listScreens);
}

function addUnpairCommand(screen: Command): Command {
  return screen
    .command('unpair')
    .summary('take the token of a screen away')
    .description(
      'Takes the token of a screen away. The screen keeps its name and settings; its TV goes on ' +
        'showing what it has, and says that it is not paired. "riwaq screen pair" with --replace ' +
        'puts a TV there again.',
    )
    .argument('<screen>', 'id or name of the screen, as "riwaq screen list" shows it')
    .action(unpairScreen);
}

function addRemoveCommand(screen: Command): Command {
  return screen
    .command('remove')
    .summary('remove a screen for good')
    .description('Removes a screen for good: it forgets the timetable and asks to be paired.')
    .argument('<screen>', 'id of the screen, as "riwaq screen list" shows it')
    .action(removeScreen);
}

async function addScreen(school: string, options: AddOptions): Promise<void> {
  const { name, classes, wing, density, safeArea, theme, language, chime } = options;
  const body = JSON.stringify({ name, classes, wing, density, safeArea, theme, language, chime });
  const path = `/v1/schools/${encodeURIComponent(school)}/screens`;
  const { screen, token, hasPublished } = await askServer(options, path, Added, {
    method: 'POST',
    body,
  });
  const link = new URL(`/#${school}.${screen.id}.${token}`, options.server).href;
  console.log(options.json ? JSON.stringify({ ...screen, link }, undefined, 2) : link);
  if (!hasPublished) noteUnpublished(school);
}

async function listScreens(school: string | undefined, options: ListOptions): Promise<void> {
  const path = school === undefined ? '' : `/schools/${encodeURIComponent(school)}`;
  const { screens } = await askServer(options, `/v1${path}/screens`, Screens);
  if (options.json) {
    console.log(JSON.stringify(screens, undefined, 2));
    return;
  }
  const rows = screens.map((screen) => [
    screen.id,
    screen.school,
    screen.name,
    screen.classes?.join(',') ?? (screen.wing === undefined ? 'all' : `wing ${screen.wing}`),
    screen.isPaired ? 'yes' : 'no',
    instantText(screen.addedAt),
  ]);
  console.log(table(['SCREEN', 'SCHOOL', 'NAME', 'SHOWS', 'PAIRED', 'ADDED'], rows));
}

async function unpairScreen(screen: string, options: ServerOptions): Promise<void> {
  const path = `/v1/screens/${encodeURIComponent(screen)}/token`;
  await askServer(options, path, Nothing, { method: 'DELETE' });
  console.log(`${screen}: unpaired`);
}

async function removeScreen(id: string, options: ServerOptions): Promise<void> {
  const path = `/v1/screens/${encodeURIComponent(id)}`;
  await askServer(options, path, Nothing, { method: 'DELETE' });
  console.log(`${id}: removed`);
}
