"""Find what a page numbers: pictures and tables with a caption, and journeys that are shown in place.

A picture has its caption where Markdown has a title, a table in a line `Table: …` below it; their name, which links
say, is that of an attribute list. A journey is shown with a caption always, and has its name in its address.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from journeybook.markdown.audience_blocks import AudienceBlocks
from journeybook.markdown.escape import escape
from journeybook.markdown.output import without_code as without_code_of
from journeybook.markdown.references import KINDS, Reference
from journeybook.markdown.scan import ScannedLink, scan
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused

CaptionKind = Literal["figure", "table"]
CAPTIONED: tuple[CaptionKind, ...] = ("figure", "table")
"""The kinds of links that lead to what has a caption."""

_BEFORE = re.compile(r"[ \t>]*")
_TITLED = re.compile(r"[\"']>?\s{0,20}\)")
"""What ends a picture with a title; to look for it costs next to nothing."""
_REST = re.compile(
    r"(?P<angle>>?)[\s>]*(?P<mark>[\"'])(?P<title>.*)(?P=mark)[\s>]*\)(?P<attributes>\{[^{}\r\n]*\})?", re.S
)
"""What stands behind the address of a picture that has a title."""
_BELOW = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t>]*(?P<attributes>\{[^{}\r\n]*\})[ \t]*(?=[\r\n]|\Z)")
"""An attribute list on the line below: Markdown gives it to the paragraph."""
_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t>]*")
_ID = re.compile(r"(?<=[\s{:])(?:#|id=[\"']?)(?P<name>[^\s{}\"']+)[\"']?[ \t]*")
_NO_ATTRIBUTES = re.compile(r"\{:?\s*\}")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!\"'-])")
_LINE = re.compile(r"^(?P<before>[ \t>]*)[Tt]able:(?P<said>[ \t][^\r\n]*|)$", re.M)
_NAMED = re.compile(r"(?:\A|\s)(?P<attributes>\{:?\s*[#.\w][^{}]*\})\s*\Z")
_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_READ_ATTRIBUTES = frozenset({"attr_list", "extra"})
_NAME_IN_ADDRESS = re.compile(r"[?&]name=")


@dataclass(frozen=True, slots=True)
class Captioned:
    """What has a caption: a picture, a journey that is shown (its `address`), or a table.

    `text` is Markdown, and so is `body`, what has the caption, without title and name; both are empty where a journey's
    title is the caption. `before` is what stands before it in each of its lines. Places are in characters of the text
    that was read: of all of it from `start` to `end`, and that of the `name`. `audiences` are those of the blocks
    around it; `is_own` tells that it stands in its page, and not in what that takes in.
    """

    kind: CaptionKind
    name: str
    text: str
    body: str
    address: str
    before: str
    start: int
    end: int
    name_at: int
    audiences: tuple[tuple[str, ...], ...] = ()
    is_own: bool = True

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same in another text of the page, such as that of an edition."""
        return self.kind, self.name, self.text, " ".join(self.body.split()), self.address

    @property
    def is_lost(self) -> bool:
        """Whether it is the line of a table, and no table stands above it, or it says nothing."""
        return self.kind == "table" and not (self.body and self.text)

    @property
    def journey(self) -> str:
        """The id of the journey that is shown, empty for all else."""
        return self.address.partition("?")[0]


def find_captions(
    text: str, markdown: MarkdownSettings, references: Sequence[Reference] = (), *, offset: int = 0
) -> list[Captioned]:
    """Find the captions of `text` from `offset` on, in order; of journeys those that are among its references."""
    body = text[offset:]
    written = sorted([*_pictures(body, markdown), *_tables(body, markdown)], key=lambda one: one.start)
    moved = (
        replace(one, start=one.start + offset, end=one.end + offset, name_at=one.name_at + offset) for one in written
    )
    return sorted([*moved, *_journeys(references)], key=lambda one: one.start)


