"""Find the blocks of a page that are for some alone, between `<!-- for: mentor -->` and `<!-- end for -->`.

A marker has a line of its own: before it stand only blanks and the signs of quotations, behind it blanks. The site's
Markdown says what is code, in which a marker is an example of one, as `scan` lets it say what is a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from journeybook.markdown.nearly_markers import COMMENT, find_nearly
from journeybook.markdown.orphans import without_orphans
from journeybook.markdown.output import enclosing_code, without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import in_drawing, in_fence, lost_fences
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused


class Slip(StrEnum):
    """What is wrong with a marker."""

    NEARLY = "nearly"
    """It is nearly a marker, such as `<!-- for mentors -->`."""
    IN_LINE = "in_line"
    """Something else stands in its line."""
    NOBODY = "nobody"
    """It names no role."""
    OPEN = "open"
    """Nothing ends it."""
    ENDS_NOTHING = "ends_nothing"
    """It ends a block that does not begin."""
    APART = "apart"
    """It ends in another list or quotation than it begins in."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker, or what is nearly one: its comment from `start` to `end`, its whole lines from `line` to `below`.

    `before` is what stands before it in its line; `roles` are those that it names, with their places; None for an end.
    `is_comment` tells whether the page's HTML hides it. Places are in characters of the whole text.
    """

    start: int
    end: int
    line: int
    below: int
    before: str
    roles: tuple[tuple[str, int], ...] | None
    is_nearly: bool = False
    is_alone: bool = True
    is_comment: bool = True


@dataclass(frozen=True, slots=True)
class AudienceBlock:
    """A block for some roles: its two markers."""

    begin: Marker
    end: Marker

    @property
    def audience(self) -> tuple[str, ...]:
        """The roles that the block is for."""
        return tuple(role for role, _ in self.begin.roles or ())


@dataclass(frozen=True, slots=True)
class AudienceBlocks:
    """The blocks of a page, outer ones before those in them, and what is wrong with its markers.

    `in_code` are pairs that Markdown reads as code, and that are no example of a block: each marker stands in a code of
    its own, or on a line of its own between two backticks; or both in a drawing, in code that no fence makes, or in a
    fence that ends too late. A marker without a partner in code of blanks stands there as both.
    """

    blocks: tuple[AudienceBlock, ...] = ()
    slips: tuple[tuple[Slip, Marker], ...] = ()
    in_code: tuple[tuple[Marker, Marker], ...] = ()

    @property
    def markers(self) -> list[Marker]:
        """All markers that begin or end a block, in order."""
        return sorted((one for block in self.blocks for one in (block.begin, block.end)), key=lambda one: one.start)


TAKES_IN = "-8<-"
"""In a text that takes others in, as `pymdownx.snippets` does: it knows one hyphen at each side, and more."""
MARKER = re.compile(r"<!--\s*(?:for:|end\s+for)[^<>]{0,400}-->")
"""A marker in a page's HTML, in which code has no `<`."""
_BEGIN = re.compile(r"\s*for:(?P<roles>[\w\s,-]*)")
_END = re.compile(r"\s*end\s+for\s*")
_ROLE = re.compile(r"[^\s,]+")
_BEFORE = re.compile(r"[ \t>]*")
_BLANKS_OF_CODE = 4
_LINE = re.compile(r"\r\n|\n|\r")
ENDS_OF_COMMENTS = ("-->", "--!>")


def find_blocks(
    text: str, markdown: MarkdownSettings, *, offset: int = 0, roles: tuple[str, ...] = ()
) -> AudienceBlocks:
    """Find the blocks of `text` from `offset` on (the body's, see `split_front_matter`).

    `roles` are those that the handbook has beside the usual ones: a note that names one is nearly a marker.
    """
    found = _candidates(text, roles, offset)
    if not found:
        return AudienceBlocks()
    outside, inside = _apart_from_code(text, found, markdown, offset)
    return replace(_paired(outside), in_code=tuple(_no_examples(text, inside)) if inside else ())


