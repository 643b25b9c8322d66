import type { Command } from 'commander';
import * as v from 'valibot';

import { askServer } from './ask-server.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';

const Restored = v.object({
  schools: v.array(v.object({ id: v.string(), generation: v.optional(v.string()) })),
});

export function addRestoredCommand(program: Command): void {
  const command = program
    .command('restored')
    .summary('after a backup was put back: let screens follow again')
    .description(
      'To be run once after an older copy of the data folder was put back. Screens that have seen\n' +
        'later publications believe no older ones; from now on they show what this server has.',
    )
    .action(restored);
  addServerOptions(command);
}

async function restored(options: ServerOptions): Promise<void> {
  const { schools } = await askServer(options, '/v1/restored', Restored, { method: 'POST' });
  const published = schools.filter(({ generation }) => generation !== undefined);
  for (const { id, generation } of published) console.log(`${id}: generation ${generation}`);
  if (published.length === 0) console.log('No school has published yet: nothing to do');
}
