import { Command, CommanderError } from 'commander';

import { version } from '../package.json';
import { ParseError } from '../src/contract/parse.ts';
import { UnreachableError } from './command/ask-server.ts';
import { addCheckCommand } from './command/check.ts';
import { addDayCommand } from './command/day.ts';
import { addHistoryCommand } from './command/history.ts';
import { addKioskCommand } from './command/kiosk.ts';
import { addNowCommand } from './command/now.ts';
import { addPublishCommand } from './command/publish.ts';
import { addRecompileCommand } from './command/recompile.ts';
import { reportProblems } from './command/report.ts';
import { addRestoredCommand } from './command/restored.ts';
import { addRollbackCommand } from './command/rollback.ts';
import { addScreenCommand } from './command/screen.ts';
import { addServeCommand } from './command/serve.ts';

const EXIT = { badInput: 1, badUsage: 2, unreachable: 3 };

const program = new Command('riwaq')
  .description('The school hallway display that never goes blank.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(add --help for what it takes)')
  .configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, 'riwaq: ')),
  })
  .addHelpText(
    'after',
    `
Exit status: 0 done; 1 the input is bad or the server has refused; 2 wrong usage; 3 no server.
"riwaq COMMAND --help" tells more about a command.`,
  );

for (const addCommand of [
  addServeCommand,
  addCheckCommand,
  addPublishCommand,
  addHistoryCommand,
  addRollbackCommand,
  addRecompileCommand,
  addRestoredCommand,
  addScreenCommand,
  addNowCommand,
  addDayCommand,
  addKioskCommand,
]) {
  addCommand(program);
}

// Whoever reads the output, such as `head`, may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT.badInput);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what is wrong, in the user's words, and gives the exit status. */
function report(error: unknown): number {
  // Commander has said it already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.badUsage;
  if (error instanceof ParseError) {
    reportProblems('riwaq', error.problems);
    return EXIT.badInput;
  }
  console.error(`riwaq: ${error instanceof Error ? error.message : String(error)}`);
  return error instanceof UnreachableError ? EXIT.unreachable : EXIT.badInput;
}
