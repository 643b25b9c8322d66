import type { Command } from 'commander';

import { buildSnapshot } from '../build-snapshot.ts';
import { askServer } from './ask-server.ts';
import { Published, publishedText } from './published.ts';
import { inputName, readInput } from './read-input.ts';
import { reportWarnings } from './report.ts';
import type { ServerOptions } from './server-options.ts';
import { addServerOptions } from './server-options.ts';

type Options = ServerOptions & { readonly expect?: string };

export function addPublishCommand(program: Command): void {
  const command = program
    .command('publish')
    .summary('put a school document on the school’s screens')
    .description(
      'Checks a school document and publishes it: the school’s screens show it with their next poll.',
    )
    .argument('<file>', 'school document; - reads standard input')
    .option('--expect <generation>', 'publish only if this generation or revision is current')
    .action(publish);
  addServerOptions(command);
}

async function publish(file: string, options: Options): Promise<void> {
  const bytes = readInput(file);
  // Here first: a document that is not valid costs the server nothing.
  const { school } = buildSnapshot(bytes, '');
  const answer = await askServer(options, `/v1/schools/${school.id}`, Published, {
    method: 'PUT',
    body: bytes,
    ifMatch: options.expect,
  });
  reportWarnings(inputName(file), answer.warnings);
  console.log(publishedText(school.id, 'published', answer));
}
