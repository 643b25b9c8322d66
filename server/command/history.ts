import type { Command } from 'commander';
import * as v from 'valibot';

import { askServer } from './ask-server.ts';
import { instantText } from './instant-text.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';
import { table } from './table.ts';

type Options = ServerOptions & { readonly json?: true };

const History = v.object({
  school: v.string(),
  history: v.array(
    v.object({
      generation: v.string(),
      revision: v.string(),
      publishedAt: v.number(),
      kind: v.string(),
      isCurrent: v.boolean(),
    }),
  ),
});

export function addHistoryCommand(program: Command): void {
  const command = program
    .command('history')
    .summary('list what a school has published')
    .description('Lists what a school has published, newest first; * is what its screens show.')
    .argument('<school>', 'id of the school')
    .option('--json', 'write JSON')
    .action(showHistory);
  addServerOptions(command);
}

async function showHistory(school: string, options: Options): Promise<void> {
  const path = `/v1/schools/${encodeURIComponent(school)}/history`;
  const { history } = await askServer(options, path, History);
  if (options.json) {
    console.log(JSON.stringify(history, undefined, 2));
    return;
  }
  const rows = history.map(({ isCurrent, generation, revision, publishedAt, kind }) => [
    isCurrent ? '*' : '',
    revision,
    generation,
    instantText(publishedAt),
    kind,
  ]);
  console.log(table(['', 'REVISION', 'GENERATION', 'PUBLISHED', 'BY'], rows));
}
