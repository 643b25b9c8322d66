import { DEVTOOLS_PORT, type KioskOptions } from './kiosk-options.ts';

type Flag = { readonly flag: string; readonly why: string };

/** The shell script that becomes the browser: its flags, each with its reason. */
export function browserScript(options: KioskOptions): string {
  const flags = flagsFor(options).map(({ flag, why }) => `# ${why}\nset -- ${flag} "$@"\n`);
  return `#!/bin/sh
# Becomes the browser of the wall. Started by riwaq-kiosk.service; arguments are more flags, and win.
set -eu
url=\${RIWAQ_URL:?is not set, see /etc/riwaq-kiosk.env}
profile=\${RIWAQ_PROFILE:-/var/lib/riwaq-kiosk}
port=\${RIWAQ_DEVTOOLS_PORT:-${DEVTOOLS_PORT}}

# A browser that hangs keeps its profile: the next would hand it the address, and end.
pkill -KILL -u "$(id -u)" -f -- "--user-data-dir=$profile" || true
rm -f "$profile"/Singleton*

${flags.join('\n')}
exec ${options.browser} "$@" "$url"
`;
}

function flagsFor({ display }: KioskOptions): readonly Flag[] {
  return [
    {
      flag: '--kiosk',
      why: 'The whole screen; no address bar, no tabs, no way out of the page.',
    },
    {
      flag: `--ozone-platform=${display}`,
      why: 'The display server that the unit starts; Chromium need not guess.',
    },
    {
      flag: '--user-data-dir="$profile"',
      why:
        'A folder of its own: it holds the timetable and the secret of the screen. Chromium 136 and newer\n' +
        '# open the port below only together with this.',
    },
    {
      flag: '--remote-debugging-port="$port"',
      why:
        'Tells the watchdog the title of the page, on 127.0.0.1 only. Any user of this device can ask\n' +
        '# there, too; the policy DeveloperToolsAvailability keeps them out of the page itself.',
    },
    { flag: '--no-first-run', why: 'No welcome in front of the wall after a reset.' },
    {
      flag: '--no-default-browser-check',
      why: 'No question whether this is the default browser.',
    },
    {
      flag: '--noerrdialogs',
      why: 'No error dialogs: nobody is there to close them.',
    },
    {
      flag: '--hide-crash-restore-bubble',
      why: 'No "restore pages?" after a power cut.',
    },
    {
      flag: '--autoplay-policy=no-user-gesture-required',
      why: 'A wall with a chime rings after a power cut, too, without a key that somebody presses.',
    },
    {
      flag: '--password-store=basic',
      why: 'No prompt for a keyring, which would wait for a password for ever.',
    },
  ];
}
