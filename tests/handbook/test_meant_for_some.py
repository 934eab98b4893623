"""Who writes for whom a text is where that cannot be said is not led to show it to everyone."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.source.read import parse

_ACTIVITY = "title: Wishes\nchapter: starting\nquestions: Which one?\n"
_WORKSHOP = (
    'title: A day\ndays: [{start: "9:30", blocks: [{title: Talk, minutes: 5}, {activity: wishes, minutes: 9}]}]\n'
)
HANDBOOK = {
    "content/starting/index.md": "---\nquestions: [What for?]\n---\n# Starting\n",
    "journeys/year.yaml": (
        "title: A year\nstages: [{title: Start, questions: What now?}, {title: End, questions: What next?}]\n"
    ),
    "toolkit/wishes.yaml": _ACTIVITY,
    "toolkit/workshops/day.yaml": _WORKSHOP,
}


def told(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    """The code and the remedy of each problem of a file of the handbook."""
    found = checks.run(book_of(folder, {**HANDBOOK, name: text}))
    return [(one.code, str(one.hint)) for one in found if one.file == name]


def remedies(folder: Path, text: str, name: str = "toolkit/wishes.yaml") -> list[str]:
    """The remedies of errors in a file of the handbook."""
    return [hint for code, hint in told(folder, name, text) if code < "JB4"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("steps:\n  - title: Agree\n    text: Step 1: whom?\n    audience: mentor\n", "Step 1: whom?"),
        ("steps:\n  - minutes: 15\n    title: First of all: meet\n", "First of all: meet"),
        ("handouts:\n  - title: A\n    fields:\n      - label: One\n        hint: Of it: what?\n", "Of it: what?"),
        ("steps:\n  - text: Ask them\n      and then us: whom?\n    minutes: 5\n", "Ask them and then us: whom?"),
        ("steps:\n  - Agree on\n    a Step 1: whom?\n  - Go\n", "Agree on a Step 1: whom?"),
    ],
)
def test_a_colon_in_a_text_takes_in_no_key_beside_it(text: str, quoted: str) -> None:
    """The first key of an item stands behind its dash, and the others in its column: they do not go on with it."""
    _, problems = parse(text, "toolkit/wishes.yaml")
    assert [str(one.hint) for one in problems] == [f'put the whole text in quotes: "{quoted}"']


_IN_ACTIVITY = (
    "write what is for some alone into `facilitator_notes`, a step or a question, which can have an `audience`"
)


@pytest.mark.parametrize(
    "field",
    [
        "purpose: {text: No., audience: mentor}",
        "summary: {text: No., audience: [mentor]}",
        "objectives: [{text: No, audience: mentor}]",
        "space: {title: No, audience: mentor}",
        "tested_with: {text: No, for: mentor}",
        "source: {title: A book, audience: mentor}",
        "handouts: [{title: A, fields: [{label: One, audience: mentor}]}]",
    ],
)
def test_a_text_that_all_see_is_not_told_to_drop_its_audience(field: str, tmp_path: Path) -> None:
    """With the audience gone, everyone would read what was for mentors."""
    (hint,) = remedies(tmp_path, f"{_ACTIVITY}{field}\n")
    assert hint.startswith(_IN_ACTIVITY)


@pytest.mark.parametrize(
    ("name", "text", "begins"),
    [
        ("journeys/year.yaml", "title: A\ngoal: {text: No, audience: mentor}\nstages: [{title: B}]\n", "a question"),
        ("journeys/year.yaml", "title: A\nstages: [{title: B, pains: [{text: No, audience: mentor}]}]\n", "a question"),
        ("toolkit/workshops/day.yaml", f"{_WORKSHOP}bring: {{text: No, audience: mentor}}\n", "the `text` of a block"),
    ],
)
def test_each_kind_of_entry_has_its_own_place_for_some(name: str, text: str, begins: str, tmp_path: Path) -> None:
    """What is written where this says is for those alone."""
    (hint,) = remedies(tmp_path, text, name)
    assert hint.startswith(f"write what is for some alone into {begins}")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("cautions: {mentor: No.}", 'cautions: {text: "No.", audience: [mentor]}'),
        ("facilitator_notes: {For mentors: No.}", 'facilitator_notes: {text: "No.", audience: [mentor]}'),
        ("steps:\n  - facilitator: No.", 'steps:\n  - {text: "No.", audience: [facilitator]}'),
        ("materials:\n  - mentor: A bell", 'materials:\n  - {title: "A bell", audience: [mentor]}'),
    ],
)
def test_a_role_before_a_text_is_offered_as_its_audience(typed: str, right: str, tmp_path: Path) -> None:
    """Both are shown, for a colon behind a role may also be a text's own."""
    (hint,) = remedies(tmp_path, f"{_ACTIVITY}{typed}\n")
    shown = right[right.index("{") :]
    assert hint.startswith(f"write `{shown}` if it is for them alone; if everyone may read it, quotes: ")
    assert remedies(tmp_path / "followed", f"{_ACTIVITY}{right}\n") == []


def test_of_roles_before_two_texts_none_is_put_in_quotes(tmp_path: Path) -> None:
    """One field has one audience."""
    (hint,) = remedies(tmp_path, f"{_ACTIVITY}debrief: {{mentor: One., mentee: Two.}}\n")
    assert (
        hint == 'write `{text: "One.", audience: [mentor]}`, and what is for others into a field or an item of its own'
    )


def test_a_text_with_another_colon_still_needs_quotes_alone(tmp_path: Path) -> None:
    """`Mentor` is a role, and `Mentoring` is none."""
    assert remedies(tmp_path, f"{_ACTIVITY}steps:\n  - Mentoring: No.\n") == [
        'put the whole text in quotes: "Mentoring: No."'
    ]


