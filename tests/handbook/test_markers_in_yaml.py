"""Markers of a block for some are for chapters: in a text of YAML each is an error, with what to write there."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.builders.config.project import open_project
from journeybook.builders.config.settings import settings_of
from journeybook.handbook import Handbook, load
from small import write

IN_PLACE = "markers are for chapters: write `{{{key}: …, audience: mentor}}` in its place"
BESIDE = "markers are for chapters: take it out, and write `audience: mentor` on a line beside this text"
MOVE = "markers are for chapters: take it out, and write what is for some into a text of its own"
PAIR = "<!-- for: mentor -->\n  Secret.\n\n  <!-- end for -->\n"


def told(folder: Path, text: str) -> list[tuple[str, int, int, str]]:
    """The code, the place and the remedy of each problem of an activity, without advice on what it lacks."""
    book = book_of(
        folder, {"toolkit/talk.yaml": f"title: A talk\nduration: 30 min\n{text}", "content/index.md": "# A\n"}
    )
    found = (one for one in checks.run(book) if one.code in ("JB381", "JB444") or one.code[2] != "4")
    return [(one.code, one.line, one.column, str(one.hint)) for one in found]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        (f"purpose: |\n  You learn.\n\n  {PAIR}", 6, 3, MOVE),
        ("summary: 'A talk <!-- for: mentor -->'\n", 3, 18, MOVE),
        ("summary: A talk <!-- for mentors -->\n", 3, 17, MOVE),
        ("purpose: Ask <!-- mentors only --> them\n", 3, 14, MOVE),
        (f"cautions: |\n  Mind.\n\n  {PAIR}", 6, 3, IN_PLACE.format(key="text")),
        (f"debrief: |\n  {PAIR}", 4, 3, IN_PLACE.format(key="text")),
        ("variations:\n  Short: 'Hello <!-- for: mentor -->'\n", 4, 17, IN_PLACE.format(key="text")),
        ("materials: ['Pens <!-- for: mentor -->']\n", 3, 19, IN_PLACE.format(key="title")),
        ("materials: 'Pens <!-- for: mentor -->'\n", 3, 18, IN_PLACE.format(key="title")),
        ("steps:\n  - title: One\n    text: 'Ask <!-- for: mentor -->'\n", 5, 16, BESIDE),
        ("variations:\n  'Long <!-- for: mentor -->': Hello\n", 4, 3, IN_PLACE.format(key="text")),
        ("purpose: 'Ask {# for: mentor #} them'\n", 3, 15, MOVE),
        ("purpose: 'Ask <!- for: mentor -> them'\n", 3, 15, MOVE),
    ],
)
def test_a_marker_in_yaml_is_an_error(tmp_path: Path, text: str, line: int, column: int, hint: str) -> None:
    """Once for a text, at its first one; no advice tells of it again."""
    ((code, *place, said),) = told(tmp_path, text)
    assert (code, *place) == ("JB381", line, column) and said.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "# <!-- for: mentor -->\npurpose: Ask.\n",
        "purpose: 'Write `<!-- for: mentor -->` above it.'\n",
        "purpose: |\n  Write:\n\n      <!-- for: mentor -->\n",
        "cautions: {text: Mind., audience: mentor}\n",
        "purpose: Only for mentors, and for nobody else.\n",
        "purpose: « for mentors » they say, and a < b.\n",
    ],
)
def test_what_is_no_marker_is_not_told(tmp_path: Path, text: str) -> None:
    """Comments of YAML, examples in code, an audience that is right, prose."""
    assert told(tmp_path, text) == []


def test_a_marker_in_front_matter_is_an_error(tmp_path: Path) -> None:
    """In the questions of a page and in its title; the page's own text is another matter."""
    front = "---\ntitle: 'A <!-- for: mentor -->'\nquestions:\n  - 'How? <!-- for: mentor -->'\n---\n# A\n\nB.\n"
    found = [one for one in checks.run(book_of(tmp_path, {"content/index.md": front})) if one.code == "JB381"]
    assert [one.line for one in found] == [2, 4]
    right = front.replace(" <!-- for: mentor -->", "") + "\n<!-- for: mentor -->\n\nC.\n\n<!-- end for -->\n"
    assert not [one for one in checks.run(book_of(tmp_path, {"content/index.md": right})) if one.code == "JB381"]


EDITIONS = (
    "site_name: A\ndocs_dir: content\nplugins:\n- journeybook:\n    editions:\n"
    "      mentor: {title: For mentors, audience: [mentor]}\n      team: {title: The team}\n"
)


def of_site(folder: Path, files: dict[str, str]) -> Handbook:
    """The handbook of a site whose mkdocs.yml is among the files."""
    write(folder, files)
    project = open_project(folder / "mkdocs.yml")
    return load(settings_of(project.config, project.options))


