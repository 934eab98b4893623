"""Every text of a handbook that we write ourselves, before plugins, extensions and templates add to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeybook.assembly.assembly import Assembly
from journeybook.handbook.text_files import text_of
from journeybook.markdown.brought_in import with_all_text
from journeybook.pages.artifact import Fills
from journeybook.pages.chapters import PageSource
from journeybook.pages.site import Site
from journeybook.store.dependencies import Results


def own_texts(site: Site) -> Iterator[str]:
    """Give the texts of all pages, ours and the authors', with what is shown in place, and those of all files.

    Everything is made once more, so it costs as much as that. What extensions put below every page is among them.
    """
    anew = replace(site, results=Results(), pictures=[], by_language={})  # what is made is emptied as it is used
    made, settings = Assembly(anew), site.book.settings.markdown
    for page in made.pages.values():
        yield from (page.markdown, *_filled(page.fills))
    for path, own in site.book.pages.items():
        yield made.write(PageSource(path, settings), own.document.text[own.body_at :])
        yield from _filled(made.fills_of(path))
    for file in made.files.values():
        yield text_of(file.read()) or ""
    try:
        yield with_all_text("\n", settings)
    except Exception:  # extensions of others raise what they like
        return


def _filled(fills: Fills) -> Iterator[str]:
    for kept in (fills.blocks, fills.parts, fills.figures):
        yield from kept.values()
