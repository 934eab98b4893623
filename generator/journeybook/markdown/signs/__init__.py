"""Find the signs of Markdown that readers see, since they are not what Markdown reads: `~~struck~~`, a list below text.

A sign is told where it stands in the output as it was typed; so what an extension reads, what is code and what is
escaped is none. Of what can be read in two ways, only what is surely meant as a sign is listed.
"""

from __future__ import annotations

from collections.abc import Callable

from journeybook.markdown.signs import (
    code,
    halves,
    headings,
    items,
    labels,
    lists,
    notes,
    pandoc,
    spaces,
    stars,
    tables,
    tasks,
    ticks,
    words,
)
from journeybook.markdown.signs.sign import Sign

MOST_SIGNS = 100
"""Signs of one text that are told: nobody types more by hand, and each is looked for in its file."""
_KINDS = (pandoc, words, tasks, stars, code, items, lists, tables, headings, notes, labels, halves, spaces)


def signs(text: str, visible: Callable[[], str], extensions: frozenset[str] | None = None) -> list[Sign]:
    """Find what readers see of a Markdown text as it was typed, in order, MOST_SIGNS at most.

    `visible` gives the text of its output (`output.visible`); it is asked only where there may be a sign. `extensions`
    are those of a site's pages, None for a field of YAML.
    """
    text = text.replace("\r\n", " \n")
    bare = code.without_code(text)
    inside = (
        *tables.find_in_code(text, bare),
        *code.directives(text, extensions),
        *ticks.find(code.without_fences(text)),
    )
    found = [*inside, *(sign for kind in _KINDS for sign in kind.find(bare, extensions))]
    seen = visible() if found else ""
    left = (sign for sign in reversed(found) if sign.is_seen(seen))
    return sorted({sign.start: sign for sign in left}.values(), key=lambda sign: sign.start)[:MOST_SIGNS]
