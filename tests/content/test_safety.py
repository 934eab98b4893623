"""What the handbook says where a person could come to harm: limits first, a way to speak up, a place that is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.handbook import Handbook
from journeybook.model import Activity
from journeybook.model.handout import Handout

REPOSITORY = Path(__file__).parents[2]
LIMITS = ("danger of serious harm", "a child or an adult at risk", r"the law (obliges|requires)", "safeguarding lead")
"""The three exceptions, and who hears of them."""
PAGE = "safe-and-fair/index.md"


def _activity(book: Handbook, id: str) -> Activity:
    return book.activities[id].model


def _handout(book: Handbook, activity: str, id: str) -> Handout:
    return next(sheet for sheet in _activity(book, activity).handouts if sheet.id == id)


def _flat(text: str | None) -> str:
    """A text without its line breaks and the marks of quotations."""
    return " ".join((text or "").replace("\n> ", " ").split())


def _page(name: str) -> str:
    return _flat((REPOSITORY / "content" / name).read_text("utf-8"))


def _says_the_limits(text: str) -> bool:
    return all(re.search(words, text) for words in LIMITS)


def test_no_activity_comes_before_what_it_needs(book: Handbook) -> None:
    """Whoever follows the numbers of a toolkit meets every prerequisite before the activity that asks for it."""
    early = [
        (entry.id, needed)
        for entry in book.activities_in_order
        for needed in entry.model.prerequisites
        if (before := _activity(book, needed)).chapter == entry.model.chapter
        if (before.number or 0) >= (entry.model.number or 0)
    ]
    assert early == []


def test_boundaries_come_before_anything_personal(book: Handbook) -> None:
    """A pair first meets, then agrees; the line of one's life, the strengths and the vision come after that."""
    numbers = {entry.id: entry.model.number or 0 for entry in book.toolkit("client-journey")}
    assert (numbers["opening-conversation"], numbers["boundaries-and-expectations"]) == (1, 2)
    assert min(numbers[id] for id in ("life-timeline", "strengths-from-stories", "vision-map")) > 2


@pytest.mark.parametrize("activity", ["opening-conversation", "boundaries-and-expectations"])
def test_the_limits_are_said_in_the_first_step(book: Handbook, activity: str) -> None:
    """What cannot stay confidential is said before the first card is drawn and before the first note is written."""
    first, *others = _activity(book, activity).steps
    assert _says_the_limits(_flat(first.text))
    assert not any("that come in" in _flat(step.text) for step in others)


def test_the_first_meeting_begins_with_the_limits() -> None:
    """The chapter's page gives the sentences before the hour, and the hour has them before the conversation."""
    page = _page("client-journey/first-meeting.md")
    before, hour = page.split("## In the hour")
    assert _says_the_limits(before)
    assert 0 < hour.index("Say the limits") < hour.index("activity:opening-conversation")


def test_the_kick_off_says_the_limits_before_anybody_tells(book: Handbook) -> None:
    """The welcome says what stays in the room and whom to turn to; the first activity comes after it."""
    workshop = next(entry.model for entry in book.workshops if entry.id == "mentoring-kick-off")
    first, second, *_ = workshop.days[0].blocks
    assert first.activity is None and second.activity is not None
    assert "what stays in this room and what cannot" in _flat(first.text.text)
    assert "“Whom to turn to”" in _flat(first.text.text)


def test_there_is_a_page_that_says_whom_to_turn_to(book: Handbook) -> None:
    """It is in the navigation, shows the card, and tells of the night, of complaints and of what happens next."""
    assert PAGE in book.contents.numbers
    page = _page(PAGE)
    for words in ("safeguarding lead", "The deputy", "Somebody outside", "emergency number", "What happens next"):
        assert words in page, words
    for case in ("your mentor, or your mentee", "the coordinator,", "the safeguarding lead or the deputy", "a crime"):
        assert f"| {case}" in page, case
    assert "opening-conversation/whom-to-turn-to" in {reference.target for reference in book.pages[PAGE].references}


@pytest.mark.parametrize(
    "page",
    [
        "index.md",
        "about.md",
        "client-journey/index.md",
        "client-journey/first-meeting.md",
        "client-journey/who-does-what.md",
        "client-journey/what-mentoring-is.md",
        "designing-a-programme/index.md",
        "designing-a-programme/purpose-and-expectations.md",
        "designing-a-programme/matching.md",
        "designing-a-programme/roles.md",
        "designing-a-programme/kick-off.md",
        "designing-a-programme/feedback-and-tracking.md",
    ],
)
def test_chapters_lead_to_the_page(page: str) -> None:
    """Where a person may need it, the way there is one link long."""
    assert re.search(r"\]\((chapter:safe-and-fair|(\.\./)?safe-and-fair/index\.md)\)", _page(page))


