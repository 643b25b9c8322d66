import type { KioskOptions } from './kiosk-options.ts';

const SESSION = {
  wayland: {
    what: 'cage and Chromium',
    start: '/usr/bin/cage -d -- /usr/local/lib/riwaq-kiosk/browser',
  },
  x11: {
    what: 'X and Chromium',
    // -s 0, -dpms: the screen is never blanked.
    start:
      '/usr/bin/xinit /usr/local/lib/riwaq-kiosk/x11-session -- :0 vt1 -keeptty -nolisten tcp -nocursor -s 0 -dpms',
  },
};

/**
 * The systemd unit of the wall: a session of its own on the first console. After
 * https://github.com/cage-kiosk/cage/wiki/Starting-Cage-on-boot-with-systemd.
 */
export function wallUnit({ user, display }: KioskOptions): string {
  const { what, start } = SESSION[display];
  return `[Unit]
Description=Riwaq wall (${what})
Documentation=https://github.com/cage-kiosk/cage/wiki
# Not after the network: the wall starts without it.
After=systemd-user-sessions.service plymouth-quit-wait.service
After=dbus.socket systemd-logind.service getty@tty1.service
Wants=dbus.socket systemd-logind.service
Conflicts=getty@tty1.service
ConditionPathExists=/dev/tty0
# It never gives up, however often it has failed.
StartLimitIntervalSec=0

[Service]
Type=simple
User=${user}
# A login session, which gives access to the screen and the graphics processor.
PAMName=riwaq-kiosk
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
TTYVTDisallocate=yes
StandardInput=tty-fail
StandardOutput=journal
StandardError=journal
UtmpIdentifier=tty1
UtmpMode=user
# The profile of the browser: /var/lib/riwaq-kiosk, for this user alone.
StateDirectory=riwaq-kiosk
StateDirectoryMode=0700
EnvironmentFile=/etc/riwaq-kiosk.env
ExecStart=${start}
# The browser has crashed, somebody has closed it, the TV was unplugged: again.
Restart=always
RestartSec=3
TimeoutStopSec=15

[Install]
WantedBy=multi-user.target
`;
}

/** The PAM service of the session: whoever may start the unit needs no password. */
export const PAM_SERVICE = `# The session of riwaq-kiosk.service.
account required pam_unix.so
session required pam_unix.so
session required pam_systemd.so
`;

/** What xinit runs: without a window manager no window fills the screen. */
export const X11_SESSION = `#!/bin/sh
set -eu
matchbox-window-manager -use_titlebar no -use_cursor no &
exec /usr/local/lib/riwaq-kiosk/browser
`;
