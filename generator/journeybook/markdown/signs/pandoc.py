"""Signs of Pandoc, which makes Markdown of a Word document, and which ours does not read: tables of hyphens, `{=html}`.

Tables that it draws with + and | are found in `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from journeybook.markdown.signs.levels import Line, levels
from journeybook.markdown.signs.sign import Sign, as_read, as_typed
from journeybook.problems import Text, say

_RULE = re.compile(r"[ ]{0,3}-{2,}(?:[ ]+-{2,})+[ ]*")
_RUN = re.compile(r"-+")
_LINE = re.compile(r"[ ]{0,3}-{5,}[ ]*")
"""What stands above and below a table whose rows have several lines."""
_MOST_COLUMNS = 30
_VERSE = re.compile(r"\|[ ]\s*(?P<words>[^|\n]*[^\W_][^|\n]*)")
"""A line that is to stay one, as Pandoc has those of poems."""
_BY_HAND = say("take it out, or write what it stands for: another program reads this")
_SIZES = {"in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0, "em": 16.0, "rem": 16.0}
"""Pixels of each unit in which other programs have the size of a picture."""
_SIZED = re.compile(r"\]\([^()\n]{0,300}\)(?P<list>\{[^{}\n]{0,300}\})|<(?:img|iframe|video)\b[^<>]{0,600}>", re.I)
_SIZE = re.compile(
    r"(?<![\w-])(?P<name>width|height)=(?P<sign>[\"']?)(?P<number>\d{1,4}(?:\.\d{1,9})?)[ ]?"
    rf"(?P<unit>{'|'.join(_SIZES)})(?P=sign)(?![\w.])",
    re.I,
)
_LISTED = re.compile(
    r"(?P<words>!?\[[^\[\]\n]{0,200}\])\([^()\n]{0,300}\)"
    r"(?P<of_link>\{:?[ ]*"
    r"(?:[.#][\w-]|(?:align|alt|class|height|id|loading|style|target|title|width)=)[^{}\n]{1,200}\})"
    r"|^#{1,6}[ ](?P<title>[^\n{}]*?)[ ]*(?P<of_heading>\{:?[ ]*#[a-zA-Z][^{}\n]{0,100}\})[ ]*#*[ ]*$",
    re.M,
)
"""Attributes behind a link, a picture or the words of a heading."""
_RAW = re.compile(
    r"\{=(?:html|html4|html5|latex|tex|beamer|openxml|openoffice|opendocument|odt|docx|rtf|epub|ms|man)\}"
)
_EXAMPLE = re.compile(r"^[ ]{0,3}(?P<part>\(@[\w-]*\))[ ]+\S", re.M)
_CITED = re.compile(r"\[(?:[^\[\]@\n]{1,40}[ ])?-?@[a-z][\w:.-]*\d[\w:.-]*(?:[,;][^\[\]\n]{1,200})?\](?![(\[:{])", re.I)
_TITLE = re.compile(r"\A\s*(?P<part>%[ ]+(?P<title>[^\W\d][^\n%]{0,100}))(?:\n%[^\n]*)*")
_QUOTED = re.compile(r"(?<![`\\\w])``(?P<words>(?=\w)[^`'\n]{1,200}(?:'[^`'\n]{1,200})?)''(?!')")


def find(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find such signs; `extensions` are those of pages, None for a field."""
    for level in levels(text) if "--" in text or "| " in text else ():
        for lines in level.paragraphs():
            yield from _table(lines)
            yield from _verse(lines)
    for found in _RAW.finditer(text):
        yield as_typed(found.start(), found[0], _BY_HAND)
    for found in _CITED.finditer(text):
        yield as_typed(found.start(), found[0], say("write in words whose text this is: another program reads this"))
    for found in _EXAMPLE.finditer(text):
        yield as_typed(found.start("part"), found["part"], say("write `1.` in its place, and in the next items too"))
    for found in _QUOTED.finditer(text):
        yield as_typed(found.start(), found[0], say("write `{code}`", code=f"“{found['words']}”"))
    if extensions is None or "attr_list" not in extensions:
        yield from _listed(text, extensions)
    if extensions is None:
        return
    if title := _TITLE.match(text):
        yield as_typed(title.start("part"), title["part"], _heading(title))
    for sized in _SIZED.finditer(text):
        if not sized["list"] or "attr_list" in extensions:
            yield from map(_pixels, _SIZE.finditer(text, *sized.span()))


