"""What the tests need of the system: how each need is found, and what installs it, each by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def _nothing() -> None:
    """There is no other way."""


@dataclass(frozen=True)
class Need:
    """Something of the system: Debian's packages of it, what to do on other systems, and another way to install it."""

    name: str
    found: Callable[[], bool]
    packages: tuple[str, ...]
    elsewhere: str = ""
    or_else: Callable[[], None] = _nothing


def provide(needs: Sequence[Need]) -> list[Need]:
    """Install what is missing, where that can be done; gives what is missing still."""
    missing = [need for need in needs if not need.found()]
    if missing and may_install():
        apt_get("update")
        for need in missing:
            apt_get("install", *need.packages)
    for need in missing:
        if not need.found():
            need.or_else()
    return [need for need in missing if not need.found()]


def may_install() -> bool:
    """Whether this is root on a Debian-like system."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_get(command: str, *packages: str) -> bool:
    """Whether apt-get could do it, quietly."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    more = ["-y", "--no-install-recommends", *packages] if packages else []
    ended = subprocess.run(["apt-get", *options, command, *more], env=quiet, stdout=subprocess.DEVNULL, check=False)
    return ended.returncode == 0


def tell(missing: Sequence[Need]) -> int:
    """Say what is missing and which command installs it; the exit code, 1 where something is missing."""
    if not missing:
        return 0
    packages = " ".join(package for need in missing for package in need.packages)
    ways = [f"on Debian, as root, `apt-get install {packages}`", *(need.elsewhere for need in missing)]
    names = ", ".join(need.name for need in missing)
    print(f"The tests need {names}. Install it: {'; '.join(filter(None, ways))}.", file=sys.stderr)  # noqa: T201
    return 1
