"""The browser that the tests drive: `python tests/browser.py` finds one, or installs one, and says which."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Debian's Chromium without windows: the same pages at half the cost."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = "No Chromium was found. Run `python tests/browser.py`, or set CHROMIUM to the path of one."
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--font-render-hinting=none",  # letters as wide as readers see them; the shell rounds to whole pixels
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """There is no Chromium, with what to do about it."""


def chromium_path() -> str | None:
    """The Chromium to start; None stands for Playwright's own. NoBrowserError where there is none of them."""
    if given := os.environ.get("CHROMIUM"):
        if not os.access(given, os.X_OK):
            raise NoBrowserError(f"CHROMIUM is ‘{given}’, which is not a program. {REMEDY}")
        return given
    for found in (f"/usr/bin/{SHELL}", "/usr/bin/chromium", *map(shutil.which, NAMES)):
        if found and os.access(found, os.X_OK):
            return found
    if _playwrights_own():
        return None
    raise NoBrowserError(REMEDY)


def _playwrights_own() -> bool:
    """Asked in a process of its own: where a library is missing, Playwright's driver does not even start."""
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as on: print(on.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and Path(answer.stdout.strip()).is_file()


def apt_install(*packages: str) -> bool:
    """Install packages for root on a Debian-like system; False where that cannot be done."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    commands = [[*get, "update"], [*get, "install", "-y", "--no-install-recommends", *packages]]
    return all(subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode == 0 for command in commands)


def install() -> None:
    """Debian's Chromium for root on a Debian-like system, Playwright's own for everybody else."""
    # libatomic1: Playwright's driver needs it; the fonts stand in where the site's own are switched off; graphviz:
    # the second renderer, which the tests compare with the first.
    beside = ("libatomic1", "fonts-liberation", "fonts-noto-core", "graphviz")
    if not any(apt_install(browser, *beside) for browser in (SHELL, "chromium")):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Find a Chromium, install one where there is none, and say which it is; 1 where that fails."""
    try:
        path = chromium_path()
        if path == "/usr/bin/chromium" and "CHROMIUM" not in os.environ and apt_install(SHELL):
            path = chromium_path()
    except NoBrowserError as missing:
        if os.environ.get("CHROMIUM"):
            print(missing, file=sys.stderr)  # noqa: T201
            return 1
        try:
            install()
            path = chromium_path()
        except (NoBrowserError, OSError, subprocess.SubprocessError) as error:
            print(f"{error}\n{REMEDY}", file=sys.stderr)  # noqa: T201
            return 1
    print(f"The tests use {path or 'Playwright’s own Chromium'}.")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
