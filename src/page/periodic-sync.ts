const TWELVE_HOURS_MS = 12 * 3_600_000;

type PeriodicSync = {
  readonly register: (tag: string, options: { readonly minInterval: number }) => Promise<void>;
};

/** Asks the browser to wake the worker now and then without a page; most TVs cannot. */
export function askForPeriodicSync(
  registration: ServiceWorkerRegistration & { readonly periodicSync?: PeriodicSync },
): void {
  // Rejects unless the app is installed: it is one more knock, and no more than that.
  registration.periodicSync?.register('refresh', { minInterval: TWELVE_HOURS_MS }).catch(() => {});
}
