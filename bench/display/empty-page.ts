import { build } from 'esbuild';

/** Gets the page the worker that serves it from then on. */
export const REGISTER = `
if (!navigator.serviceWorker.controller) {
  const { trustedTypes } = window;
  const own = { createScriptURL: (url) => url };
  const policy = trustedTypes ? trustedTypes.createPolicy('riwaq-worker', own) : own;
  navigator.serviceWorker.register(policy.createScriptURL('/sw.js'));
}`;

/** What a page draws when there is nothing to draw, as a wall is found: by its heading. */
const SCRIPT = `
import { h, render } from 'preact';
const wall = document.getElementById('wall');
wall.textContent = '';
render(h('div', { class: 'hall' }, h('h1', null, 'Nothing')), wall);
${REGISTER}`;

/** The script of an empty Preact page, as small as one gets: what a wall's start is compared with. */
export async function emptyPageScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: '.', loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
