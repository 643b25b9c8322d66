import { isInsecure, type KioskOptions } from './kiosk-options.ts';

/** Where a browser looks for managed policies, by the path of the browser. */
export function policyFolder(browser: string): string {
  if (/chrome/.test(browser)) return '/etc/opt/chrome/policies/managed';
  return '/etc/chromium/policies/managed';
}

/**
 * The managed policy of the browser, as JSON. Its names are those of
 * https://chromeenterprise.google/policies/.
 */
export function browserPolicy({ url }: KioskOptions): string {
  const { origin } = url;
  const policy = {
    // The wall, and nothing else, even with a keyboard plugged in.
    URLBlocklist: ['*'],
    URLAllowlist: [origin],
    // The watchdog may read the title; nobody may look into the page, nor at its secret.
    RemoteDebuggingAllowed: true,
    DeveloperToolsAvailability: 2,
    // The timetable lives in the profile: no window may forget it.
    IncognitoModeAvailability: 1,
    BrowserGuestModeEnabled: false,
    RestoreOnStartup: 5,
    // Nothing may lie over the wall.
    TranslateEnabled: false,
    PasswordManagerEnabled: false,
    AutofillAddressEnabled: false,
    AutofillCreditCardEnabled: false,
    DefaultNotificationsSetting: 2,
    DefaultPopupsSetting: 2,
    DefaultBrowserSettingEnabled: false,
    PromotionsEnabled: false,
    BrowserSignin: 0,
    SyncDisabled: true,
    PrintingEnabled: false,
    DownloadRestrictions: 3,
    ExtensionInstallBlocklist: ['*'],
    // Fewer writes and requests of the browser's own.
    BackgroundModeEnabled: false,
    ComponentUpdatesEnabled: false,
    MetricsReportingEnabled: false,
    // By plain http a page gets no service worker, and no start without network, unless this is said.
    ...(isInsecure(url) && { OverrideSecurityRestrictionsOnInsecureOrigin: [origin] }),
  };
  return `${JSON.stringify(policy, undefined, 2)}\n`;
}
