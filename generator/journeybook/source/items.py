"""Part a text into the items of a list that an author seems to have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from journeybook.source.spaces import NO_WIDTH, ODD

_SIGNS = "•‣◦▪▫●○■□∙➢➤►✓✔❖\uf0a7\uf0b7\uf0d8"
"""What word processors begin an item with, Word also as signs of its own fonts; between items they stand nowhere."""
_STARTERS = "–—‒―⁃－﹣‐‑→⇒➔➜▶▸"
"""Signs that begin an item, and that stand within one as well."""
_BEFORE_SIGN = re.compile(rf"(?<=\s)(?=[{_SIGNS}])")
_BEFORE_DASH = re.compile(r"(?<=\s)(?=-[^\W\d_])")
_MARKED = re.compile(
    rf"[{_SIGNS}{_STARTERS}][ \t{ODD}]*(?=\w)|(?:[-−*+·][ \t{ODD}]+)+|-(?=[^\W\d_])"
    rf"|--+[ \t{ODD}]*(?=\w)|o(?:\t[ \t]*|[ {ODD}]+)(?=[^\Wa-z_])"  # Word's round bullet, copied, is an o
)
_NUMBERED = re.compile(rf"(?:\d{{1,2}}[.)]|[A-Za-z]\))[ \t{ODD}]+")
_BRACKETED = re.compile(r"(?:\d{1,2}|[A-Za-z])\)\s")
"""A number or letter that makes no list in Markdown either."""
_BEFORE_NUMBER = re.compile(r"(?<=\s)(?=(?:\d{1,2}|[a-z])\)\s)")
_COMMAS = re.compile(r"(?<!\d)[,;，、；،]|[,;，、；،](?!\d)")  # not that of 1,5
_SENTENCE = re.compile(r"[.?!:。？！]")
_AFTER_QUESTION = re.compile(r"(?<=[?？؟])(?:\s+[/|]\s+|[\s,;]*)(?=[^\s,;/|?？؟!)\"'”’])")
_AFTER_SENTENCE = re.compile(r"(?<=[.!。！])\s+[/|]\s+(?=\w)")
_AMOUNT = re.compile(r"\b(?:[x×]\s*)?\d+(?:\s*[x×])?(?:\s+(?:each|per \w+))?(?!\w)")
_ARROW = re.compile(r"->|=>|→|⇒|➔|➜")
_IN_BRACKETS = re.compile(r"\[\s*(?=\w|[\"'“])([^\[\]]+?)\s*\]")
_BETWEEN_TAGS = re.compile(r"[,;|，、；،]|\s+(?=#\w)")
_BETWEEN_CHOICES = re.compile(r"\s*[/|]\s*|\s+or\s+")
_TEXT_APART = re.compile(rf"[ \t{ODD}]+(?=\S)")
_TEXT_BEHIND = re.compile(rf"[ \t{ODD}]+(?=\S)|(?=[^\W\d_])")
_OTHER_COMMAS, _BETWEEN_THINGS = re.compile("[;；，、]"), re.compile("[;；、]")
_LINKS = re.compile(r"\b(?:and|or|to|und|oder|bis|et|ou|y|o|e|og|och|en|of|i|a)$|[&+–-]$", re.I)
"""What stands before the second of two numbers in one sentence: `1. und 2. Mai`."""
_LAST_TWO = re.compile(r"(\w\S*(?: \S+)?) (?:and|&|und|et|y|e|en|og|och) (\w\S*(?: \S+){0,2})")
_OF_ITS_OWN = re.compile(
    r"(?:an?|your|ein|eine|einen|un|une|una|een)(?: (?!or\b|own\b|ones?$|oder\b|eigene)\w[\w-]*){1,2}", re.I
)
"""A thing behind a comma that is none that says more of the one before it, as `a red one` does."""
_COLOUR = re.compile(
    r"black|white|red|green|blue|yellow|schwarz|weiß|rot|grün|blau|gelb|noire?|blanche?|blanc|rouge|verte?|bleue?|jaune",
    re.I,
)
_QUOTES = '"“”„‟«»'
_THINGS = ("materials", "bring")
_ASKS = ("?", "？", "؟", "!")
_GOES_ON = (",", ";", ":", "(", "-", "–", "—", "/", "&")
_FEW_WORDS = 4
_UNBROKEN, _SHORT = 50, 3
"""Characters of a line that nobody has to break, and words of one that is an item by itself."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMERALS = (
    tuple(map(str, range(1, 31))),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    _ROMAN,
    tuple(numeral.upper() for numeral in _ROMAN),
)
SERIES = (
    tuple(map(chr, range(0x2460, 0x2474))),  # numbers in circles
    *(
        tuple(f"{before}{n}{after}" for n in row)
        for row in _NUMERALS
        for before, after in (("", "."), ("", ")"), "()")
        if after != "." or not row[0].isupper()  # `A. Smith` is somebody
    ),
)
"""The signs that people number items with, each from its first: 1. 2. 3., a) b) c), (i) (ii) (iii)."""
_FIRST = frozenset(series[0][0] for series in SERIES)


