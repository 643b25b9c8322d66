import { scriptUrl, type ScriptUrl, type TrustedTypes } from '../sync/script-url.ts';

let workerUrl: ScriptUrl | undefined;

/** Registers the service worker, or looks for a new one. Resolves with nothing where there are none. */
export async function registerWorker(
  workers: ServiceWorkerContainer | undefined,
): Promise<ServiceWorkerRegistration | undefined> {
  if (!workers) return undefined;
  workerUrl ??= scriptUrl('/sw.js', trustedTypesOf(window));
  // Past the browser's own cache, so that an update is seen at the first look.
  return workers.register(workerUrl, { updateViaCache: 'none' });
}

function trustedTypesOf(scope: Window & { readonly trustedTypes?: TrustedTypes }) {
  return scope.trustedTypes;
}
