"""Slips of pages whose remedy once led to another slip: boxes of two kinds, tags, signs of keys, and hosts."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks
from journeybook.builders.config.theming import EXTENSIONS
from journeybook.markdown.settings import DEFAULT, MarkdownSettings

SITE = MarkdownSettings((*DEFAULT.extensions, *EXTENSIONS, "admonition", "pymdownx.details"))
BOX = "{}\n    The first ten minutes are the best.\n"
ADDRESS = "title: A talk\nquestions: Why?\nresources: [{{title: Slides, url: {}}}]\n"


def told(folder: Path, text: str, code: str) -> list[str]:
    """What a page is told to write, by problems of one code."""
    found = checks.run(book_of(folder, {"content/index.md": f"# Welcome\n\n{text}\n"}, markdown=SITE))
    return [str(one.hint) for one in found if one.code == code]


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ('!!! tip, warning "Be early"', '!!! tip "Be early"'),
        ('!!! tip,warning "Be early"', '!!! tip "Be early"'),
        ('!!! tip, "Be early"', '!!! tip "Be early"'),
        ('!!! tip/warning "Be early"', '!!! tip "Be early"'),
        ('!!! tip; "Be early"', '!!! tip "Be early"'),
        ('??? tip, warning "Be early"', '??? tip "Be early"'),
        ('!!! tip, inline "Be early"', '!!! tip inline "Be early"'),
        ("!!! tip, warning", "!!! tip"),
        ("!!! tip, Be early", '!!! tip "Be early"'),
    ],
)
def test_a_box_with_a_comma_behind_its_kind_is_shown_without(tmp_path: Path, line: str, form: str) -> None:
    """What is offered is a box."""
    assert told(tmp_path, BOX.format(line), "JB455") == [
        f"write `{form}`, and four blanks before each line that belongs into it"
    ]
    assert told(tmp_path, BOX.format(form), "JB455") == []


@pytest.mark.parametrize("text", ["One<br / >Two", "One<BR / >Two", "One<hr / >Two", "One<wbr / >Two"])
def test_a_blank_in_a_tag_that_browsers_read_is_right(tmp_path: Path, text: str) -> None:
    """A browser makes the same of it."""
    assert told(tmp_path, text, "JB477") == []


def test_a_tag_with_a_sign_too_many_is_shown_without(tmp_path: Path) -> None:
    """It is meant as a tag, and no word is lost."""
    assert told(tmp_path, "One<br.>Two", "JB477") == ["write `<br>`"]
    assert told(tmp_path, "One<br>Two", "JB477") == []
    assert told(tmp_path, "One <new words> two", "JB477") == ["write `&lt;new words>`, or put it in backticks"]


def test_words_between_pluses_are_no_keys(tmp_path: Path) -> None:
    """An extension for keys would not read them."""
    assert told(tmp_path, "It is ++new++ here.", "JB444") == [
        "take the signs out; for words that were put in, write `<ins>new</ins>`"
    ]
    assert told(tmp_path, "It is <ins>new</ins> here.", "JB444") == []
    keys = "write `- pymdownx.keys` below `markdown_extensions:` in mkdocs.yml, or take the signs out"
    assert told(tmp_path, "Press ++ctrl+c++.", "JB444") == [keys]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://example,org/a,b", "https://example.org/a,b"),
        ("https://www,example.org", "https://www.example.org"),
        ("http://example;org:8000/", "http://example.org:8000/"),
    ],
)
def test_a_comma_in_a_host_is_a_dot(tmp_path: Path, typed: str, meant: str) -> None:
    """On a page, and in YAML."""
    assert told(tmp_path, f"[x]({typed})", "JB498") == [f"write `{meant}`"]
    assert told(tmp_path, f"[x]({meant})", "JB498") == []
    found = checks.run(book_of(tmp_path, {"toolkit/talk.yaml": ADDRESS.format(f'"{typed}"')}))
    assert f"write `{meant}`" in [str(one.hint) for one in found]


def test_a_comma_behind_a_host_is_its_own(tmp_path: Path) -> None:
    """In a path it is right, and so is a name with its port."""
    for right in ("https://example.org/a,b", "https://a,b@example.org/", "https://harbour:443/a;b"):
        assert told(tmp_path, f"[x]({right})", "JB498") == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[](handout:talk#plan)", "write [](handout:talk/plan)"),
        ("![](handout:talk#notes)", "write ![](handout:talk/notes)"),
        ("[](handout:talk#other)", "name one of them: handout:talk/plan, handout:talk/notes"),
        ("[](handout:plan#talk)", "write [](handout:talk/plan)"),
        ("[](handout:plan)", "write `handout:talk/plan`"),
        ("![](workshops:guide)", "write ![](toolkit:guide)"),
        ("[](activities:guide)", "write [](chapter:guide)"),
        ("![](question:guide)", "write ![](questions:chapter/guide)"),
        ("[](chapter:guide#the-first-talk)", "link to it by its file: the way from this page to `guide/first.md`"),
    ],
)
def test_a_link_of_another_form_is_told_the_right_one(tmp_path: Path, typed: str, hint: str) -> None:
    """What is offered is right: followed, nothing is told."""
    files = {
        "content/guide/index.md": "---\nquestions: [What for?]\n---\n# Guide\n",
        "content/guide/first.md": "# The first talk\n",
        "toolkit/talk.yaml": (
            "title: Talk\nchapter: guide\nquestions: Why?\n"
            "handouts: [{id: plan, title: Plan, fields: [a]}, {id: notes, title: Notes, fields: [a]}]\n"
        ),
    }

    def hints(text: str) -> list[str]:
        book = book_of(tmp_path, {**files, "content/index.md": f"# Welcome\n\n{text}\n"})
        return [str(one.hint) for one in checks.run(book) if one.file == "content/index.md" and one.code == "JB301"]

    assert hints(typed) == [hint]
    if hint.startswith(("write [", "write ![")):
        assert hints(hint.removeprefix("write ")) == []
