"""What stands at the addresses that pages had before: a file that leads on, and no page of search or sitemap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape
from pathlib import PurePosixPath

from journeybook.handbook.aliases import is_opening
from journeybook.pages.addresses import PageLinks, handout_path, path_of
from journeybook.pages.artifact import FileArtifact
from journeybook.pages.foreign import settle
from journeybook.pages.page import shown
from journeybook.pages.site import Site


def moved(site: Site, titles: dict[str, str]) -> Iterator[FileArtifact]:
    """Make them; `titles` has those of all pages of the site, by their paths."""
    there = site.links("")
    taken = {there.written(path) for path in titles}
    for old, path in old_paths(site, titles).items():
        address = there.written(old)
        if address not in taken:
            taken.add(address)
            yield FileArtifact(address, content=_page(site, address, path, titles[path]).encode())


def old_paths(site: Site, paths: Collection[str]) -> dict[str, str]:
    """Give the old paths of pages, each with the page that is meant; what lies in a folder has moved with that."""
    found: dict[str, str] = {}
    for path, page in site.book.pages.items():
        if path in paths:
            found |= dict.fromkeys(page.front.aliases, path)
    folders = sorted(_old_folders(site), key=lambda pair: -pair[0].count("/"))
    for path in sorted(paths):
        olds = [path]
        for new, old in folders:
            olds += [f"{old}{one.removeprefix(new)}" for one in olds if one.startswith(new)]
        for old in olds[1:]:
            found.setdefault(old, path)
    return found


def _old_folders(site: Site) -> Iterator[tuple[str, str]]:
    """Give the folders that something has and each that it had before, with their slashes."""
    book = site.book
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            folder = f"{PurePosixPath(path_of(entry)).parent}/"
            yield from _siblings(folder, entry.model.aliases)
    for activity in book.activities:
        for handout in activity.model.handouts:
            yield from _siblings(f"{PurePosixPath(handout_path(activity, handout)).parent}/", handout.aliases)
    for page in book.pages.values():
        folder = f"{PurePosixPath(page.path).parent}/"
        for old in page.front.aliases if is_opening(page) and folder != "./" else ():
            if PurePosixPath(old).name == "index.md" and "/" in old:
                yield folder, f"{PurePosixPath(old).parent}/"


def _siblings(folder: str, aliases: Iterable[str]) -> Iterator[tuple[str, str]]:
    above = PurePosixPath(folder).parent
    return ((folder, f"{above}/{alias}/") for alias in aliases)


def _page(site: Site, address: str, path: str, title: str) -> str:
    there = site.on_page()
    words, href = there.words, escape(PageLinks(address, site.pretty, site.directories).to(path))
    canonical = escape(site.on_the_web(path)) or href
    said = settle(escape(words("This page has moved:")), words.page)
    return (
        f'<!doctype html>\n<html lang="{words.page}" dir="{words.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{canonical}">\n'
        f'<meta http-equiv="refresh" content="0; url={href}">\n</head>\n<body>\n'
        f'<p>{said} <a href="{href}">{title}</a></p>\n</body>\n</html>\n'
    )


def titles_of_pages(site: Site, made: dict[str, str]) -> dict[str, str]:
    """Give the titles of all pages as HTML, by their paths: the authors', and those that are made."""
    own = {path: shown(page.title) for path, page in site.book.pages.items()}
    return {**made, **own}
