import { expect } from '@playwright/test';

import type { Tv } from './tv.ts';

/** The text of the first element of a selector; empty if there is none, or no page. */
export function textOf(tv: Tv, selector: string): Promise<string> {
  return read(tv, `document.querySelector(${JSON.stringify(selector)}).textContent.trim()`);
}

/** What the wall says about now, such as "Period 1". */
export function headingOf(tv: Tv): Promise<string> {
  return textOf(tv, 'h1');
}

/** Whether the wall shows a timetable. */
export async function hasTimetable(tv: Tv): Promise<boolean> {
  return (await read(tv, `!!document.querySelector('.hall, .night, .alarm')`)) === 'true';
}

/** Whether a service worker serves the page. */
export async function isControlled(tv: Tv): Promise<boolean> {
  return (await read(tv, '!!navigator.serviceWorker.controller')) === 'true';
}

/** Has the TV remember that it last saw the time 13 minutes earlier, as if it then was off for as long. */
export async function seenLongAgo(tv: Tv): Promise<void> {
  await tv.evaluate(PUT_BACK);
  await expect.poll(() => read(tv, '!!window.isPutBack')).toBe('true');
}

const PUT_BACK = `void (indexedDB.open('riwaq').onsuccess = ({ target }) => {
  const facts = target.result.transaction('facts', 'readwrite').objectStore('facts');
  facts.get('clock').onsuccess = ({ target: { result } }) => {
    facts.put(Object.assign({}, result, { highest: result.highest - 780000 }), 'clock').onsuccess =
      () => { window.isPutBack = true; };
  };
})`;

/** A page that is being left, or has not painted yet, says nothing. */
async function read(tv: Tv, expression: string): Promise<string> {
  return tv.evaluate(expression).then(String, () => '');
}
