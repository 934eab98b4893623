"""Times as authors write them, where readers meet them: on cards, in the filter, on the page and in the planner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sites import Open, build_site, serving
from small import SMALL, write

pytestmark = pytest.mark.slow

TIMES = {
    "open": "2+ hours",
    "about": "about 40 min",
    "days": "2-3 Days",
    "week": "a week",
    "half": "half an hour",
    "noted": "{note: as long as it takes}",
}
SAID = {**TIMES, "noted": "as long as it takes"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A handbook whose activities have times of every kind."""
    files = {f"toolkit/{id}.yaml": f"title: The {id}\nduration: {text}\ngroup: 8+\n" for id, text in TIMES.items()}
    folder: Path = write(tmp_path_factory.mktemp("times"), SMALL | files)
    build_site(folder, folder / "site")
    with serving(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [390, 1280])
def test_days_are_found_as_a_day_or_more(window: Open, base: str, width: int) -> None:
    """They are asked for by a choice of their own, which the address keeps, and which fields for minutes take back."""
    page = window(width, base=base).open("toolkit/?time=1d-")
    page.locator(".jb-finder--on").wait_for()
    found = page.locator(".jb-card:visible .jb-card-title")
    assert sorted(found.all_inner_texts()) == ["The days", "The week"]
    assert page.locator("[data-jb-chips] button").all_inner_texts() == ["A day or more"]
    if width == 390:
        page.locator("[data-jb-open]").click()
    days = page.locator("#jb-filter input[value='1d-']")
    assert days.is_checked()
    page.locator("#jb-filter [data-jb-from]").fill("100")
    page.wait_for_function("new URLSearchParams(location.search).get('time') === '100-'")
    assert not days.is_checked()
    assert sorted(found.all_inner_texts()) == ["The days", "The open", "The week"]
    days.check(force=True)
    page.wait_for_function("new URLSearchParams(location.search).get('time') === '1d-'")
    assert page.locator("#jb-filter [data-jb-from]").input_value() == ""
    page.locator("select[name=sort]").select_option("time")
    assert found.all_inner_texts() == ["The days", "The week"]


def test_times_are_said_as_they_are_written(window: Open, base: str) -> None:
    """The card, the page and the planner have the author's words; a block takes what is known of them in minutes."""
    reader = window(1280, base=base)
    cards = reader.open("toolkit/").locator(".jb-card")
    for id, said in SAID.items():
        assert said in cards.filter(has_text=f"The {id}").inner_text()
    assert "about 40 min" in reader.open("toolkit/about/").locator("main").inner_text()
    page = reader.open("toolkit/planner/")
    for id in ("open", "days"):
        page.locator("[data-jb-results] [data-id]").filter(has_text=f"The {id}").get_by_role("button").click()
    blocks = page.locator("[data-blocks] [data-key]")
    assert re.findall("usually (?:2\\+ hours|2-3 Days)", blocks.all_inner_texts()[0] + blocks.all_inner_texts()[1]) == [
        "usually 2+ hours",
        "usually 2-3 Days",
    ]
    assert [blocks.nth(n).locator("[data-field=minutes]").input_value() for n in (0, 1)] == ["120", "30"]
