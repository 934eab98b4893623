"""What a problem tells authors to write is right: followed as it stands, it leads to what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.handbook.targets import Target, resolve

HANDBOOK = {
    "content/starting/index.md": "---\nquestions: [What for?]\n---\n# Starting\n",
    "journeys/year.yaml": (
        "title: A year\nstages: [{title: Start, questions: What now?}, {title: End, questions: What next?}]\n"
    ),
    "toolkit/wishes.yaml": "title: Wishes\nchapter: starting\nquestions: Which one?\n",
    "toolkit/workshops/day.yaml": (
        'title: A day\ndays: [{start: "9:30", blocks: [{title: Talk, minutes: 5}, {activity: wishes, minutes: 9}]}]\n'
    ),
}


def hints(folder: Path, name: str, text: str) -> list[str]:
    """What a file of the handbook is told to write."""
    found = checks.run(book_of(folder, {**HANDBOOK, name: text}))
    return [str(one.hint) for one in found if one.file == name and one.code < "JB4"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("![](questions:year)", "![](questions:journey/year)"),
        ("![](questions:year#start)", "![](questions:journey/year#start)"),
        ("![](questions:wishes#start)", "![](questions:activity/wishes)"),
        ("![](questions:starting)", "![](questions:chapter/starting)"),
        ("![](toolkit:year#start)", "![](journey:year)"),
        ("[that](workshop:year#start)", "[that](journey:year#start)"),
        ("[that](workshop:wishes#start)", "[that](activity:wishes)"),
        ("[that](activity:day?view=map)", "[that](workshop:day)"),
    ],
)
def test_a_link_with_the_kind_of_another_is_told_the_form_that_is_right(typed: str, right: str, tmp_path: Path) -> None:
    """Questions stay questions, and what a kind cannot have behind its id is not offered with it."""
    page = "# Page\n\n{}\n"
    assert hints(tmp_path, "content/page.md", page.format(typed)) == [f"write {right}"]
    book = book_of(tmp_path, {**HANDBOOK, "content/page.md": page.format(right)})
    found = [resolve(book, reference) for reference in book.pages["page.md"].references]
    assert len(found) == 1 and isinstance(found[0], Target) and not hints(tmp_path, "content/page.md", "# Page\n")


@pytest.mark.parametrize("role", ["all", "everyone", "any"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("toolkit/wishes.yaml", "title: Wishes\nfacilitator_notes: {{text: Stop., audience: {}}}\n"),
        ("toolkit/wishes.yaml", "title: Wishes\nhandouts: [{{title: A, solution: {{text: No., audience: {}}}}}]\n"),
        (
            "toolkit/workshops/day.yaml",
            "title: A day\ndays:\n  - start: '9:30'\n    blocks:\n"
            "      - {{title: Talk, minutes: 5, text: {{text: Why., audience: {}}}}}\n",
        ),
    ],
)
def test_what_is_never_for_everyone_is_told_all_roles(name: str, text: str, role: str, tmp_path: Path) -> None:
    """Without an audience the facilitator alone would have it: the opposite of what was meant."""
    roles = "[facilitator, mentor, mentee, coordinator, public]"
    told = hints(tmp_path, name, text.format(role))
    assert told == [f"for everyone, write all of them: `audience: {roles}`"]
    assert not hints(tmp_path, name, text.format(roles))


def test_what_is_for_everyone_without_an_audience_is_told_to_have_none(tmp_path: Path) -> None:
    """A page, a question; of a block the lines around it have to go."""
    front = "---\naudience: everyone\n---\n# Page\n"
    assert hints(tmp_path, "content/page.md", front) == ["take `audience` out: everyone sees what has none"]
    asked = "title: Wishes\nquestions: {text: Why?, audience: all}\n"
    assert hints(tmp_path, "toolkit/wishes.yaml", asked) == ["take `audience` out: everyone sees what has none"]
    block = "# Page\n\n<!-- for: everyone -->\n\nHello.\n\n<!-- end for -->\n"
    assert hints(tmp_path, "content/page.md", block) == [
        "take this line out, and the one that ends the block: everyone sees what stands in none"
    ]


WAY = (
    "title: A way\nactors: {}\nstages:\n"
    "  - title: Meet\n    questions: Why?\n    feelings: [{{score: 1, label: Glad, actor: mentee}}]\n"
    "  - {{title: Part, questions: How?, responsibilities: [{{actor: mentor, does: Waits}}]}}\n"
)


@pytest.mark.parametrize(
    ("actors", "items"),
    [
        ("Mentee and Mentor", "`- Mentee` `- Mentor`"),
        ("Mentee, Mentor", "`- Mentee` `- Mentor`"),
        ("Mentee Mentor", "`- Mentee` `- Mentor`"),
        ("[mentee / mentor]", "`- mentee` `- mentor`"),
        ("Mentee und Mentor", "`- Mentee` `- Mentor`"),
        ("[Mentee, Mentor & Coordinator]", "`- Mentor` `- Coordinator`"),
        ("Mentees and Mentors", "`- {id: mentee, title: Mentees}` `- {id: mentor, title: Mentors}`"),
    ],
)
def test_actors_in_one_text_are_a_list_where_parts_name_each(actors: str, items: str, tmp_path: Path) -> None:
    """What names one of them is right then, and nobody is told to name both at once."""
    found = checks.run(book_of(tmp_path, {"journeys/way.yaml": WAY.format(actors)}))
    assert [(one.code, one.line, str(one.hint)) for one in found] == [
        ("JB301", 2, f"write one a line, each with a dash: {items}")
    ]
    first = "\n  - Mentee" if actors.startswith("[Mentee,") else ""
    right = first + "".join(f"\n  {item}" for item in items.strip("`").split("` `"))
    assert not checks.run(book_of(tmp_path, {"journeys/way.yaml": WAY.format(right)}))


@pytest.mark.parametrize(
    "actors", ["[{id: mentee, title: Mentee and Mentor}, mentor]", "[mentee, mentor, Friends and family]"]
)
def test_actors_with_two_words_are_one_where_nobody_names_both(actors: str, tmp_path: Path) -> None:
    """Of such an actor the id is given, or no part of its name is an actor."""
    assert not checks.run(book_of(tmp_path, {"journeys/way.yaml": WAY.format(actors)}))


def test_numbers_before_questions_are_no_readers(tmp_path: Path) -> None:
    """They count; a role before one says for whom it is."""
    page = "---\nquestions:\n  1: What now?\n  2: What next?\n---\n# Page\n"
    assert hints(tmp_path, "content/page.md", page) == ["write `- What now?`, `- What next?`"]
    assert hints(tmp_path, "content/page.md", page.replace("  1:", "  -").replace("  2:", "  -")) == []
    (hint,) = hints(tmp_path, "content/page.md", page.replace("  1:", "  mentor:"))
    assert hint.startswith("write `- {text: ") and "audience: [mentor]" in hint


def test_words_around_what_is_no_role_make_none(tmp_path: Path) -> None:
    """`team only` is not `team-only`: the roles that there are are offered."""
    (hint,) = hints(tmp_path, "content/page.md", "---\naudience: team only\n---\n# Page\n")
    assert hint == "write the roles that see it: facilitator, mentor, mentee, coordinator"
    assert hints(tmp_path, "content/page.md", "---\naudience: mentors only\n---\n# Page\n") == ["write `mentor`"]


def test_what_is_no_id_is_told_what_is(tmp_path: Path) -> None:
    """A number of a stage, a chapter that is left out, and the comparison, which is a page."""
    for typed, hint in (
        ("[that](journey:year#2)", "write `#end`"),
        ("![](questions:journey/year#1)", "write `#start`"),
        ("[that](journey:year#3)", "known: end, start"),
        ("![](toolkit:)", "write ![](toolkit:starting); all activities are on the page `toolkit/index.md`"),
        ("[that](activity:)", "known: wishes"),
    ):
        assert hints(tmp_path, "content/page.md", f"# Page\n\n{typed}\n") == [hint]
    files = {**HANDBOOK, "journeys/better.yaml": "title: Better\nstate: to_be\ncompares: year\nstages: [Start, End]\n"}
    files["content/page.md"] = "# Page\n\n![](journey:better?view=compare)\n"
    (found,) = [one for one in checks.run(book_of(tmp_path / "compared", files)) if one.code == "JB301"]
    path = "journeys/better/compare/index.md"
    assert str(found.hint) == f"link to it by its file: the way from this page to `{path}`"


def test_a_way_to_the_number_of_a_stage_is_told_its_id(tmp_path: Path) -> None:
    """Readers see numbers, and ids are what is written."""
    journey = "title: A way\nstages: [{title: Arrive, next: 3}, Talk, Leave]\n"
    assert hints(tmp_path, "journeys/way.yaml", journey) == ["write `leave`"]


def test_a_file_that_stayed_behind_is_told_with_its_way(tmp_path: Path) -> None:
    """Who moves an activity into a folder moves its file along; one that another activity has is copied."""
    walk = "title: A walk\nresources: {title: Routes, file: files/routes.txt}\n"
    files = {**HANDBOOK, "toolkit/meeting/walk.yaml": walk, "toolkit/files/routes.txt": "North."}
    ways = "`toolkit/files/routes.txt` to `toolkit/meeting/files/routes.txt`"
    for more, hint in (({}, f"move {ways}"), ({"toolkit/run.yaml": walk.replace("walk", "run")}, f"copy {ways}")):
        found = checks.run(book_of(tmp_path, {**files, **more}))
        assert [str(one.hint) for one in found if one.code == "JB310"] == [hint]
    moved = {"toolkit/meeting/files/routes.txt": "North."}
    assert "JB310" not in [one.code for one in checks.run(book_of(tmp_path, {**files, **moved}))]