def items_below(sign: str, lines: list[str], *, is_markdown: bool) -> list[str]:
    """Give the items that stand below a bar or >, none where they are one text, or a list that Markdown makes."""
    makes_list = is_markdown and sign == "|" and not (lines and _BRACKETED.match(lines[0])) and not lettered(lines)
    marked = [] if makes_list else _by_marks(lines)
    if len(marked) > 1 or (marked and not is_markdown and _MARKED.match(lines[0])):
        return marked
    return [] if is_markdown else _several(_by_lines(lines, alone=True))


def _several(items: list[str]) -> list[str]:
    return items if len(items) > 1 else []


def items_in_quotes(text: str, key: str) -> list[str]:
    """Give the items of a list that stands in quotation marks, brackets and all; a choice is one of several, too."""
    text = " ".join(text.split())
    if (found := _IN_BRACKETS.fullmatch(text)) and (key not in ("choices", "fields") or "," in text):
        return [part.strip().strip("\"'“”").strip() for part in found[1].split(",")]
    if key == "columns":
        return _by_commas(text, things=False)
    return _choices(text) if key == "choices" else []


def tags_in(text: str) -> list[str]:
    """Give the tags that a text is meant as, without the signs around them: `#talk, #tea`, `“talk”`, `talk,`."""
    parts = (unquoted(part.strip().lstrip("#")) for part in _BETWEEN_TAGS.split(" ".join(text.split())))
    return [part for part in parts if part]


def unquoted(word: str) -> str:
    """Give a word without quotation marks around it, and with single blanks.

    Marks around a part of it, as in `“Naive expert” (new here)`, are its own.
    """
    bare = word.strip(f"{_QUOTES} ")
    return " ".join((word if any(sign in bare for sign in _QUOTES) else bare).split())


def items_in_text(
    lines: list[str], key: str, *, is_markdown: bool, alone: bool, in_brackets: bool = False
) -> list[str]:
    """Give the items that a text seems to be: several, or one that has a sign before it; none where it is a text.

    `alone`: the text stands in place of the list of that `key`, and is no item of it.
    """
    items = _by_marks(lines)
    text = " ".join(lines)
    if len(items) < 2 and not is_markdown:
        items = _by_lines(lines, alone=alone)
    if len(items) < 2 and key == "questions":
        items = _by_question_marks(text, alone=alone)
    if key == "choices" and alone and len(items) < 2:
        items = _choices(text)
    if len(items) < 2 and not is_markdown and alone:
        items = _by_commas(text, things=key in _THINGS) or _by_dashes(text)
    if len(items) < 2 and key in (*_THINGS, "participants"):
        items = _by_semicolons(text, loosely=in_brackets) or items
    if len(items) > 1:
        return items
    mark = _MARKED.match(lines[0]) if lines else None
    return [text[mark.end() :]] if mark else []


