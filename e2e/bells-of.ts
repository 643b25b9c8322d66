import { execFileSync } from 'node:child_process';

import { riyadh } from './hall.ts';

export type Bell = { readonly from: number; readonly to: number; readonly period: string };

/** The periods of a date of the example school, as `riwaq day` prints them. */
export function bellsOf(date: string): readonly Bell[] {
  const printed = execFileSync(
    process.execPath,
    ['bin/riwaq.js', 'day', 'examples/alfarabi.json', '--date', date, '--language', 'en'],
    { encoding: 'utf8' },
  );
  return printed.split('\n').flatMap((line) => {
    const [, from, to, period] = /^(\d\d:\d\d) {2}(\d\d:\d\d) {2}(.+?)(?: {2}|$)/.exec(line) ?? [];
    if (from === undefined || to === undefined || period === undefined) return [];
    return [{ from: riyadh(`${date}T${from}`), to: riyadh(`${date}T${to}`), period }];
  });
}
