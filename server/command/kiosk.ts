import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

import { type KioskFile, kioskFiles, type Part, PARTS } from '../kiosk/kiosk-files.ts';
import { type Display, DISPLAYS, hasSecret } from '../kiosk/kiosk-options.ts';
import { counted } from './report.ts';

type Options = {
  readonly url?: URL;
  readonly user: string;
  readonly browser: string;
  readonly display: Display;
  readonly print?: Part;
  readonly write?: string;
  readonly force?: true;
};

const PLACEHOLDER = new URL('https://riwaq.example/');

export function addKioskCommand(program: Command): void {
  const kiosk = program
    .command('kiosk')
    .helpCommand(false)
    .summary('print what turns a machine into a wall')
    .description('Prints what turns a machine into a wall. See docs/install/ for TVs.');
  kiosk
    .command('linux')
    .summary('units, flags, policy and watchdog for Linux')
    .description(
      'Prints what turns a Linux machine with systemd, such as a Raspberry Pi, into a wall: units,\n' +
        'Chromium’s flags and policy, a watchdog, and what to do with them. Needs no server.',
    )
    .addOption(
      new Option(
        '--url <address>',
        `what the wall opens at every start (default: ${PLACEHOLDER.href})`,
      ).argParser(addressOf),
    )
    .addOption(
      new Option('--user <name>', 'user that runs the browser').default('kiosk').argParser(userOf),
    )
    .addOption(
      new Option('--browser <path>', 'Chromium or Chrome on the machine')
        .default('/usr/bin/chromium')
        .argParser(browserOf),
    )
    .addOption(
      new Option('--display <server>', 'display server').choices(DISPLAYS).default('wayland'),
    )
    .addOption(new Option('--print <part>', 'print this part only').choices(PARTS))
    .addOption(
      new Option('--write <folder>', 'write into a folder, as a tree to copy to /').conflicts(
        'print',
      ),
    )
    .addOption(new Option('--force', 'with --write: replace files that are there'))
    .action(writeKiosk);
}

function writeKiosk({ url = PLACEHOLDER, print, write, force, ...rest }: Options): void {
  const files = kioskFiles({ url, ...rest });
  if (url === PLACEHOLDER) {
    console.error(`Note: no --url; ${PLACEHOLDER.href} stands in its place`);
  }
  if (hasSecret(url)) {
    console.error(
      `Note: the address carries the secret of a screen, which is then in a file (mode 0600) and in the\n` +
        `list of processes. Better: --url ${url.origin}/, and open the link once; the guide says how`,
    );
  }
  if (write !== undefined) {
    writeFiles(write, files, force === true);
    console.log(`${write}: ${counted(files.length, 'file')}; go on with INSTALL.txt`);
    return;
  }
  const printed = print === undefined ? files : files.filter(({ part }) => part === print);
  if (printed.length === 0) {
    throw new RangeError(`Cannot print "${print}": there is none with --display ${rest.display}`);
  }
  console.log(
    print === undefined
      ? printed.map(headed).join('\n')
      : printed.map(({ text }) => text.trimEnd()).join('\n'),
  );
}

function headed({ part, path, mode, text }: KioskFile): string {
  const heading =
    part === 'guide' ? '' : `########## ${path} (${part}, mode 0${mode.toString(8)})\n\n`;
  return heading + text;
}

/** Writes all of the files or, if one of them is there and may not be replaced, none. */
function writeFiles(folder: string, files: readonly KioskFile[], mayReplace: boolean): void {
  const placed = files.map((file) => ({ ...file, place: path.join(folder, file.path) }));
  const [taken] = placed.filter(({ place }) => !mayReplace && existsSync(place));
  if (taken) {
    throw new Error(`Cannot write ${taken.place}: it is there; replace what is there with --force`);
  }
  // Whoever runs the wall enters these folders, whatever the umask of whoever makes them.
  process.umask(0o022);
  for (const { place, mode, text } of placed) {
    try {
      mkdirSync(path.dirname(place), { recursive: true });
      // A file that is there would keep its mode, and a link would lead elsewhere.
      rmSync(place, { force: true });
      writeFileSync(place, text, { mode, flag: 'wx' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Cannot write ${place}: ${reason}`, { cause: error });
    }
  }
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The other characters mean something in the file that systemd reads.
  if (url && /^https?:$/.test(url.protocol) && /^[^\s"'\\$`@]+$/.test(url.href)) return url;
  throw new InvalidArgumentError('Write an address such as https://riwaq.example/.');
}

function userOf(text: string): string {
  if (/^[a-z_][a-z\d_-]{0,31}$/.test(text) && text !== 'root') return text;
  throw new InvalidArgumentError('Write the name of a user other than root, such as kiosk.');
}

function browserOf(text: string): string {
  if (/^(\/[\w.+-]+)+$/.test(text)) return text;
  throw new InvalidArgumentError('Write a whole path without spaces, such as /usr/bin/chromium.');
}
