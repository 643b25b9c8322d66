import { BREAKAGES } from './breakages.ts';
import { CHECKS, type CheckName } from './checks.ts';
import type { LookPage } from './harness-api.ts';
import { withNewer, withoutNewer } from './lend-newer.ts';

/** Paints a page and runs every check on it, or some; findings begin with the name of their check. */
export function inspect(name: string, checks = checkNames()): readonly string[] {
  const findings: string[] = [];
  for (const check of checks) {
    findings.push(...findingsOf(check, name).map((finding) => `${check}: ${finding}`));
  }
  return findings;
}

/** Paints a page, breaks it as `check` must notice, and gives what that adds to its findings. */
export function inspectBroken(check: CheckName, name: string): readonly string[] {
  const page = pageNamed(name);
  const before = new Set(findingsOf(check, name));
  window.look.show(name);
  const broken = withNewer(() => BREAKAGES[check](page));
  const after = run(check, broken.page ?? page, (instant) => {
    window.look.show(name, instant);
    withNewer(() => broken.afterPaint?.(instant));
  });
  return after.filter((finding) => !before.has(finding));
}

export function checkNames(): readonly CheckName[] {
  return Object.keys(CHECKS).filter((name): name is CheckName => name in CHECKS);
}

/** Paints a page and runs one check on it. */
export function findingsOf(check: CheckName, name: string): readonly string[] {
  window.look.show(name);
  return run(check, pageNamed(name), (instant) => window.look.show(name, instant));
}

function run(check: CheckName, page: LookPage, show: (instant: number) => void): readonly string[] {
  return withNewer(() => CHECKS[check](page, (instant) => withoutNewer(() => show(instant))));
}

function pageNamed(name: string): LookPage {
  const page = window.look.pages.find((one) => one.name === name);
  if (page === undefined) throw new RangeError(`The harness has no page "${name}"`);
  return page;
}
