"""Find the signs of Markdown that readers see, since they are not what Markdown reads: `~~struck~~`, a list below text.

A sign is told where it stands in the output as it was typed; so what an extension reads, what is code and what is
escaped is none. Of what can be read in two ways, only what is surely meant as a sign is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from journeybook.markdown.lists import Odd, odd_lines
from journeybook.problems import Text, say

_TAG_NAMES = (
    "a|abbr|b|big|blockquote|br|center|code|del|details|div|em|embed|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p"
    "|pre|s|script|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_NO_LIST = say("readers see this in one paragraph, and no list")
_TAKEN_OUT = say("take the signs out")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that readers see, its place in the text, what is wrong and what to write instead.

    `seen` is what readers see of it; empty where they see something else.
    """

    start: int
    seen: str
    message: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class _Lost(Sign):
    """A text that is told where readers do not see it."""

    text: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """Signs of one kind: what they look like, what to write, and the extension of mkdocs.yml that reads them."""

    pattern: re.Pattern[str]
    hint: Text | Callable[[re.Match[str]], Text]
    extension: str = ""


def _bold(found: re.Match[str]) -> Text:
    return say("write `{code}`, with no blank inside the stars", code=f"**{found['words'].strip()}**")


def _tag(found: re.Match[str]) -> Text:
    match found["tag"].lower():
        case "b" | "strong":
            return say("write `{code}`", code="**…**")
        case "i" | "em":
            return say("write `{code}`", code="*…*")
        case "a":
            return say("write `{code}`", code="[…](https://…)")
        case "br" | "p":
            return say("begin a new paragraph, with an empty line above it")
        case _:
            return say("take it out: there is no HTML here")


