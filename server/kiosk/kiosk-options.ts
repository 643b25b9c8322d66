/** What a kiosk is made for. */
export type KioskOptions = {
  /** Address that the browser opens at every start. */
  readonly url: URL;
  /** Name of the user that runs the browser and can do nothing else. */
  readonly user: string;
  /** Path of Chromium or Chrome on the device. */
  readonly browser: string;
  readonly display: Display;
};

export const DISPLAYS = ['wayland', 'x11'] as const;
export type Display = (typeof DISPLAYS)[number];

/** Loopback port at which the browser tells the watchdog its title. */
export const DEVTOOLS_PORT = 9222;

/** Whether an address is the link of a screen, `…/#<school>.<screen>.<secret>`. */
export function hasSecret({ hash }: URL): boolean {
  return hash.split('.').length === 3;
}

/** Whether a browser gives this origin no service worker, unless a policy says that it may. */
export function isInsecure({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