def split(lines: list[str]) -> list[str]:
    """Give lines without their margins; of a line with several signs, each part."""
    parts = (_stripped(part) for line in lines for part in _apart(_stripped(line)))
    return [part for part in parts if part]


def _stripped(line: str) -> str:
    return line.strip().strip(f"{NO_WIDTH}\ufeff").strip()


def _apart(line: str) -> list[str]:
    if _BRACKETED.match(line):
        return _BEFORE_NUMBER.split(line)
    if series_at(line):
        return list(_by_series(line))
    return (_BEFORE_DASH if _BEFORE_DASH.match(f" {line}", 1) else _BEFORE_SIGN).split(line)


def series_at(line: str) -> tuple[str, ...] | None:
    """Give the series that a line begins with the first sign of, such as `1.` or `a)`; None where it begins none."""
    if line[:1] not in _FIRST:
        return None
    return next((series for series in SERIES if _sign_at(line, series[0])), None)


def _sign_at(line: str, sign: str) -> int:
    """Find where the text begins after a sign that a line begins with; 0 where it does not.

    Behind `1.`, a bracket or a circle, a letter may follow at once; `a.m.` and `i.e.` are words.
    """
    if not line.startswith(sign):
        return 0
    found = (_TEXT_BEHIND if sign[-1] != "." or sign[0].isdigit() else _TEXT_APART).match(line, len(sign))
    return found.end() if found else 0


def _by_series(line: str) -> Iterator[str]:
    """Part a line such as `1. Think. 2. Write.` before each next sign of its series."""
    begin = 0
    for sign in (series_at(line) or ("",))[1:]:
        at = line.find(f" {sign} ", begin)
        if at < 0 or _LINKS.search(line[begin:at]):
            break
        yield line[begin:at]
        begin = at + 1
    yield line[begin:]


def numbered(lines: list[str]) -> list[tuple[int, int]]:
    """Give the place of each line that begins with the next sign of a series, and where its text begins; two at least.

    The first line begins the series.
    """
    series = (lines and series_at(lines[0])) or ()
    found: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        begin = _sign_at(line, series[len(found)]) if len(found) < len(series) else 0
        found += [(place, begin)] if begin else []
    return found if len(found) > 1 else []


def lettered(lines: list[str]) -> bool:
    """Tell whether lines are numbered with signs of which Markdown makes no list: a. b. c., (1) (2) (3)."""
    return bool(numbered(lines)) and not re.match(r"\d+\.\s", lines[0])


def _by_marks(lines: list[str]) -> list[str]:
    """Part lines at those that begin with a dash, a bullet or, from the first one on, a number."""
    by_number = bool(lines) and bool(_NUMBERED.match(lines[0]))
    begins = dict(numbered(lines))
    items: list[str] = []
    for place, line in enumerate(lines):
        mark = _MARKED.match(line) or (_NUMBERED.match(line) if by_number else None)
        begin = mark.end() if mark else begins.get(place, 0)
        if begin or not items:
            items.append(line[begin:])
        else:
            items[-1] += f" {line}"
    return items


def _by_lines(lines: list[str], *, alone: bool) -> list[str]:
    """Part lines where one begins like an item: below a question, or in capitals below a line that was not full.

    Where the text stands alone, short lines are items, too.
    """
    items = lines[:1]
    all_short = alone and all(len(line.split()) <= _SHORT and not line.endswith(_GOES_ON) for line in lines)
    for above, line in pairwise(lines):
        if all_short or _is_apart(above, line):
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items


def _is_apart(above: str, line: str) -> bool:
    if line[0].islower() or above.endswith(_GOES_ON) or re.match(r"I\b", line):  # in English, no beginning
        return False
    return above.endswith(_ASKS) or (line[0].isupper() and len(above) <= _UNBROKEN)


