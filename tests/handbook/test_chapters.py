"""Chapters and the numbers of their sections, which come from the navigation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook.handbooks import book_of, codes, page
from journeybook import checks
from journeybook.builders.config.project import open_project
from journeybook.builders.config.settings import settings_of
from journeybook.handbook import load
from small import MKDOCS_YML, write

PAGES = {
    "content/index.md": page("Home"),
    "content/about.md": page("About"),
    "content/client/index.md": page("The client"),
    "content/client/a.md": page("A"),
    "content/client/b.md": page("B"),
    "content/client/c.md": page("C"),
    "content/client/d.md": page("D"),
    "content/plan/README.md": page("The plan"),
    "content/plan/more.md": page("More"),
    "content/journeys/index.md": page("All journeys"),
    "content/toolkit/index.md": page("All activities"),
}
NAV: list[Any] = [
    {"Home": "index.md"},
    {"Plan": ["plan/README.md", {"More": "plan/more.md"}]},
    {"Client": ["client/index.md", "client/d.md", {"Deeper": ["client/c.md", {"B!": "client/b.md"}]}, "client/a.md"]},
    {"Journeys": "journeys/index.md"},
    {"Elsewhere": "https://example.org/x.md"},
]


def _numbers(folder: Path, files: dict[str, str] = PAGES, **settings: Any) -> dict[str, str]:
    return book_of(folder, files, **settings).contents.numbers


def test_numbers_follow_the_navigation(tmp_path: Path) -> None:
    """Chapters count in the navigation's order, 2.4 is the fourth section of the second, whatever it is nested in."""
    assert _numbers(tmp_path, nav=NAV) == {
        "plan/README.md": "1",
        "plan/more.md": "1.1",
        "client/index.md": "2",
        "client/d.md": "2.1",
        "client/c.md": "2.2",
        "client/b.md": "2.3",
        "client/a.md": "2.4",
    }


def test_what_is_not_in_the_navigation_has_no_number(tmp_path: Path) -> None:
    """A section that is left out takes no number, nor does a chapter whose opening page is left out."""
    nav = ["client/a.md", "plan/README.md", "plan/gone.md"]
    book = book_of(tmp_path, PAGES, nav=nav)
    assert book.contents.numbers == {"plan/README.md": "1"}
    assert book.chapters["client"].number is None
    assert [section.path for section in book.chapters["plan"].sections] == ["plan/more.md"]


def test_without_a_navigation_pages_count_as_mkdocs_orders_them(tmp_path: Path) -> None:
    """By path, the index of a folder first, and the pages of a folder before its folders."""
    files = {**PAGES, "content/client/a/deep.md": page("Deep")}
    assert _numbers(tmp_path, files) == {
        "client/index.md": "1",
        "client/a.md": "1.1",
        "client/b.md": "1.2",
        "client/c.md": "1.3",
        "client/d.md": "1.4",
        "client/a/deep.md": "1.5",
        "plan/README.md": "2",
        "plan/more.md": "2.1",
    }


def test_numbers_can_be_switched_off(tmp_path: Path) -> None:
    """With numbers off no page and no chapter has one, and the order stays."""
    book = book_of(tmp_path, PAGES, nav=NAV, numbers=False)
    assert book.contents.numbers == {}
    assert [(chapter.id, chapter.number) for chapter in book.chapters.values()] == [("plan", None), ("client", None)]


def test_a_chapter_is_a_folder_or_a_page_that_says_so(tmp_path: Path) -> None:
    """`chapter:` in front matter makes a page a chapter of its own, or a section of a folder's."""
    files = {
        **PAGES,
        "content/alone.md": page("Alone", "chapter: solo"),
        "content/guest.md": page("Guest", "chapter: plan"),
        "content/client/a.md": page("A", "chapter: plan"),
    }
    nav = [*NAV, "alone.md", "guest.md"]
    book = book_of(tmp_path, files, nav=nav)
    assert [chapter.id for chapter in book.chapters.values()] == ["plan", "client", "solo"]
    assert book.chapters["plan"].title == "The plan"
    assert [section.path for section in book.chapters["plan"].sections] == ["plan/more.md", "client/a.md", "guest.md"]
    assert book.contents.numbers["alone.md"] == "3"
    assert book.contents.numbers["guest.md"] == "1.3"


def test_introductions_of_generated_indexes_are_no_chapters(tmp_path: Path) -> None:
    """content/journeys, content/toolkit and content/questions introduce generated pages."""
    book = book_of(tmp_path, PAGES)
    assert list(book.chapters) == ["client", "plan"]
    assert book.pages["journeys/index.md"].chapter is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *client*\n", "The client"),
        ("---\ntitle: From front matter\n---\n# Heading\n", "From front matter"),
        ("---\ntitle: 2024\n---\n", "2024"),
        ("Set\n===\n", "Set"),
        ("No heading at all.\n", "First steps"),
        ("```\n# not a heading\n```\n", "First steps"),
    ],
)
def test_the_title_of_a_page_is_what_readers_see(tmp_path: Path, text: str, title: str) -> None:
    """Front matter first, then the first heading without its markup, then the file's name."""
    book = book_of(tmp_path, {"content/guide/first-steps.md": text})
    assert book.pages["guide/first-steps.md"].title == title


