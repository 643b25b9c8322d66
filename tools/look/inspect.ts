import { BREAKAGES } from './breakages.ts';
import { CHECKS, type CheckName } from './checks.ts';
import type { LookPage } from './harness-api.ts';

/** Paints a page and runs every check on it; findings begin with the name of their check. */
export function inspect(name: string): readonly string[] {
  return checkNames().flatMap((check) =>
    findingsOf(check, name).map((finding) => `${check}: ${finding}`),
  );
}

/** Paints a page, breaks it as `check` must notice, and gives what that adds to its findings. */
export function inspectBroken(check: CheckName, name: string): readonly string[] {
  const page = pageNamed(name);
  const before = new Set(findingsOf(check, name));
  window.look.show(name);
  const broken = BREAKAGES[check](page);
  const after = CHECKS[check](broken.page ?? page, (instant) => {
    window.look.show(name, instant);
    broken.afterPaint?.(instant);
  });
  return after.filter((finding) => !before.has(finding));
}

export function checkNames(): readonly CheckName[] {
  return Object.keys(CHECKS).filter((name): name is CheckName => name in CHECKS);
}

/** Paints a page and runs one check on it. */
export function findingsOf(check: CheckName, name: string): readonly string[] {
  window.look.show(name);
  return CHECKS[check](pageNamed(name), (instant) => window.look.show(name, instant));
}

function pageNamed(name: string): LookPage {
  const page = window.look.pages.find((one) => one.name === name);
  if (page === undefined) throw new RangeError(`The harness has no page "${name}"`);
  return page;
}
