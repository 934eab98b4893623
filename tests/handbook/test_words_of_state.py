"""Titles that say that what they name is a draft or old are told, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of
from journeybook import checks


def told(folder: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str]]:
    """The file and the remedy of each piece of advice."""
    problems = checks.run(book_of(folder, {"content/index.md": "# Welcome\n"} | files, **settings))
    return [(f"{one.file}:{one.line}", str(one.hint)) for one in problems if one.code == "JB413"]


DRAFT = "write `title: A walk` and `status: draft`"
OLD = "write `title: A walk` and `status: retired`"


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        *(
            (title, DRAFT)
            for title in ("A walk (draft)", "A walk [DRAFT]", "(Draft) A walk", "A walk (work in progress)")
        ),
        *(
            (title, DRAFT)
            for title in ('"DRAFT: A walk"', "DRAFT – A walk", "A walk - DRAFT", "DRAFT A walk", "A walk WIP")
        ),
        *((title, OLD) for title in ("A walk (old)", "OLD – A walk", "A walk (do not use)", '"[Outdated]: A walk"')),
        ("DRAFT – The “way”", "write `title: The “way”` and `status: draft`"),
        ('"DRAFT: Walk: slowly"', 'write `title: "Walk: slowly"` and `status: draft`'),
    ],
)
def test_an_entry_is_told_what_to_write(tmp_path: Path, title: str, hint: str) -> None:
    """The title without the word, and the field that does what it says."""
    assert told(tmp_path, {"toolkit/walk.yaml": f"title: {title}\n"}) == [("toolkit/walk.yaml:1", hint)]


def test_a_page_is_told_what_to_write(tmp_path: Path) -> None:
    """Its heading or title without the word, and the key of mkdocs.yml."""
    pages = {
        "content/a.md": "Hello.\n\n# Listening – DRAFT\n",
        "content/b.md": "---\ntitle: Talks (old)\n---\n\nHello.\n",
    }
    assert told(tmp_path, pages) == [
        ("content/a.md:3", "write `# Listening`, and below `draft_docs:` in mkdocs.yml the page’s path, `a.md`"),
        ("content/b.md:2", "write `title: Talks`, and below `exclude_docs:` in mkdocs.yml the page’s path, `b.md`"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Draft a letter",
        "A first draft",
        "Drafts, and what comes of them",
        '"Draft: how to write one"',
        "The letter (first draft)",
        "Mentors (retired)",
        "Friends (old and new)",
        "Growing old",
        "The old archive",
        "Sentences (unfinished)",
        "DRAFT YOUR LETTER",
        "OLD FRIENDS - DRAFT",
        "How we grow OLD",
        "Work in progress",
        "The RE-DRAFT",
    ],
)
def test_a_title_that_is_about_drafts_or_age_is_not_told(tmp_path: Path, title: str) -> None:
    """Nor one that is written in capitals."""
    files = {"toolkit/walk.yaml": f"title: {title}\n", "content/a.md": f"---\ntitle: {title}\n---\n"}
    assert told(tmp_path, files) == []


def test_what_has_its_status_is_not_told(tmp_path: Path) -> None:
    """Neither a draft nor what is retired, nor a page whose file alone is called so."""
    files = {f"toolkit/{one}.yaml": f"title: A walk (old)\nstatus: {one}\n" for one in ("draft", "retired")}
    assert told(tmp_path, files | {"content/listening-draft.md": "Hello.\n"}, drafts=True) == []