def test_front_matter_gives_questions_and_a_wrong_one_is_told_in_its_line(tmp_path: Path) -> None:
    """`questions:` are the page's own; other keys are MkDocs's; a mistake has its line in the Markdown file."""
    front = "template: home.html\nhide: [toc]\nquestions:\n  - What now?\n  - {text: And then?, audience: mentor}"
    book = book_of(tmp_path, {"content/a/index.md": page("A", front)})
    assert [question.text for question in book.pages["a/index.md"].front.questions] == ["What now?", "And then?"]
    assert codes(book) == []
    (problem,) = book_of(tmp_path, {"content/a/index.md": page("A", "x: y\nquestions: {txt: Why?}")}).problems
    assert (problem.code, problem.line, problem.source_line) == ("JB202", 3, "questions: {txt: Why?}")


def test_a_page_that_cannot_be_read_does_not_make_its_chapter_unknown(tmp_path: Path) -> None:
    """A chapter whose opening page is not UTF-8 is told once, and links to it are not told again."""
    files = {"toolkit/map.yaml": "title: Map\nchapter: client\n", "content/x.md": "# X\n\n[](chapter:client)\n"}
    (tmp_path / "content/client").mkdir(parents=True)
    (tmp_path / "content/client/index.md").write_bytes("# Über\n".encode("latin-1"))
    assert codes(book_of(tmp_path, files)) == ["JB102"]


def test_numbers_follow_the_order_of_a_plugin_s_navigation(tmp_path: Path) -> None:
    """What it names in its order, each page once, whatever else is among it; what it does not name has no number."""
    book = book_of(tmp_path, PAGES)
    order = ["index.md", "plan/README.md", "toolkit/generated.md", "client/index.md", "client/d.md", "client/b.md"]
    ordered = book.in_order_of([*order, "client/b.md"])
    assert ordered.contents.numbers == {
        "plan/README.md": "1",
        "client/index.md": "2",
        "client/d.md": "2.1",
        "client/b.md": "2.2",
    }
    assert list(ordered.chapters) == ["plan", "client"] and ordered.chapters["client"].number == 2
    assert book.in_order_of(sorted(PAGES)) is not ordered and book.in_order_of(book.pages) is book


PATTERNS = {
    "exclude_docs: client/b.md": {"client/index.md": "1", "client/a.md": "1.1", "client/c.md": "1.2"},
    "draft_docs: client/a.md": {"client/index.md": "1", "client/b.md": "1.1", "client/c.md": "1.2"},
    "not_in_nav: client/c.md": {"client/index.md": "1", "client/a.md": "1.1", "client/b.md": "1.2"},
    "exclude_docs: client/": {},
}


@pytest.mark.parametrize(("pattern", "numbers"), PATTERNS.items())
def test_what_mkdocs_yml_keeps_back_has_no_number(tmp_path: Path, pattern: str, numbers: dict[str, str]) -> None:
    """Excluded pages and drafts are no pages of the handbook, but for drafts where drafts are shown."""
    pages = {path: text for path, text in PAGES.items() if "plan" not in path and "/d.md" not in path}
    write(tmp_path, pages | {"mkdocs.yml": f"{MKDOCS_YML}{pattern}\n"})
    project = open_project(tmp_path / "mkdocs.yml")
    for drafts in (False, True):
        book = load(settings_of(project.config, project.options, drafts=drafts))
        assert {path: number for path, number in book.contents.numbers.items() if "client" in path} == numbers
        is_back = "exclude" in pattern or ("draft" in pattern and not drafts)
        assert (len(pages) > len(book.pages)) == is_back


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_a_chapter_that_mkdocs_yml_keeps_back_is_told_as_such(tmp_path: Path, key: str) -> None:
    """Where an activity or a link names it: it is there, and no typing error."""
    text = "# Home\n\n[](chapter:client)\n"
    more = {"toolkit/talk.yaml": "title: A talk\nchapter: client\n", "content/index.md": text}
    write(tmp_path, {**PAGES, **more, "mkdocs.yml": f"{MKDOCS_YML}{key}: client/\n"})
    project = open_project(tmp_path / "mkdocs.yml")
    told = checks.errors(project.read().problems)
    assert [(problem.file, problem.code, str(problem.message)) for problem in told] == [
        ("content/index.md", "JB301", "the chapter ‘client’ is kept back by mkdocs.yml"),
        ("toolkit/talk.yaml", "JB301", "the chapter ‘client’ is kept back by mkdocs.yml"),
    ]
