"""Imposition: which card lies where on a sheet, so that each back lies behind its front.

The block of cards stands in the middle of the paper. Both decks and both papers share it: the cards are equally large
on A4 and Letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

CardType = TypeVar("CardType")
Duplex = Literal["long-edge", "short-edge", "none"]
DUPLEX: tuple[Duplex, ...] = ("long-edge", "short-edge", "none")
Side = Literal["front", "back"]
Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres (ISO 216; ANSI A)."""
SLUG = 6
"""Millimetres around the block of cards, for crop marks and the line that says what the sheet is."""
_GAP, _MARK = 1.5, 3.5  # millimetres from the cards to a crop mark, and its length


@dataclass(frozen=True)
class CardGrid:
    """Columns and rows of cards of one size, in millimetres."""

    columns: int
    rows: int
    width: float
    height: float

    @property
    def places(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows


ACTIVITIES = CardGrid(2, 2, 95, 130)
QUESTIONS = CardGrid(2, 4, 95, 65)


@dataclass(frozen=True)
class PlacedCard(Generic[CardType]):
    """A card at its place, both counted from 0."""

    card: CardType
    column: int
    row: int


@dataclass(frozen=True)
class SheetSide(Generic[CardType]):
    """One side of a sheet; `number` counts sheets from 1, `turned` sides are printed upside down."""

    number: int
    side: Side
    slots: tuple[PlacedCard[CardType], ...]
    turned: bool = False


def sheets(cards: Sequence[CardType], grid: CardGrid, duplex: Duplex = "long-edge") -> Iterator[SheetSide[CardType]]:
    """Give the sides in the order in which they are printed.

    Turned on the long edge, left and right of a sheet change places, so the columns of backs run the other way. Turned
    on the short edge, top and bottom change places as well: that is the same side upside down, and the cards come out
    the same, each to be turned like the page of a book. Without duplex, all fronts come first, then all backs in the
    same places, for printing on one side only.
    """
    fronts, backs = [], []
    for number, start in enumerate(range(0, len(cards), grid.places), 1):
        group = cards[start : start + grid.places]
        front = tuple(PlacedCard(card, place % grid.columns, place // grid.columns) for place, card in enumerate(group))
        fronts.append(SheetSide(number, "front", front))
        mirrored = tuple(PlacedCard(slot.card, grid.columns - 1 - slot.column, slot.row) for slot in front)
        backs.append(SheetSide(number, "back", front if duplex == "none" else mirrored, duplex == "short-edge"))
    if duplex == "none":
        return iter([*fronts, *backs])
    return (side for pair in zip(fronts, backs, strict=True) for side in pair)


def crop_marks(grid: CardGrid) -> str:
    """Give the crop marks of a sheet as the path of an SVG whose unit is a millimetre, slug included.

    One at either end of every line that is to be cut, outside the cards.
    """
    wide, high = grid.columns * grid.width, grid.rows * grid.height
    marks = []
    for column in range(grid.columns + 1):
        x = SLUG + column * grid.width
        for top in (SLUG - _GAP - _MARK, SLUG + high + _GAP):
            marks.append(f"M{x:g} {top:g}v{_MARK:g}")
    for row in range(grid.rows + 1):
        y = SLUG + row * grid.height
        for left in (SLUG - _GAP - _MARK, SLUG + wide + _GAP):
            marks.append(f"M{left:g} {y:g}h{_MARK:g}")
    return "".join(marks)
