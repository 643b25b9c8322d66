import type { Command } from 'commander';
import * as v from 'valibot';

import { problemText, ParseError } from '../../src/contract/parse.ts';
import { askServer, RefusedError } from './ask-server.ts';
import { Published, publishedText } from './published.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';

const Schools = v.object({
  schools: v.array(v.object({ id: v.string(), revision: v.optional(v.string()) })),
});

export function addRecompileCommand(program: Command): void {
  const command = program
    .command('recompile')
    .summary('publish schools again after an update of Riwaq')
    .description(
      'Compiles the published school documents again and publishes what has changed,\n' +
        'as after an update of Riwaq or of its time-zone data.',
    )
    .argument('[schools...]', 'ids of schools (default: all that have published)')
    .action(recompile);
  addServerOptions(command);
}

async function recompile(schools: readonly string[], options: ServerOptions): Promise<void> {
  const ids = schools.length > 0 ? schools : await publishedSchools(options);
  for (const school of ids) {
    try {
      const path = `/v1/schools/${encodeURIComponent(school)}/recompile`;
      const answer = await askServer(options, path, Published, { method: 'POST' });
      console.log(publishedText(school, 'recompiled as', answer));
    } catch (error) {
      // One school's fault keeps no other from its update.
      console.error(`${school}: ${refusalText(error)}`);
      process.exitCode = 1;
    }
  }
}

async function publishedSchools(options: ServerOptions): Promise<readonly string[]> {
  const { schools } = await askServer(options, '/v1/schools', Schools);
  return schools.filter(({ revision }) => revision !== undefined).map(({ id }) => id);
}

function refusalText(error: unknown): string {
  if (error instanceof ParseError) return error.problems.map(problemText).join('; ');
  if (error instanceof RefusedError) return error.message;
  throw error;
}
