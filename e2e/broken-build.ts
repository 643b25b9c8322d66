import type { BuildChanges } from './make-build.ts';

/** A build whose page throws before it has painted anything. */
export const BROKEN_BUILD: BuildChanges = {
  script: (script) => `throw new Error('broken build');${script}`,
  // A minute is how long a page is given to paint; here it is two seconds. Written for
  // Chromium 64, which knows no 60_000.
  worker: (worker) =>
    `const later = self.setTimeout.bind(self);
     self.setTimeout = (work, ms) => later(work, ms === 60000 ? 2000 : ms);
     ${worker}`,
};
