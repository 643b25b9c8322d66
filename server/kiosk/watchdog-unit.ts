/** The systemd unit of the watchdog: root, because it restarts another unit, and nothing more. */
export const WATCHDOG_UNIT = `[Unit]
Description=Watchdog of the Riwaq wall
# Not PartOf= it: a restart of the wall must not forget when it was.
After=riwaq-kiosk.service
StartLimitIntervalSec=0

[Service]
Type=simple
ExecStart=/usr/bin/python3 /usr/local/lib/riwaq-kiosk/watchdog
Restart=always
RestartSec=10
# It speaks to the browser over loopback and to systemd, and writes nothing.
IPAddressDeny=any
IPAddressAllow=localhost
NoNewPrivileges=yes
PrivateTmp=yes
ProtectHome=yes
ProtectSystem=strict
MemoryMax=64M

[Install]
WantedBy=multi-user.target
`;
