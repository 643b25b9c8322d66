const WORKER = '/sw.js';

/** What the browser takes for one: a plain string, or what a policy makes of it. */
export type WorkerUrl = string | URL;

type Rules = { readonly createScriptURL: (url: string) => string };
type Policy = { readonly createScriptURL: (url: string) => WorkerUrl };
/** The browser's factory of policies. */
export type TrustedTypes = { readonly createPolicy: (name: string, rules: Rules) => Policy };

/** The address of the service worker; the one script that the page's policy lets it name. */
export function workerUrl(trustedTypes: TrustedTypes | undefined): WorkerUrl {
  // Absent before Chromium 83.
  if (!trustedTypes) return WORKER;
  const policy = trustedTypes.createPolicy('riwaq-worker', {
    createScriptURL(url) {
      if (url === WORKER) return url;
      throw new TypeError(`Cannot load a script from ${url}`);
    },
  });
  return policy.createScriptURL(WORKER);
}
