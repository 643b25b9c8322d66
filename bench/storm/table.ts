import { clockText } from './clock-text.ts';
import { fullestSpan } from './fullest-span.ts';
import { VERDICTS } from './judge.ts';
import type { SixNumbers } from './meter.ts';
import { count, percent } from './page/words.ts';
import { randomPhaseBound } from './random-phase-bound.ts';
import type { Outcome } from './run-storm.ts';
import type { Scenario } from './scenarios.ts';
import type { Target } from './targets.ts';
import type { Check } from './validate.ts';

const WIDTHS = [8, 11, 8, 8, 11, 8, 11, 7, 9, 11, 8];
const HEAD = ['', 'requests', 'fullest', '× mean', ...VERDICTS, 'timeouts', 'built'];
const SIX_WIDTHS = [8, 14, 16, 16, 16, 13, 14];
const SIX_HEAD = ['', 'hit rate', 'build avg', 'build p95', 'cold start', 'schools', 'error rate'];

/** The checks of the model, before anything is compared with it. */
export function checksText(checks: readonly Check[]): string {
  const lines = checks.map(({ name, measured, simulated, isWithin }) =>
    [
      `  ${name.padEnd(34)}`,
      count(measured).padStart(9),
      count(simulated).padStart(11),
      isWithin ? '   within 30 %' : '   NOT WITHIN 30 %',
    ].join(''),
  );
  const title = 'The old service’s cold boot: 600 screens within 60 s';
  return [title, `  ${''.padEnd(34)} measured  simulated`, ...lines].join('\n');
}

/** What came of one scenario, a line for each policy. */
export function scenarioText(scenario: Scenario, outcomes: readonly Outcome[]): string {
  const [first] = outcomes;
  if (!first) return '';
  const { tape } = first;
  const title = `${scenario.name}: ${scenario.title}`;
  const size = `${count(tape.screens.length)} screens of ${count(tape.schools)} schools, ${spanText(tape.measured)}`;
  const ours = outcomes.find(({ policy }) => policy.name === 'ours');
  return [
    '',
    title,
    size,
    row(HEAD, WIDTHS),
    ...outcomes.map((outcome) => row(cellsOf(outcome), WIDTHS)),
    row(SIX_HEAD, SIX_WIDTHS),
    ...outcomes.map(({ policy, metered }) => row(sixCells(policy.name, metered.six), SIX_WIDTHS)),
    ...(ours ? [boundText(ours)] : []),
    ...(scenario.note === undefined ? [] : [wrapped(scenario.note)]),
  ].join('\n');
}

/** What was promised, and whether it is kept. */
export function targetsText(targets: readonly Target[]): string {
  return targets
    .map(({ name, limit, actual, isMet }) => {
      const sign = isMet ? 'met   ' : 'MISSED';
      return `  ${sign} ${name}: ${figure(actual)}, at most ${figure(limit)}`;
    })
    .join('\n');
}

/** What the simulation itself took: of real time, and of a processor's. */
export function durationsText(outcomes: readonly Outcome[]): string {
  const texts = outcomes.map(
    ({ policy, seconds, processorSeconds }) =>
      `${policy.name} ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s)`,
  );
  return `  simulated in ${texts.join(', ')} of real (processor) time`;
}

function cellsOf({ policy, metered, judged }: Outcome): readonly string[] {
  const { requests, fullestSecond, timeouts, buildsOnRead } = metered;
  const { mean, fullest } = fullestSpan(metered.steady);
  return [
    policy.name,
    count(requests),
    count(fullestSecond),
    mean > 0 ? (fullest / mean).toFixed(2) : '–',
    ...VERDICTS.map((verdict) => count(judged.minutes[verdict])),
    count(timeouts),
    count(buildsOnRead),
  ];
}

function sixCells(name: string, six: SixNumbers): readonly string[] {
  return [
    name,
    percent(six['cache_hit_rate_at_00:00']),
    milliseconds(six.snapshot_build_time_avg),
    milliseconds(six.snapshot_build_time_p95),
    `${(six.cold_start_duration / 1000).toFixed(1)} s`,
    count(six.schools_affected_count),
    percent(six['error_rate_at_00:00']),
  ];
}

function boundText({ metered }: Outcome): string {
  const { mean, fullest } = fullestSpan(metered.steady);
  const bound = randomPhaseBound(mean);
  return (
    `  ours, steady: ${mean.toFixed(1)} requests a second, ${fullest} in the fullest; ` +
    `random phases: λ+√(2λ ln 60) = ${bound.toFixed(1)}`
  );
}

/** Within a hundred columns. */
function wrapped(text: string): string {
  return text.replace(/(.{1,94})(?:\s+|$)/g, '  $1\n').trimEnd();
}

function row(cells: readonly string[], widths: readonly number[]): string {
  const [name = '', ...others] = cells;
  const [first = 0, ...rest] = widths;
  return `  ${name.padEnd(first)}${others.map((cell, at) => cell.padStart(rest[at] ?? 0)).join('')}`;
}

function spanText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${clockText(from)} to ${clockText(to)}`;
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(2);
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? 'none' : `${value.toFixed(0)} ms`;
}
