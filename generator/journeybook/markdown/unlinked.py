"""Take links out of a text whose words stay, such as those to what an edition leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from journeybook.markdown.scan import ScannedLink, scan
from journeybook.markdown.settings import MarkdownSettings

_WEB = ("", "http", "https")
_ATTRIBUTES = re.compile(r"\{:?[ ]?[^{}\r\n]*\}")
_USE = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\](?:[ \n]?\[(?P<name>[^\[\]]*)\])?(?![\[(:])"
)


def unlinked(text: str, markdown: MarkdownSettings, leads_out: Callable[[str], bool]) -> str:
    """Give a text without its links whose destination, a path or an address of the web, `leads_out` is true of.

    What a reader sees of a link stays; of an address that stands for itself, nothing.
    """
    wanted = (link for link in scan(text, markdown, lambda scheme: scheme in _WEB) if leads_out(link.value))
    found = sorted((link for link in wanted if not link.embed), key=lambda link: link.span)
    kept, done = list[str](), 0
    for link in found:
        start, end = link.span
        if link.form == "inline" and (attributes := _ATTRIBUTES.match(text, end)):
            end = attributes.end()  # they are those of the link
        if start >= done:
            kept += [text[done:start], _words(text, link)]
            done = end
    names = [text[slice(*link.text)] for link in found if link.form == "definition"]
    return without_names("".join(kept) + text[done:], names)


def without_names(text: str, names: Collection[str]) -> str:
    """Give a text in which links by these names, as in `[words][name]`, are words alone."""
    folded = {_folded(name) for name in names}

    def words(use: re.Match[str]) -> str:
        return use["words"] if _folded(use["name"] or use["words"]) in folded else use[0]

    return _USE.sub(words, text) if folded else text


def _words(text: str, link: ScannedLink) -> str:
    return "" if link.form in ("definition", "autolink") else text[slice(*link.text)]


def _folded(name: str) -> str:
    """Write a name as Markdown compares them: any blanks are one, and capitals do not count."""
    return " ".join(name.split()).casefold()