def places_of_markers(text: str, roles: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    """Give where markers, or what nearly is one, begin and end in a text, those in code included."""
    return [(one.start, one.end) for one in _candidates(text, roles, 0)]


def _candidates(text: str, roles: tuple[str, ...], offset: int) -> list[Marker]:
    right = (marker for match in COMMENT.finditer(text, offset) if (marker := _marker(text, match)))
    found = [*right]
    known = {marker.start for marker in found}
    for one in find_nearly(text, roles, offset):
        if one.start not in known:
            line, below = _lines(text, one.start, one.end)
            before = text[line : one.start]
            found.append(
                Marker(one.start, one.end, line, below, before, None, is_nearly=True, is_comment=one.is_comment)
            )
    return sorted(found, key=lambda marker: marker.start)


def is_right(comment: re.Match[str]) -> bool:
    """Tell whether a match of `COMMENT` is a marker as it is to be written."""
    return bool(_BEGIN.fullmatch(comment["said"]) or _END.fullmatch(comment["said"]))


def without_blocks(
    text: str, blocks: AudienceBlocks, shows: Callable[[Collection[str]], bool], *, definitions: bool = False
) -> str:
    """Give a text without the blocks that are not shown, what they alone have used, and the lines of all markers.

    With `definitions`, those that only they have used stay in it.
    """
    hidden = [(b.begin.line, b.end.below) for b in blocks.blocks if not shows(b.audience)]
    left = _without(text, [*hidden, *((one.line, one.below) for one in blocks.markers)])
    if definitions or not hidden or TAKES_IN in left:  # what it takes in may use more
        return left
    return without_orphans(left, hidden_text(text, blocks, shows))


def hidden_text(text: str, blocks: AudienceBlocks, shows: Callable[[Collection[str]], bool]) -> str:
    """Give what stands in the blocks of a text that are not shown."""
    return "\n".join(text[b.begin.line : b.end.below] for b in blocks.blocks if not shows(b.audience))


def empty_blocks(text: str, blocks: AudienceBlocks, shows: Callable[[Collection[str]], bool]) -> str:
    """Give a text whose hidden blocks and markers are empty lines: all others keep their numbers."""
    hidden = [(b.begin.line, b.end.below) for b in blocks.blocks if not shows(b.audience)]
    for start, end in [*hidden, *((one.line, one.below) for one in blocks.markers)]:
        text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    return text


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, done = list[str](), 0
    for start, end in sorted(spans):
        kept.append(text[done : max(start, done)])
        done = max(done, end)
    return "".join(kept) + text[done:]


def _marker(text: str, match: re.Match[str]) -> Marker | None:
    if not is_right(match):
        return None
    begin = _BEGIN.fullmatch(match["said"])
    line, below = _lines(text, *match.span())
    before, behind = text[line : match.start()], text[match.end() : below]
    at = match.start("said")
    named = _ROLE.finditer(text, at + begin.start("roles"), at + begin.end("roles")) if begin else ()
    roles = tuple((one[0], one.start()) for one in named) if begin else None
    alone = bool(_BEFORE.fullmatch(before)) and not behind.strip()
    return Marker(*match.span(), line, below, before, roles, is_alone=alone)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Find where the lines of a comment begin and end, with the break behind them."""
    above = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    below = _LINE.search(text, end)
    return above + 1 or int(text.startswith("\ufeff")), below.end() if below else len(text)


def _apart_from_code(
    text: str, found: list[Marker], markdown: MarkdownSettings, offset: int
) -> tuple[list[Marker], list[tuple[int, Marker]]]:
    """Give the markers that are no code, and the others with a number that those of one code have alike."""
    body = text[offset:]
    prefix = unused(body)
    # what is no comment may never end as HTML, and what stands behind it in its line may belong to it
    places = ((one.end if one.is_comment else one.start) - offset for one in found)
    whole = render(tame(marked(body, places, prefix)), markdown)
    html, lost = without_code(whole), lost_fences(text)
    outside, inside = list[Marker](), list[tuple[int, Marker]]()
    for number, marker in enumerate(found):
        place = whole.find(token := f"{prefix}{number}z")
        # in tags that authors have typed, such as `<pre>`, a right marker is a comment, which nobody sees as an example
        if token in html or (not marker.is_nearly and _ends_a_comment(whole, place)):
            outside.append(marker)
        elif (code := enclosing_code(whole, place)) is not None:
            # between two backticks, four blanks in, or in `/// html | pre`
            is_in_none = marker.is_alone and not in_fence(text, marker.start)
            if is_in_none or any(one.start <= marker.start < one.end for one in lost):
                code = -1 - number  # a code of its own: nobody has meant it as an example
            inside.append((code, marker))
    return outside, inside


def _ends_a_comment(whole: str, place: int) -> bool:
    return place >= 0 and whole[max(0, place - 9) : place].rstrip().endswith(ENDS_OF_COMMENTS)


def _no_examples(text: str, inside: list[tuple[int, Marker]]) -> Iterator[tuple[Marker, Marker]]:
    """Give the pairs of markers in code that are meant: between a marker in one code and one in another stands a text.

    Those of a drawing are, too: in it nobody sees an example.
    """
    open_ = list[tuple[int, Marker]]()
    for code, marker in inside:
        if marker.is_nearly or not marker.is_alone:
            continue
        if marker.roles is not None:
            open_.append((code, marker))
        elif open_:
            same = next((one for one in reversed(open_) if one[0] == code), None)
            begun = same or open_[-1]
            open_.remove(begun)
            if same is None or in_drawing(text, marker.start):
                yield begun[1], marker
        elif code < 0 and is_indented_code(text, marker):
            yield marker, marker
    yield from ((marker, marker) for code, marker in open_ if code < 0 and is_indented_code(text, marker))


def is_indented_code(text: str, marker: Marker) -> bool:
    """Tell whether nothing but blanks can make code of a marker: examples have a fence."""
    return len(marker.before.expandtabs(4)) >= _BLANKS_OF_CODE and not in_fence(text, marker.start)


def _paired(markers: list[Marker]) -> AudienceBlocks:
    open_, blocks, slips = list[Marker](), list[AudienceBlock](), list(_slips(markers))
    wrong = {marker for _, marker in slips}
    for marker in markers:
        if marker in wrong:
            continue
        if marker.roles is not None:
            open_.append(marker)
        elif not open_:
            slips.append((Slip.ENDS_NOTHING, marker))
        else:
            begin = open_.pop()
            blocks.append(AudienceBlock(begin, marker))
            if begin.before.rstrip() != marker.before.rstrip() or len(begin.before) != len(marker.before):
                slips.append((Slip.APART, marker))
    slips += [(Slip.OPEN, marker) for marker in open_]
    return AudienceBlocks(
        tuple(sorted(blocks, key=lambda b: b.begin.start)), tuple(sorted(slips, key=lambda s: s[1].start))
    )


def _slips(markers: list[Marker]) -> Iterator[tuple[Slip, Marker]]:
    for marker in markers:
        if marker.is_nearly:
            yield Slip.NEARLY, marker
        elif not marker.is_alone:
            yield Slip.IN_LINE, marker
        elif marker.roles == ():
            yield Slip.NOBODY, marker
