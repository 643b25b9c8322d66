/** What the browser takes for the address of a script: a plain string, or what a policy makes of it. */
export type ScriptUrl = string | URL;

type Rules = { readonly createScriptURL: (url: string) => string };
type Policy = { readonly createScriptURL: (url: string) => ScriptUrl };
/** The browser's factory of policies. */
export type TrustedTypes = { readonly createPolicy: (name: string, rules: Rules) => Policy };

/**
 * `url` as the address of a script of the service worker, in the page and in the worker itself. To
 * be called once in each: a policy of this name exists only once, and throws a TypeError after that.
 */
export function scriptUrl(url: string, trustedTypes: TrustedTypes | undefined): ScriptUrl {
  // Absent before Chromium 83.
  if (!trustedTypes) return url;
  // It stays in here, so that it lets no other address pass.
  const policy = trustedTypes.createPolicy('riwaq-worker', { createScriptURL: (own) => own });
  return policy.createScriptURL(url);
}
