"""Find the links and images of a Markdown text with their exact place.

Python-Markdown and the site's extensions decide what is a link, and their tree has no positions. So every place that
may be a destination gets a token of its own, the text is rendered once, and the tokens that come out in an `href`,
`src` or the like mark the real links: fences, code spans, comments and escapes need no rules here, and positions come
from the source. A token is put in and nothing is taken out, and none into the name of a reference (`[href=a]`), so that
the text parses as it did; the decoded destination comes out behind its token.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal, cast

from journeybook.markdown.output import HtmlTag, tags
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.spans import Brackets, definition_end, destination_end, html_span, link_end, own_lines
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused

ReferenceForm = Literal["inline", "definition", "html", "autolink"]
Offsets = tuple[int, int]

# Repeats are bounded, so that a long run of blanks costs no more than its length.
_CANDIDATE = re.compile(
    r"""(?: (?P<inline>\]\([\s>]{0,200}<?[ \t]{0,20})
          | (?P<definition>\]:[\s>]{0,200}<{0,3})
          | (?P<html>\b(?:href|src|poster|data)\s{0,20}=\s{0,20}["']?\s{0,20})
          | (?P<autolink><(?=[A-Za-z][A-Za-z0-9+.-]{0,30}://))
        )(?P<scheme>[A-Za-z][\w.+-]{0,40}:(?(autolink)//))?""",
    re.VERBOSE,
)
_SIGNS = ("](", "]:", "=", "://")
"""One of these is in every text that has a candidate; to look for them costs next to nothing."""
_FORMS: tuple[ReferenceForm, ...] = ("inline", "definition", "html", "autolink")
_BRACKETS = re.compile(r"\[([^\[\]]*)\](?P<defines>:)?")
_BARE = re.compile(r"[^\s<>()\"']*")
_ANGLE = re.compile(r"[^<>]*")
_BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|dd|details|div|dl|li|ol|p(?! class=\"admonition-title\")|section|table"
    r"|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*+>"
)
"""The tags between which a block can be shown. Headings, terms and titles are none: they take words alone."""
_IMAGES = re.compile(r"(?>(?:\s++|<img\b[^>]*+>|<br\b[^>]*+>)*)")
_ATTRIBUTE_LIST = re.compile(r"\{[^{}\r\n]*\}")
_ATTRIBUTES = {"href": "", "src": "", "xlink:href": "", "poster": "video", "data": "object"}
"""What has an address, with the tag that it has to be of, where others have something else there."""


@dataclass(frozen=True, slots=True)
class ScannedLink:
    """A link or an image; places count from the start of the text that was scanned.

    `value` is the destination without escapes and entities; `span` is the whole construct, `text` its text (link text,
    alternative text, or the label of a definition). `alone`: it is an image, and the output has nothing but images in
    its block: its paragraph, item, cell. `own_lines`: it is alone, and its lines hold nothing else, not even blanks.
    """

    value: str
    embed: bool
    alone: bool
    own_lines: bool
    form: ReferenceForm
    span: Offsets
    destination: Offsets
    text: Offsets


@dataclass(frozen=True, slots=True)
class _Candidate:
    form: ReferenceForm
    mark: int  # where `](`, `]:`, `href` or `<` stands
    start: int
    scheme: str
    angle: bool

    @property
    def token_at(self) -> int:
        """After the colon of a scheme, so that extensions which rewrite addresses still see the scheme."""
        return self.start + len(self.scheme)


def scan(text: str, settings: MarkdownSettings, wanted: Callable[[str], bool]) -> list[ScannedLink]:
    """Find the links and images of `text` for whose scheme (`""` for none, without its colon) `wanted` is true.

    Reference definitions count where something uses them.
    """
    candidates = [place for place in _outside_names(text) if wanted(place.scheme.rstrip(":/"))]
    if not candidates:
        return []
    prefix, places = unused(text), [candidate.token_at for candidate in candidates]
    html = render(tame(marked(text, places, prefix)), settings)
    uses: dict[int, list[tuple[str, HtmlTag]]] = {}
    # Brackets before the token: the destination is a larger thing, which happens to have ours in it.
    pattern = re.compile(rf"[^\s<>()\[\]]*?{prefix}([0-9]+)z")
    inner = re.compile(rf"{prefix}[0-9]+z")  # of a destination that has what looks like another one in it
    for tag in tags(html, prefix):
        for name, owner in _ATTRIBUTES.items():
            if owner not in ("", tag.name):
                continue
            if match := pattern.match(tag.attributes.get(name, "")):
                rest = inner.sub("", match.string[match.end() :])
                uses.setdefault(int(match[1]), []).append((rest, tag))
    lone = set(_lone_images(html)) if uses else set()
    brackets = Brackets(text)
    return [_found(text, candidates[number], uses[number], brackets, lone) for number in sorted(uses)]


def candidates_at(text: str) -> Iterator[int]:
    """Find where something begins that may be a destination, in order; whether it is one, `scan` tells."""
    return (candidate.start for candidate in _candidates(text))


def _candidates(text: str) -> Iterator[_Candidate]:
    return map(_candidate, _CANDIDATE.finditer(text)) if any(sign in text for sign in _SIGNS) else iter(())


def _outside_names(text: str) -> Iterator[_Candidate]:
    """Give the candidates outside the names of references: a token inside one would make it another name."""
    names = _names(text) if "]:" in text else []
    for candidate in _candidates(text):
        before = bisect_right(names, (candidate.token_at, 0)) - 1
        if candidate.form in ("inline", "definition") or before < 0 or candidate.token_at > names[before][1]:
            yield candidate


def _names(text: str) -> list[Offsets]:
    """Find the brackets around each name that some definition has, in definitions and where they are used."""
    found = list(_BRACKETS.finditer(text))
    defined = {_folded(match[1]) for match in found if match["defines"]}
    return [match.span(1) for match in found if _folded(match[1]) in defined]


def _folded(name: str) -> str:
    return " ".join(name.split()).lower()


def _candidate(match: re.Match[str]) -> _Candidate:
    form = next(form for form in _FORMS if match[form] is not None)
    return _Candidate(form, match.start(), match.end(form), match["scheme"] or "", match[form].rstrip().endswith("<"))


def _lone_images(html: str) -> Iterator[int]:
    """Find the images in blocks that hold nothing but images."""
    start = 0
    for tag in chain(_BLOCK.finditer(html), [None]):
        end = tag.start() if tag else len(html)
        if _IMAGES.fullmatch(html, start, end):
            yield from (match.start() for match in re.compile("<img").finditer(html, start, end))
        start = tag.end() if tag else end


def _found(
    text: str, candidate: _Candidate, uses: list[tuple[str, HtmlTag]], brackets: Brackets, lone: set[int]
) -> ScannedLink:
    rest = uses[0][0]
    images = [tag for _, tag in uses if tag.name == "img"]
    end = destination_end(text, candidate.token_at, rest)
    if end is None:  # an extension has rewritten the address
        end = cast(re.Match[str], (_ANGLE if candidate.angle else _BARE).match(text, candidate.token_at)).end()
    destination = (candidate.start, end)
    span, inner = _construct(text, candidate, end, bool(images), brackets)
    block = any(tag.start in lone for tag in images)
    if block and (attributes := _ATTRIBUTE_LIST.match(text, span[1])):  # the output shows that it was read as one
        span = (span[0], attributes.end())
    alone = candidate.form in ("inline", "html") and block
    value, lines = candidate.scheme + rest.strip(), alone and own_lines(text, span)
    return ScannedLink(value, bool(images), alone, lines, candidate.form, span, destination, inner)


def _construct(text: str, candidate: _Candidate, end: int, image: bool, brackets: Brackets) -> tuple[Offsets, Offsets]:
    if candidate.form == "autolink":
        return (candidate.mark, end + 1), (candidate.start, end)
    if candidate.form == "html":
        return html_span(text, candidate.mark, end, image)
    if candidate.form == "definition":
        opening = max(text.rfind("[", 0, candidate.mark), 0)
        return (opening, definition_end(text, end)), (opening + 1, candidate.mark)
    opening = brackets.opening(candidate.mark, image)
    start = opening - image
    limit = brackets.paragraph(candidate.mark)[1]
    return (start, link_end(text, end, limit)), (opening + 1, candidate.mark)
