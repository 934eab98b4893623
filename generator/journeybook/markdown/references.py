"""The links and embeds of journeybook in a Markdown text: `[…](activity:vision-map)`, `![](journey:client-journey)`.

One scanner for the checks, the MkDocs plugin and `generate`, so that they never differ on what is a link.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, cast
from urllib.parse import parse_qsl, unquote

from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.rewriting import Edit, rewrite
from journeybook.markdown.scan import ScannedLink, candidates_at, scan
from journeybook.markdown.settings import DEFAULT, MarkdownSettings

__all__ = ["DEFAULT", "KINDS", "Edit", "MarkdownSettings", "Reference", "find", "rewrite", "split_front_matter"]

KINDS = ("activity", "journey", "workshop", "chapter", "toolkit", "questions", "handout", "figure", "table", "term")
"""What may stand before the colon; `toolkit` and `questions` are embeds only, the last three links only."""

_NEAR = 0.75
_NEAR_BY_CHANCE = ("taler",)
"""Schemes of the web that are as near to ours as a slip of the finger."""
_MOST_KEPT = 512
_LINE_END = re.compile(r"\r\n|\n|\r")
_kept: OrderedDict[bytes, tuple[ScannedLink, ...]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an embed as the author wrote it. Places are in characters of the whole text.

    `kind` is as written, so it may be a near miss of one of KINDS (`activty`); `target` is what stands between the
    colon and `?` or `#`. `embed`: it is an image. `alone`: it is an embed that has a block to itself: a paragraph, an
    item of a list, a cell. `own_lines`: it is alone, at the start of a line, with nothing behind it. `text` is the link
    text, the alternative text, or a definition's label. `source` is the whole construct, from `start` to `end`;
    `destination` is the place of the destination without `<>`, `text_at` that of the text. `line` and `column` count
    from 1 and are the destination's.
    """

    kind: str
    target: str
    fragment: str
    query: tuple[tuple[str, str], ...]
    embed: bool
    alone: bool
    own_lines: bool
    text: str
    source: str
    start: int
    end: int
    destination: tuple[int, int]
    text_at: tuple[int, int]
    line: int
    column: int
    form: Literal["inline", "definition", "html"]

    @property
    def source_destination(self) -> str:
        """The destination as written, escapes and all."""
        return self.source[self.destination[0] - self.start : self.destination[1] - self.start]


def find(text: str, markdown: MarkdownSettings = DEFAULT, *, offset: int = 0) -> list[Reference]:
    """Find the references of `text` from `offset` on (the body's, see `split_front_matter`), in order.

    A reference definition counts where something uses it. A destination with a scheme that is nearly one of ours is
    found too; schemes that the web knows never are.
    """
    body = text[offset:]
    if next(candidates_at(body), None) is None:
        return []
    key = hashlib.blake2b((markdown.fingerprint + body).encode("utf-8", "surrogatepass")).digest()
    if key not in _kept:
        _kept[key] = tuple(scan(body, markdown, is_near))
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    else:
        _kept.move_to_end(key)
    if not _kept[key]:
        return []
    lines = line_starts(text)
    return [reference for found in _kept[key] if (reference := _reference(text, found, offset, lines))]


def line_starts(text: str) -> list[int]:
    """Find where the lines of `text` begin, as an editor counts them: at LF, CRLF and CR, and nothing else."""
    return [1 if text.startswith("\ufeff") else 0, *(match.end() for match in _LINE_END.finditer(text))]


@lru_cache(maxsize=256)
def is_near(scheme: str) -> bool:
    """Tell whether a scheme is ours, or so near that it can only be meant to be.

    Near is a similarity of 0.75 (Ratcliff and Obershelp, case aside): `activty`, `Journey`, `activities`, `hand-out`.
    Of the 232 schemes of the web that the tests list, the nearest to any of ours has 0.73 (`tool`), but for one.
    """
    folded = scheme.casefold()
    if scheme in KINDS:
        return True
    if folded in _NEAR_BY_CHANCE:
        return False
    return any(
        abs(len(kind) - len(folded)) <= 4 and SequenceMatcher(None, folded, kind).ratio() >= _NEAR for kind in KINDS
    )


def _reference(text: str, found: ScannedLink, offset: int, lines: list[int]) -> Reference | None:
    kind, _, rest = found.value.partition(":")
    if kind not in KINDS and rest.startswith("//"):
        return None
    rest, _, fragment = rest.partition("#")
    target, _, query = rest.partition("?")
    start, end = (place + offset for place in found.destination)
    line = bisect_right(lines, start)
    return Reference(
        kind=kind,
        target=_decoded(target),
        fragment=_decoded(fragment),
        query=tuple(parse_qsl(query, keep_blank_values=True)),
        embed=found.embed,
        alone=found.alone,
        own_lines=found.own_lines,
        text=text[found.text[0] + offset : found.text[1] + offset],
        source=text[found.span[0] + offset : found.span[1] + offset],
        start=found.span[0] + offset,
        end=found.span[1] + offset,
        destination=(start, end),
        text_at=(found.text[0] + offset, found.text[1] + offset),
        line=line,
        column=start - lines[line - 1] + 1,
        form=cast(Literal["inline", "definition", "html"], found.form),
    )


def _decoded(part: str) -> str:
    """Decode a part of a destination into NFC, as ids are; an editor may have percent-encoded their letters."""
    return unicodedata.normalize("NFC", unquote(part)).strip()
