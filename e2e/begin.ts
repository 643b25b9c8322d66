import { expect } from '@playwright/test';

import type { Gateway } from './gateway.ts';
import { ALFARABI, type Hall, type Screen } from './hall.ts';
import type { RiwaqServer } from './server.ts';

/** A screen that has taken its timetable, and all that stands behind it. */
export type Begun = {
  readonly server: RiwaqServer;
  /** The network between the two; fair until told otherwise. */
  readonly gateway: Gateway;
  readonly screen: Screen;
  /** Where the wall was opened, its secret included. */
  readonly address: string;
  /** The screen's id. */
  readonly id: string;
  /** Where in the period this screen asks, as the endpoint gave it out. */
  readonly phase: number;
  /** Folder of the browser's profile. */
  readonly profile: string;
};

export type BeginOptions = {
  readonly at: number;
  readonly school?: { readonly id: string };
  readonly settings?: object;
  /** Screens that were added before: each moves the phase of this one on by 0.618. */
  readonly others?: number;
  /** Which of the API's routes the gateway's weather is for. */
  readonly isAffected?: (route: string) => boolean;
};

/**
 * Publishes a school, adds a screen that shows class 7/1 in English, and lives until its wall has
 * the timetable. Without `others` its slots are 37 s into each minute.
 */
export async function begin(
  hall: Hall,
  { at, school = ALFARABI, settings, others = 0, isAffected }: BeginOptions,
): Promise<Begun> {
  const server = await hall.serve({ at });
  await server.publish(school);
  for (let other = 0; other < others; other++) await server.addScreen(school.id);
  const link = await server.addScreen(school.id, {
    language: 'en',
    classes: ['1/1'],
    ...settings,
  });
  const id = link.split('.')[1] ?? '';
  const gateway = await hall.front(server, isAffected);
  const profile = hall.folder();
  const screen = await hall.open({ at, server, profile });
  const address = gateway.origin + link;
  await screen.start(address);
  await expect(screen.page.locator('.hall, .night, .alarm')).toBeVisible();
  return { server, gateway, screen, address, id, phase: await phaseOf(server, id), profile };
}

/** Where in the period a screen asks, as the endpoint gave it out. */
export async function phaseOf(server: RiwaqServer, id: string): Promise<number> {
  const answer = await server.call('GET', '/v1/screens');
  const { screens }: { screens: { id: string; phase: number }[] } = await answer.json();
  return screens.find((screen) => screen.id === id)?.phase ?? NaN;
}