def told_with_editions(folder: Path, text: str) -> list[tuple[str, int, int]]:
    """The code and the place of each problem of an activity that has to do with whom it is for."""
    files = {"mkdocs.yml": EDITIONS, "content/index.md": "# A\n", "toolkit/talk.yaml": f"title: A talk\n{text}"}
    found = checks.run(of_site(folder, files))
    return [(one.code, one.line, one.column) for one in found if one.code in ("JB381", "JB447", "JB203")]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("purpose: >-\n  You learn.\n  audience: mentor\n", "JB381", 4, 3),
        ("purpose: 'You learn.\n  audience: mentor'\n", "JB381", 3, 3),
        ("purpose: |\n  ---\n  audience: mentor\n  ---\n  You learn.\n", "JB381", 4, 3),
        ("cautions: |\n  - text: Mind.\n    audience: mentor\n", "JB381", 4, 5),
        ("cautions: |\n  Audience: mentor\n\n  Mind.\n", "JB381", 3, 3),
        ("handouts:\n  - title: S\n    intro: |\n      Read.\n      solution: x\n    fields: [a]\n", "JB381", 6, 7),
        ("questions: ['[for: mentor] Why?']\n", "JB381", 2, 14),
        ("questions: ['Why? {audience: mentor}']\n", "JB381", 2, 19),
        ("variations:\n  Audience: mentor\n  Online: Mind.\n", "JB203", 3, 3),
        ("variations: {for: mentor, Online: Mind.}\n", "JB203", 2, 13),
        ("questions:\n  - Why? # audience: mentor\n", "JB381", 3, 10),
        ("questions:\n  - Why? # mentors only\n", "JB381", 3, 10),
        ("purpose: Ask.\nquestions:\n  # not for mentees\n  - Why?\n", "JB381", 4, 3),
        ("purpose: Ask.\nquestions:\n  # audience: mentor\n  - Why?\n", "JB447", 4, 3),
    ],
)
def test_what_was_to_be_a_key_is_told_where_there_are_editions(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    """A line of a folded text, a key before or behind it, a comment; a key that is not in use is advice."""
    assert [one for one in told_with_editions(tmp_path, text) if one[:2] == (code, line)] == [(code, line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "purpose: >-\n  You learn with an\n  audience: those who listen\n",
        "purpose: |\n  Problem: x\n  solution: y\n",
        "purpose: |\n  You learn.\n\n  Audience: mentors\n",
        "purpose: |\n  # For mentors\n\n  Ask.\n",
        "variations: {Audience: 'With many listeners, part them.', Online: x}\n",
        "# mentors only\nquestions: [Why?]\naudience: mentor\n",
        "purpose: Ask.\n# for mentors only\nfacilitator_notes: Ask.\n",
        "questions:\n  # mentors only\n  - text: Why?\n    audience: mentor\n",
        "questions:\n  - text: Why? # mentors only\n    audience: mentor\n",
        "# TODO: ask the mentors\npurpose: Ask.\n",
        "# For mentors\npurpose: Ask.\n",
        "# yaml-language-server: $schema=mentor.json\npurpose: Ask.\n",
    ],
)
def test_labels_and_explanations_are_not_told(tmp_path: Path, text: str) -> None:
    """Prose, headings, and comments that say what the key below them does."""
    assert told_with_editions(tmp_path, text) == []


def test_an_audience_in_a_folded_text_of_front_matter_is_told(tmp_path: Path) -> None:
    """Two blanks too many make a line of the description of a key."""
    page = "---\ndescription: >\n  About it.\n  audience: mentor\n---\n# A\n"
    found = checks.run(of_site(tmp_path, {"mkdocs.yml": EDITIONS, "content/index.md": page}))
    ((line, hint),) = [(one.line, str(one.hint)) for one in found if one.code == "JB381"]
    assert line == 4 and hint.startswith("this is a text: take out the `|`, `>`")


def told_in_words(folder: Path, text: str, editions: str = EDITIONS) -> list[tuple[int, int, str]]:
    """The place and the remedy of each text that says in words for whom it is."""
    files = {"mkdocs.yml": editions, "content/index.md": "# A\n", "toolkit/talk.yaml": f"title: A talk\n{text}"}
    found = checks.run(of_site(folder, files))
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == "JB447"]


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("steps: ['Go. [for mentors] Wait. [/for mentors]']\n", 14, "write `{text: …, audience: mentor}` in its place"),
        ("steps: ['Mentors only: wait.']\n", 10, "write `{text: …, audience: mentor}` in its place"),
        ("steps: ['Wait. [mentor]']\n", 16, "write `{text: …, audience: mentor}` in its place"),
        ("questions: ['What stayed? (mentor)']\n", 27, "write `{text: …, audience: mentor}` in its place"),
        (
            "materials: ['A key (for facilitators only)']\n",
            20,
            "write `{title: …, audience: facilitator}` in its place",
        ),
        ("questions: ['Mentees only: what stayed?']\n", 14, "write `{text: …, audience: mentee}` in its place"),
        (
            "questions: ['[not for mentees] What stayed?']\n",
            14,
            "write `{text: …, audience: [facilitator, mentor, coordinator]}` in its place",
        ),
        ("purpose: '(mentors only) You learn.'\n", 11, "take the words out, and write what is for some into a text of"),
        ("steps: [{title: A, text: 'Wer fragt? [nur mentor]'}]\n", 38, "take the words out, and write `audience:"),
        ("questions: ['(team only) What stayed?']\n", 14, "write `{text: …, audience: "),
        (
            "steps: [{title: Tell it (mentors only)}]\n",
            17,
            "take the words out, and write `audience: mentor` on a line",
        ),
        (
            "resources: [{title: Mentors only – a map, url: 'https://a.org/'}]\n",
            21,
            "write `audience: mentor` on a line",
        ),
        (
            "purpose: '**For mentors only:** Ask.'\n",
            13,
            "take the words out, and write what is for some into a text of",
        ),
        ("variations: {Online: '## Notes for mentors only'}\n", 26, "write `{text: …, audience: mentor}` in its place"),
    ],
)
def test_words_that_say_for_whom_a_text_is_hide_nothing(text: str, column: int, hint: str, tmp_path: Path) -> None:
    """In a handbook with editions, with what hides it; where there are none, nothing is for some."""
    ((line, at, said),) = told_in_words(tmp_path / "a", text)
    assert (line, at) == (2, column) and hint in said
    assert told_in_words(tmp_path / "b", text, "site_name: A\ndocs_dir: content\nplugins: [journeybook]\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "steps: ['Ask your companion (mentor), or a friend (mentor)']\n",
        "steps: ['Facilitator: welcome all.', 'The mentor: a friend?', 'For mentors: think of it.']\n",
        "steps: ['Write: Dear [mentor], thank you.', 'Talk (without the mentor), and then [read](index.md).']\n",
        "materials: ['Two pens (for mentor and mentee)', 'Cards (one for each mentor)']\n",
        "questions: ['Who asks (the mentor)?']\n",
        "title: A talk (mentors only)\naudience: mentor\n",
        "steps: [{text: Wait (for mentors only)., audience: mentor}]\n",
        "facilitator_notes: Read it (facilitators only).\n",
        "steps: [{title: A meal for mentors only}, {title: Only the mentor listens}]\n",
        "handouts: [{title: S, fields: [{label: 'Mentors only: what stayed?'}]}]\n",
        "purpose: '(mentors only) You learn.'\naudience: mentor\n",
    ],
)
def test_words_about_roles_are_quiet(text: str, tmp_path: Path) -> None:
    """Explanations, places to fill in, things for somebody's hands, and what is for some as it is to be."""
    text = text.removeprefix("title: A talk (mentors only)\n")
    assert told_in_words(tmp_path, text) == []


