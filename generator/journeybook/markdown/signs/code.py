"""Code of a Markdown text: what is in it is no sign, and what does not end is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from journeybook.markdown.signs.fences import fences
from journeybook.markdown.signs.levels import levels
from journeybook.markdown.signs.paragraphs import paragraphs
from journeybook.markdown.signs.sign import Sign, Unseen, as_typed
from journeybook.problems import Text, say

_FRONT_MATTER = re.compile(r"\A\s*[-—+]{1,5}[ ]*\n(?P<code>(?:[^\n]*\S[^\n]*\n)+)")
"""Front matter that is none, of which others tell."""
_SEEN = re.compile(r"\S")
_CODE = re.compile(r"(?<![\\`])(`++)(?P<code>[^\n]{0,2000}?[^`\n])\1(?!`)")
_TWO_TICKS = re.compile(r"^[ ]{0,3}``[ ]*$", re.M)
_PROSE = re.compile(r"(?: {4,}|\t)[ \t]*[^\W\d_a-z][^*_`<>\[\]{}=;\\|#&]+[.!?…]?[ ]*")
_SMALL = re.compile(r" {4,}(?!.* -{1,2}\w)[^\W\d_][^*_`<>\[\]{}=;\\|#&/$@~:\"']+[.!?…]?[ ]*")
_LAST = re.compile(r"[^\W\d_]{2,}[.!?…]")
_FEWEST_OF_SMALL = 7
_LETTER = re.compile(r" {4,}[^\W\d_][^*_`<>\[\]{}=;\\|#&/$@~:\"]*")
_CAPITAL = re.compile(r"[ ]+[^\W\d_a-z][^\W\d_A-Z]+ ")
_FEWEST_OF_LETTER = 5
_ITEM = re.compile(r" {4,}(?:[-*+]|\d{1,2}[.)]) (?P<words>[^\W\d_a-z][^*_`<>\[\]{}=;\\|#&/$@~:\"]*)")
_MARKUP = re.compile(
    r"`x+`|!?\[(?P<link>[^\[\]\n]*)\]\([^()\s]+\)|(?P<sign>\*{1,3}|_{1,3})(?=\S)(?P<bold>[^*_\n]+)(?<=\S)(?P=sign)"
)
_BREAK = "\0"
_EXAMPLE = re.compile(r"`|\b(?:markdown|yaml|types?|writes?|write it|code)\b", re.I)
"""What stands above an example of signs."""
_LIKE_A_BOX = re.compile(r"\s*(?:[!?]\s?){2,4}")
_FEWEST_WORDS = 4
_ENDS = (".", "!", "?", "…")
_MERMAID = re.compile(r"[ ]*\{?[ ]*\.?mermaid\b")
_DRAWING = (
    "- pymdownx.superfences: {custom_fences: [{name: mermaid, class: mermaid, "
    "format: !!python/name:pymdownx.superfences.fence_code_format }]}"
)
"""With a blank before its brace: YAML would take that into the name."""
_DIRECTIVE = re.compile(
    r"[ ]*\{(?P<name>admonition|attention|bibliography|card|caution|danger|dropdown|epigraph|error|figure|glossary|grid"
    r"|hint|image|important|margin|note|pull-quote|seealso|sidebar|tab-set|tableofcontents|tip|topic|toctree|warning)\}"
    r"[ ]*(?P<file>[^\s`]{1,200})?"
    r"|[ ]*\{(?P<raw>=[a-z]{2,20}\d?)\}"
)
"""What begins a box, a picture or the like where MyST reads it; a language in braces, as in `{python}`, is code."""
_MADE_OF_OTHERS = ("bibliography", "glossary", "tableofcontents", "toctree")
"""Of those, what is made of other pages."""
_BEGINS = re.compile(r"(?<![^\s(\[{*_>|])`[\w./-]+")
_FENCE_LINE = re.compile(r"^(?P<before>[ \t>]*+)(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`\r\n]*+)(?=[\r\n]|\Z)", re.M)
_ONE_COMMENT = re.compile(r"<!--(?! ?(?:for:|end for))(?:(?!-->).)*-->")
_HEADING = re.compile(r"^[ \t>]*#{1,6}[ \t]+\S", re.M)
_EMPTY_ABOVE = re.compile(r"\n[ \t\r>]*\n\Z")
_OF_MARKUP = ("html", "markdown", "md", "mdx", "text", "txt")
_FENCE = re.compile(r"^[ ]*(?:`{3,}|~{3,}|'''|´´´|[‘’]{3})", re.M)


@dataclass(frozen=True, slots=True)
class LostFence:
    """A fence of code that is not closed where it is meant to be: where its line begins, and what it may take in."""

    signs: str
    at: int
    start: int
    end: int


def without_code(text: str) -> str:
    """Write x for each letter of code that is closed, so that all places stay."""
    return _CODE.sub(_crossed_out, without_fences(text))


def without_fences(text: str) -> str:
    """Write x for each letter of code in fences, so that all places stay."""
    text = _FRONT_MATTER.sub(_crossed_out, text)
    kept, done = list[str](), 0
    for fence in fences(text):
        kept += [text[done : fence.start], _SEEN.sub("x", text[fence.start : fence.end])]
        done = fence.end
    return "".join(kept) + text[done:]


def _crossed_out(code: re.Match[str]) -> str:
    start, end = code.start("code") - code.start(), code.end("code") - code.start()
    whole = code[0]
    if "\n" in whole:
        return _SEEN.sub("x", whole)
    return whole[:start] + "x" * (end - start) + whole[end:]


def diagrams(text: str, *, has_fences: bool) -> Iterator[Sign]:
    """Find the fences of mermaid diagrams of a text, for pages on which nothing draws them.

    `has_fences` tells whether the site has the extension that would.
    """
    for fence in fences(text) if "mermaid" in text else ():
        if _MERMAID.match(text, fence.info):
            message = say("this diagram is shown as code: no extension draws it")
            hint = say("write `{extension}` below `markdown_extensions:` in mkdocs.yml", extension=_DRAWING)
            if has_fences:
                hint = say("write `{extension}` in mkdocs.yml, in place of the line that is there", extension=_DRAWING)
            yield Sign(fence.at, "", message, hint)


def directives(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find boxes and pictures that are written as fences, as MyST has them: readers see code, or the signs."""
    for fence in fences(text) if "{" in text else ():
        if found := _DIRECTIVE.match(text, fence.info):
            name = found["name"] or found["raw"]
            message = say("‘{signs}’ makes code here, and no box or picture", signs=f"{fence.signs}{{{name}}}")
            yield Sign(fence.at, "", message, _in_place_of(found, extensions))


