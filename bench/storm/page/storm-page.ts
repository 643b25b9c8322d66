import { machineText } from '../../machine.ts';
import type { ScenarioResult, StormResult } from '../result-json.ts';
import type { Outcome } from '../run-storm.ts';
import type { Check } from '../validate.ts';
import { POLICIES } from '../world.ts';
import { POLICY_WORDS } from './colours.ts';
import { escaped } from './frame.ts';
import { scenarioSection } from './scenario-section.ts';
import { STYLE } from './style.ts';
import { count } from './words.ts';

/** The whole result as one page that needs nothing but itself. */
export function stormPage({ machine, seed, checks, results }: StormResult): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The storm, simulated</title><style>${STYLE}</style></head><body><main>
<h1>The storm, simulated<span lang="ar" dir="rtl">شاشات المدارس حين تطلب معًا</span></h1>
<p class="lead">What is on the walls of schools, and what reaches the server, when every screen wants something at the same moment.
The same schools, screens, power switches, edits and outages for each column; Riwaq runs its shipped code, the others are models of what was described and measured.</p>
<p class="note">${escaped(machineText(machine))} · seed ${seed} · <code>npm run bench:storm -- --seed ${seed}</code></p>
${summary(results)}
${validation(checks)}
${results.map(scenarioSection).join('\n')}
</main></body></html>
`;
}

function summary(results: readonly ScenarioResult[]): string {
  const present = POLICIES.filter((name) =>
    results.some(({ outcomes }) => outcomes.some(({ policy }) => policy.name === name)),
  );
  const heads = present.map((name) => `<th>${escaped(POLICY_WORDS[name][0])}</th>`);
  const groups = heads.map((head, at) =>
    at === 0 ? head.replace('<th>', '<th class="group">') : head,
  );
  const rows = results.map(({ scenario, outcomes }) => {
    const of = (cell: (outcome: Outcome) => string) =>
      present.map((name, at) => {
        const outcome = outcomes.find(({ policy }) => policy.name === name);
        const group = at === 0 ? ' group' : '';
        return outcome ? cell(outcome).replace('class="', `class="${group} `) : '<td>–</td>';
      });
    const minutes = of(({ judged }) => badCell(judged.minutes.wrong + judged.minutes.blank));
    const fullest = of(({ metered }) => `<td class="">${count(metered.fullestSecond)}</td>`);
    const timeouts = of(({ metered }) => badCell(metered.timeouts));
    const title = `<a href="#${scenario.name}">${escaped(scenario.title)}</a>`;
    return `<tr><td>${title}</td>${minutes.join('')}${fullest.join('')}${timeouts.join('')}</tr>`;
  });
  const span = `colspan="${present.length}"`;
  return `<section><h2>At a glance</h2><table><thead>
<tr><th></th><th class="group" ${span}>screen-minutes wrong or blank</th><th class="group" ${span}>requests in the fullest second</th><th class="group" ${span}>client timeouts</th></tr>
<tr><th>when</th>${groups.join('')}${groups.join('')}${groups.join('')}</tr></thead>
<tbody>${rows.join('')}</tbody></table></section>`;
}

function badCell(value: number): string {
  return `<td class="${value > 0 ? 'bad' : 'good'}">${count(value)}</td>`;
}

function validation(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ name, measured, simulated }) =>
      `<tr><td>${escaped(name)}</td><td>${count(measured)}</td><td>${count(simulated)}</td><td>${signed(simulated / measured - 1)}</td></tr>`,
  );
  return `<section><h2>Why the model may be believed</h2>
<p>The old service was run again from its own source: 600 screens of 200 schools, switched on within a minute, with nothing cached.
Given only what its single requests cost, the model has to reproduce that morning within 30 %, or nothing is compared.</p>
<table style="max-width: 860px"><thead><tr><th>the cold boot</th><th>measured</th><th>simulated</th><th>difference</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function signed(share: number): string {
  if (Math.abs(share) < 0.005) return 'none';
  return `${share > 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(0)} %`;
}
