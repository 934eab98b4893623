"""Which card lies where: the arithmetic of sheets that are turned."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from journeybook.cards.sheet import (
    ACTIVITIES,
    PAPERS,
    QUESTIONS,
    SLUG,
    CardGrid,
    PlacedCard,
    SheetSide,
    crop_marks,
    sheets,
)

GRIDS = st.builds(CardGrid, st.integers(1, 5), st.integers(1, 6), st.just(50.0), st.just(30.0))
COUNTS = st.integers(0, 70)


def on_paper(side: SheetSide[int], slot: PlacedCard[int], grid: CardGrid) -> tuple[int, int]:
    """Where a card is as its side is printed: a turned side stands upside down."""
    if side.turned:
        return grid.columns - 1 - slot.column, grid.rows - 1 - slot.row
    return slot.column, slot.row


@given(GRIDS, COUNTS)
def test_turned_on_the_long_edge_each_back_lies_behind_its_front(grid: CardGrid, count: int) -> None:
    """The sheet is turned like the page of a book: what is left comes to lie right, what is on top stays on top."""
    sides = list(sheets(range(count), grid, "long-edge"))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        seen = {slot.card: on_paper(front, slot, grid) for slot in front.slots}
        behind = {slot.card: on_paper(back, slot, grid) for slot in back.slots}
        assert behind == {card: (grid.columns - 1 - column, row) for card, (column, row) in seen.items()}
        assert not front.turned and not back.turned


@given(GRIDS, COUNTS)
def test_turned_on_the_short_edge_each_back_lies_behind_its_front(grid: CardGrid, count: int) -> None:
    """The sheet is turned like that of a block on a wall: what is on top comes to lie below, left stays left.

    The backs stand upside down on it, so that a card that is cut out is turned like the page of a book.
    """
    sides = list(sheets(range(count), grid, "short-edge"))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        seen = {slot.card: on_paper(front, slot, grid) for slot in front.slots}
        behind = {slot.card: on_paper(back, slot, grid) for slot in back.slots}
        assert behind == {card: (column, grid.rows - 1 - row) for card, (column, row) in seen.items()}
        assert not front.turned and back.turned


@given(GRIDS, COUNTS)
def test_one_sided_sheets_have_all_fronts_first(grid: CardGrid, count: int) -> None:
    """Without duplex, backs have the places of their fronts, on sheets after all fronts."""
    sides = list(sheets(range(count), grid, "none"))
    half = len(sides) // 2
    assert [side.side for side in sides] == ["front"] * half + ["back"] * half
    assert [side.slots for side in sides[:half]] == [side.slots for side in sides[half:]]


@given(GRIDS, COUNTS, st.sampled_from(["long-edge", "short-edge", "none"]))
def test_every_card_is_printed_once(grid: CardGrid, count: int, duplex: str) -> None:
    """Each card has one front and one back, in order, and no place is taken twice."""
    sides = list(sheets(range(count), grid, duplex))  # type: ignore[arg-type]
    for kind in ("front", "back"):
        of_kind = [side for side in sides if side.side == kind]
        assert [slot.card for side in of_kind for slot in side.slots] == list(range(count))
        assert [side.number for side in of_kind] == list(range(1, len(of_kind) + 1))
        for side in of_kind:
            assert len({(slot.column, slot.row) for slot in side.slots}) == len(side.slots) <= grid.places


def test_both_decks_fit_both_papers() -> None:
    """Cards and slug fit A4 and Letter, with the margin that printers need beside what is cut off."""
    for grid in (ACTIVITIES, QUESTIONS):
        for width, height in PAPERS.values():
            assert grid.columns * grid.width + 2 * SLUG <= width - 2 * 3.5
            assert grid.rows * grid.height + 2 * SLUG <= height - 2 * 3.5


def test_crop_marks_stand_at_both_ends_of_every_cut_and_on_no_card() -> None:
    """One mark at each end of each cut, in line with it, all of them outside the cards."""
    for grid in (ACTIVITIES, QUESTIONS):
        marks = re.findall(r"M([\d.]+) ([\d.]+)([vh])([\d.]+)", crop_marks(grid))
        wide, high = SLUG + grid.columns * grid.width, SLUG + grid.rows * grid.height
        upright = [(float(x), float(y), float(y) + float(n)) for x, y, way, n in marks if way == "v"]
        level = [(float(y), float(x), float(x) + float(n)) for x, y, way, n in marks if way == "h"]
        assert sorted({x for x, _, _ in upright}) == [SLUG + n * grid.width for n in range(grid.columns + 1)]
        assert sorted({y for y, _, _ in level}) == [SLUG + n * grid.height for n in range(grid.rows + 1)]
        assert len(upright) == 2 * (grid.columns + 1) and len(level) == 2 * (grid.rows + 1)
        assert all(0 <= a < b < SLUG or high < a < b <= high + SLUG for _, a, b in upright)
        assert all(0 <= a < b < SLUG or wide < a < b <= wide + SLUG for _, a, b in level)