def has_no_caption(text: str, name: str) -> bool:
    """Tell whether a text has a picture with a name, and without a caption."""
    if f"#{name}" not in text:
        return False
    named = re.compile(rf"!\[[^\[\]\n]*\]\([^()\s]*\)\{{:?[^{{}}\n]*(?<=[\s{{:])#{re.escape(name)}[\s}}]")
    return named.search(without_code(text)) is not None


def without_names(body: str, captions: Iterable[Captioned], body_at: int) -> str:
    """Give a page's body in which the names of pictures are none, so that its ids are those of everything else."""
    for one in captions:
        if one.body and one.kind == "figure" and one.is_own and one.name:
            at = one.name_at - body_at
            body = f"{body[:at]}{'.' if body[at] == '#' else 'x'}{body[at + 1 :]}"
    return body


def without_names_of_tables(text: str, captions: Iterable[Captioned]) -> str:
    """Give a text in which what Markdown does not read itself is blank, so that all places stay.

    These are the names behind the captions of tables; and a caption right below its table, which would be a row.
    """
    for one in captions:
        if one.kind == "table" and one.is_own:
            line = max(text.rfind("\n", 0, one.end), one.start) + 1
            above = text[text.rfind("\n", 0, line - 1) + 1 : line]
            is_row = line > one.start + 1 and above.strip(" \t>\r\n")
            start = line if is_row else text.rfind("{", line, one.end) if one.name else one.end
            text = text[:start] + " " * (one.end - start) + text[one.end :]
    return text


def within(captions: Iterable[Captioned], blocks: AudienceBlocks) -> list[Captioned]:
    """Give captions with the audiences of the blocks around each."""
    found = [(block.begin.line, block.end.below, block.audience) for block in blocks.blocks]
    return [
        replace(one, audiences=tuple(roles for start, end, roles in found if start <= one.start < end))
        for one in captions
    ]


def with_brought_in(own: Sequence[Captioned], whole: Iterable[Captioned]) -> list[Captioned]:
    """Give the captions of a page with all that it takes in, those of its own with their places in it."""
    left = list(own)
    known = Counter(one.key for one in own)
    found = []
    for caption in whole:
        known[caption.key] -= 1
        if known[caption.key] < 0:
            found.append(replace(caption, is_own=False))
        else:
            mine = left.pop(next(place for place, one in enumerate(left) if one.key == caption.key))
            found.append(replace(mine, audiences=caption.audiences))
    return found


def _journeys(references: Iterable[Reference]) -> Iterator[Captioned]:
    for one in references:
        if one.embed and one.alone and one.kind == "journey":
            name = dict(one.query).get("name", "")
            view = dict(one.query).get("view", "")
            found = _NAME_IN_ADDRESS.search(one.source_destination)
            at = one.destination[0] + (found.end() if found else 0)
            yield Captioned("figure", name, one.text, "", f"{one.target}?{view}", "", one.start, one.end, at)


def caption_key(reference: Reference) -> tuple[str, ...]:
    """Give the key of the caption of a journey that is shown in place."""
    return next((one.key for one in _journeys([reference])), ())


def _pictures(body: str, markdown: MarkdownSettings) -> list[Captioned]:
    if "![" not in body or not _TITLED.search(body):
        return []
    links = scan(body, _with_attributes(markdown), lambda scheme: scheme.casefold() not in KINDS)
    found: list[Captioned] = []
    for link in links:
        caption = _picture(body, link) if link.embed and link.alone and link.form == "inline" else None
        if caption is None:
            continue
        last = found[-1] if found else None
        if last and last.text == caption.text and _BREAK.fullmatch(body, last.end, caption.start):
            joined = f"{last.body}\n{last.before}{caption.body}"  # one for the light, and one for the dark
            found[-1] = replace(last, name=last.name or caption.name, body=joined, end=caption.end)
        else:
            found.append(caption)
    return found


@lru_cache(maxsize=8)
def _with_attributes(markdown: MarkdownSettings) -> MarkdownSettings:
    """Give settings with which names are read; a command that makes no pages has not added ours by now."""
    if _READ_ATTRIBUTES & {str(one).removeprefix("markdown.extensions.") for one in markdown.extensions}:
        return markdown
    return MarkdownSettings((*markdown.extensions, "attr_list"), markdown.configs)


