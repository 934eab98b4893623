"""Build the site with Zensical, out of the folder that `journeybook generate` writes.

Zensical runs as a program of its own: a failure inside of it, even of its compiled part, ends there and not here.
"""

from __future__ import annotations

import importlib.util
import logging
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.utils import clean_directory

from journeybook.builders.config.edition_addresses import refuse_addresses, refuse_markers
from journeybook.builders.config.edition_words import refuse_words_in_site
from journeybook.builders.config.landing import Landing, sources
from journeybook.builders.config.policy import NAME, inline_scripts, policy_text, tell_left_out
from journeybook.builders.config.search import workers
from journeybook.builders.config.settings import has_directories
from journeybook.builders.zensical.blank import blank_pages
from journeybook.builders.zensical.run import ZensicalError, run_zensical
from journeybook.ground.stopwatch import timed
from journeybook.handbook import Handbook
from journeybook.handbook.left_out import LeftOut
from journeybook.handbook.text_files import text_of
from journeybook.markdown.slugs import OURS, PLAIN
from journeybook.pages.addresses import PageLinks
from journeybook.problems import say
from journeybook.store.folder import write_folder

log = logging.getLogger("mkdocs.plugins.journeybook")

_DONE = {"search", "material/search", "material/offline", "journeybook"}
"""Plugins whose work is in the site all the same."""
_MISSING = say("Zensical is not installed. Install it: `pip install zensical`")
_SHOWN = 5  # names in a message


def require_zensical() -> None:
    """Raise a ZensicalError that says how to install it, where it is not."""
    if importlib.util.find_spec("zensical") is None:
        raise ZensicalError(str(_MISSING))


def build_zensical(config: MkDocsConfig, files: Mapping[str, bytes], site_dir: Path, book: Handbook) -> int:
    """Build the files of a plain folder into a site, and give the number of its pages.

    The site's folder is emptied and filled once Zensical has finished with every page; before that it is not touched.
    A ZensicalError or an OSError says why there is no site.
    """
    require_zensical()
    _tell_what_is_left_out(config)
    with timed("builder"), TemporaryDirectory(prefix="journeybook-") as temporary:
        folder = Path(temporary).resolve()
        write_folder(
            folder, {path: _ours(path, text) for path, text in files.items() if path not in _materials(config)}
        )
        run_zensical(folder / "mkdocs.yml", strict=config.strict)
        pages = _pages(config, files)
        _refuse_missing(folder / "site", pages)
        _refuse_dead(folder / "site", book, directories=has_directories(config))
        if book.editions:
            _refuse_leaks(folder / "site", book, config.site_url or "")
            refuse_words_in_site(folder / "site", book, config, lambda: map(_text, files.values()))
        _write_policy(folder / "site", blank_pages(files, folder / "blank"), book)
        clean_directory(str(site_dir))
        shutil.copytree(folder / "site", site_dir, dirs_exist_ok=True)
    return len(pages)


def _text(content: bytes) -> str:
    return text_of(content) or ""


def _ours(path: str, text: bytes) -> bytes:
    """Name in mkdocs.yml our own maker of ids, which the plain folder has to do without, and Zensical has at hand."""
    return text.replace(PLAIN.encode(), OURS.encode()) if path == "mkdocs.yml" else text


def _refuse_dead(site: Path, book: Handbook, *, directories: bool) -> None:
    """Raise a ZensicalError where the content of a page of ours leads nowhere, or something unfinished is left."""
    landing, links = Landing(), PageLinks("", directories=directories)
    for page in sorted(site.rglob("*.html")):
        landing.look(page.relative_to(site).as_posix(), page.read_text("utf-8"))
    own = set(map(links.written, book.pages))
    lost = [dead for dead in landing.dead(site) if dead.in_content and dead.page not in own]
    if wrong := [*landing.leftovers, *lost]:
        raise ZensicalError(f"these addresses of the site lead nowhere: {sources(wrong)}")


def _refuse_leaks(site: Path, book: Handbook, address: str) -> None:
    """Raise an EditionError where a page would tell of what its edition leaves out."""
    left_out = LeftOut(book.left_out, address)
    for page in sorted(site.rglob("*.html")):
        name, text = page.relative_to(site).as_posix(), page.read_text("utf-8")
        refuse_markers(text, name)
        refuse_addresses(text, name, name.removesuffix("index.html"), left_out)


def _write_policy(site: Path, blank: Iterable[str], book: Handbook) -> None:
    """Write the policy, where no file of the handbook's own has its name."""
    if (site / NAME).exists():
        return
    policy = policy_text(blank, book.policy, any_style=True)  # its script makes one for the search’s window
    (site / NAME).write_text(policy, "utf-8")
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    found = {script: name for name, text in pages.items() for script in inline_scripts(text)}
    tell_left_out(policy, found, asked=book.settings.policy is not None)


def _tell_what_is_left_out(config: MkDocsConfig) -> None:
    """Warn of what Zensical does not run: it says nothing of that itself."""
    names = [name for name in config.plugins if name not in _DONE]
    if names:
        log.warning(
            "Zensical knows few plugins of MkDocs; look whether the site has what these do: %s", ", ".join(names)
        )
    if config.hooks:
        log.warning("Zensical runs no hooks; those of mkdocs.yml are left out: %s", ", ".join(map(str, config.hooks)))


def _materials(config: MkDocsConfig) -> set[str]:
    """Give what is for Material's search alone: Zensical has one of its own."""
    return {f"docs/{path}" for path in workers(config)}


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