_KINDS = (
    _Kind(
        re.compile(r"[-–—]{1,4} ?8<[-–—]+.*"),
        say("copy the text itself, or tell it in a chapter"),
        "pymdownx.snippets",
    ),
    _Kind(
        re.compile(r"\[\^(?P<note>[^\]\s]{1,40})\]|(?<=\w)\^\[(?P<other>[^\]\s]{1,40})\](?!\()"),
        say("write the note in brackets where it belongs, or tell it in a chapter"),
        "footnotes",
    ),
    _Kind(
        re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])"),
        say("paste the emoji itself, or take it out"),
        "pymdownx.emoji",
    ),
    _Kind(re.compile(rf"<(?P<tag>{_TAG_NAMES})(?:\s[^<>\n]{{0,300}})?/?>", re.I), _tag),
    _Kind(re.compile(r"(?<![\w~])~~(?=[^\s~])[^~\n]{1,200}(?<=\S)~~(?![\w~])"), _TAKEN_OUT, "pymdownx.tilde"),
    _Kind(re.compile(r"(?<![\w=])==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?![\w=])"), _TAKEN_OUT, "pymdownx.mark"),
    _Kind(re.compile(r"(?<!\+)\+\+(?=[a-z])[\w+\"-]{1,40}\+\+(?!\+)"), _TAKEN_OUT, "pymdownx.keys"),
    _Kind(re.compile(r"\{:[^{}\n]{1,100}\}"), _TAKEN_OUT, "attr_list"),
    _Kind(re.compile(r"^\*\[\w[^\]\n]{0,40}\]:.*", re.M), _TAKEN_OUT, "abbr"),
    _Kind(re.compile(r"(?<![*\w])\*\*(?P<words> (?=[^\W\d])[^*\n]{1,200}?(?: |(?<=\S)))\*\*(?![*\w])"), _bold),
    _Kind(re.compile(r"(?<![*\w])\*\*(?P<words>[^\s*][^*\n]{0,200} )\*\*(?![*\w])"), _bold),
    _Kind(
        re.compile(r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,200}$", re.M),
        say("write two stars behind the words that are bold, as before them; or take these out"),
    ),
    _Kind(re.compile(r"(?<![*\w])\*(?P<part>\*(?P<words>[^\s*][^*\n]{0,200}))(?<=\S)\*(?!\*)"), _bold),
)
_IN_FIELDS = (
    _Kind(
        re.compile(r"<!-+ ?\S+"), say("take it out: readers see it. A note of yours stands behind a # above the field")
    ),
    _Kind(re.compile(r"^(?:!!!|\?\?\?\+?)[ ]+\w+.*", re.M), say("write `**Note:** …`, or tell it in a chapter")),
    _Kind(re.compile(r"\[!\w+\]"), say("write `**Note:** …`, or tell it in a chapter")),
    _Kind(re.compile(r"^:::+ ?\w+.*", re.M), say("write `**Note:** …`, or tell it in a chapter")),
    _Kind(re.compile(r'^===[+!]?[ ]+".*', re.M), say("write the title as `**…**`, or tell it in a chapter")),
)
_ON_PAGES = (_Kind(re.compile(r"<!-+ ?\S+"), say("end the note with `-->`, or take it out")),)
_FENCED = re.compile(r"^(?P<in>[ ]*)(?P<fence>`{3,}+|~{3,}+)[^\n`]*+\n(?P<code>.*?)^[ ]*(?P=fence)[ ]*$", re.M | re.S)
_FRONT_MATTER = re.compile(r"\A\s*[-—+]{1,5}[ ]*\n(?P<code>(?:[^\n]*\S[^\n]*\n)+)")
"""Front matter that is none, of which others tell."""
_CODE = re.compile(r"(?<![\\`])(`++)(?P<code>[^\n]{0,2000}?[^`\n])\1(?!`)")
_FENCE = re.compile(r"^[ ]*(?:`{3,}|~{3,}|'''|´´´)", re.M)
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙➢➤►✓✔❖·\uf0a7\uf0b7\uf0d8][ \t\u00a0]*(?P<item>\w.*)")
_LIKE_ITEMS = (
    re.compile(r"[-*+](?P<item>[^\W\d_].*)"),
    re.compile(r"(?:[–—]|o)[ \t\u00a0]+(?P<item>\S.*)"),
    re.compile(r"(?P<number>\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\))[ \t\u00a0]*(?P<item>\w.*)"),
    re.compile(r"(?P<number>(?:[a-z]|[ivx]{1,4})\.)[ \t\u00a0]+(?P<item>\w.*)"),
    re.compile(r"(?P<number>\d{1,2}\.)(?P<item>[^\W\d_].*)"),
    re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+\.?)[ \t\u00a0]+(?P<item>[^\W\d_].*)"),
    re.compile(r"(?P<number>[①-⑳])[ \t\u00a0]*(?P<item>\w.*)"),
)
"""What begins items for people; of one of these, two lines right below each other have to begin."""
_UNDERLINED = re.compile(r"(?:\A|(?<=\n\n))(?P<line>[^\W\d_][^\n]{3,})\n---[ ]*$", re.M)
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",")
_YEAR = re.compile(r"(\d{3,})\.")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:", re.M)
_SUM = re.compile(r"(?<![\w*])\d+(?:\*\d+){2,}(?![\w*])")
_TO_ONESELF = re.compile(
    r"^#{1,6}(?:(?P<tag>[a-z][\w-]*)"
    r"|[ ]+(?:to ?do|todos|fixme|reminder|remember|remind|note to (?:self|me)|notes?)\b *[:.!–-]"
    r"|[ ]+(?:TODO|FIXME|XXX)\b).*",
    re.M,
)
"""What begins with the sign of a heading, and is most likely a note to oneself, or a tag."""
_EMPTY_HEADING = re.compile(r"^#{1,6}[ \t]*$", re.M)
_BOX = re.compile(r"[ ]*(?:!!!|\?\?\?\+?|===[!+]{0,2})[ ]+\S")
_BOX_LEVEL = 4
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ ]*$")
_RULE_ROW = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)*[ ]*:?-+:?[ ]*\|?[ ]*$")
_BAR = re.compile(r"(?<!\\)\|")
_MOST_NEEDLE = 60


def signs(text: str, visible: Callable[[], str], extensions: frozenset[str] | None = None) -> list[Sign]:
    """Find what readers see of a Markdown text as it was typed, in order.

    `visible` gives the text of its output (`output.visible`); it is asked only where there may be a sign. `extensions`
    are those of a site's pages, None for a field of YAML.
    """
    bare = _without_code(text)
    found = [*_of_kinds(bare, extensions), *_of_lines(bare), *_lists(bare, extensions)]
    found += [*_lost_cells(bare), *_headings(bare, extensions), *_lost_notes(bare, extensions), *_lost_stars(bare)]
    if not found:
        return []
    seen = visible()
    left = (sign for sign in reversed(found) if _is_seen(sign, seen))
    return sorted({sign.start: sign for sign in left}.values(), key=lambda sign: sign.start)


def _is_seen(sign: Sign, seen: str) -> bool:
    if isinstance(sign, _Lost):
        return sign.text not in seen
    return not sign.seen or _needle(sign.seen) in seen


def _needle(text: str) -> str:
    return " ".join(text.split())[:_MOST_NEEDLE].rstrip()


def _without_code(text: str) -> str:
    """Write x for each letter of code that is closed, so that all places stay."""
    text = _FRONT_MATTER.sub(_crossed_out, text)
    text = _FENCED.sub(_crossed_out, text)
    return _CODE.sub(_crossed_out, text)


