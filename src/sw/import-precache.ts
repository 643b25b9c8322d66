import { scriptUrl, type ScriptUrl, type TrustedTypes } from '../sync/script-url.ts';
import type { precache } from './precache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly trustedTypes?: TrustedTypes };
declare global {
  interface ServiceWorkerGlobalScope {
    /** There as soon as `sw-install.ts` has been imported. */
    riwaqPrecache?: typeof precache;
  }
}

/** Made once: a policy of its name exists only once. */
let partUrl: ScriptUrl | undefined;

/**
 * `precache`, from the part of this build's worker that is not read at every start. Throws when that
 * cannot be had. To be called first before the worker is installed: what is imported until then the
 * browser keeps with the worker, and imports from there ever after, without a network too.
 */
export function importPrecache(build: string): typeof precache {
  if (!('riwaqPrecache' in self)) {
    // Named by the build: another deploy has no file of this name, and fails the installation.
    partUrl ??= scriptUrl(`/assets/sw-install-${build}.js`, self.trustedTypes);
    importScripts(partUrl);
  }
  const { riwaqPrecache } = self;
  if (!riwaqPrecache) throw new TypeError('The installing part is another script');
  return riwaqPrecache;
}
