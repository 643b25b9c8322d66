import type { Command } from 'commander';

import { askServer } from './ask-server.ts';
import { Published, publishedText } from './published.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';

export function addRollbackCommand(program: Command): void {
  const command = program
    .command('rollback')
    .summary('show an earlier publication of a school again')
    .description(
      'Shows an earlier publication of a school again, as "riwaq history" lists them;\n' +
        'without a revision, the one before the current. Nothing is lost by it.',
    )
    .argument('<school>', 'id of the school')
    .argument('[revision]', 'revision to show')
    .action(rollback);
  addServerOptions(command);
}

async function rollback(
  school: string,
  revision: string | undefined,
  options: ServerOptions,
): Promise<void> {
  const path = `/v1/schools/${encodeURIComponent(school)}/rollback`;
  const body = JSON.stringify({ revision });
  const answer = await askServer(options, path, Published, { method: 'POST', body });
  console.log(publishedText(school, 'rolled back to', answer));
}
