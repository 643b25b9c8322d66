#!/usr/bin/env python3
"""Restarts the browser of the wall when the wall no longer lives.

The wall changes the title of its page at least every two minutes. Chromium tells titles at
http://127.0.0.1:<port>/json/list. A title that stands still for `FROZEN` seconds is a page that
hangs, has crashed, or could not be loaded; a browser that gives no answer for `SILENT` seconds
hangs itself. (One that has ended is started again by systemd, at once.)

Never more than one restart in `PAUSE` seconds: a page that cannot be loaded at all, because the
network is down and the browser has lost what it had stored, is tried again at that pace, for ever.

Python's standard library only. All times are of the monotonic clock: a device without a battery
for its clock jumps by months when the network answers.
"""

import http.client
import json
import os
import shlex
import subprocess
import time
from collections import deque

PORT = int(os.environ.get("RIWAQ_DEVTOOLS_PORT", "9222"))
EVERY = float(os.environ.get("RIWAQ_WATCHDOG_EVERY", "15"))
FROZEN = float(os.environ.get("RIWAQ_WATCHDOG_FROZEN", "180"))
SILENT = float(os.environ.get("RIWAQ_WATCHDOG_SILENT", "90"))
PAUSE = float(os.environ.get("RIWAQ_WATCHDOG_PAUSE", "300"))
RESTART = shlex.split(
    # "try": a wall that a technician has stopped stays stopped.
    os.environ.get("RIWAQ_WATCHDOG_RESTART", "systemctl try-restart riwaq-kiosk.service")
)
ANSWER_TIMEOUT = 5
RESTART_TIMEOUT = 120
LONGEST_ANSWER = 1_000_000


def titles():
    """Titles of the open pages, or None when the browser does not tell them."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=ANSWER_TIMEOUT)
    try:
        connection.request("GET", "/json/list")
        targets = json.loads(connection.getresponse().read(LONGEST_ANSWER))
        return sorted(target["title"] for target in targets if target["type"] == "page")
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()


def restart():
    try:
        return subprocess.run(RESTART, timeout=RESTART_TIMEOUT, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"cannot restart: {error}")
        return False


def say(text):
    print(text, flush=True)


def watch():
    # Only a title that was not there lately is a sign of life: the error page of a browser that
    # tries again and again has titles that come and go.
    seen = deque(maxlen=32)
    restarted = float("-inf")
    changed = answered = time.monotonic()
    while True:
        shown = titles()
        now = time.monotonic()
        if shown is not None:
            answered = now
            if shown and shown not in seen:
                seen.append(shown)
                changed = now
                if len(seen) == 2:
                    say("the wall lives")
        reason = None
        if now - answered >= SILENT:
            reason = f"the browser has not answered for {now - answered:.0f} s"
        elif now - changed >= FROZEN:
            reason = f"the title has not changed for {now - changed:.0f} s"
        if reason is not None and now - restarted >= PAUSE:
            say(f"{reason}: restarting it")
            if not restart():
                say("the restart has failed")
            restarted = changed = answered = time.monotonic()
            seen.clear()
        time.sleep(EVERY)


if __name__ == "__main__":
    watch()
