import { machineText } from '../machine.ts';
import type { Growth } from './growth.ts';
import type { Year } from './live-year.ts';
import type { Footprint } from './page-footprint.ts';

const WIDTH = 560;
const HEIGHT = 120;
const MEGABYTE = 1e6;
/** How each is said, and in what unit. */
const SAID: Readonly<Record<keyof Footprint, readonly [title: string, unit: number]>> = {
  heap: ['JavaScript heap, MB', MEGABYTE],
  nodes: ['DOM nodes', 1],
  listeners: ['Event listeners', 1],
  timers: ['Timers', 1],
  indexedDB: ['IndexedDB, MB', MEGABYTE],
  caches: ['Caches, MB', MEGABYTE],
};

const STYLE = `body{margin:0;background:#f7f5ee;color:#0c2233;font:16px/1.5 system-ui,sans-serif}
main{max-width:1240px;margin:0 auto;padding:32px 24px}h1{font-size:32px;margin:0}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:24px}h2{font-size:16px;margin:0}
svg{display:block;width:100%;background:#fff;border-radius:6px}.bad{color:#b3261e}`;

/** A year of one TV as one page that needs nothing but itself. */
export function soakPage(year: Year, growth: readonly Growth[], seed: string): string {
  const { days, looks, wrong, outages, edits, editsSeen, plugsPulled, footprints } = year;
  const charts = growth.map(({ what, factor, isFlat }) => {
    const [title, unit] = SAID[what];
    const values = footprints.map((one) => one[what] / unit);
    const most = Math.max(...values);
    const look = isFlat ? '' : ' class="bad"';
    return `<section><h2${look}>${title}: at most ${most.toFixed(most < 10 ? 2 : 0)}, last by first × ${factor.toFixed(2)}</h2>${chart(values)}</section>`;
  });
  const list = wrong.map((line) => `<li>${line.replaceAll('<', '&lt;')}</li>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A year of uptime</title>
<style>${STYLE}</style></head><body><main><h1>A year of uptime</h1>
<p>${days} days, seed ${seed}: ${looks} looks at the wall, <b${wrong.length > 0 ? ' class="bad"' : ''}>${wrong.length} wrong</b>;
${outages} outages, ${edits} edits, ${editsSeen} of them seen, the plug pulled ${plugsPulled} times. ${machineText()}.</p>
<ul class="bad">${list}</ul>${growth.length === 0 ? '<p class="bad">Not known whether what is kept is flat.</p>' : ''}<div class="charts">${charts.join('')}</div></main></body></html>
`;
}

/** Values over the year, from nothing to their most. */
function chart(values: readonly number[]): string {
  const most = Math.max(...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  const y = (value: number) => (8 + (HEIGHT - 16) * (1 - value / most)).toFixed(1);
  const points = values.map((value, at) => `${(at * step).toFixed(1)},${y(value)}`).join(' ');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="from ${values[0]?.toFixed(2)} to ${values[values.length - 1]?.toFixed(2)}">
<line x1="0" x2="${WIDTH}" y1="${HEIGHT - 8}" y2="${HEIGHT - 8}" stroke="#c9c4b4"/>
<polyline points="${points}" fill="none" stroke="#0b6e99" stroke-width="2"/></svg>`;
}
