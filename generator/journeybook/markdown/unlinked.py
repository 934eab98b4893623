"""Take links out of a text whose words stay, such as those to what an edition leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from journeybook.markdown.references import Reference
from journeybook.markdown.scan import Offsets, scan
from journeybook.markdown.settings import MarkdownSettings

_WEB = ("", "http", "https")
_OF_LINK = r"""\{:?[ ]*+(?>(?:"[^"\r\n]*"|'[^'\r\n]*'|[^{}\r\n])*)\}"""
_ATTRIBUTES = re.compile(_OF_LINK)
_USE = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\](?:[ \n]?\[(?P<name>[^\[\]]*)\])?(?![\[(:])"
    rf"(?:{_OF_LINK})?"
)


def unlinked(text: str, markdown: MarkdownSettings, leads_out: Callable[[str], bool]) -> str:
    """Give a text without its links whose destination, a path or an address of the web, `leads_out` is true of.

    What a reader sees of a link stays; of an address that stands for itself, nothing.
    """
    wanted = (link for link in scan(text, markdown, lambda scheme: scheme in _WEB) if leads_out(link.value))
    return _as_words(text, [(link.span, link.text, link.form) for link in wanted if not link.embed])


def without_references(text: str, references: Iterable[Reference]) -> str:
    """Give a text in which these of its references are words alone, without what stands behind them for their looks."""
    return _as_words(text, [((one.start, one.end), one.text_at, one.form) for one in references])


def _as_words(text: str, links: Iterable[tuple[Offsets, Offsets, str]]) -> str:
    """Give a text with the words of links, given by their places, those of their words, and how they are written."""
    found = sorted(links)
    kept, done = list[str](), 0
    for (start, end), words, form in found:
        if form == "inline" and (attributes := _ATTRIBUTES.match(text, end)):
            end = attributes.end()  # they are those of the link
        if start >= done:
            kept += [text[done:start], "" if form in ("definition", "autolink") else text[slice(*words)]]
            done = end
    names = [text[slice(*words)] for _, words, form in found if form == "definition"]
    return without_names("".join(kept) + text[done:], names)


def without_names(text: str, names: Collection[str]) -> str:
    """Give a text in which links by these names, as in `[words][name]`, are words alone."""
    folded = {_folded(name) for name in names}

    def words(use: re.Match[str]) -> str:
        return use["words"] if _folded(use["name"] or use["words"]) in folded else use[0]

    return _USE.sub(words, text) if folded else text


def _folded(name: str) -> str:
    """Write a name as Markdown compares them: any blanks are one, and capitals do not count."""
    return " ".join(name.split()).casefold()
