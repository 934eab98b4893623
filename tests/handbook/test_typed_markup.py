"""Signs of Markdown and HTML in plain fields, and names with a typing error, are told as advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks


def advice(folder: Path, code: str, files: dict[str, str]) -> list[tuple[int, str, str]]:
    """The line, the message and the hint of each piece of advice of one kind."""
    problems = checks.run(book_of(folder, files))
    assert checks.errors(problems) == []
    return [(one.line, str(one.message), str(one.hint)) for one in problems if one.code == code]


@pytest.mark.parametrize(
    ("field", "signs", "bare"),
    [
        ('summary: "**Really** listen"', "**Really**", "Really"),
        ('summary: "Listen *now*."', "*now*", "now"),
        ("summary: Listen __now__", "__now__", "now"),
        ('summary: "## Listen"', "## Listen", "Listen"),
        ("materials: [Pens, A **big** sheet]", "**big**", "big"),
        ("questions: What **else**?", "**else**", "else"),
    ],
)
def test_markdown_is_told_where_it_is_shown_as_typed(tmp_path: Path, field: str, signs: str, bare: str) -> None:
    """In any field or item that is a line of text, with the text without its signs."""
    ((line, message, hint),) = advice(tmp_path, "JB441", {"toolkit/walk.yaml": f"title: A walk\n{field}\n"})
    assert (line, message) == (2, f"‘{signs}’ is shown as it is typed here")
    assert hint == f"write `{bare}`, or tell it in a field that is Markdown, such as `description:`"


def test_links_and_tags_are_told(tmp_path: Path) -> None:
    """A link has another place, a tag has none."""
    text = 'title: <b>A walk</b>\nsummary: "See [this](https://a.example)"\nspace: A <iframe src="x"> room\n'
    found = advice(tmp_path, "JB441", {"toolkit/walk.yaml": text})
    assert [(line, hint.split(",")[0].split(";")[0]) for line, _, hint in found] == [
        (1, "take it out"),
        (2, "give the address under `resources:`"),
        (3, "take it out"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "a 5* hotel and a 4* one",
        "file_name_here",
        "a < b > c",
        "C# and F#",
        "I <3 walks",
        "#1 rule",
        "<name>",
    ],
)
def test_signs_that_are_text_are_not_told(tmp_path: Path, text: str) -> None:
    """Stars, hashes and angles that are no Markdown; and Markdown where it is read."""
    field = f'title: A walk\nsummary: "{text}"\ndescription: "**Really** <b>walk</b>"\nsteps: ["*Walk*."]\n'
    assert advice(tmp_path, "JB441", {"toolkit/walk.yaml": field}) == []


@pytest.mark.parametrize(
    "link",
    [
        "[A book](https://example.org)",
        '<a href="https://example.org">A book</a>',
        "<A class=b HREF='https://a.example'>",
    ],
)
def test_the_address_of_a_link_is_not_taken_out(tmp_path: Path, link: str) -> None:
    """In whatever signs a line has a link, the answer keeps it."""
    found = advice(tmp_path, "JB441", {"toolkit/walk.yaml": f"title: A walk\nmaterials:\n  - See {link}\n"})
    hints = [hint for *_, hint in found]
    assert hints == ["give the address under `resources:`, or write the link into `description:`"]


def test_a_source_that_is_a_link_is_answered_with_both_its_parts(tmp_path: Path) -> None:
    """It has a field for each; a link of Markdown is read so."""
    link = "<a href='https://example.org' class=b>A book</a>"
    found = advice(tmp_path, "JB441", {"toolkit/walk.yaml": f"title: A walk\nsource: {link}\n"})
    assert [hint for *_, hint in found] == ['write `source: {title: "A book", url: "https://example.org"}`']


WAY = "title: A way\nactors: [Teacher, {id: kid, title: Pupil}]\nstages: [{title: A, questions: Why?}, B]\n"


def named(folder: Path, *lists: str) -> list[str]:
    """What is said of the participants of some activities."""
    files = {f"toolkit/walk-{n}.yaml": f"title: A walk {n}\nparticipants: {one}\n" for n, one in enumerate(lists)}
    return [message for _, message, _ in advice(folder, "JB443", files | {"journeys/way.yaml": WAY})]


def test_a_participant_with_a_typing_error_is_told(tmp_path: Path) -> None:
    """By the roles, the actors of journeys, and what several activities say."""
    said = "nobody else is called ‘{}’; did you mean ‘{}’?"
    found = named(tmp_path, "[teecher, Puipl, mentro, Alumni]", "[Alumni, kid]", "[Aulmni]")
    pairs = [("teecher", "Teacher"), ("Puipl", "Pupil"), ("mentro", "mentor"), ("Aulmni", "Alumni")]
    assert found == [said.format(*pair) for pair in pairs]


def test_other_participants_are_not_told(tmp_path: Path) -> None:
    """Others than roles, plurals of actors, other forms, and what several activities say."""
    assert named(tmp_path, "[Mentorin, teachers, pupil, Parents, teecher]", "[teecher]") == []
    assert named(tmp_path, "[Teacher, Product Managers]", "[Co-teacher, Project Manager]") == []


@pytest.mark.parametrize(
    ("lists", "pairs"),
    [
        (["[mentr, mentee]"], [("mentr", "mentor")]),
        (["[mento, mentee]"], [("mento", "mentor")]),
        (["[Mentors, Mentees]"], [("Mentors", "mentor"), ("Mentees", "mentee")]),
        (["[Parents]", "[parent]"], [("parent", "Parents")]),
        (["[Product Managers]", "[Prodcut Manager]"], [("Prodcut Manager", "Product Managers")]),
        (["[Alumni]", "[Alumin]"], [("Alumin", "Alumni")]),
        (["[mentor, Mentor]"], [("Mentor", "mentor")]),
    ],
)
def test_a_name_of_another_form_is_told_with_the_usual_one(
    tmp_path: Path, lists: list[str], pairs: list[tuple[str, str]]
) -> None:
    """A role's, or that of more activities; of as many, the one that was used first."""
    said = "nobody else is called ‘{}’; did you mean ‘{}’?"
    assert named(tmp_path, *lists) == [said.format(*pair) for pair in pairs]