@pytest.mark.parametrize(
    ("participants", "title", "number"),
    [
        ("", "(mentors only)", 1),
        ("participants: [mentor, mentee]\n", "(mentors only)", 1),
        ("participants: mentors\n", "(mentors only)", 0),
        ("audience: mentor\n", "(mentors only)", 0),
        ("", "(mentors)", 0),
    ],
)
def test_a_title_that_says_for_whom_hides_nothing(participants: str, title: str, number: int, tmp_path: Path) -> None:
    """Of an activity in which only mentors take part, its title may say so."""
    files = {"mkdocs.yml": EDITIONS, "content/index.md": "# A\n"}
    files["toolkit/talk.yaml"] = f"title: A talk {title}\n{participants}"
    found = [one for one in checks.run(of_site(tmp_path, files)) if one.code == "JB447"]
    assert [(one.line, one.column) for one in found] == [(1, 8)] * number


def of_page(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """The place and the remedy of each JB447 of a page."""
    found = checks.run(of_site(folder, {"mkdocs.yml": EDITIONS, "content/index.md": text}))
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == "JB447"]


@pytest.mark.parametrize(
    ("text", "column", "role"),
    [
        ("## For facilitators only", 4, "facilitator"),
        ("## Questions (mentors only)", 4, "mentor"),
        ("## Notes for mentors only", 4, "mentor"),
        ("## Not for mentees", 4, "facilitator, mentor, coordinator"),
        ('!!! note "Mentors only"\n\n    Ask.', 11, "mentor"),
        ('=== "Mentors only"\n\n    Ask.', 6, "mentor"),
        ("**For mentors only:** ask.", 3, "mentor"),
        ("> **Mentors only.** Ask.", 5, "mentor"),
        ("Mentors only: ask.", 1, "mentor"),
        ("- For mentors only: ask.", 3, "mentor"),
        ("- (mentors only) Bring the file.", 3, "mentor"),
        ("- **Mentors only:** Bring the file.", 5, "mentor"),
        ("See [the answers (mentors only)](answers.pdf).", 6, "mentor"),
        ("The code of the door is 4711 (mentors only).", 30, "mentor"),
        ("- Call Anna, 0171 234 5678 (for mentors only).", 28, "mentor"),
        ("Nur für Mentoren\n-----\n\nAsk.", 1, "mentor"),
        ("<details><summary>For mentors only</summary>Ask.</details>", 19, "mentor"),
    ],
)
def test_headings_and_boxes_that_say_for_whom_hide_nothing(text: str, column: int, role: str, tmp_path: Path) -> None:
    """And words in bold, or before a colon, at the beginning of a paragraph; the remedy names the role."""
    ((line, at, hint),) = of_page(tmp_path, f"# A\n\n{text}\n")
    assert (line, at) == (3, column) and hint.startswith(f"write `<!-- for: {role} -->` on a line above")


