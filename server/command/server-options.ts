import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

/** How a command finds the server and proves that it may speak to it. */
export type ServerOptions = {
  readonly server: string;
  readonly keyFile?: string;
  readonly dataDir: string;
};

/** `--data-dir`, spelled alike by the server and by the commands that read its key. */
export function dataFolderOption(): Option {
  return new Option('--data-dir <folder>', 'folder of the database and the operator key')
    .env('DATA_DIR')
    .default('data');
}

/** Adds the options of a command that speaks to a server. */
export function addServerOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--server <url>', 'address of the server')
        .env('RIWAQ_SERVER')
        .default('http://127.0.0.1:8080')
        .argParser(addressOf),
    )
    .addOption(
      new Option(
        '--key-file <file>',
        'file of the operator key (default: RIWAQ_KEY, else operator.key in the data folder)',
      ),
    )
    .addOption(dataFolderOption());
}

function addressOf(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError('Write an address such as http://127.0.0.1:8080.');
}
