import { expect, type Page } from '@playwright/test';

import { begin, type Begun } from './begin.ts';
import { diagnosticsSay } from './diagnostics.ts';
import type { Weather } from './gateway.ts';
import { ALFARABI, riyadh, test } from './hall.ts';
import { IN_HOURS_MS, liveUntil } from './slots.ts';

const AT = riyadh('2026-11-23T07:20:00');
const JSON_TYPE = { 'content-type': 'application/json' };
const PORTAL = '<!doctype html><title>Sign in to the guest network</title>';

type Lie = {
  readonly name: string;
  readonly weather: Weather;
  /** What the diagnostics say of it. */
  readonly trouble: RegExp;
  /** Nobody can tell it from a network that fails. */
  readonly isCounted?: false;
};

// fault:N09 A captive portal answers with its page and a status of 200
// hallway: no change
// technician: “Last trouble” names the content type or the JSON; “Answers refused” counts it
// fault:N10 A captive portal says 401 or 410
// hallway: no change; neither “Not paired” nor a pairing screen
// technician: “Last trouble” names the status; “Answers refused” counts it
// fault:N11 Whatever stands in between redirects
// hallway: no change
// technician: a failed request under “Last trouble”
// fault:N12 The screen’s document is cut short on the way
// hallway: no change
// technician: a failed request under “Last trouble”
// fault:N13 A body without end
// hallway: no change
// technician: “too large” under “Last trouble”; counted as refused
// fault:N14 A shared cache hands out the document of another screen or school
// hallway: no change
// technician: “Last trouble” names the other one; counted as refused
// fault:N15 A proxy replays an older answer
// hallway: no change; a screen never goes back to an older generation
// technician: “older” under “Last trouble”; counted as refused
test('no answer about the screen is believed that is not the endpoint’s own', async ({ hall }) => {
  const begun = await begin(hall, { at: AT, isAffected: (route) => route === '/v1/screen' });
  const { server } = begun;
  const foreign = { ...ALFARABI, id: 'elsewhere' };
  const { revision } = await server.publish(foreign);
  // Something to adopt, so that what is dropped is seen to be.
  await server.publish(covered());

  await expectDropped(begun, [
    {
      name: 'a portal’s page',
      weather: says(200, PORTAL, { 'content-type': 'text/html' }),
      trouble: /content type/,
    },
    { name: 'a portal’s page as JSON', weather: says(200, PORTAL), trouble: /JSON/ },
    { name: 'somebody else’s JSON', weather: says(200, '{"status":"ok"}'), trouble: /format/ },
    {
      name: 'a redirect',
      weather: says(302, '', { location: '/portal' }),
      trouble: /fetch/i,
      isCounted: false,
    },
    { name: 'not found', weather: says(404, '{}'), trouble: /404/ },
    { name: 'a portal’s 401', weather: says(401, PORTAL), trouble: /401/ },
    { name: 'a portal’s 410', weather: says(410, PORTAL), trouble: /410/ },
    { name: 'a body cut short', weather: { kind: 'truncate' }, trouble: /./, isCounted: false },
    { name: 'a body without end', weather: says(200, ' '.repeat(100_000)), trouble: /too large/ },
    {
      name: 'another school’s screen',
      weather: spoilt(/"alfarabi"/g, '"elsewhere"'),
      trouble: /elsewhere/,
    },
    { name: 'another screen', weather: spoilt(/"id":"\w+"/, '"id":"other"'), trouble: /other/ },
    {
      name: 'another school’s snapshot',
      weather: spoilt(/"revision":"[^"]+"/, `"revision":"${revision}"`),
      trouble: /elsewhere/,
    },
    {
      name: 'an older generation',
      weather: spoilt(/"generation":"\d+/, '"generation":"1'),
      trouble: /older/,
    },
  ]);
});

// fault:N16 A snapshot is changed, cut short, or another one, on the way
// hallway: no change; the true one with the first slot in which it comes
// technician: “hash” under “Last trouble”; counted as refused
// fault:N17 The address of a snapshot leads to a portal’s page, a redirect or nothing
// hallway: no change
// technician: the content type, the status or the failed request under “Last trouble”
test('no snapshot is believed whose bytes are not those of its name', async ({ hall }) => {
  const begun = await begin(hall, {
    at: AT,
    isAffected: (route) => route.startsWith('/v1/snapshots/'),
  });
  const { server } = begun;
  const { revision } = await server.publish(covered());
  const text = await (await fetch(`${server.origin}/v1/snapshots/${revision}`)).text();

  await expectDropped(begun, [
    {
      name: 'a portal’s page',
      weather: says(200, PORTAL, { 'content-type': 'text/html' }),
      trouble: /content type/,
    },
    {
      name: 'another type',
      weather: says(200, text, { 'content-type': 'text/plain' }),
      trouble: /content type/,
    },
    { name: 'a body cut short', weather: { kind: 'truncate' }, trouble: /./, isCounted: false },
    { name: 'a body cut short, but whole', weather: says(200, text.slice(0, -1)), trouble: /hash/ },
    { name: 'another byte', weather: spoilt(/Science/, 'Sc1ence'), trouble: /hash/ },
    { name: 'an older snapshot', weather: says(200, '{"format":"snapshot/1"}'), trouble: /hash/ },
    { name: 'more than 2 MB', weather: says(200, ' '.repeat(2_000_001)), trouble: /too large/ },
    { name: 'not found', weather: says(404, '{}'), trouble: /404/ },
    {
      name: 'a redirect',
      weather: says(302, '', { location: `/portal` }),
      trouble: /fetch/i,
      isCounted: false,
    },
  ]);
});

/** One poll of each: the wall stays and the lie is noted. The truth is taken in the end. */
async function expectDropped(begun: Begun, lies: readonly Lie[]): Promise<void> {
  const { screen, gateway, phase } = begun;
  const { page, now } = screen;
  const lesson = page.locator('.row .sub');
  let refused = await refusals(page);
  for (const { name, weather, trouble, isCounted = true } of lies) {
    gateway.setWeather(weather);
    await test.step(name, async () => {
      await liveUntil(screen, phase, now() + IN_HOURS_MS);
      await expect(lesson, name).toHaveText('Science');
      await expect(page.getByRole('status'), name).not.toContainText('Not paired');
      expect(await diagnosticsSay(page, 'Last trouble'), name).toMatch(trouble);
      expect(await refusals(page), name).toBe(refused + (isCounted ? 1 : 0));
      refused = await refusals(page);
    });
  }
  gateway.setWeather({ kind: 'fair' });
  await liveUntil(screen, phase, now() + IN_HOURS_MS);
  await expect(lesson).toHaveText('Arabic');
  expect(await refusals(page)).toBe(refused);
}

async function refusals(page: Page): Promise<number> {
  return Number(await diagnosticsSay(page, 'Answers refused'));
}

function says(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Weather {
  return { kind: 'answer', status, headers, body };
}

function spoilt(what: RegExp, by: string): Weather {
  return { kind: 'spoil', spoil: (body) => body.replace(what, by) };
}

/** The example school with another lesson for class 7/1 in the first period of the day. */
function covered(): typeof ALFARABI {
  const cover = {
    date: '2026-11-23',
    class: '1/1',
    period: '1',
    kind: 'replace',
    subject: 'arabic',
  };
  return { ...ALFARABI, substitutions: [...ALFARABI.substitutions, cover] };
}
