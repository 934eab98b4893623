"""What stands before the first part of a book: its cover and its contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from journeybook.export.form import Wanted
from journeybook.export.paper.section import Section
from journeybook.pages.site import Site
from journeybook.palette import variables
from journeybook.palette.tokens import own

_STAGES = 8


def cover(wanted: Wanted, sections: Sequence[Section], mark: str) -> Iterator[str]:
    """Write the cover: the title, the edition, what the book is about, its date and its mark."""
    site = wanted.site
    settings, words = site.book.settings, site.words
    parts = [part.part.title for part in sections if part.part.depth == 0] if wanted.only else []
    dots = "".join(f'<span class="bk-dot bk-s{number}"></span>' for number in range(1, _STAGES + 1))
    edition = edition_title(site)
    version = words("v {mark}", mark=mark)
    yield '<section class="bk-cover">'
    yield from heads(site, mark)
    yield f'<div class="bk-way">{dots}</div><h1 class="bk-title">{escape(book_name(site))}</h1>'
    if parts:
        yield f'<p class="bk-about">{escape(" · ".join(parts))}</p>'
    elif settings.summary:
        yield f'<p class="bk-about">{escape(settings.summary)}</p>'
    yield '<div class="bk-imprint">'
    if edition:
        yield f'<p class="bk-edition">{escape(edition)}</p>'
    yield f"<p>{escape(words.date(settings.today))} · {escape(version)}</p>"
    if site.address:
        yield f'<p><a href="{escape(site.address)}">{escape(site.address)}</a></p>'
    yield "</div></section>"


def heads(site: Site, mark: str) -> Iterator[str]:
    """Write what head and foot of all sheets say: the handbook, the edition and the version mark."""
    said = " · ".join(filter(None, (edition_title(site), site.words("v {mark}", mark=mark))))
    yield f'<div class="bk-head-book">{escape(book_name(site))}</div>'
    yield f'<div class="bk-head-mark">{escape(said)}</div>'


def contents(site: Site, lines: Sequence[tuple[str, int, str]]) -> Iterator[str]:
    """Write the contents: the title, the depth and the anchor of each part, and on which sheet it begins."""
    yield f'<nav class="bk-contents"><h1>{escape(site.words("Contents"))}</h1>'
    depth = -1
    for place, (title, wanted_depth, id) in enumerate(lines):
        level = min(wanted_depth, depth + 1)
        if level > depth:
            yield "<ul>"
        else:
            yield "</li>" + "</ul></li>" * (depth - level)
        depth = level
        yield f'<li class="bk-c{min(level, 2)}{" bk-first" if not place else ""}">'
        yield f'<a href="#{id}">{escape(title)}</a>'
    yield "</li></ul>" * (depth + 1) + "</nav>"


def book_name(site: Site) -> str:
    """Give the name of the handbook without that of the edition, which an edition's has behind it."""
    name, edition = site.book.settings.name, edition_title(site)
    return name.removesuffix(f" · {edition}") if edition else name


def edition_title(site: Site) -> str:
    """Give the name of the edition as readers see it; empty where there is none."""
    return site.book.edition.title if site.book.edition else ""


def colours(site: Site) -> str:
    """Write the colours of the stages, and the accent, as rules: paper has the light ones."""
    found = dict(own("light"))
    if site.book.palette:
        found |= {key.removeprefix("--jb-"): value for key, value in variables(site.book.palette)["light"].items()}
    stages = "".join(
        f".bk-s{number}{{background:{found[f'stage-{number}']}}}"
        f".jb-s{number}{{border-color:{found[f'stage-{number}']}}}"
        for number in range(1, _STAGES + 1)
    )
    return f"{stages}.bk-rule,.jb-number{{color:{found['accent']}}}"
