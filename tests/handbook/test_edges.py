"""What is checked between the parts of a handbook, from both sides of its edge."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.handbooks import book_of, codes
from journeybook import checks
from journeybook.handbook.entries import MOST_BYTES, RESERVED, is_unfit
from journeybook.source.limits import MAX_BRACKETS, MAX_BYTES, MAX_INDENT, MAX_NODES
from journeybook.source.read import parse, read_text

DAYS = "title: x\ndays:\n"
DAY = '  - date: {date}\n    start: "{start}"\n{end}    blocks: [{{title: a, minutes: {minutes}}}]\n'


def day(start: str, minutes: int, end: str = "", date: str = "2027-01-14") -> str:
    """A day, or part of one, with a block of so many minutes."""
    return DAY.format(date=date, start=start, minutes=minutes, end=f'    end: "{end}"\n' if end else "")


def told(folder: Path, *days: str) -> list[str]:
    """What is said of a workshop of these days."""
    book = book_of(folder, {"toolkit/workshops/x.yaml": DAYS + "".join(days)})
    return [str(problem.message) for problem in checks.run(book)]


def test_a_part_may_begin_when_the_one_above_ends(tmp_path: Path) -> None:
    """And not a minute earlier."""
    morning = day("09:00", 60)
    assert told(tmp_path, morning, day("10:00", 5)) == []
    assert told(tmp_path, morning, day("09:59", 5)) == ["this part begins 1 minutes before the part above it ends"]


def test_a_day_lasts_at_least_a_minute(tmp_path: Path) -> None:
    """An end at the start is before it begins, and so is an earlier one."""
    assert told(tmp_path, day("09:00", 1, "09:01")) == []
    for end in ("09:00", "08:59"):
        assert told(tmp_path, day("09:00", 1, end)) == ["this day ends before it begins"]


def test_a_night_is_two_days(tmp_path: Path) -> None:
    """An end after midnight is told so at once, and not as a time that is too early; one in the afternoon is."""
    hints = {}
    for end in ("00:30", "24:30", "07:00", "16:00"):
        book = book_of(tmp_path / end[:2], {"toolkit/workshops/x.yaml": DAYS + day("18:00", 5, end)})
        (hints[end],) = (str(problem.hint) for problem in checks.run(book))
    assert hints == {
        "00:30": 'write "23:59" at the latest, or make two days of it: a day ends at midnight',
        "24:30": 'write "00:00" where a day begins, and "23:59" where it ends: a day does not run past midnight',
        "07:00": 'write a later time, such as "19:00"',
        "16:00": "write a later time",
    }


def test_a_day_ends_at_midnight_at_the_latest(tmp_path: Path) -> None:
    """Blocks may end with the day, and not a minute later."""
    assert told(tmp_path, day("23:00", 60)) == []
    assert told(tmp_path, day("23:00", 61)) == ["the blocks of this day run past midnight"]


def test_days_are_in_order(tmp_path: Path) -> None:
    """A date may follow itself, and not go back by a day."""
    assert told(tmp_path, day("09:00", 5), day("10:00", 5)) == []
    found = told(tmp_path, day("09:00", 5), day("10:00", 5, date="2027-01-13"))
    assert found == ["this day is before the one above it"]


@pytest.mark.parametrize("name", ["index.md", "Index.html", "index.html", "README.md", "ReadMe.md", "./INDEX.HTML"])
def test_a_resource_does_not_take_the_place_of_a_page(tmp_path: Path, name: str) -> None:
    """Though the file is there; MkDocs makes a page of README.md, and some systems know no capitals."""
    (tmp_path / "toolkit").mkdir()
    (tmp_path / "toolkit" / name).touch()
    text = f"title: x\nresources: [{{title: a, file: {name}}}]\n"
    problems = checks.errors(checks.run(book_of(tmp_path, {"toolkit/x.yaml": text})))
    assert [problem.code for problem in problems] == ["JB310"]
    assert "would take the place of this page" in str(problems[0].message)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("notes.md", "rename it, such as to `notes.txt`, or save it as a PDF"),
        ("files/Notes.Markdown", "rename it, such as to `files/Notes.txt`, or save it as a PDF"),
        (".plan.pdf", "rename it, without the dot"),
        (".files/plan.pdf", "rename it, without the dot"),
        ("notes.txt", None),
        ("./notes.1.pdf", None),
        ("my.md.txt", None),
    ],
)
def test_a_resource_is_a_file_that_a_site_has(tmp_path: Path, name: str, hint: str | None) -> None:
    """Of Markdown MkDocs makes a page, and leaves out what begins with a dot, so that the download led nowhere."""
    (tmp_path / "toolkit" / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "toolkit" / name).touch()
    text = f"title: x\nresources: [{{title: a, file: {name}}}]\n"
    problems = checks.errors(checks.run(book_of(tmp_path, {"toolkit/x.yaml": text})))
    assert [(problem.code, str(problem.hint)) for problem in problems] == ([("JB310", hint)] if hint else [])


def test_a_resource_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    """A file that was cut off on its way is there, and readers get nothing."""
    text = "title: x\nresources: [{title: a, file: files/plan.pdf}]\n"
    for content, hints in (("", ["put the file there again"]), ("plan", [])):
        problems = checks.run(book_of(tmp_path, {"toolkit/x.yaml": text, "toolkit/files/plan.pdf": content}))
        assert [str(one.hint) for one in problems if one.code == "JB454"] == hints


@pytest.mark.parametrize("name", ["index", "workshops", "planner", "cards"])
@pytest.mark.parametrize("folder", ["journeys", "toolkit", "toolkit/sub", "toolkit/workshops"])
def test_names_of_our_own_pages_are_taken(tmp_path: Path, folder: str, name: str) -> None:
    """A file of that name would make a page in the place of one of ours."""
    assert set(RESERVED) == {"index", "workshops", "planner", "cards"}
    assert codes(book_of(tmp_path, {f"{folder}/{name}.yaml": "title: x\n"})) == ["JB306"]


@pytest.mark.parametrize("name", ["con", "CON", "nul", "prn", "aux", "com1", "lpt9", "com²", " con "])
def test_names_of_devices_are_unfit(name: str) -> None:
    """On Windows they cannot be files."""
    assert is_unfit(name) and not is_unfit(f"{name.strip()}x") and not is_unfit("com") and not is_unfit("com10")


def test_names_have_a_hundred_bytes() -> None:
    """Bytes, not letters: file systems count them."""
    assert not is_unfit("a" * MOST_BYTES) and is_unfit("a" * (MOST_BYTES + 1))
    assert not is_unfit("ä" * (MOST_BYTES // 2)) and is_unfit("ä" * (MOST_BYTES // 2) + "a")


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    """Files and folders that begin with a dot: editors and systems leave theirs there."""
    wrong = "title: [\n"
    files = {"journeys/.a.yaml": wrong, "toolkit/.old/a.yaml": wrong, "content/.draft.md": "![](activity:x)\n"}
    assert codes(book_of(tmp_path, files)) == []


def test_a_file_has_a_million_bytes(tmp_path: Path) -> None:
    """And not one more."""
    for size, expected in ((MAX_BYTES, []), (MAX_BYTES + 1, ["JB106"])):
        (tmp_path / "a.yaml").write_bytes(b"#" * size)
        assert [problem.code for problem in read_text(tmp_path / "a.yaml", "a.yaml")[1]] == expected


LIMITS = {
    "brackets": (lambda n: "a: " + "[" * n + "]" * n, MAX_BRACKETS, "JB107"),
    "indentation": (lambda n: "a:\n" + " " * n + "b: c\n", MAX_INDENT, "JB107"),
    "values": (lambda n: "a: [" + "x, " * (n - 2) + "]", MAX_NODES, "JB108"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_what_is_nested_or_repeated_too_often_is_refused(name: str) -> None:
    """At the first one too many: libyaml crashes on very deep input, and aliases can make millions of a few."""
    make, most, code = LIMITS[name]
    assert [problem.code for problem in parse(make(most), "a.yaml")[1]] == []
    assert [problem.code for problem in parse(make(most + 1), "a.yaml")[1]] == [code]
