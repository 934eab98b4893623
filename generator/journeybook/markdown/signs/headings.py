"""Headings that are none to their authors: sentences above hyphens, notes to oneself, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, Unseen, as_typed, short
from journeybook.problems import say

_UNDERLINED = re.compile(r"(?:\A|\n[ \t]*\n)(?P<line>[^\W\d_][^\n]{3,})\n(?:-{3,}|={3,})[ ]*$", re.M)
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",")
_TO_ONESELF = re.compile(
    r"^#{1,6}(?:(?P<tag>[a-z][\w-]*|\d+(?=\s)|[^\s#]\S*(?=[ \t]+#[^\s#]))"
    r"|[ ]+(?:to ?do|todos|fixme|reminder|remember|remind|note to (?:self|me)|notes?)\b *[:.!–-]"
    r"|[ ]+(?:TODO|FIXME|XXX)\b).*",
    re.M,
)
"""What begins with the sign of a heading, and is most likely a note to oneself, or a tag."""
_INDENTED = re.compile(r"(?:\A|\n[ \t]*\n)(?: {4}|\t)[ \t]*(?P<heading>#{2,6} (?P<title>\S[^\n]*))(?=\n[ \t]*\n|\n?\Z)")
SHIFTED = re.compile(r"[ ]{1,3}(?P<heading>#{1,6}[ \t]+[^\W_][^\n]*)")
"""A heading behind blanks, which make a text of it."""
_IN_ITEM = re.compile(r"(?: {4}|\t)(?P<heading>#{1,6} \S.*)")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.)[ ]+\S")
_PICTURE_ALONE = re.compile(
    r"^(?P<level>#{2,6})[ \t]+(?P<picture>!\[(?P<words>[^\[\]\n]*)\]\((?!(?!https?:)[a-z]+:)[^()\n]+\)"
    r"(?:\{[^{}\n]*\})?)[ \t#]*$",
    re.M,
)
"""A section that the menu has no words for; the title of a page may stand in its front matter."""
_TOO_DEEP = re.compile(r"^(?:[ ]{0,3})(?P<line>#{7,}[ \t]+(?P<title>[^\W_][^\n]*))", re.M)
_WITH_SIGN = re.compile(r"^(?P<heading>#{1,6}[ \t]+[^\n]*[^\s¶\\`])¶[ \t]*$", re.M)
"""A heading as it is copied from a built page, with the sign that leads to it."""
_EMPTY_HEADING = re.compile(r"^#{1,6}[ \t]*$", re.M)


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such headings."""
    yield from _underlined(text, extensions)
    yield from _typed(text)
    if extensions is not None:  # of fields, others tell it
        for level in levels(text):
            yield from _shifted(level.lines)
            yield from _in_items(level.lines)
        yield from _pictures(text)
    yield from _too_deep(text)
    for found in _WITH_SIGN.finditer(text):
        hint = say("write `{code}`: the sign comes from a page that was built", code=short(found["heading"]))
        yield as_typed(found.start(), found[0].lstrip("# \t").rstrip(), hint)


def _pictures(text: str) -> Iterator[Sign]:
    """Find headings of sections that are a picture alone, for which the menu of the page has nothing."""
    for found in _PICTURE_ALONE.finditer(text):
        message = say("this heading is a picture alone: the menu of the page shows nothing for it")
        form = f"{found['level']} {found['words'].strip() or '…'}"
        yield Sign(found.start(), "", message, say("write `{form}`, and the picture below it", form=form))


def _too_deep(text: str) -> Iterator[Sign]:
    """Find headings with more than six signs, of which readers see those behind the sixth."""
    for found in _TOO_DEEP.finditer(text):
        message = say("headings have six signs at most: readers see the other ones")
        hint = say("write `{code}`", code=short(f"###### {found['title'].rstrip()}"))
        yield Sign(found.start("line"), f"# {found['title'].strip()}", message, hint)


def _shifted(lines: list[Line]) -> Iterator[Sign]:
    """Find headings behind one to three blanks; `# 3` right below a text may be the end of its sentence."""
    above = ""
    for at, line in lines:
        found = SHIFTED.fullmatch(line)
        if found and (not above.strip() or found["heading"].startswith("##")):
            code = short(found["heading"].rstrip())
            yield as_typed(at, found["heading"].rstrip(), say("write `{code}`, with no blank before it", code=code))
        above = line


def _in_items(lines: list[Line]) -> Iterator[Sign]:
    """Find headings that are part of the item above them, while the text below them is not."""
    text = [(at, line) for at, line in lines if line.strip()]
    for above, (at, line), below in zip(text, text[1:], text[2:], strict=False):
        found = _IN_ITEM.fullmatch(line)
        is_in_item = bool(_ITEM.match(above[1])) or above[1].startswith("  ")
        if found and is_in_item and not below[1].startswith(" ") and not _ITEM.match(below[1]):
            message = say("this heading is part of the item above it, and the text below it is not")
            code = short(found["heading"].rstrip())
            yield Sign(at, "", message, say("write `{code}`, with no blank before it", code=code))


def _underlined(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    for found in _UNDERLINED.finditer(text):
        if extensions is not None and not found["line"].rstrip().endswith(_SENTENCE_END):
            continue  # in pages, some write their headings so
        message = say("the signs below it make this line a heading")
        hint = say("leave a line empty above them; for a heading, write `{code}`", code=f"## {short(found['line'])}")
        yield Sign(found.start("line"), "", message, hint)


def _typed(text: str) -> Iterator[Sign]:
    for found in _TO_ONESELF.finditer(text):
        message = say("readers see this line as a heading")
        as_tag = say("write `{tag}`, or a space behind the sign if it is a heading", tag=rf"\#{found['tag']}")
        as_note = say("take it out. A note of yours stands between `<!--` and `-->` on a page, and above a field")
        yield Sign(found.start(), "", message, as_tag if found["tag"] else as_note)
    for found in _INDENTED.finditer(text):
        message = say("‘{text}’ is shown as code, for four blanks stand before it", text=short(found["heading"]))
        hint = say("begin it at the start of its line")
        yield Unseen(found.start("heading"), "", message, hint, " ".join(found["title"].split()))
    for found in _EMPTY_HEADING.finditer(text):
        yield Sign(found.start(), "", say("this heading has no text"), say("write its text, or take the line out"))
