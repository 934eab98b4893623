"""The findings of measures as tables and as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import limits
from frame.report import keep, markdown, number
from frame.results import Result


def found(**changed: float) -> Result:
    """Two rows of three rounds, the second twice as long."""
    result = Result("Twice", "One against two.", {"activities": 3})
    for ours, theirs in ((1.0, 2.0), (2.0, 4.0), (30.0, 20.0)):
        result.add("ours", {"wall, s": ours})
        result.add("theirs", {"wall, s": theirs})
    result.claim("ours", "theirs", "wall, s", changed.get("limit", 0.5))
    return result


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    """A machine that was busy in one round does not decide."""
    (ratio,) = found().ratios
    assert (ratio.value, ratio.low, ratio.high) == (0.5, 0.5, 1.5)


@pytest.mark.parametrize(("limit", "held"), [(0.5, "yes"), (0.4, "no")])
def test_a_limit_is_held_or_not(limit: float, held: str) -> None:
    """The table says which, and never hides a figure that was not reached."""
    assert f"| 0.500 (0.500–1.50) | at most {limit:g} | {held} |" in markdown(found(limit=limit))


def test_at_least_goes_the_other_way() -> None:
    """How many times as fast: more is better."""
    result = found()
    result.compare("as fast", [2.9], 3, way="at least")
    assert result.ratios[-1].verdict == "no"


def test_the_table_has_medians_and_spread() -> None:
    """Values stand as median (least–most), in their columns."""
    text = markdown(found())
    assert "| what | wall, s |" in text
    assert "| ours | 2 (1–30) |" in text
    assert "activities: 3" in text


def test_many_columns_become_rows() -> None:
    """A wide table is turned, so that it fits a screen."""
    result = Result("Wide", "Wide.")
    result.add("one", {f"c{n}": n for n in range(9)})
    assert "| what | one |" in markdown(result)
    assert "| c8 | 8 |" in markdown(result)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0123, "0.0123"), (0.5, "0.500"), (1.0, "1"), (12.345, "12.3"), (123.45, "123"), (4567.8, "4,568")],
)
def test_numbers_have_three_figures(value: float, text: str) -> None:
    """No more is known of a time."""
    assert number(value) == text


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    """Each measure is a JSON file; the page has those of this run and of earlier ones, by name."""
    keep(found(), "b", tmp_path)
    other = found()
    other.title = "Another"
    keep(other, "a", tmp_path)
    page = (tmp_path / "README.md").read_text("utf-8")
    assert page.index("## Another") < page.index("## Twice")
    data = json.loads((tmp_path / "b.json").read_text("utf-8"))
    assert data["medians"] == {"ours": {"wall, s": 2.0}, "theirs": {"wall, s": 4.0}}
    assert data["ratios"][0]["held"] == "yes"
    assert markdown(Result.from_json(data)) == markdown(found())


def test_the_guides_page_takes_the_figures() -> None:
    """The table of the page on limits is put between its comments, and put there anew the next time."""
    found = Result("Cost by size", "…")
    found.add("500 activities", {"pages": 1_183.0, "peak, MB": 210.5, "unheard of": 1.0})
    found.add("100,000 pages", {"peak, MB": 9_000.0})
    page = limits.PAGE.read_text("utf-8")
    once = limits.with_figures(page, found)
    assert "| | 500 activities | 100,000 pages |\n" in once
    assert "| pages | 1,183 |  |\n" in once
    assert "| most memory, MB | 210 | 9,000 |\n" in once
    assert "unheard of" not in once
    assert limits.with_figures(once, found) == once
    assert once.startswith(page[: page.index("<!-- figures -->")])
    assert once.endswith(page[page.index("<!-- end of figures -->") :])
