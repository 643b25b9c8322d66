import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What was found of one page at one size, or of something else that was checked. */
export type Verdict = {
  readonly name: string;
  /** Such as `1080x1920`; absent: it has none. */
  readonly size?: string;
  /** Name of its picture, where one was taken. */
  readonly picture?: string;
  readonly findings: readonly string[];
};

/** `in-period-ar-1080x1920.png` */
const PICTURE = /^(.+)-(\d+)x(\d+)\.png$/;
const THUMBNAIL_HEIGHT_PX = 180;

/** Writes every verdict to `path` as JSON; `npm test` reads its two counts. */
export function writeReport(path: string, verdicts: readonly Verdict[], seconds: number): void {
  const failed = verdicts.filter(({ findings }) => findings.length > 0);
  const report = { passed: verdicts.length - failed.length, failed, seconds, pages: verdicts };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, undefined, 1)}\n`);
}

/** Writes a page with every picture in `folder`, small, a line for each state; returns its path. */
export function writeIndex(folder: string, verdicts: readonly Verdict[]): string {
  const failing = new Map(verdicts.map(({ picture = '', findings }) => [picture, findings]));
  const states = new Map<string, string[]>();
  const pictures = readdirSync(folder).filter((name) => PICTURE.test(name));
  for (const picture of pictures.sort()) {
    const [, state = ''] = PICTURE.exec(picture) ?? [];
    states.set(state, [...(states.get(state) ?? []), picture]);
  }
  const rows = [...states].map(([state, own]) => {
    const figures = own.map((picture) => figureOf(picture, failing.get(picture) ?? []));
    return `<h2 id="${state}">${state}</h2>\n<div>${figures.join('')}</div>`;
  });
  const path = join(folder, 'index.html');
  writeFileSync(path, `${HEAD}${rows.join('\n')}\n`);
  return path;
}

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of the wall</title>
<style>
body { margin: 1.5rem; background: #777; color: #fff; font: 14px sans-serif; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
figure { display: inline-block; margin: 0 0.6rem 0.6rem 0; vertical-align: top; }
img { display: block; height: ${THUMBNAIL_HEIGHT_PX}px; }
.failed img { outline: 4px solid #d33; }
</style>
`;

function figureOf(picture: string, findings: readonly string[]): string {
  const [, , width = '', height = ''] = PICTURE.exec(picture) ?? [];
  const look = findings.length > 0 ? 'failed' : 'passed';
  const title = findings.join('\n').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const image = `<a href="${picture}"><img loading="lazy" src="${picture}" alt=""></a>`;
  const caption = `<figcaption>${width}×${height}</figcaption>`;
  return `<figure class="${look}" title="${title}">${image}${caption}</figure>`;
}
