"""Make links of the addresses that stand as they are in Markdown fields: `https://example.org`, `a@example.org`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from journeybook.markdown.meant import is_file

_END = r"[^\s<>\"'“”„«»‘’`|\\^{}\[\]\x02\x03。、，；：！？（）「」『』【】《》〈〉]"
_PATTERN = rf"""(?<![\w@./:+-])(?:(?:https?://|www\.)(?=[^\W_]){_END}+|[\w.+-]+@[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{{2,}}(?![\w@-]))"""
_ADDRESSES = re.compile(_PATTERN, re.I)
MAY_BE = re.compile(r"https?://|www\.|@", re.I)
"""One of these is in every text that has such an address."""
_SENTENCE = ".,:;!?*_~…"
_HOST = re.compile(r"(?:https?://|www\.)[^\W_][^/?#]*\.[^\W_]", re.I)


def typed_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Give where such addresses begin and end, also those of links, and what to write between `<` and `>` for each."""
    for found in _ADDRESSES.finditer(text) if MAY_BE.search(text) else ():
        address = _without_sentence(found[0])
        if href := _href(address):
            yield found.start(), found.start() + len(address), href.removeprefix("mailto:")


class TypedAddresses(InlineProcessor):
    """Reads what begins like an address; signs of the sentence behind it, and a bracket around it, are none of it."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(_PATTERN)
        self.compiled_re = _ADDRESSES

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        """Give the link, and where its address begins and ends; Python-Markdown calls this."""
        address = _without_sentence(m[0])
        href = _href(address)
        if href is None:
            return None, None, None
        link = Element("a", {"href": href})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


def _href(address: str) -> str | None:
    if "@" in address and "/" not in address:
        return None if is_file(address) else f"mailto:{address}"
    if not _HOST.match(address):
        return None
    return address if "://" in address else f"https://{address}"


def _without_sentence(address: str) -> str:
    """Take off what ends the sentence, and a closing bracket that is not opened in the address."""
    while address:
        shorter = address.rstrip(_SENTENCE)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
    return address