def _in_place_of(directive: re.Match[str], extensions: frozenset[str] | None) -> Text:
    name, file = directive["name"], directive["file"] or "….png"
    if directive["raw"]:
        return say("take it out, or write what it stands for: another program reads this")
    if extensions is None:
        return say("write `**Note:** …`, or tell it in a chapter")
    if name in ("figure", "image"):
        return say("write `{code}`", code=f"![…]({file})")
    if name in _MADE_OF_OTHERS:
        return say("take it out, or write what it stands for: another program reads this")
    box = "note" if name in ("admonition", "topic", "card", "grid", "tab-set") else name
    return say("write `{code}`, and what belongs to it four blanks further in", code=f"!!! {box}")


def in_drawing(text: str, place: int) -> bool:
    """Tell whether a place of a text is in a fence of a mermaid diagram."""
    found = fences(text) if "mermaid" in text else ()
    return any(one.start < place < one.end and _MERMAID.match(text, one.info) for one in found)


def in_fence(text: str, place: int) -> bool:
    """Tell whether a place of a text is in a fence that is closed, be it one that a site's Markdown does not read."""
    return any(start < place < end for start, end in _closed(text))


@lru_cache(maxsize=4)  # a page asks for each of its markers
def _closed(text: str) -> tuple[tuple[int, int], ...]:
    found = {(one.start, one.end) for one in fences(text)}
    found |= {(one.at, one.end) for one in _walked(text)[0]}  # in quotations, and behind tabs
    return tuple(sorted(found))


def lost_fences(text: str) -> list[LostFence]:
    """Give the fences that are not closed where their author means them to be.

    One has a line that begins another one as long, which cannot be shown in it, or one of other signs without its
    partner; or its end begins a paragraph, as the first line of another does. Where one never ends, each of those above
    it may have taken the beginning of the next for its end: all are lost, and the last for the whole text.
    """
    closed, lost, open_ = _walked(text)
    return [*closed, LostFence(open_["fence"], open_.start(), 0, len(text))] if open_ else lost


def _walked(text: str) -> tuple[list[LostFence], list[LostFence], re.Match[str] | None]:
    """Give the fences that are closed, those of them that are lost, and what opens one that never ends."""
    closed, lost = list[LostFence](), list[LostFence]()
    open_ = inner = None
    is_lost = False
    for line in _FENCE_LINE.finditer(text):
        if open_ is None:
            open_, inner, is_lost = line, None, False
        elif line["fence"] == open_["fence"] and _width(line["before"]) == _width(open_["before"]):
            is_lost = is_lost or bool(line["info"].strip())
            if not line["info"].strip():
                closed.append(LostFence(open_["fence"], open_.start(), open_.start(), line.end()))
                if is_lost or _begins_another(text, open_, line) or (inner and not inner["info"].strip()):
                    lost.append(closed[-1])
                elif inner:  # what stands above it is no part of an example that is cut off
                    lost.append(replace(closed[-1], end=inner.start()))
                open_ = None
        elif line["fence"][0] != open_["fence"][0]:
            is_end = inner and inner["fence"] == line["fence"] and not line["info"].strip()
            inner = None if is_end else inner or line
    return closed, lost, open_


