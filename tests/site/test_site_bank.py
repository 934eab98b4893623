"""The question bank in a browser: every question, filtered by chapter, journey, stage, audience and words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reference import ACTIVITIES, JOURNEYS
from sites import Open, unfold

SHOWN = """() => [...document.querySelectorAll('[data-jb-in]')].filter(e => e.checkVisibility())
  .map(e => e.firstChild.textContent)"""


def several(value: Any) -> list[Any]:
    """A list, where one item stands for a list of one."""
    return value if isinstance(value, list) else [value] if value else []


def asked_of(holder: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The questions of a stage or an activity, each with its audience."""
    own = several(holder.get("audience"))
    found = several(holder.get("questions"))
    return [(q, own) if isinstance(q, str) else (q["text"], several(q.get("audience")) or own) for q in found]


def of_stage(journey: str, key: str) -> list[tuple[str, list[str]]]:
    """The questions of a stage and of the activities that it uses."""
    stage = next(s for s in JOURNEYS[journey]["stages"] if s.get("id") == key)
    return [*asked_of(stage), *(q for id in several(stage.get("activities")) for q in asked_of(ACTIVITIES[id]))]


def shown(page: Page) -> list[str]:
    """The questions that can be seen."""
    expect(page.locator("[data-jb-status]")).not_to_be_empty()
    return list(page.evaluate(SHOWN))


@pytest.mark.parametrize("stage", ["awareness", "delivery"])
def test_by_stage(window: Open, stage: str) -> None:
    """A stage has its own questions and those of its activities, and nothing else is shown."""
    page = window().open(f"questions/?stage=client-journey.{stage}")
    assert sorted(shown(page)) == sorted(text for text, _ in of_stage("client-journey", stage))


def test_by_stage_and_audience(window: Open) -> None:
    """Questions for mentors are those that name them and those for everyone; both kinds of choice hold together."""
    page = window().open("questions/?stage=client-journey.purchase&audience=mentor")
    wanted = [text for text, roles in of_stage("client-journey", "purchase") if not roles or "mentor" in roles]
    assert sorted(shown(page)) == sorted(wanted)
    assert len(wanted) < len(of_stage("client-journey", "purchase"))


def test_by_chapter_and_words(window: Open) -> None:
    """A chapter has the questions of its pages, its journeys and its activities; words are looked for in them."""
    reader = window()
    page = reader.open("questions/?chapter=funnel-and-flywheel&words=who")
    seen = shown(page)
    holders = [a for a in ACTIVITIES.values() if a.get("chapter") == "funnel-and-flywheel"]
    holders += [s for j in JOURNEYS.values() if j.get("chapter") == "funnel-and-flywheel" for s in j["stages"]]
    wanted = [text for holder in holders for text, _ in asked_of(holder) if re.search(r"\bwho", text, re.I)]
    assert set(wanted) <= set(seen)
    assert len(seen) < 40
    assert reader.found() == []


def test_counts_address_and_relaxing(window: Open) -> None:
    """A choice finds as many as it said, the address follows, and where nothing is left a button helps."""
    page = window().open("questions/")
    unfold(page)
    total = len(shown(page))
    label = page.locator("#jb-filter label", has=page.locator("input[name=audience][value=coordinator]"))
    number = int(label.locator("[data-jb-count]").inner_text())
    label.locator("input").check()
    assert 0 < len(shown(page)) == number < total
    page.wait_for_function("location.search === '?audience=coordinator'")
    headings = page.locator(".jb-found :is(h2, h3):visible").count()
    page.get_by_label("Words").fill("xylophone")
    expect(page.locator("[data-jb-status]")).to_have_text(f"0 of {total} questions")
    assert page.locator(".jb-found :is(h2, h3):visible").count() == 0 < headings
    page.get_by_role("button", name=f"Without “xylophone”: {number}").click()
    assert len(shown(page)) == number
