"""Addresses that stand in pages as text, and brackets that make no link, are told with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.markdown.settings import MarkdownSettings

OR = "; or, for all addresses of all pages, `- pymdownx.magiclink` below `markdown_extensions:`"


def told(folder: Path, text: str, code: str = "JB454", extensions: tuple[str, ...] = ()) -> list[tuple[int, int, str]]:
    """The line, the column and the hint of each problem of a code of a page, whose text begins at line 3."""
    files = {"content/a/index.md": f"# A\n\n{text}\n", "content/a/rules.md": "# Rules\n"}
    found = checks.run(book_of(folder, files, markdown=MarkdownSettings(("attr_list", *extensions))))
    return [(one.line, one.column, str(one.hint)) for one in found if one.code == code]


@pytest.mark.parametrize(
    ("text", "column", "form"),
    [
        ("See https://book.example.org/rules.", 5, "<https://book.example.org/rules>"),
        ("See (www.example.org) too.", 6, "<https://www.example.org>"),
        ("Write to anna@example.org, or call.", 10, "<anna@example.org>"),
        ("<https://a.example.org> https://b.example.org https://c.example.org", 25, "<https://b.example.org>"),
    ],
)
def test_an_address_that_is_no_link_is_told(tmp_path: Path, text: str, column: int, form: str) -> None:
    """The first of a page; an extension that makes links of addresses has them all."""
    assert told(tmp_path, text, "JB493") == [(3, column, f"write `{form}`{OR}")]
    assert told(tmp_path, text, "JB493", ("pymdownx.magiclink",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<https://a.example.org>, <anna@example.org>, [b](https://b.example.org), [https://c.example.org](rules.md)",
        "[See][d] `https://e.example.org` <a href='https://f.example.org'>F</a>\n\n[d]: https://d.example.org",
        "```\nhttps://a.example.org\n```\n\n<!-- https://b.example.org -->",
        "![A](https://a.example.org/b.png) http://localhost:8000 https://…",
        "[](activity:none), @anna, a@b and and/or",
    ],
)
def test_an_address_that_is_a_link_or_code_is_not_told(tmp_path: Path, text: str) -> None:
    """In brackets, definitions, HTML, code, notes of the author."""
    assert told(tmp_path, text, "JB493") == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("See [[rules]].", "write `[rules](rules.md)`"),
        ("See [[Rules]].", "write `[Rules](rules.md)`"),
        ("See [the rules(rules.md#a) too.", "write `[the rules](rules.md#a)`"),
        ("See [the rules]\n(rules.md).", "write `[the rules](rules.md)`"),
        ("See [x](https://a.example.org/b_(c) too.", "write `[x](https://a.example.org/b_(c))`"),
    ],
)
def test_brackets_that_make_no_link_are_told(tmp_path: Path, text: str, hint: str) -> None:
    """With the link that is meant."""
    assert (3, 5, hint) in told(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("See !(cup.png).", "![…](cup.png)"),
        ("See !(A cup)(cup.png).", "![A cup](cup.png)"),
        ("See ![cup.png].", "![…](cup.png)"),
        ("See ![A cup]cup.png", "![A cup](cup.png)"),
        ("See (the rules)(../a/rules.md).", "[the rules](../a/rules.md)"),
        ("See [the rules]<../a/rules.md>.", "[the rules](../a/rules.md)"),
        ("See [the rules].(rules.md) too.", "[the rules](rules.md)"),
        ("See [the rules]:(rules.md)", "[the rules](rules.md)"),
        ("See [the rules(../a/rules.md)] too.", "[the rules](../a/rules.md)"),
        ("See <../a/rules.md>.", "[…](../a/rules.md)"),
    ],
)
def test_other_signs_than_those_of_a_link_are_told(tmp_path: Path, text: str, form: str) -> None:
    """On pages and in fields, once, with the link or the picture that is meant."""
    assert told(tmp_path, text) == [(3, 5, f"write `{form}`")]
    files = {"toolkit/talk.yaml": f"title: A talk\ndescription: {text!r}\n"}
    found = [str(one.hint) for one in checks.run(book_of(tmp_path, files)) if one.code == "JB454"]
    assert f"write `{form}`" in found


@pytest.mark.parametrize("text", ["[the rules]: (rules.md)", "Below:\n\n[the rules]:  (../a/rules.md)\n\nAnd on."])
def test_a_link_that_is_taken_for_the_address_of_others_is_told(tmp_path: Path, text: str) -> None:
    """Where no other link has its name."""
    ((_, column, hint),) = told(tmp_path, text)
    assert (column, hint) == (1, f"write `[the rules]({text.partition('(')[2].partition(')')[0]})`")


@pytest.mark.parametrize(
    "text",
    [
        "`!(cup.png)`, `![cup.png]`, `[x]<../a.md>`, `<../a/rules.md>` and `[x].(rules.md)`.",
        "```\n!(cup.png)\n[the rules]: (rules.md)\n```",
        "See ![cup.png] and [the rules].\n\n[cup.png]: cup.png\n[the rules]: (rules.md)",
        "[The rules](<../a/rules.md>), [the rules](rules.md). (Not now.)(And not here.) No [x].(Or so.)",
        "Look!(See cup.png.) Wow! (cup.png) [see the rules (rules.md)]",
        "[the rules]: rules.md",
    ],
)
def test_right_signs_and_code_are_not_told(tmp_path: Path, text: str) -> None:
    """Nor definitions that some link needs, nor texts in brackets."""
    assert told(tmp_path, text, extensions=("fenced_code",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[nothing]] and [see the rules (rules.md)] and [x](https://a.example.org/b_(c)).",
        "See [x](https://a.example.org/b_(c)), [a] and (rules.md).",
    ],
)
def test_other_brackets_are_not_told(tmp_path: Path, text: str) -> None:
    """Nor links with brackets in their address."""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("See <www.example.org>.", "write `<https://www.example.org>`"),
        ("See <rules.md>.", "write `[…](rules.md)`"),
        ("Say <your name>.", "write `&lt;your name>`, or put it in backticks"),
    ],
)
def test_an_address_that_is_taken_for_a_tag_is_told(tmp_path: Path, text: str, hint: str) -> None:
    """As a link."""
    assert told(tmp_path, text, "JB477") == [(3, 5, hint)]


@pytest.mark.parametrize(
    ("workshop", "hint"),
    [
        (
            "location: https://meet.example.org/1",
            'write it below `resources:` as well: `{title: …, url: "https://meet.example.org/1"}`',
        ),
        ('location: https://meet.example.org/1\nresources: {title: Room, url: "https://meet.example.org/1"}', None),
        ("location: Online, at meet.example.org", None),
        ("description: See https://meet.example.org/1.", None),
    ],
)
def test_an_address_in_a_field_of_plain_text_is_told(tmp_path: Path, workshop: str, hint: str | None) -> None:
    """Until it stands where it is a link, too."""
    text = f'title: A day\n{workshop}\ndays: {{start: "9:30", blocks: {{title: Talk, minutes: 15}}}}\n'
    problems = checks.run(book_of(tmp_path, {"toolkit/workshops/day.yaml": text}))
    assert [str(one.hint) for one in problems if one.code == "JB493"] == [hint] * bool(hint)
