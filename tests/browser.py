"""The browser that the tests drive: `python tests/browser.py` finds one, or installs one, and says which."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from needs import Need, apt_get, may_install, provide, tell
from reader_fonts import font_needs

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
    return Path(_asked("on.chromium.executable_path") or "nothing").is_file()


def _asked(what: str) -> str | None:
    """What Playwright's driver answers, in a process of its own: where a library is missing, it does not even start."""
    ask = f"from playwright.sync_api import sync_playwright as p\nwith p() as on: print({what})"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return None if answer.returncode else answer.stdout.strip()


def needs() -> list[Need]:
    """What tests in a browser need: its driver, itself, the fonts that Linux may lack, and the second renderer."""
    return [
        Need("what Playwright’s driver loads", lambda: _asked("0") is not None, ("libatomic1",)),
        Need("Chromium", _has_browser, (SHELL,), "elsewhere `playwright install chromium`", _another_browser),
        *(font_needs() if sys.platform == "linux" else ()),  # macOS and Windows have fonts for every script
        Need("Graphviz’s dot", lambda: bool(shutil.which("dot")), ("graphviz",), "on macOS `brew install graphviz`"),
    ]


def _has_browser() -> bool:
    try:
        chromium_path()
    except NoBrowserError:
        return False
    return True


def _another_browser() -> None:
    """Debian's whole Chromium for root, Playwright's own for everybody else."""
    if not (may_install() and apt_get("install", "chromium")):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Install what is missing, and say which Chromium it is; 1 where something cannot be installed, and is told."""
    if os.environ.get("CHROMIUM") and not _has_browser():
        print(f"CHROMIUM is no program. {REMEDY}", file=sys.stderr)  # noqa: T201
        return 1
    missing = provide(needs())
    if not missing:
        print(f"The tests use {chromium_path() or 'Playwright’s own Chromium'}.")  # noqa: T201
    return tell(missing)


if __name__ == "__main__":
    sys.exit(main())
