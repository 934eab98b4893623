"""Checks of other people's packages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extensions.installed import install, invent
from handbook.handbooks import book_of
from journeybook import checks
from journeybook.assembly.codes import all_codes
from journeybook.ground.extensions import ExtensionError
from reference import ROOT

BOOK = {"toolkit/talk.yaml": "title: THE FIRST TALK\n", "toolkit/walk.yaml": "title: The first walk\n"}
FACTS = """
from journeybook.problems import Code, Example, say
CODES = (Code("AB401", means="x", remedy="y", example=Example("a", "b")),)
"""


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """What makes the packages of a folder be found, until the test is over."""

    def found(folder: Path) -> None:
        monkeypatch.syspath_prepend(str(folder))
        _forget()

    _forget()
    yield found
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    checks.all_checks.cache_clear()
    all_codes.cache_clear()


def told(folder: Path) -> list[tuple[str, str, int, str]]:
    """Every problem of the handbook that a foreign check tells."""
    found = checks.run(book_of(folder / "book", BOOK))
    return [(p.code, p.file, p.line, str(p.message)) for p in found if not p.code.startswith("JB")]


def test_the_example_tells_its_problem_with_all_others(use: Callable[[Path], None], tmp_path: Path) -> None:
    """The check of `examples/capitals` is found by its entry point; its code has its facts, and is advice."""
    assert told(tmp_path) == []
    use(install(tmp_path / "packages", ROOT / "examples/capitals"))
    assert told(tmp_path) == [("CP401", "toolkit/talk.yaml", 1, "‘THE FIRST TALK’ is in capitals")]
    assert checks.errors(checks.run(book_of(tmp_path / "book", BOOK))) == []
    assert list(all_codes())[-1] == "CP401"
    example = all_codes()["CP401"].example
    assert BOOK[example.file] == example.wrong


NONE = "def check(book):\n    return []\n"
ANOTHER = "def check(book):\n    for entry in book.activities:\n        yield entry.problem('AB402', say('x'))\n"


def test_two_packages_cannot_tell_one_code(use: Callable[[Path], None], tmp_path: Path) -> None:
    """A code means one thing, whoever tells it."""
    folder = invent(tmp_path / "packages", "journeybook.checks", "first", FACTS + NONE)
    use(invent(folder, "journeybook.checks", "second", FACTS + NONE))
    with pytest.raises(
        ExtensionError, match="‘second’ of the package their-second tells AB401, as another package does"
    ):
        told(tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("x = 1\n", "‘broken’ of the package their-broken is no check"),
        (f"{FACTS}\ncheck = 1\n", "is no check"),
        (f"CODES = ()\n{NONE}", "is no check"),
        (f"CODES = 1\n{NONE}", "is no check"),
        (FACTS.replace("AB401", "JB401") + NONE, "tells JB401, but codes that begin with JB"),
        (FACTS.replace("AB401", "AB4") + NONE, "cannot be used: ValueError: ‘AB4’ is no code"),
        ("raise SystemExit(3)\n", "cannot be used: SystemExit: 3"),
        (f"{FACTS}\ndef check(book):\n    raise SystemExit\n", "has failed: SystemExit"),
        ("import nothing_of_that_name\n", "cannot be used: ModuleNotFoundError: No module named"),
        (f"{FACTS}\ndef check(book):\n    return [1 / 0]\n", "has failed: ZeroDivisionError: division by zero"),
        (f"{FACTS}\ndef check(book):\n    return ['x']\n", "tells what is no Problem"),
        (f"{FACTS}\n{ANOTHER}", "tells what is no Problem with one of the codes that its `CODES` name"),
    ],
)
def test_a_package_that_does_not_work_is_named(
    use: Callable[[Path], None], tmp_path: Path, code: str, said: str
) -> None:
    """Whatever foreign code does, the message says which package it is, and nothing is passed over."""
    use(invent(tmp_path / "packages", "journeybook.checks", "broken", code))
    with pytest.raises(ExtensionError) as caught:
        told(tmp_path)
    assert said in str(caught.value) and "their-broken" in str(caught.value)
