import { browserPolicy, policyFolder } from './browser-policy.ts';
import { browserScript } from './browser-script.ts';
import { kioskGuide } from './kiosk-guide.ts';
import { hasSecret, type KioskOptions } from './kiosk-options.ts';
import openLink from './open-link.py?raw';
import { PAM_SERVICE, wallUnit, X11_SESSION } from './wall-unit.ts';
import { WATCHDOG_UNIT } from './watchdog-unit.ts';
import watchdog from './watchdog.py?raw';

export type KioskFile = {
  /** How `--print` names it. */
  readonly part: Part;
  /** Where it belongs on the device, from the root; the guide belongs nowhere. */
  readonly path: string;
  readonly mode: number;
  readonly text: string;
};

export const PARTS = [
  'guide',
  'unit',
  'address',
  'browser',
  'session',
  'pam',
  'policy',
  'watchdog',
  'watchdog-unit',
  'open-link',
] as const;
export type Part = (typeof PARTS)[number];

const LIBRARY = '/usr/local/lib/riwaq-kiosk';
const READABLE = 0o644;
const RUNNABLE = 0o755;
/** The address may carry a secret. */
const SECRET = 0o600;

/** Everything that turns a Linux machine into a wall, the guide first. */
export function kioskFiles(options: KioskOptions): readonly KioskFile[] {
  const { url, browser, display } = options;
  const policies = policyFolder(browser);
  const files: readonly KioskFile[] = [
    {
      part: 'unit',
      path: '/etc/systemd/system/riwaq-kiosk.service',
      mode: READABLE,
      text: wallUnit(options),
    },
    {
      part: 'address',
      path: '/etc/riwaq-kiosk.env',
      mode: SECRET,
      text: `# What the wall opens at every start.\nRIWAQ_URL="${url.href}"\n`,
    },
    {
      part: 'browser',
      path: `${LIBRARY}/browser`,
      mode: RUNNABLE,
      text: browserScript(options),
    },
    ...(display === 'x11'
      ? [
          {
            part: 'session',
            path: `${LIBRARY}/x11-session`,
            mode: RUNNABLE,
            text: X11_SESSION,
          } as const,
        ]
      : []),
    { part: 'pam', path: '/etc/pam.d/riwaq-kiosk', mode: READABLE, text: PAM_SERVICE },
    {
      part: 'policy',
      path: `${policies}/riwaq-kiosk.json`,
      mode: READABLE,
      text: browserPolicy(options),
    },
    { part: 'watchdog', path: `${LIBRARY}/watchdog`, mode: RUNNABLE, text: watchdog },
    {
      part: 'watchdog-unit',
      path: '/etc/systemd/system/riwaq-watchdog.service',
      mode: READABLE,
      text: WATCHDOG_UNIT,
    },
    { part: 'open-link', path: `${LIBRARY}/open-link`, mode: RUNNABLE, text: openLink },
  ];
  const guide: KioskFile = {
    part: 'guide',
    path: '/INSTALL.txt',
    mode: hasSecret(url) ? SECRET : READABLE,
    text: kioskGuide(options),
  };
  return [guide, ...files];
}