def _begins_another(text: str, open_: re.Match[str], line: re.Match[str]) -> bool:
    """Tell whether the line that ends a fence looks as if it began another: headings above it, no text beside it."""
    above, below = text[open_.end() : line.start()], text[line.end() :].removeprefix("\r").removeprefix("\n")
    return (
        open_["info"].strip().casefold() not in _OF_MARKUP
        and bool(_EMPTY_ABOVE.search(above))
        and bool(below.partition("\n")[0].strip(" \t\r>"))
        and bool(_HEADING.search(above))
    )


def _width(before: str) -> int:
    return len(before.expandtabs(4))


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find the first fence that is not closed, in a text `without_code`."""
    if fence := _FENCE.search(text):
        yield as_typed(
            fence.start(), fence[0].strip(), say("write ``` on a line of its own below the code, as above it")
        )
    if extensions is not None:  # of fields, others tell it
        yield from _prose(text)
    yield from _begun(text)
    for ticks in _TWO_TICKS.finditer(text):
        yield Sign(ticks.start(), "", say("two backticks end no code"), say("write ``` in their place"))


def _begun(text: str) -> Iterator[Sign]:
    """Find a backtick that begins code, and is the only one of its paragraph."""
    for start, lines in paragraphs(text) if "`" in text else ():
        one = "\n".join(lines)
        found = _BEGINS.search(one) if one.count("`") == 1 else None
        if found and "'" not in one[found.end() :] and "’" not in one[found.end() :]:  # `so', as some quote
            hint = say("write a backtick behind the code, as before it; or take it out")
            yield as_typed(start + found.start(), found[0], hint)


def _prose(text: str) -> Iterator[Sign]:
    """Find texts that four blanks make code of; in lists and boxes they make none, and readers see the text."""
    for level in levels(text):
        above = ""
        for paragraph in level.paragraphs():
            (start, first), lines = paragraph[0], [line for _, line in paragraph]
            is_indented = all(line.startswith("    ") for line in lines)
            above = above if is_indented else "\n".join(lines)
            if not is_indented or _LIKE_A_BOX.match(above):  # of a box that is none, others tell
                continue
            is_inside = level.is_box or level.is_quotation or first.startswith(" " * 8)
            is_example = bool(_EXAMPLE.search(above))
            if words := _items(lines) if not is_example else "":
                message = say("this list is shown as code, for four blanks stand before it")
                hint = say("begin each of its lines at the start of the line")
            elif words := _words(lines, is_example=is_example or above.rstrip().endswith(":")):
                message = say("this is shown as code, for four blanks stand before it")
                hint = say("begin it at the start of its line")
            elif (words := _comment(lines)) and not is_example and not above.rstrip().endswith(":"):
                message = say("this comment is shown as code, for four blanks stand before it")
                hint = say("begin it at the start of its line")
            else:
                continue
            yield Unseen(start, "", message, say("take four of the blanks before it out") if is_inside else hint, words)


def _words(lines: list[str], *, is_example: bool) -> str:
    """Give the words of an indented paragraph that is a text; empty for code, and for what may be an example of signs.

    It is one with links, bold words or code, or of short lines as those of a letter.
    """
    whole = " ".join(" ".join(lines).split())
    if _is_prose(lines[0], whole.split()):
        return whole
    if is_example:
        return ""
    parts = [" ".join(part.split()) for part in _MARKUP.sub(_apart, " ".join(lines)).split(_BREAK)]
    bare = [_MARKUP.sub(lambda found: _shown(found) or "x", line) for line in lines]
    if len(parts) > 1 and _is_prose(bare[0], " ".join(bare).split()):
        return max(parts, key=len)
    ends = any(_LAST.search(line.split()[-1]) for line in lines)
    is_letter = len(lines) > 1 and ends and _CAPITAL.match(lines[0]) and all(map(_LETTER.fullmatch, lines))
    return whole if is_letter and len(whole.split()) >= _FEWEST_OF_LETTER else ""


def _comment(lines: list[str]) -> str:
    """Give a paragraph that is a comment and nothing else; empty for others, and for markers."""
    found = _ONE_COMMENT.fullmatch(" ".join(" ".join(lines).split()))
    return found[0] if found else ""


def _shown(found: re.Match[str]) -> str:
    return found["link"] or found["bold"] or ""


def _apart(found: re.Match[str]) -> str:
    return f"{_BREAK}{_shown(found)}{_BREAK}"


def _items(lines: list[str]) -> str:
    """Give the longest item of an indented list of words; empty for a list in code."""
    items = [_ITEM.fullmatch(_MARKUP.sub(lambda found: _shown(found) or "x", line)) for line in lines]
    found = [item["words"] for item in items if item]
    return max(found, key=len) if len(found) == len(lines) > 1 else ""


def _is_prose(first: str, words: list[str]) -> bool:
    """Tell whether an indented paragraph is a sentence: a small letter may begin a longer one."""
    if not words[-1].endswith(_ENDS):
        return False
    is_long = len(words) >= _FEWEST_OF_SMALL and _LAST.fullmatch(words[-1]) is not None
    return bool(_PROSE.fullmatch(first) and len(words) >= _FEWEST_WORDS) or bool(is_long and _SMALL.fullmatch(first))
