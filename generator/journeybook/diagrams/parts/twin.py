"""A drawing's twin: what it says, as data, for those who read it instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from math import ceil

MOST_ACROSS = 5
"""So many stages stand side by side in a table: on a page of A4 or Letter their columns still hold some 18 letters."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text of a drawing; `address` is where it leads, as the drawing has it, `number` that of a stage."""

    text: str
    address: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of label: the labels of each stage, in the order of the stages.

    `label` is the row's name; where the drawing does not show it, `named` is False.
    """

    label: str
    cells: tuple[tuple[Label, ...], ...]
    named: bool = True

    def __bool__(self) -> bool:
        """Tell whether any stage has a label in this row."""
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a table: a few stages, from that at the place `begin`, and what all rows tell of them."""

    begin: int
    stages: tuple[Label, ...]
    rows: tuple[Row, ...]

    @property
    def first(self) -> int:
        """The number of its first stage; its place, from 1, where stages have none."""
        return _number(self.stages[0], self.begin)

    @property
    def last(self) -> int:
        """The number of its last stage, in the same way."""
        return _number(self.stages[-1], self.begin + len(self.stages) - 1)


@dataclass(frozen=True, slots=True)
class Twin:
    """A drawing's labels in reading order.

    `stages` are the titles, one for each stage; `rows` what is told of them. `lead` stands before all stages, such as
    the centre of a cycle. `table` is for drawings in which rows run across the stages; others are read stage by stage.
    `numbered` is False where the stages are not those of one journey.
    """

    stages: tuple[Label, ...]
    rows: tuple[Row, ...] = ()
    lead: tuple[Label, ...] = ()
    table: bool = False
    numbered: bool = True

    @property
    def last(self) -> int:
        """The number of the last stage; how many there are, where they have none."""
        return self.number_at(len(self.stages) - 1)

    def number_at(self, place: int) -> int:
        """Give the number of the stage at a place, from 0; where stages have none, that of the place from 1."""
        return _number(self.stages[place], place)

    def panels(self) -> list[Panel]:
        """Split the table into parts of `MOST_ACROSS` stages or fewer, as even as can be; each has all rows."""
        count = len(self.stages)
        parts = ceil(count / MOST_ACROSS)
        sizes = [count // parts + (part < count % parts) for part in range(parts)]
        return [self._panel(begin, end) for begin, end in pairwise(accumulate(sizes, initial=0))]

    def _panel(self, begin: int, end: int) -> Panel:
        rows = (Row(row.label, row.cells[begin:end], row.named) for row in self.rows)
        return Panel(begin, self.stages[begin:end], tuple(rows))

    def labels(self) -> Iterator[str]:
        """Give every text, with no order promised; a stage's number is not one."""
        named = (row.label for row in self.rows if row.named)
        entries = chain(self.lead, self.stages, (entry for row in self.rows for cell in row.cells for entry in cell))
        return chain((entry.text for entry in entries), named)


def _number(stage: Label, place: int) -> int:
    return place + 1 if stage.number is None else stage.number