def _crossed_out(code: re.Match[str]) -> str:
    start, end = code.start("code") - code.start(), code.end("code") - code.start()
    whole = code[0]
    if "\n" in whole:
        return re.sub(r"[^\s]", "x", whole)
    return whole[:start] + "x" * (end - start) + whole[end:]


def _shown(start: int, text: str, hint: Text) -> Sign:
    return Sign(start, text, say("‘{signs}’ is shown as it is typed here", signs=_short(text)), hint)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_NEEDLE else f"{text[:_MOST_NEEDLE]}…"


def _of_kinds(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    for kind in (*_KINDS, *(_IN_FIELDS if extensions is None else _ON_PAGES)):
        for found in kind.pattern.finditer(text):
            sign = _shown(found.start(), found[0].strip(), _hint(kind, found, extensions))
            part = found.groupdict().get("part")
            yield replace(sign, seen=part) if part else sign


def _hint(kind: _Kind, found: re.Match[str], extensions: frozenset[str] | None) -> Text:
    if extensions is None or not kind.extension:
        return kind.hint if isinstance(kind.hint, Text) else kind.hint(found)
    if kind.extension not in extensions:
        return say(
            "write `- {extension}` below `markdown_extensions:` in mkdocs.yml, or take the signs out",
            extension=kind.extension,
        )
    if kind.extension == "pymdownx.snippets":
        return say("write `{code}`, on a line of its own", code='--8<-- "…"')
    if kind.extension == "footnotes":
        return say(
            "write the note below, as `{code}`, or take the sign out", code=f"[^{found['note'] or found['other']}]: …"
        )
    return _TAKEN_OUT


def _of_lines(text: str) -> Iterator[Sign]:
    """Find what begins lines: fences that are not closed, bullets, letters and numbers, and tables that are none."""
    fence = next((found for found in _FENCE.finditer(_FENCED.sub(_crossed_out, text))), None)
    if fence:
        hint = say("write ``` on a line of its own below the code, as above it")
        yield _shown(fence.start(), fence[0].strip(), hint)
    for start, lines in _paragraphs(text):
        yield from _items(start, lines)
        yield from _table(start, lines)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of each run of lines without an empty one, and where it starts."""
    start = 0
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = start if lines else at
            lines.append(line)
        elif lines:
            yield start, lines
            lines = []
        at += len(line) + 1
    if lines:
        yield start, lines


def _items(start: int, lines: list[str]) -> Iterator[Sign]:
    """Find the first line of a paragraph that begins like an item, and is none."""
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        bare = line.strip()
        at = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if found := _BULLET.match(bare):
            yield Sign(at, bare, _NO_LIST, _as_item(found["item"], "-"))
            return
        for pattern in _LIKE_ITEMS:
            if (found := pattern.match(bare)) and pattern.match(below.strip()):
                sign = "1." if "number" in pattern.groupindex else "-"
                yield Sign(at, bare, _NO_LIST, _as_item(found["item"], sign))
                return


def _as_item(item: str, sign: str) -> Text:
    return say("write `{item}`, with an empty line above the list", item=f"{sign} {_short(item)}")


def _table(start: int, lines: list[str]) -> Iterator[Sign]:
    rows = [place for place, line in enumerate(lines) if _ROW.match(line)]
    if len(rows) < 2 or rows[1] != rows[0] + 1:
        return
    first = lines[rows[0]]
    at = start + sum(len(line) + 1 for line in lines[: rows[0]])
    columns = len(_cells(first))
    rule = "|" + "---|" * columns
    if rows[0]:
        hint = say("leave the line above it empty")
    elif len(lines) > 1 and _RULE_ROW.match(lines[1]):
        hint = say("write `{rule}` below the first line: as many columns as it has", rule=rule)
    else:
        hint = say("write `{rule}` below the first line", rule=rule)
    yield Sign(at, first, say("this is no table here: readers see the bars"), hint)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


def _lost_cells(text: str) -> Iterator[Sign]:
    """Find cells of tables beyond the columns of the first row, which are on no page."""
    for start, lines in _paragraphs(text):
        if len(lines) < 3 or "|" not in lines[0] or not _RULE_ROW.match(lines[1]):
            continue
        columns = len(_cells(lines[0]))
        at = start + len(lines[0]) + len(lines[1]) + 2
        for line in lines[2:]:
            if beyond := [cell for cell in _cells(line)[columns:] if cell]:
                message = say("readers do not see ‘{cell}’: the first line has no column for it", cell=beyond[0])
                hint = say("give the first two lines as many columns, or write `{code}` for a bar", code=r"\|")
                yield _Lost(at + line.rfind(beyond[0]), "", message, hint, beyond[0])
            at += len(line) + 1


def _headings(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    for found in _UNDERLINED.finditer(text):
        if extensions is not None and not found["line"].rstrip().endswith(_SENTENCE_END):
            continue  # in pages, some write their headings so
        message = say("the hyphens below it make this line a heading")
        hint = say("leave a line empty above `---`; for a heading, write `{code}`", code=f"## {_short(found['line'])}")
        yield Sign(found.start("line"), "", message, hint)
    for found in _TO_ONESELF.finditer(text):
        message = say("readers see this line as a heading")
        as_tag = say("write `{tag}`, or a space behind the sign if it is a heading", tag=rf"\#{found['tag']}")
        as_note = say("take it out. A note of yours stands between `<!--` and `-->` on a page, and above a field")
        yield Sign(found.start(), "", message, as_tag if found["tag"] else as_note)
    for found in _EMPTY_HEADING.finditer(text):
        yield Sign(found.start(), "", say("this heading has no text"), say("write its text, or take the line out"))


def _lost_stars(text: str) -> Iterator[Sign]:
    """Find sums such as 2*3*4 of which the stars make letters slanted, as on pages."""
    for found in _SUM.finditer(text):
        message = say("readers do not see the stars of ‘{sum}’", sum=found[0])
        hint = say("write `{sum}`", sum=found[0].replace("*", "×"))
        yield _Lost(found.start(), "", message, hint, found[0])


def _lost_notes(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find footnotes below another one of the same name, which takes their place."""
    known: dict[str, int] = {}
    for found in _NOTE.finditer(text) if "footnotes" in (extensions or ()) else ():
        if found[1] in known:
            message = say("readers do not see this note: another one is called ‘{name}’, too", name=found[1])
            yield Sign(known[found[1]], "", message, say("give each note a name of its own"))
        known[found[1]] = found.start()


_ODD = {
    Odd.BELOW_TEXT: (_NO_LIST, say("leave the line above this empty")),
    Odd.ALONE: (_NO_LIST, say("leave the line above this empty; if it is no list, take the sign out")),
    Odd.LEVEL: (
        say("this is not part of the item above it: readers see it one level higher"),
        say("begin it four blanks further in than the item that it belongs to"),
    ),
    Odd.NUMBER: (
        say("readers see another number here: a list begins with 1 again"),
        say(
            "begin what belongs to an item four blanks further in, or write `- sane_lists` below `markdown_extensions:`"
        ),
    ),
    Odd.DRAWN_IN: (
        say("this line is drawn into the item above it"),
        say("leave the line above this empty; what belongs to the item begins further in"),
    ),
}
_RIGHT_IN_FIELDS = (Odd.BELOW_TEXT, Odd.LEVEL, Odd.NUMBER)


def _lists(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    for lines in _levels(_numbered(text)):
        for found in odd_lines([line for _, line in lines]):
            at, line = lines[found.line]
            bare = line.strip()
            is_right = found.odd in _RIGHT_IN_FIELDS if extensions is None else _is_read(found.odd, extensions)
            if not is_right:
                seen = bare if found.odd in (Odd.BELOW_TEXT, Odd.ALONE) else ""
                year = _YEAR.match(bare) if found.odd is Odd.NUMBER else None
                message, hint = _ODD[found.odd]
                hint = say("write `{code}`: it is no number of a list", code=rf"{year[1]}\.") if year else hint
                yield Sign(at + len(line) - len(line.lstrip()), seen, message, hint)


def _numbered(text: str) -> list[tuple[int, str]]:
    """Give the lines of a text with the place where each begins, tabs as blanks."""
    at = 0
    lines = []
    for line in text.split("\n"):
        lines.append((at, line.replace("\t", " " * _BOX_LEVEL)))
        at += len(line) + 1
    return lines


def _levels(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Give the lines without what is in boxes and tabs, and the lines in each of those, without their margin."""
    outside: list[tuple[int, str]] = []
    place = 0
    while place < len(lines):
        at, line = lines[place]
        place += 1
        outside.append((at, "" if _BOX.match(line) else line))
        if not _BOX.match(line):
            continue
        margin = len(line) - len(line.lstrip()) + _BOX_LEVEL
        inside = []
        while place < len(lines) and (not lines[place][1].strip() or lines[place][1].startswith(" " * margin)):
            inside.append((lines[place][0] + margin, lines[place][1][margin:]))
            place += 1
        yield from _levels(inside)
    yield outside


def _is_read(odd: Odd, extensions: frozenset[str]) -> bool:
    if odd is Odd.NUMBER:
        return "sane_lists" in extensions
    return odd in (Odd.LEVEL, Odd.BELOW_TEXT) and "mdx_truly_sane_lists" in extensions
