import { fullestSpan } from '../fullest-span.ts';
import { VERDICTS } from '../judge.ts';
import type { SixNumbers } from '../meter.ts';
import { randomPhaseBound } from '../random-phase-bound.ts';
import type { ScenarioResult } from '../result-json.ts';
import type { Outcome } from '../run-storm.ts';
import { POLICY_WORDS, VERDICT_COLOURS, VERDICT_WORDS } from './colours.ts';
import { escaped } from './frame.ts';
import { requestsChart } from './requests-chart.ts';
import { wallsChart } from './walls-chart.ts';
import { count, percent, seconds } from './words.ts';

/** One scenario: a column for each policy, then the report's six numbers, then what was promised. */
export function scenarioSection({ scenario, outcomes, targets }: ScenarioResult): string {
  const [first] = outcomes;
  if (!first) return '';
  const { screens, schools } = first.tape;
  const most = Math.max(...outcomes.map(({ metered }) => metered.fullestSecond));
  return `<section id="${scenario.name}">
<header class="of-section"><div><h2>${escaped(capital(scenario.title))}</h2>
<p class="note">${count(screens.length)} screens of ${count(schools)} schools. The dotted line is the moment that it is about.${escaped(flatnessOf(outcomes))}</p>
${scenario.note === undefined ? '' : `<p class="note">${escaped(scenario.note)}</p>`}</div>
${legend()}</header>
<div class="policies">${outcomes.map((outcome) => column(outcome, most)).join('')}</div>
${sixTable(outcomes)}
<p class="targets">${targets
    .map(
      ({ name, limit, actual, isMet }) =>
        `<span class="${isMet ? 'met' : 'missed'}">${isMet ? '✓' : '✗'} ${escaped(name)}: ${figure(actual)} of at most ${figure(limit)}</span>`,
    )
    .join('')}</p>
</section>`;
}

/** How evenly Riwaq's requests come, beside what chance would do. */
function flatnessOf(outcomes: readonly Outcome[]): string {
  const own = outcomes.find(({ policy }) => policy.name === 'ours');
  if (!own) return '';
  const { mean, fullest } = fullestSpan(own.metered.steady);
  const bound = randomPhaseBound(mean).toFixed(0);
  return ` Riwaq, while all poll alike: ${mean.toFixed(1)} requests a second, ${fullest} in the fullest; random phases would come to ${bound} (λ + √(2λ ln 60)).`;
}

function column({ tape, policy, metered, judged }: Outcome, most: number): string {
  const [name, what] = POLICY_WORDS[policy.name];
  const { measured, moment, screens } = tape;
  const label = `${name}, ${tape.scenario}`;
  const bad = judged.minutes.wrong + judged.minutes.blank;
  return `<div><h3>${escaped(name)}</h3><p class="note">${escaped(what)}</p>
<p class="caption">What is on the walls: ${count(bad)} screen-minutes wrong or blank</p>
${wallsChart({ label: `${label}: walls`, measured, moment, series: judged.series, screens: screens.length })}
<p class="caption">Requests a second: ${count(metered.fullestSecond)} in the fullest</p>
${requestsChart({ label: `${label}: requests`, measured, moment, perSecond: metered.perSecond, most })}</div>`;
}

const SIX: readonly (readonly [name: keyof SixNumbers, text: (value: number) => string])[] = [
  ['cache_hit_rate_at_00:00', percent],
  ['snapshot_build_time_avg', (ms) => `${ms.toFixed(0)} ms`],
  ['snapshot_build_time_p95', (ms) => `${ms.toFixed(0)} ms`],
  ['cold_start_duration', seconds],
  ['schools_affected_count', count],
  ['error_rate_at_00:00', percent],
];

function sixTable(outcomes: readonly Outcome[]): string {
  // Names as the report has them, which may break where they are long.
  const head = SIX.map(([name]) => `<th>${name.replaceAll('_', '_<wbr>')}</th>`).join('');
  const rows = outcomes.map(({ policy, metered }) => {
    const cells = SIX.map(([name, text]) => {
      const value = metered.six[name];
      return `<td>${value === undefined ? 'nothing built' : text(value)}</td>`;
    });
    const [title] = POLICY_WORDS[policy.name];
    return `<tr class="${policy.name}"><td>${escaped(title)}</td>${cells.join('')}<td class="group">${count(metered.requests)}</td><td>${count(metered.timeouts)}</td><td>${count(metered.buildsOnRead)}</td></tr>`;
  });
  return `<table class="six"><thead><tr><th>The report’s six numbers</th>${head}<th class="group">requests</th><th>client timeouts</th><th>built on read</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function legend(): string {
  const items = VERDICTS.map(
    (verdict) =>
      `<span><i style="background:${VERDICT_COLOURS[verdict]}"></i>${VERDICT_WORDS[verdict]}</span>`,
  );
  return `<div class="legend">${items.join('')}</div>`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(1);
}
