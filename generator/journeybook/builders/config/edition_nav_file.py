"""Lists that plugins make a navigation of, as an edition has them.

literate-nav reads links of a SUMMARY.md, awesome-nav and awesome-pages the `nav` of a .nav.yml or a .pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_included import text_for
from journeybook.builders.config.edition_nav import without_entries
from journeybook.builders.config.edition_own import roles_at_top
from journeybook.builders.config.edition_snippets import Guard
from journeybook.handbook import Handbook
from journeybook.handbook.left_out import LeftOut, asked_for
from journeybook.handbook.named_files import NamingText, of_page
from journeybook.markdown.audience_blocks import find_blocks, without_blocks
from journeybook.markdown.settings import DEFAULT

_NAMES = {"awesome-nav": ".nav.yml", "awesome-pages": ".pages"}
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[*+-]|\d+[.)])[ \t]+(?P<said>.*)")
_LINK = re.compile(r"\]\(\s*<?([^\s()<>]+)")


def nav_files(config: MkDocsConfig, book: Handbook, paths: Iterable[str]) -> list[str]:
    """Give the lists among some files, by their paths among the chapters; one that is a page is that."""
    assert book.whole
    return [path for path in _named(config, paths, "literate-nav") if path not in book.whole.pages]


def _named(config: MkDocsConfig, paths: Iterable[str], *plugins: str) -> list[str]:
    """Give those of some files that are called as one of some plugins wants its lists to be."""
    names = {
        str(plugin.config.get("nav_file") or plugin.config.get("filename") or _NAMES.get(name))
        for name, plugin in config.plugins.items()
        if name in plugins
    }
    return [path for path in paths if posixpath.basename(path) in names]


def write_items(folder: Path, config: MkDocsConfig, book: Handbook, gone: LeftOut, apart: Collection[str]) -> None:
    """Write the lists of an edition's folder that are pages, or in YAML, again where an item leads to what it lacks.

    `apart` are as in `write_nav_files`.
    """
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    for path in _named(config, paths, "literate-nav"):
        if path in book.pages:
            text = (folder / path).read_text("utf-8")
            at = book.pages[path].body_at
            left = "\n".join(without_items(text[at:].split("\n"), _leading_out(path, gone, apart)))
            if left != text[at:]:
                (folder / path).write_text(text[:at] + left, "utf-8")
    for path in _named(config, paths, *_NAMES):
        text = (folder / path).read_text("utf-8-sig", "replace")
        with suppress(yaml.YAMLError, ValueError, RecursionError):  # of which the plugin tells
            read = yaml.safe_load(text)
            if isinstance(read, dict) and isinstance(nav := read.get("nav"), list):
                kept = without_entries(nav, _leading_out(path, gone, apart))
                if kept != nav:
                    again = yaml.safe_dump(read | {"nav": kept}, allow_unicode=True, sort_keys=False)
                    (folder / path).write_text(again, "utf-8")


def write_nav_files(
    folder: Path, sources: Mapping[str, Path], guard: Guard, gone: LeftOut, apart: Collection[str]
) -> None:
    """Write lists into the folder of an edition without the items that lead to what it leaves out.

    `apart` are links that mkdocs.yml keeps for others, and pages in whose place the edition has another.
    """
    for path, source in sources.items():
        if guard.leaves_out(source.resolve()):
            continue
        text = "\n".join(without_items(text_for(source, path, guard).split("\n"), _leading_out(path, gone, apart)))
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def shown_items(book: Handbook, lists: Mapping[str, Path]) -> Iterator[NamingText]:
    """Give what an edition has of lists, by its pages and the markers in them, to find the files that these name."""
    assert book.whole and book.edition
    known = book.settings.roles, [one.name for one in book.editions]
    gone = LeftOut(book.whole.pages.keys() - book.pages.keys())
    for path, source in lists.items():
        text = source.read_text("utf-8-sig", "replace")
        if book.edition.shows(roles_at_top(text, *known)):
            left = without_blocks(text, find_blocks(text, DEFAULT), book.edition.shows)
            yield of_page(path, "\n".join(without_items(left.split("\n"), _leading_out(path, gone, ()))))


def _leading_out(path: str, gone: LeftOut, apart: Collection[str]) -> Callable[[str], bool]:
    here = posixpath.dirname(path)

    def leads_out(value: str) -> bool:
        within = gone.within(value)
        if within is None or value in apart:
            return value in apart
        place = within.lstrip("/") if within.startswith("/") else posixpath.normpath(posixpath.join(here, within))
        return place in apart or gone.has(place) or any(gone.has_id(place, id) for id in asked_for(value))

    return leads_out


def without_items(lines: list[str], leads_out: Callable[[str], bool]) -> Iterator[str]:
    """Give the lines of a list without the items that lead out, with all below them, and titles of nothing else."""
    at = 0
    while at < len(lines):
        item, first, at = _ITEM.fullmatch(lines[at]), lines[at], at + 1
        if item is None:
            yield first
            continue
        begin = at
        while at < len(lines) and not _is_beside(lines[at], item["indent"]):
            at += 1
        below, link = [*without_items(lines[begin:at], leads_out)], _LINK.search(item["said"])
        is_empty = any(map(_ITEM.fullmatch, lines[begin:at])) and not any(map(_ITEM.fullmatch, below))
        if not (leads_out(link[1]) if link else is_empty):
            yield from (first, *below)


def _is_beside(line: str, indent: str) -> bool:
    item = _ITEM.fullmatch(line)
    return item is not None and len(item["indent"].expandtabs(4)) <= len(indent.expandtabs(4))