def test_two_participants_in_one_text_are_told_with_the_list(tmp_path: Path) -> None:
    """Names that are known, with a word or a sign between them; and no name that has such a word."""
    files = {
        f"toolkit/a{n}.yaml": f"title: A {n}\nparticipants: {one}\n"
        for n, one in enumerate(
            ("mentor and mentee", "Mentors / mentees", "Friends and family", "[sons and daughters]")
        )
    }
    found = advice(tmp_path, "JB443", files)
    assert [hint for *_, hint in found] == ["write one a line, each with a dash: `- mentor` `- mentee`"] * 2


def test_two_in_one_text_are_those_that_are_there(tmp_path: Path) -> None:
    """A name with more words, or of which a short one is only like another, is nobody of them."""
    names = (
        "UX/UI designer",
        "Data scientist/analyst",
        "UXD",
        "UX designer",
        "Data scientist",
        "Pair or quality analyst",
    )
    assert [one for one in named(tmp_path, *(f"[{name}]" for name in names)) if "a list is meant" in one] == []


def test_a_separator_of_lines_in_a_text_is_told(tmp_path: Path) -> None:
    """In a field and on a page, which has one line there."""
    files = {
        "toolkit/walk.yaml": 'title: A walk\nsummary: "We walk\u2028and talk."\n',
        "content/a/index.md": "# A\n\nb\u2029c\n",
    }
    found = advice(tmp_path, "JB445", files)
    assert [(line, message[26:34]) for line, message, _ in found] == [(3, "(U+2029)"), (2, "(U+2028)")]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("\u200b## What helps", "delete it and type the word again"),
        ("\ufeff## What helps", "delete it and type the word again"),
        ("A \u200bword", "delete it and type the word again"),
        ("Ask \uf0e0 listen", "write `→`"),
        ("Ask \uf0ff", "paste the sign itself, such as an emoji, or take it out"),
    ],
)
def test_signs_of_a_page_that_nobody_sees_or_has_are_told(tmp_path: Path, text: str, hint: str) -> None:
    """As those of a field, and those that keep a heading from being one."""
    assert [one[::2] for one in advice(tmp_path, "JB445", {"content/a/index.md": f"# A\n\n{text}\n"})] == [(3, hint)]


@pytest.mark.parametrize(
    "text", ["ទស្សនៈ\u200bរបស់", "\uf0b7 pens", '<i class="own">\uf0e0</i>', "`\uf0e0`", "\u200b", "a\u2060/b"]
)
def test_signs_of_a_page_that_have_a_use_are_not_told(tmp_path: Path, text: str) -> None:
    """In scripts without blanks, icons, code; of a bullet, JB444 tells."""
    assert advice(tmp_path, "JB445", {"content/a/index.md": f"# A\n\n{text}\n"}) == []


@pytest.mark.parametrize(
    "text", ["CAFÉ… É” NÃO IRMÃ” à\u00a0« là » â l’âge", "naïve façade Ångström â†", "R&D; a & b; AT&T"]
)
def test_words_of_other_languages_are_not_told(tmp_path: Path, text: str) -> None:
    """Capitals with accents before quotation marks, spaces before angles, and ampersands."""
    files = {"toolkit/walk.yaml": f"title: A walk\nsummary: '{text}'\n"}
    assert advice(tmp_path, "JB445", files) == [] == advice(tmp_path, "JB441", files)


@pytest.mark.parametrize(
    "purpose",
    [
        "- a\n  b\n- c",
        "# A\n- b",
        "A\n\n- b\n- c",
        "At 10:30:15 or\n1985. b",
        "`[^1]` `:smile:`",
        "A\n\n    !!! note",
        "1. a\n   b\n2. c",
    ],
)
def test_markdown_that_a_field_knows_is_not_told(tmp_path: Path, purpose: str) -> None:
    """Lists with lines that go on, headings above them, numbers, and code."""
    text = "".join(f"  {line}\n" for line in purpose.splitlines())
    assert advice(tmp_path, "JB444", {"toolkit/walk.yaml": f"title: A walk\npurpose: |2\n{text}"}) == []
