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

/** A page that is being left, or has not painted yet, says nothing. */
async function read(tv: Tv, expression: string): Promise<string> {
  return tv.evaluate(expression).then(String, () => '');
}
