#!/usr/bin/env python3
"""Opens the link of a screen in the running kiosk, once, so that its secret is written nowhere.

Asks for the link that "riwaq screen add" has printed and hands it to the browser over loopback.
The page stores the secret and takes it out of its address; then the pages of before are closed.
"""

import getpass
import http.client
import json
import os
import sys
import time
import urllib.parse

PORT = int(os.environ.get("RIWAQ_DEVTOOLS_PORT", "9222"))
ANSWER_TIMEOUT = 10
PATIENCE = 60


def ask(method, path):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=ANSWER_TIMEOUT)
    try:
        connection.request(method, path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def pages():
    return [target for target in json.loads(ask("GET", "/json/list")) if target["type"] == "page"]


def has_secret(address):
    return urllib.parse.urlsplit(address).fragment.count(".") == 2


def open_link(link):
    before = [page["id"] for page in pages()]
    opened = json.loads(ask("PUT", "/json/new?" + urllib.parse.quote(link, safe=":/")))["id"]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(1)
        now = [page for page in pages() if page["id"] == opened]
        if now and now[0]["url"].startswith("http") and not has_secret(now[0]["url"]):
            for page in before:
                ask("GET", "/json/close/" + page)
            return True
    ask("GET", "/json/close/" + opened)
    return False


def main():
    # Neither in the history of the shell nor in the list of processes.
    link = getpass.getpass("Link of the screen: ") if sys.stdin.isatty() else sys.stdin.readline()
    link = link.strip()
    if not link.startswith(("https://", "http://")) or not has_secret(link):
        sys.exit('Cannot open it: paste the whole link that "riwaq screen add" has printed')
    try:
        is_open = open_link(link)
    except (OSError, http.client.HTTPException, ValueError) as error:
        sys.exit(f"Cannot reach the browser of the kiosk: {error}; is riwaq-kiosk.service running?")
    if not is_open:
        sys.exit("The page has not taken the link: does this device reach the address?")
    print("The screen is paired; the link is not needed again")


if __name__ == "__main__":
    main()