def test_the_title_and_the_front_matter_of_a_page_are_told(tmp_path: Path) -> None:
    """What is meant is an audience in front matter; other programs' keys are not ours."""
    ((line, _, hint),) = of_page(tmp_path / "a", "# For mentors only: a talk\n\nB.\n")
    assert line == 1 and hint == "write `audience: mentor` into the front matter of the page"
    front = "---\ntitle: A (mentors only)\nnote: Mentors only\nquestions:\n- 'Mentors only: why?'\n---\n\nB.\n"
    assert [line for line, _, _ in of_page(tmp_path / "b", front)] == [2, 5]
    assert of_page(tmp_path / "c", front.replace("---\n\n", "audience: mentor\n---\n\n# Mentors only\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "## For mentors\n\n**Only mentors** see it. **The mentor** only listens.",
        "- **Both:** ask.\n- **Mentors only:** listen.\n- Mentors only\n",
        "- (both) Ask.\n- (mentors only) Listen.\n",
        "- A pen\n- (mentors only) a badge\n- Mentors only: the file\n",
        "| 18:45 | Mentors only: lunch |\n|---|---|\n| a | (mentors only) |",
        "See [the course (mentors only)](https://www.example.org/a.pdf).",
        "Ask for the code (mentors only). The year 2019 was good.",
        "The evening, 18:00 to 20:30 on 14/01/2027 (mentors only).",
        "A lunch (mentors only) on Friday.\n\n## A meal for mentors only\n\n## Is it for mentors only?",
        "| Mentors only | Both |\n|---|---|\n| a | b |",
        "```\n## For mentors only\n```\n\nWrite `## For mentors only`.\n\n<!-- ## For mentors only -->",
        "## For mentors only\n\n<!-- for: mentor -->\n\nAsk.\n\n<!-- end for -->",
        "<!-- for: mentor -->\n\n## For mentors only\n\nAsk.\n\n<!-- end for -->",
    ],
)
def test_words_on_pages_that_keep_nothing_from_others_are_quiet(text: str, tmp_path: Path) -> None:
    """Sentences about what people do, lists of who does what, examples, and what is for some as it is to be."""
    assert of_page(tmp_path, f"# A\n\n{text}\n") == []


def test_a_cell_for_some_is_told_with_where_to_write_it(tmp_path: Path) -> None:
    """No marker can stand in a table."""
    ((line, column, hint),) = of_page(tmp_path, "# A\n\n| A | B |\n|---|---|\n| 1 | For mentors only: ask |\n")
    assert (line, column) == (5, 7) and hint.startswith("a row is for all: write what is for some below the table")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("variations:\n  mentors_only: Ask.\n", [(3, 3)]),
        ("variations:\n  For mentors only: Ask.\n", [(3, 3)]),
        ("space: The reading room (facilitators only – code 4711)\n", [(2, 26)]),
        ("variations:\n  For mentors only: {text: Ask., audience: mentor}\n", []),
        ("variations:\n  With mentors only in a small room: Ask.\n", []),
        ("space: The kitchen (mentors only)\n", []),
        ("space: The kitchen (mentors only – mentees are in the hall)\n", []),
    ],
)
def test_names_of_variations_and_codes_of_rooms_are_told(
    text: str, places: list[tuple[int, int]], tmp_path: Path
) -> None:
    """A room may well be for mentors only; the code of its door is another matter."""
    assert [one[1:] for one in told_with_editions(tmp_path, text) if one[0] == "JB447"] == places
