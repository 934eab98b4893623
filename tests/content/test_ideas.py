"""The ideas that the handbook grew from are all in it: each test names the text and the idea."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from journeybook.handbook import Handbook
from journeybook.model import Activity, Journey
from journeybook.model.journey import Period

REPOSITORY = Path(__file__).parents[2]


def _journey(book: Handbook, id: str) -> Journey:
    return book.journeys[id].model


def _activity(book: Handbook, id: str) -> Activity:
    return book.activities[id].model


def _words(book: Handbook, *files: str) -> str:
    found = [REPOSITORY / name for name in files] or [
        path for folder in ("content", "journeys", "toolkit") for path in (REPOSITORY / folder).rglob("*.*")
    ]
    return " ".join(" ".join(path.read_text("utf-8") for path in found).split()).casefold()


def test_section_1_4_introduces_the_client_journey(book: Handbook) -> None:
    """Seed 1: section 1.4 introduces the client journey, and ends with three questions for the reader."""
    page = next(path for path, number in book.contents.numbers.items() if number == "1.4")
    assert book.pages[page].title == "Introducing the client journey"
    assert len(book.pages[page].front.questions) == 3


def test_the_vision_map_is_toolkit_activity_6(book: Handbook) -> None:
    """Seed 1: the vision map is activity 6 of that chapter's toolkit, and section 1.4 leads to it."""
    vision = _activity(book, "vision-map")
    assert (vision.number, vision.chapter) == (6, "client-journey")
    page = next(path for path, number in book.contents.numbers.items() if number == "1.4")
    assert "vision-map" in {reference.target for reference in book.pages[page].references}


@pytest.mark.parametrize(
    ("idea", "activity"),
    [
        ("what led the mentee here", "life-timeline"),
        ("boundaries and expectations, set together", "boundaries-and-expectations"),
        ("the mentee sets the agenda", "mentee-agenda"),
        ("feedback in both directions", "two-way-feedback"),
        ("monitoring and reflecting on progress", "progress-review"),
    ],
)
def test_the_mentees_journey_has_an_activity_for(book: Handbook, idea: str, activity: str) -> None:
    """Seed 1: what mentor and mentee do together, each as an activity of the first chapter."""
    assert _activity(book, activity).chapter == "client-journey", idea
    assert book.stage_uses[activity], idea


def test_the_mentees_journey_is_a_journey(book: Handbook) -> None:
    """Seed 1: from where the mentee comes, over goals and the steps between, to what they aspire to."""
    assert len(_journey(book, "mentee-journey").stages) >= 4
    horizons = [stage.horizon for stage in _journey(book, "my-vision").stages]
    assert {"achieved", "today", "next", "planned", "vision"} <= set(horizons)


def test_the_client_journey_has_five_stages(book: Handbook) -> None:
    """Seed 2: awareness, consideration, purchase, delivery and retention, with touchpoints before, during and after."""
    stages = _journey(book, "client-journey").stages
    assert [stage.key for stage in stages] == ["awareness", "consideration", "purchase", "delivery", "retention"]
    assert {stage.period for stage in stages} == set(Period)
    assert all(stage.touchpoints for stage in stages)


@pytest.mark.parametrize("idea", ["price", "competitor|other offers|compare", "welcome", "invoice|payment", "feedback"])
def test_the_stages_tell_what_happens_in_them(book: Handbook, idea: str) -> None:
    """Seed 2: prices at hand, comparison, a welcome, paying, and feedback at the end."""
    words = _words(book, "journeys/client-journey.yaml")
    assert any(word in words for word in idea.split("|"))


def test_a_programme_is_designed_in_six_steps(book: Handbook) -> None:
    """Seed 3: six steps, with what mentor, mentee and coordinator do in each."""
    stages = _journey(book, "mentoring-programme").stages
    assert len(stages) == 6
    for stage in stages:
        assert {item.actor for item in stage.responsibilities} >= {"mentor", "mentee", "coordinator"}