def _by_question_marks(text: str, *, alone: bool) -> list[str]:
    """Part a text that is several questions; in a list, a question may well have a second one behind it."""
    parts = [part.strip() for part in _AFTER_QUESTION.split(text) if part.strip()]
    all_ask = all(part.endswith(_ASKS) and not part[0].islower() for part in parts)
    return parts if all_ask and len(parts) > (1 if alone else 2) else []


def _choices(text: str) -> list[str]:
    """Part what stands as the only choice, such as `Yes/No` or `Yes, No`."""
    parts = [part.strip() for part in _BETWEEN_CHOICES.split(" ".join(text.split()))]
    are_short = all(re.fullmatch(r"\w[\w ]*", part) for part in parts)
    if len(parts) > 1 and are_short and (" or " not in text or all(len(part.split()) == 1 for part in parts)):
        return parts
    return _by_commas(text, things=False)


def _by_commas(text: str, *, things: bool) -> list[str]:
    """Part a text such as `Water, paper, pens`: short parts that are three, words or counted, and no sentence.

    Semicolons part two of them as well; `things` may have their number behind them, and a sign at the end.
    """
    text = text.rstrip("!. ") if things else text
    text = text[:-1] if text.endswith("]") and "[" not in text else text  # its first bracket is missing
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    arrows = [part.strip() for part in _ARROW.split(text)]
    if len(arrows) > 1 and all(part and len(part.split()) <= _FEW_WORDS for part in arrows):
        return arrows
    parts = [part.strip() for part in _COMMAS.split(text)]
    parts = _with_last_two(parts) if things else parts
    counted = all(part[:1].isdigit() for part in parts)
    most = _FEW_WORDS if len(parts) > 2 or counted or ";" in text else 1
    short = all(part and len(_words(part, things=things)) <= most for part in parts)
    if things and len(parts) == 2 and _OF_ITS_OWN.fullmatch(parts[1]) and len(parts[0].split()) <= _SHORT:
        short = True
    return parts if len(parts) > 1 and short and not _SENTENCE.search(text) else []


def _with_last_two(parts: list[str]) -> list[str]:
    """Part the last of `Pens, paper and scissors` in two; `paper, black and white` is one thing in its colours."""
    found = _LAST_TWO.fullmatch(parts[-1]) if len(parts) > 1 else None
    return [*parts[:-1], found[1], found[2]] if found and not _COLOUR.fullmatch(found[2]) else parts


def _by_dashes(text: str) -> list[str]:
    """Part a text such as `See it - say it - do it`: three short parts at least, or whole sentences with bars."""
    if len(sentences := _AFTER_SENTENCE.split(text)) > 1:
        return sentences if all(one[0].isupper() and one.endswith((".", "!", "。", "！")) for one in sentences) else []
    for sign in (" - ", " – ", " / ", " | "):
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) > 2 and all(part and len(part.split()) <= _FEW_WORDS for part in parts):
            return [] if _SENTENCE.search(text) else parts
    return []


def _by_semicolons(text: str, *, loosely: bool) -> list[str]:
    """Part an item that is several things, such as `Markers; Sticky notes`, or with commas that are not those of YAML.

    `Paper; white, if there is some` is one. `loosely`: it stands in brackets, where others have their commas.
    """
    signs = _OTHER_COMMAS if loosely else _BETWEEN_THINGS
    if not signs.search(text):
        return []
    parts = [part.strip() for part in signs.split(text)]
    begin_so = loosely or len(parts) > 2 or all(part and (not part[0].islower() or text[0].islower()) for part in parts)
    is_short = all(len(part.split()) <= _SHORT and len(part) <= _UNBROKEN for part in parts)
    return parts if len(parts) > 1 and begin_so and is_short and not _SENTENCE.search(text) else []


def _words(part: str, *, things: bool) -> list[str]:
    return (_AMOUNT.sub("", part) if things else part).split()
