import type { Plugin } from 'vite';

/** Leaves out what each package of Workbox says to its own tools about its version. */
export function noVersionMarks(): Plugin {
  return {
    name: 'riwaq-no-version-marks',
    apply: 'build',
    load: {
      filter: { id: /\/workbox-[a-z]+\/_version\.m?js$/ },
      handler: () => 'export {};',
    },
  };
}