@pytest.mark.parametrize(
    "activity",
    [
        "opening-conversation",
        "boundaries-and-expectations",
        "life-timeline",
        "two-way-feedback",
        "progress-review",
        "closing-well",
        "expectations-on-the-table",
        "mentors-circle",
        "programme-tracking",
        "roles-and-responsibilities",
        "review-of-the-round",
        "three-choice-matching",
        "ask-a-client",
    ],
)
def test_activities_lead_to_the_page(book: Handbook, activity: str) -> None:
    """An activity in which somebody may tell of harm, or complain, says where that goes."""
    model = _activity(book, activity)
    assert "(chapter:safe-and-fair)" in f"{model.cautions.text} {model.facilitator_notes.text}"


def test_the_card_names_everybody_and_each_has_one(book: Handbook) -> None:
    """Lead, deputy and somebody outside, the night and an emergency are on one card, given out at the first meeting."""
    card = _handout(book, "opening-conversation", "whom-to-turn-to")
    rows = [row[0] for field in card.fields if field.table for row in field.table.rows]
    for who in ("Safeguarding lead", "Deputy:", "Somebody outside", "Coordinator", "In danger", "when we are closed"):
        assert any(who in row for row in rows), who
    for activity in ("opening-conversation", "boundaries-and-expectations"):
        (material,) = [item for item in _activity(book, activity).materials if "Whom to turn to" in item.title]
        assert (material.quantity, material.per) == (1, "person")


def test_the_coordinator_is_not_the_safeguarding_lead(book: Handbook) -> None:
    """No text gives both jobs to one person, and nothing speaks of a “contact” who might be anybody."""
    programme = book.journeys["mentoring-programme"].model
    lead = {item.actor for stage in programme.stages for item in stage.responsibilities if "complaints" in item.does}
    assert lead == {"safeguarding"}
    for folder in ("content", "journeys", "toolkit"):
        for path in (REPOSITORY / folder).rglob("*.*"):
            text = _flat(path.read_text("utf-8")).casefold()
            assert "safeguarding contact" not in text and "contact for safeguarding" not in text, path
    assert "is not the coordinator" in _page(PAGE)


def test_meeting_places_are_seen_and_not_overheard(book: Handbook) -> None:
    """One rule for places wherever a place is chosen: seen and not overheard, no home, and the coordinator knows."""
    rules = _page("safe-and-fair/where-you-meet.md")
    for words in ("others can see you, and nobody can hear you", "Never in a private home", "knows when and where"):
        assert words in rules, words
    assert "seen, and not overheard" in _page("client-journey/first-meeting.md")
    (table, *_) = [field.table for field in _handout(book, "boundaries-and-expectations", "agreement").fields]
    assert table is not None
    assert "Where (seen and not overheard) or by which channel" in {row[0] for row in table.rows}
    for id in ("opening-conversation", "mentee-agenda", "closing-well", "ask-a-client"):
        assert "overhear you" in _flat(_activity(book, id).space), id


def test_the_circle_is_of_peers_with_consent(book: Handbook) -> None:
    """Mentors bring questions of their own, with a yes, among people who cannot guess; the coordinator stays away."""
    circle = _activity(book, "mentors-circle")
    assert "coordinator" not in circle.participants and "supervision" not in circle.tags
    assert "only if the mentee has said yes" in _flat(circle.cautions.text)
    assert "the mentee has said yes" in _flat(circle.steps[1].text)
    assert "different programmes" in _flat(circle.purpose) and "not supervision" in _flat(circle.purpose)
    assert "A circle of peers is not supervision." in _page("designing-a-programme/roles.md")
    labels = [field.label for field in _handout(book, "boundaries-and-expectations", "agreement").fields]
    assert "May the mentor take a question of their own to a mentors’ circle or a supervisor?" in labels


def test_each_person_fills_in_a_review_form_alone(book: Handbook) -> None:
    """One form for each, sent by each; a call can be asked for in place of writing, and nobody ticks for the other."""
    review = _activity(book, "progress-review")
    (material,) = [item for item in review.materials if "short form" in item.title]
    assert (material.quantity, material.per) == (1, "person")
    form = _handout(book, "progress-review", "form")
    assert "alone" in _flat(form.intro) and "your partner does not see it" in _flat(form.intro)
    choices = [choice for field in form.fields for choice in field.choices or ()]
    assert "Please call me and do not write" in choices
    words = " ".join([*choices, *(field.label for field in form.fields)])
    assert not re.search(r"\b(us|we|our)\b|the ment(or|ee)\b", words)
    assert "fills in a short form alone" in _flat(review.steps[-1].text)


def test_saying_that_a_remark_hurt_is_welcome(book: Handbook) -> None:
    """Remarks on who somebody is have no place; to say that one of them hurt is feedback, and nobody stops it."""
    cautions = _flat(_activity(book, "two-way-feedback").cautions.text)
    assert "is not feedback" not in cautions
    assert "have no place in it: stop them" in cautions
    assert re.search(r"To say that such a remark hurt is something else, and it is welcome", cautions)
