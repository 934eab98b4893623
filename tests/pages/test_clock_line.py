"""The line of an activity's clock has as many times as there is room for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journeybook.pages.clock_line import DESK, PHONE, rooms


@pytest.mark.parametrize(
    "minutes", [[6] * 25, [1] * 60, [1, 50, 1, 50], [50, *[1] * 10], [*[1] * 10, 50], [1, 50], [5, 1], [9]]
)
def test_no_time_runs_into_another(minutes: list[int]) -> None:
    """However short steps are, times stand apart; the first and the last step have theirs where they can."""
    starts, total = [sum(minutes[:place]) for place in range(len(minutes))], sum(minutes)
    found = rooms(starts, total)
    assert found[0] == "phone"
    assert found[-1] == "phone" or starts[-1] < total / PHONE
    for shown, parts in (({"phone"}, PHONE), ({"phone", "desk"}, DESK)):
        kept = [start for start, room in zip(starts, found, strict=True) if room in shown]
        assert all(after - before >= total / parts for before, after in pairwise(kept))


def test_five_and_twenty_steps_have_a_time_in_each_quarter() -> None:
    """On a phone, too."""
    starts = [6 * place for place in range(25)]
    kept = {start // 38 for start, room in zip(starts, rooms(starts, 150), strict=True) if room == "phone"}
    assert kept == {0, 1, 2, 3}


def test_few_steps_have_all_their_times() -> None:
    """Where there is room for each, each is there."""
    assert rooms([0, 10, 25, 40], 60) == ["phone"] * 4
