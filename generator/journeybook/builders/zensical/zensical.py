"""Build the site with Zensical, out of the folder that `journeybook generate` writes.

Zensical runs as a program of its own: a failure inside of it, even of its compiled part, ends there and not here.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.utils import clean_directory

from journeybook.ground.stopwatch import timed
from journeybook.problems import JourneybookError, say
from journeybook.store.folder import write_folder

log = logging.getLogger("mkdocs.plugins.journeybook")

_DONE = {"search", "material/search", "material/offline", "journeybook"}
"""Plugins whose work is in the site all the same."""
_MISSING = say("Zensical is not installed. Install it: `pip install zensical`")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACE = "Traceback (most recent call last):"
_SHOWN = 5  # names in a message


class ZensicalError(JourneybookError):
    """Raised where Zensical is missing, or did not build the site; the message says what to do."""


def require_zensical() -> None:
    """Raise a ZensicalError that says how to install it, where it is not."""
    if importlib.util.find_spec("zensical") is None:
        raise ZensicalError(str(_MISSING))


def build_zensical(config: MkDocsConfig, files: Mapping[str, bytes], site_dir: Path) -> int:
    """Build the files of a plain folder into a site, and give the number of its pages.

    The site's folder is emptied and filled once Zensical has finished with every page; before that it is not touched.
    A ZensicalError or an OSError says why there is no site.
    """
    require_zensical()
    _tell_what_is_left_out(config)
    with timed("builder"), TemporaryDirectory(prefix="journeybook-") as temporary:
        folder = Path(temporary).resolve()
        write_folder(folder, files)
        _run(folder / "mkdocs.yml", strict=config.strict)
        pages = _pages(config, files)
        _refuse_missing(folder / "site", pages)
        clean_directory(str(site_dir))
        shutil.copytree(folder / "site", site_dir, dirs_exist_ok=True)
    return len(pages)


def _tell_what_is_left_out(config: MkDocsConfig) -> None:
    """Warn of what Zensical does not run: it says nothing of that itself."""
    names = [name for name in config.plugins if name not in _DONE]
    if names:
        log.warning(
            "Zensical knows few plugins of MkDocs; look whether the site has what these do: %s", ", ".join(names)
        )
    if config.hooks:
        log.warning("Zensical runs no hooks; those of mkdocs.yml are left out: %s", ", ".join(map(str, config.hooks)))


def _run(config_file: Path, *, strict: bool) -> None:
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


def _pages(config: MkDocsConfig, written: Iterable[str]) -> list[str]:
    """Give the pages that the site must have, as paths of their Markdown: all but those that mkdocs.yml keeps back."""
    kept_back = {file.src_uri for file in get_files(config) if not file.inclusion.is_included()}
    paths = [path.removeprefix("docs/") for path in written if path.startswith("docs/") and path.endswith(".md")]
    return [path for path in paths if path not in kept_back]


def _refuse_missing(site: Path, pages: Iterable[str]) -> None:
    """Refuse a site that lacks a page at either address: Zensical leaves out what it does not know without a word."""
    missing = [page for page in pages if not any((site / _html(page, pretty)).is_file() for pretty in (True, False))]
    if missing:
        some = ", ".join(missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise ZensicalError(
            f"Zensical left out pages: {some}{more}. Build with MkDocs, and tell us which Zensical it was"
        )


def _html(page: str, pretty: bool) -> str:
    return File(page, src_dir=None, dest_dir="", use_directory_urls=pretty).dest_uri