@pytest.mark.parametrize("nobody", ["none", "no", "nobody", "no one", "n/a", '"-"', '""', "[]", ""])
def test_an_audience_of_nobody_is_not_told_to_take_the_line_out(nobody: str, tmp_path: Path) -> None:
    """Without the line everyone sees what was for nobody."""
    found = told(tmp_path, "toolkit/wishes.yaml", f"{_ACTIVITY}audience: {nobody}\n")
    (hint,) = [hint for code, hint in found if code < "JB4"]
    assert "JB463" not in dict(found) and hint == (
        "write the roles it is for, such as `audience: mentor`: without it everyone sees this;"
        " what nobody is to see yet has `status: draft`"
    )


@pytest.mark.parametrize("nobody", ["none", "n/a", '""', "[]"])
def test_a_part_for_nobody_is_told_who_would_see_it(nobody: str, tmp_path: Path) -> None:
    """What leaders alone have is not said to be everyone's."""
    step = remedies(tmp_path, f"{_ACTIVITY}steps: [{{text: Go., audience: {nobody}}}]\n")
    assert step == ["write the roles it is for, such as `audience: mentor`: without it everyone sees this"]
    notes = remedies(tmp_path / "notes", f"{_ACTIVITY}facilitator_notes: {{text: Go., audience: {nobody}}}\n")
    assert notes == ["write the roles it is for, such as `audience: mentor`"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("only mentor", "mentor"),
        ("mentors only", "mentor"),
        ("for mentors", "mentor"),
        ("for all mentors", "mentor"),
        ("mentor (not mentee)", "mentor"),
        ("mentor, but not mentee", "mentor"),
    ],
)
def test_words_around_a_role_are_taken_out(typed: str, right: str, tmp_path: Path) -> None:
    """An id with these words in it would be no role."""
    assert remedies(tmp_path, f"{_ACTIVITY}audience: {typed}\n") == [f"write `{right}`"]
    assert remedies(tmp_path / "followed", f"{_ACTIVITY}audience: {right}\n") == []


@pytest.mark.parametrize("typed", ["mentor\n  - facilitator", "only mentor and facilitator"])
def test_two_roles_in_one_text_are_a_list(typed: str, tmp_path: Path) -> None:
    """The first of them may lack its dash."""
    (hint,) = remedies(tmp_path, f"{_ACTIVITY}audience: {typed}\n")
    assert hint == "write one a line, each with a dash: `- mentor` `- facilitator`"


@pytest.mark.parametrize("typed", ["hide from mentees", "hidden from mentee"])
def test_who_hides_from_one_role_is_told_the_others(typed: str, tmp_path: Path) -> None:
    """Those who see it are meant."""
    (hint,) = remedies(tmp_path, f"{_ACTIVITY}audience: {typed}\n")
    assert hint == "write the roles that see it: facilitator, mentor, coordinator"


def of_edition(folder: Path, audience: str) -> list[str]:
    """The remedies of an edition for mentees with this audience."""
    editions, _ = parse(f"editions:\n  mentee: {{title: For mentees, audience: {audience}}}\n", "mkdocs.yml")
    found = checks.run(book_of(folder, HANDBOOK, editions=editions))
    return [str(one.hint) for one in found if one.file == "mkdocs.yml" and one.code < "JB4"]


@pytest.mark.parametrize(
    ("audience", "shown"),
    [
        ("all", "[mentee, public]"),
        ("everyone", "[mentee, public]"),
        ("none", "[mentee, public]"),
        ("[]", "mentee"),
        ("", "mentee"),
    ],
)
def test_an_edition_for_all_or_for_nobody_is_not_told_to_have_everything(
    audience: str, shown: str, tmp_path: Path
) -> None:
    """An edition without `audience` has what is for facilitators, too."""
    (hint,) = of_edition(tmp_path, audience)
    assert hint == (
        f"write the roles it is for, such as `audience: {shown}`:"
        " an edition without `audience` has everything, also what is for those who lead"
    )


@pytest.mark.parametrize(
    ("audience", "said"),
    [("[mentee public]", "`- mentee` `- public`"), ("mentees only", "write `mentee`"), ("[not mentee]", "mentor")],
)
def test_roles_of_an_edition_are_read_as_those_of_an_entry(audience: str, said: str, tmp_path: Path) -> None:
    """The roles of the handbook are known in mkdocs.yml, too."""
    (hint,) = of_edition(tmp_path, audience)
    assert said in hint


def test_the_end_of_what_nearly_begins_is_not_told_beside_it(tmp_path: Path) -> None:
    """Once its beginning is mended, it is right; an end below a whole block, or one too many, is told."""
    editions = {"mkdocs.yml": "site_name: x\n"}
    right = "<!-- for: mentor -->\n\nText.\n\n<!-- end for -->\n"
    for begin in ("<!-- for: [mentor] -->", "<!-- fr: mentor -->", "Text <!-- for: mentor -->"):
        text = f"# Page\n\n{begin}\n\nText.\n\n<!-- end for -->\n"
        book = book_of(tmp_path, {**HANDBOOK, **editions, "content/page.md": text})
        (problem,) = (one for one in checks.run(book) if one.file == "content/page.md")
        assert (problem.code, problem.line) == ("JB381", 3)
        book = book_of(tmp_path, {**HANDBOOK, "content/page.md": f"{text}\n{right}\n<!-- end for -->\n"})
        assert [one.line for one in checks.errors(checks.run(book))] == [3, 15]


def test_a_definition_is_not_told_to_drop_its_audience(tmp_path: Path) -> None:
    """The whole term can have one."""
    text = "- term: Pilot\n  definition: {text: No., audience: mentor}\n"
    assert remedies(tmp_path, text, "glossary.yaml") == ["give the whole term an `audience`: write it beside `term`"]
