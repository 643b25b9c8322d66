import type { BuildChanges } from './make-build.ts';

/** A build whose page throws before it has painted anything. */
export const BROKEN_BUILD: BuildChanges = {
  script: (script) => `throw new Error('broken build');${script}`,
  // A minute is how long a page is given to paint; here it is two seconds.
  worker: (worker) =>
    `const later = self.setTimeout.bind(self);
     self.setTimeout = (work, ms) => later(work, ms === 60_000 ? 2_000 : ms);
     ${worker}`,
};
