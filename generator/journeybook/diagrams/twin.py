"""What a drawing says, as data: for those who read it instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Entry:
    """One label of a drawing; `address` is where it leads, as the drawing has it."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of label: the entries of each stage, in the order of the stages.

    `label` is the row's name; where the drawing does not show it, `named` is False.
    """

    label: str
    cells: tuple[tuple[Entry, ...], ...]
    named: bool = True

    def __bool__(self) -> bool:
        """Whether any stage has an entry."""
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Twin:
    """A drawing's labels in reading order.

    `stages` are the titles, one for each stage; `rows` what is told of them. `lead` stands before all stages, such as
    the centre of a cycle. `table` is for drawings in which rows run across the stages; others are read stage by stage.
    """

    stages: tuple[Entry, ...]
    rows: tuple[Row, ...] = ()
    lead: tuple[Entry, ...] = ()
    table: bool = False

    def labels(self) -> Iterator[str]:
        """Every text, with no order promised; a stage's number is not one."""
        named = (row.label for row in self.rows if row.named)
        entries = chain(self.lead, self.stages, (entry for row in self.rows for cell in row.cells for entry in cell))
        return chain((entry.text for entry in entries), named)