def _picture(body: str, link: ScannedLink) -> Captioned | None:
    start, end = link.span
    line = max(body.rfind("\n", 0, start), body.rfind("\r", 0, start)) + 1
    before = body[line:start].removeprefix("\ufeff")
    rest = _REST.fullmatch(body, link.destination[1], end)
    if rest is None or not _BEFORE.fullmatch(before) or re.match(r"[ \t]*[^\s]", body[end:].partition("\n")[0]):
        return None
    title = " ".join(html.unescape(rest["title"]).split())
    if not title:
        return None
    attributes, at = rest["attributes"] or "", rest.start("attributes")
    below = _BELOW.match(body, end) if not _ID.search(attributes) else None
    if below and _ID.search(below["attributes"]):
        attributes, at, end = attributes + below["attributes"], below.start("attributes"), below.end()
        name = _ID.search(below["attributes"])
    else:
        name = _ID.search(attributes)
    picture = f"{body[start : link.destination[1]]}{rest['angle']}){_without_id(attributes)}"
    text = escape(_ESCAPED.sub(r"\1", title))
    name_at = at + name.start() if name else start
    return Captioned("figure", name["name"] if name else "", text, picture, "", before, start, end, name_at)


def _without_id(attributes: str) -> str:
    return _NO_ATTRIBUTES.sub("", _ID.sub("", attributes))


def _tables(body: str, markdown: MarkdownSettings) -> list[Captioned]:
    if "able:" not in body:
        return []
    plain = without_code(body)
    lines = list(_LINE.finditer(plain.replace("\r", " ")))
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", body))] if lines else []
    found = [one for line in lines if (one := _table(body, line, starts))]
    return _outside_code(body, found, markdown)


def _table(body: str, line: re.Match[str], starts: list[int]) -> Captioned | None:
    """Read a line `Table: …`; None where it says nothing and nothing is above it, so that it may be anything."""
    said = body[line.start("said") : line.end("said")]
    named = _NAMED.search(said)
    attributes = named["attributes"] if named else ""
    name = _ID.search(attributes)
    text = (said[: named.start()] if named else said).strip()
    end = line.start("said") + len(said.rstrip())
    above = _above(body, bisect_right(starts, line.start()) - 1, starts, line["before"])
    if above is None and not name:
        return None
    at = line.start("said") + named.start("attributes") + name.start() if named and name else line.start()
    start, table = above or (line.end("before"), "")
    return Captioned("table", name["name"] if name else "", text, table, "", line["before"], start, end, at)


def _above(body: str, number: int, starts: list[int], before: str) -> tuple[int, str] | None:
    """Give where the table above a line begins, and its Markdown; None where none is there."""
    last = number - 1
    while last >= 0 and not _said(body, last, starts):
        last -= 1
    first = last
    while first > 0 and (said := _said(body, first - 1, starts)) and not said.startswith(("Table:", "table:")):
        first -= 1
    if last - first < 1 or not body.startswith(before, starts[first]):
        return None
    rule = _said(body, first + 1, starts)
    if "|" not in rule or not _RULE.fullmatch(rule):
        return None
    start = starts[first] + len(before)
    return start, body[start : starts[last + 1]].rstrip()


def _said(body: str, number: int, starts: list[int]) -> str:
    end = starts[number + 1] if number + 1 < len(starts) else len(body)
    return body[starts[number] : end].strip(" \t>\r\n")


def _outside_code(body: str, found: list[Captioned], markdown: MarkdownSettings) -> list[Captioned]:
    """Leave out those that blanks make code: only the site's Markdown knows of which list or box they are a part."""
    if not any(re.search(r" {4}|\t", one.before) for one in found):
        return found
    prefix, places = unused(body), [one.end for one in found]
    left = without_code_of(render(tame(marked(body, places, prefix)), markdown))
    return [one for number, one in enumerate(found) if f"{prefix}{number}z" in left]
