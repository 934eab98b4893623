"""Handouts as templates show them: their places to write, what is in them, and where they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil

from journeybook.handbook import Entry
from journeybook.language.words import Words
from journeybook.model import Activity
from journeybook.model.handout import Handout, HandoutField, Height
from journeybook.model.types import slug
from journeybook.pages.addresses import HOME, handout_path
from journeybook.pages.site import Site

_HEAD, _INTRO, _LABEL, _HINT = 42.0, 6.0, 12.0, 4.0
"""Millimetres that a handout's head takes on paper, a line of its intro, a label with the air above it, a hint."""
_LINE, _ROW, _TABLE, _SCALE, _CHOICE = 9.0, 11.3, 6.5, 14.0, 7.0
"""Millimetres of a writing line, a row of a table, the head of a table, a scale and a choice (handouts.css)."""
_BOXES = {Height.SMALL: 42.0, Height.MEDIUM: 76.0, Height.LARGE: 122.0}
_LETTER, _A4, _SPILLS = 255.0, 263.0, 315.0
"""Millimetres, as estimated: what US Letter and A4 hold of a handout, and from where more than a few lines spill."""
_LETTERS = 48
"""Letters of a line of an intro."""


@dataclass(frozen=True)
class WritingPlace:
    """A place to write on a handout.

    `key` is what a browser keeps the answer under: it is made of the label, so that an answer stays with its question
    when an author adds a field before it. `id` is the element's; `kind` is one of lines, table, box, scale, choices.
    """

    key: str
    id: str
    kind: str
    field: HandoutField

    @property
    def lines(self) -> int:
        """The number of writing lines."""
        return self.field.lines or 1

    @property
    def rows(self) -> list[list[str]]:
        """The cells of every row of the table, as many as it has columns; those to write in are empty."""
        table = self.field.table
        if table is None:
            return []
        return [[*row, *[""] * (len(table.columns) - len(row))] for row in table.rows]

    @property
    def given(self) -> bool:
        """Whether the first cell of every row says what the row is about."""
        return all(row[0] for row in self.rows)

    @property
    def numbered(self) -> bool:
        """Whether rows have numbers: several that nothing else tells apart."""
        return len(self.rows) > 1 and not self.given


def places(handout: Handout) -> list[WritingPlace]:
    """Give the places to write of a handout."""
    seen: Counter[str] = Counter()
    found = []
    for number, field in enumerate(handout.fields, 1):
        name = slug(field.label) or field.kinds[0]
        seen[name] += 1
        key = name if seen[name] == 1 else f"{name}-{seen[name]}"
        found.append(WritingPlace(key, f"f{number}", field.kinds[0], field))
    return found


def closeness(handout: Handout) -> str:
    """Give on what paper the places of a handout stand closer: one sheet then holds what would spill a few lines."""
    intro = ceil(len(handout.intro or "") / _LETTERS) * _INTRO
    high = _HEAD + intro + sum(map(_high, handout.fields))
    return "" if not _LETTER < high < _SPILLS else "close" if high > _A4 else "close-letter"


def _high(field: HandoutField) -> float:
    """Estimate the millimetres that a place to write takes on paper, with its label."""
    if field.table:
        high = _TABLE + _ROW * len(field.table.rows)
    elif field.box:
        high = _BOXES[field.box]
    elif field.scale:
        high = _SCALE
    elif field.choices:
        high = _CHOICE * len(field.choices)
    else:
        high = _LINE * (field.lines or 1)
    return _LABEL + (_HINT if field.hint else 0) + high


def parts(words: Words, handout: Handout) -> str:
    """Say what is in a handout: 4 places to write, 1 table and 1 box to draw in."""
    count = Counter(field.kinds[0] for field in handout.fields)
    named = {
        "lines": words.many("{number} place to write", "{number} places to write", count["lines"]),
        "table": words.many("{number} table", "{number} tables", count["table"]),
        "box": words.many("{number} box to draw in", "{number} boxes to draw in", count["box"]),
        "scale": words.many("{number} scale", "{number} scales", count["scale"]),
        "choices": words.many("{number} list to tick", "{number} lists to tick", count["choices"]),
    }
    return words.listing([text for kind, text in named.items() if count[kind]])


def address(site: Site, entry: Entry[Activity], handout: Handout) -> str:
    """Give a handout's address for paper: whole where the handbook knows its own address."""
    path = handout_path(entry, handout)
    return site.on_the_web(path) or site.links(HOME).to(path)
