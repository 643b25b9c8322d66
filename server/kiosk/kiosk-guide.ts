import { hasSecret, isInsecure, type KioskOptions } from './kiosk-options.ts';

const PACKAGES = {
  // cage does not start without Xwayland, which its package in Debian 12 does not ask for.
  wayland: 'cage xwayland python3 procps',
  x11: 'xserver-xorg xserver-xorg-legacy xinit matchbox-window-manager python3 procps',
};

/** What to do with the files, for somebody at a shell of the device. */
export function kioskGuide(options: KioskOptions): string {
  return [
    installing(options),
    pairing(options),
    looking(),
    ...(isInsecure(options.url) ? [insecure(options)] : []),
  ].join('\n');
}

function installing({ user, browser, display }: KioskOptions): string {
  const chromium = browser === '/usr/bin/chromium' ? 'chromium ' : '';
  return `A wall on Debian or Raspberry Pi OS, with systemd
=================================================

In the folder that "riwaq kiosk linux --write FOLDER" has filled:

  sudo apt-get install --no-install-recommends ${chromium}${PACKAGES[display]}
  sudo adduser --disabled-password --gecos "" ${user}
  sudo usermod -a -G video,render ${user}
  sudo cp -r etc usr /
  sudo chmod 600 /etc/riwaq-kiosk.env
  sudo systemctl set-default multi-user.target    # no desktop behind the wall
  sudo systemctl enable riwaq-kiosk riwaq-watchdog
  sudo reboot
${
  display === 'x11'
    ? `
The X server of a user other than root needs "allowed_users=console" in /etc/X11/Xwrapper.config,
which is what Debian ships.
`
    : ''
}`;
}

function pairing({ url, user }: KioskOptions): string {
  const { origin } = url;
  const advice = hasSecret(url)
    ? `The address that you gave carries the secret of the screen. It is now in etc/riwaq-kiosk.env, which
must stay at mode 0600, and every user of the device can read it in the list of processes while the
browser runs. Better: make these files again with --url ${origin}/, and enter the digits.`
    : `/etc/riwaq-kiosk.env names only ${origin}/, without a secret.`;
  return `Pair it
-------

${advice}

After the start the TV shows nine digits. Whoever runs the server enters them, and the wall is there:

  riwaq screen pair 482 917 361 --school SCHOOL --name "Grade 8 corridor"

Where nobody can see the TV, a link does the same:

  sudo /usr/local/lib/riwaq-kiosk/open-link       # then paste what "riwaq screen add" has printed

Either stores the secret in the profile of the browser, where it stays: ${origin}/ shows the screen
that was opened last. The profile is /var/lib/riwaq-kiosk, readable by ${user} alone. Delete it to
start from nothing; "screen pair --replace" then gives the device its name back.
`;
}

function looking(): string {
  return `Look after it
-------------

  systemctl status riwaq-kiosk riwaq-watchdog
  journalctl -u riwaq-kiosk -u riwaq-watchdog -b
  sudo systemctl stop riwaq-kiosk                 # stays stopped; "start" brings it back

The watchdog asks the browser for the title of its page, which the wall changes every minute. It
restarts the wall when the title has stood still for 3 minutes or the browser has been silent for
90 seconds, and never more often than every 5 minutes. So it also loads a page again that could not
be loaded at all. RIWAQ_WATCHDOG_FROZEN, _SILENT, _PAUSE and _EVERY, in seconds, change that.
It cannot see a screen that stays black while the page lives.

The port that it asks, 127.0.0.1:9222, answers any user of this device. The policy
DeveloperToolsAvailability keeps them out of the page and its secret; they can still read its title,
and open and close pages of the allowed address. Let nobody else log in, and run nothing else here.
`;
}

function insecure({ url }: KioskOptions): string {
  return `Plain http
----------

${url.origin} is not https. A browser would refuse it a service worker, and so a start without
network; the policy OverrideSecurityRestrictionsOnInsecureOrigin lifts that for this address on this
device. Whoever controls the network can still replace the page: prefer a certificate.
`;
}
