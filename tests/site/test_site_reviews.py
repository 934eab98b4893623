"""The page of reviews, and the note on pages past their day, in a browser: the reader's day decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from audits import AXE, RULES, RUN_AXE
from sites import Open, Scheme, build_site, serving
from small import MKDOCS_YML, write

pytestmark = pytest.mark.slow

FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "content/index.md": "# Home\n",
    "toolkit/talk.yaml": "title: Talk\nowner: Ada\nreviewed_on: 2026-01-02\nreview_by: 2090-03-10\nsummary: Talk.\n",
    "toolkit/walk.yaml": "title: Walk\nowner: Ada\nreview_by: 2090-04-20\nsummary: Walk.\n",
}
NOTE = "This was to be reviewed by 10 March 2090, and may be out of date."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with review dates."""
    folder = write(tmp_path_factory.mktemp("reviews"), FILES)
    build_site(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    """Its address."""
    with serving(site) as address:
        yield address


@pytest.mark.parametrize(
    ("day", "states", "counts"),
    [
        ("2090-02-01", ["", ""], ["0", "0", "1"]),
        ("2090-03-10", ["Due soon", ""], ["0", "1", "1"]),
        ("2090-03-25", ["Overdue", "Due soon"], ["1", "1", "1"]),
        ("2091-01-01", ["Overdue", "Overdue"], ["2", "0", "1"]),
    ],
)
def test_the_page_of_reviews_goes_by_the_readers_day(
    window: Open, base: str, day: str, states: list[str], counts: list[str]
) -> None:
    """The same file, on one day and on another."""
    reader = window(base=base)
    page = reader.open("")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page = reader.open("reviews/")
    expect(page.locator("[data-jb-count=overdue]")).to_have_text(counts[0])
    assert page.locator(".jb-reviews [data-jb-state]").all_inner_texts() == states
    assert page.locator("[data-jb-count]").all_inner_texts() == counts


@pytest.mark.parametrize(("day", "is_shown"), [("2090-03-10", False), ("2090-03-11", True)])
def test_a_page_past_its_day_says_so(window: Open, base: str, day: str, *, is_shown: bool) -> None:
    """From the day after on; and it leads to all reviews."""
    reader = window(base=base)
    page = reader.open("")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page = reader.open("toolkit/talk/")
    expect(page.locator("[data-jb-app=due][data-jb-mounted=done]")).to_have_count(1)
    expect(page.get_by_text(NOTE)).to_be_visible(visible=is_shown)
    page.get_by_role("link", name="all reviews").click()
    expect(page).to_have_url(f"{base}reviews/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_accessible(window: Open, base: str, scheme: Scheme, width: int) -> None:
    """axe finds nothing, and nothing is wider than the screen."""
    reader = window(width, scheme, base=base)
    page = reader.open("")
    page.clock.set_fixed_time("2090-03-25T12:00:00")
    page = reader.open("reviews/")
    expect(page.locator("[data-jb-count=overdue]")).to_have_text("1")
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_days_stand_there(window: Open, base: str) -> None:
    """No count is empty, and no page claims what it cannot know."""
    reader = window(base=base, scripts=False)
    page = reader.open("reviews/")
    assert page.locator(".jb-review-counts > div:visible").all_inner_texts() == ["Never reviewed\n1"]
    assert "10 March 2090" in page.locator(".jb-reviews").inner_text()
    assert not reader.open("toolkit/talk/").get_by_text(NOTE).is_visible()