@pytest.mark.parametrize(
    ("idea", "words"),
    [
        ("a programme fails without a purpose", "purpose"),
        ("a workshop before the start sets expectations", "workshop:mentoring-kick-off"),
        ("mentees name three choices", "three choices"),
        ("the line manager is never the mentor", "line manager"),
        ("a coordinator keeps it going", "coordinator"),
        ("confidentiality", "confidential"),
        ("both sides gain", "both"),
        ("reverse mentoring", "reverse mentoring"),
        ("a formal way to track", "track"),
    ],
)
def test_the_programme_chapter_tells(book: Handbook, idea: str, words: str) -> None:
    """Seed 3: what makes a mentoring programme work."""
    files = [f"content/{page.path}" for page in book.chapters["designing-a-programme"].pages]
    assert words in _words(book, *files), idea


@pytest.mark.parametrize("activity", ["three-choice-matching", "roles-and-responsibilities", "reverse-mentoring"])
def test_the_programmes_toolkit_has(book: Handbook, activity: str) -> None:
    """Seed 3: matching, roles and reverse mentoring can be worked on in a room."""
    assert _activity(book, activity).chapter == "designing-a-programme"


def test_onboarding_has_four_stages_with_a_mentor(book: Handbook) -> None:
    """Seed 3: newcomers come in over four stages, accompanied by a mentor."""
    journey = _journey(book, "onboarding")
    assert len(journey.stages) == 4
    assert "mentor" in {actor.key for actor in journey.actors}


def test_the_funnel_narrows(book: Handbook) -> None:
    """Seed 4: the sales funnel, many at the top and few at the bottom."""
    counts = [stage.count or 0 for stage in _journey(book, "sales-funnel").stages]
    assert counts == sorted(counts, reverse=True) and counts[0] > 10 * counts[-1] > 0


def test_the_flywheel_turns_around_the_client(book: Handbook) -> None:
    """Seed 4: attract, engage, delight, with the client at the centre."""
    journey = _journey(book, "flywheel")
    assert [stage.key for stage in journey.stages] == ["attract", "engage", "delight"]
    assert journey.views[0].view == "cycle" and journey.centre is not None and journey.centre.title == "Client"


def test_what_one_does_where_is_listed_and_weak_stages_are_reviewed(book: Handbook) -> None:
    """Seed 4: list the marketing at each part of the wheel, then see which stages need more effort."""
    titles = {entry.title.casefold() for entry in book.toolkit("funnel-and-flywheel")}
    assert any("touchpoint inventory" in title for title in titles)
    assert any("where" in title for title in titles)
    assert any("more effort" in title for title in titles)
    efforts = [stage.effort for stage in _journey(book, "client-journey").stages]
    assert all(efforts) and len(set(efforts)) > 1


def test_two_workshops_can_be_run(book: Handbook) -> None:
    """The kick-off, and a full day on mapping one's client journey."""
    assert {"mentoring-kick-off", "mapping-your-client-journey"} <= {entry.id for entry in book.workshops}


def test_there_are_activities_enough_to_choose_from(book: Handbook) -> None:
    """At least eighteen, each with steps that say their minutes, notes for the facilitator, cautions and a handout."""
    entries = book.activities_in_order
    assert len(entries) >= 18
    for entry in entries:
        model = entry.model
        assert model.facilitator_notes and model.cautions and model.handouts, entry.id
        assert model.steps and all(step.minutes for step in model.steps), entry.id


def _runs(text: str) -> set[str]:
    """The fingerprints of every eight words in a row."""
    words = re.findall(r"[a-z’']+", text.casefold().replace("'", "’"))
    runs = (" ".join(words[place : place + 8]) for place in range(len(words) - 7))
    return {hashlib.blake2b(run.encode(), digest_size=5).hexdigest() for run in runs}


def test_sentences_are_our_own() -> None:
    """Facts carry over, sentences do not: no eight words in a row of the four texts that started the project.

    `seed_runs.txt` has the fingerprints of their runs, and no text.
    """
    theirs = set((Path(__file__).parent / "seed_runs.txt").read_text("utf-8").split())
    assert len(theirs) > 2500
    ours = [path for name in ("content", "journeys", "toolkit") for path in (REPOSITORY / name).rglob("*.*")]
    copied = [path for path in ours if path.suffix in (".md", ".yaml") and _runs(path.read_text("utf-8")) & theirs]
    assert copied == []