def _heading(found: re.Match[str]) -> Text:
    return say("write `{code}` in place of the lines that begin with %", code=f"# {found['title'].strip()}")


def _listed(text: str, extensions: frozenset[str] | None) -> Iterator[Sign]:
    """Find attributes that nothing reads."""
    hint = say("take the signs out")
    if extensions is not None:
        hint = say(
            "write `- {extension}` below `markdown_extensions:` in mkdocs.yml, or take the signs out",
            extension="attr_list",
        )
    for found in _LISTED.finditer(text):
        group = "of_link" if found["of_link"] else "of_heading"
        if text[text.rfind("\n", 0, found.start()) + 1 :].startswith("#") and found["of_link"]:
            continue  # of pictures in headings, others tell
        words = found["title"] or found["words"] or ""
        seen = (
            found[group] if words.startswith("![") else f"{words.strip('[]')}{' ' * bool(found['title'])}{found[group]}"
        )
        yield replace(as_typed(found.start(group), found[group], hint), seen=as_read(seen))


def _pixels(found: re.Match[str]) -> Sign:
    """Say of the size of a picture that browsers take its number alone, and so for pixels."""
    name, number = found["name"].lower(), found["number"]
    right = round(float(number) * _SIZES[found["unit"].lower()])
    message = say(
        "browsers read ‘{size}’ as {number} pixels", size=f"{number}{found['unit']}", number=int(float(number))
    )
    hint = say("write `{code}`", code=f'{name}="{right}"')
    return Sign(found.start(), "", message, hint)


def _table(lines: list[Line]) -> Iterator[Sign]:
    """Find the first line of a table whose columns are those of a line of hyphens."""
    rows = [line.rstrip() for _, line in lines]
    places = [place for place, (rule, below) in enumerate(pairwise(rows)) if _begins(rule, below)]
    if not places:
        return
    rule, below = rows[places[-1]], rows[places[-1] + 1]
    head = [row for row in rows[: places[-1]] if not _RULE.fullmatch(row) and not _LINE.fullmatch(row)]
    if not all(_stands_in(row, rule, fewest=1) for row in head):
        return
    columns = min(len(_RUN.findall(rule)), _MOST_COLUMNS)
    cells = [" ".join(" ".join(parts).split()) or "…" for parts in zip(*(_cut(row, rule) for row in head), strict=True)]
    message = say("readers see these rows in one paragraph, and no table: there are blanks between the columns")
    row = f"| {' | '.join(cells[:columns] or ['…'] * columns)} |"
    hint = say("write `{row}`, `{rule}` below it, and so the other rows", row=row, rule="|" + "---|" * columns)
    yield Sign(lines[0][0], as_read(below), message, hint)


def _begins(rule: str, below: str) -> bool:
    """Tell whether a line of hyphens has a row below it that stands in its columns."""
    return bool(_RULE.fullmatch(rule)) and not _RULE.fullmatch(below) and _stands_in(below, rule)


def _cut(row: str, rule: str) -> list[str]:
    """Give the cells of a row that stands above or below a rule."""
    begins = [run.start() for run in _RUN.finditer(rule)]
    return [row[begin:end].strip() for begin, end in zip([0, *begins[1:]], [*begins[1:], None], strict=True)]


def _stands_in(row: str, rule: str, *, fewest: int = 2) -> bool:
    """Tell whether a row leaves the blanks of a rule free, and has words in as many columns."""
    apart = [(one.end(), other.start()) for one, other in pairwise(_RUN.finditer(rule))]
    return not any(row[one:other].strip() for one, other in apart) and sum(map(bool, _cut(row, rule))) >= fewest


def _verse(lines: list[Line]) -> Iterator[Sign]:
    """Find the first of several lines that begin with a bar and have no other."""
    found = [_VERSE.fullmatch(line.rstrip()) for _, line in lines]
    if len(found) > 1 and all(found) and found[0]:
        message = say("readers see the bars before these lines")
        hint = say("take the bars out, and end each line but the last with two blanks")
        yield Sign(lines[0][0], as_read(found[0][0]), message, hint)
