"""Zensical as a program of its own: a failure inside of it, even of its compiled part, ends there and not here."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

from journeybook.problems import JourneybookError

log = logging.getLogger("mkdocs.plugins.journeybook")

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACE = "Traceback (most recent call last):"


class ZensicalError(JourneybookError):
    """Raised where Zensical is missing, or did not build the site; the message says what to do."""


def run_zensical(config_file: Path, *, strict: bool) -> None:
    """Build a folder into its `site`. A ZensicalError says why there is none; what else Zensical says is a warning."""
    command = [sys.executable, "-m", "zensical", "build", "--config-file", str(config_file)]
    ended = subprocess.run(
        [*command, "--strict"] if strict else command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    said, _, trace = _COLOUR.sub("", ended.stderr).partition(_TRACE)
    told = "\n".join(line.rstrip() for line in said.splitlines() if line.strip() and line != "No issues found")
    if ended.returncode:
        reason = _reason(trace) or f"it ended with code {ended.returncode}"
        raise ZensicalError("\n".join(part for part in (told, f"Zensical did not build the site: {reason}") if part))
    if told:
        log.warning("Zensical says:\n%s", told)


def _reason(trace: str) -> str:
    """Find the sentence below a traceback, without the name of the exception and what it was called by."""
    found = re.search(r"^[\w.]+: (.+)", trace, re.M)
    return re.sub(r"^Python error: ", "", found[1]) if found else ""
