import type { Credential } from '../../src/contract/stored.ts';
import { fieldOf, textIn } from '../field-of.ts';
import type { ServerProcess } from '../server-process.ts';
import { fleetSchool } from './fleet-school.ts';
import type { Expected } from './storm-figures.ts';

export type TownSize = {
  readonly schools: number;
  readonly screensEach: number;
  /** Of each school. */
  readonly classes: number;
  readonly pollingSeconds: number;
};

/** Schools on a server, and the credentials of their screens. */
export type Town = {
  readonly screens: readonly Credential[];
  /** Publishes an edition for every school; resolves to what their screens should show then. */
  readonly publish: (edition: number) => Promise<Published>;
};

export type Published = {
  readonly expected: Expected;
  /** From sending a document until its answer, each; the network's part on loopback included. */
  readonly publishMs: readonly number[];
};

/**
 * Adds the screens by the operator's API, before their schools publish: what a new screen asks for is
 * compared with a published school each time, which reads its snapshot.
 */
export async function settle(server: ServerProcess, size: TownSize): Promise<Town> {
  const { schools, screensEach, classes, pollingSeconds } = size;
  const ids = Array.from({ length: schools }, (_, at) => `school-${at + 1}`);
  const screens: Credential[] = [];
  // Turn about, so that the screens of one school are spread over the period as installed ones are.
  for (let nth = 1; nth <= screensEach; nth += 1) {
    for (const school of ids) screens.push(await addScreen(server, school, `Hall ${nth}`));
  }
  const at = Date.now();
  return {
    screens,
    async publish(edition) {
      const expected = new Map<string, string>();
      const publishMs: number[] = [];
      const school = fleetSchool({ classes, at, pollingSeconds, edition });
      for (const id of ids) {
        const from = performance.now();
        const answer = await server.call('PUT', `/v1/schools/${id}`, { ...school, id });
        publishMs.push(performance.now() - from);
        expected.set(id, textIn(answer, 'revision'));
      }
      return { expected, publishMs };
    },
  };
}

async function addScreen(server: ServerProcess, school: string, name: string): Promise<Credential> {
  const answer = await server.call('POST', `/v1/schools/${school}/screens`, { name });
  const screen = fieldOf(answer, 'screen');
  return { school, screen: textIn(screen, 'id'), token: textIn(answer, 'token') };
}
