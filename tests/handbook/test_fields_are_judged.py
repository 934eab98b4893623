"""`check` asks of every Markdown field what pages leave out of it, and says where that stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.handbooks import book_of
from hostile import data_of
from journeybook import checks
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import Model

ACTIVITY = "title: A talk\nchapter: guide\nnumber: 1\n"
FILES = {"content/guide/index.md": "# The guide\n", "toolkit/other.yaml": "title: Other\n"}


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, int, int, str]]:
    """The place and the source line of every problem JB308."""
    found = [problem for problem in checks.run(book_of(folder, FILES | files)) if problem.code == "JB308"]
    return [(problem.file, problem.line, problem.column, problem.source_line.strip()) for problem in found]


def _with_links(value: Any, addresses: list[str]) -> Any:
    """Data with a link to another host in every Markdown field, each with an address of its own."""
    if isinstance(value, dict):
        return {key: _with_links(item, addresses) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_links(item, addresses) for item in value]
    if isinstance(value, str) and value.endswith("~;"):
        addresses.append(f"//evil.example/{len(addresses)}x")
        return f"[a][href=b]\n\n[href=b]: {addresses[-1]}"
    return value


@pytest.mark.parametrize(
    ("model", "file", "least"),
    [(Journey, "journeys/a.yaml", 2), (Activity, "toolkit/a.yaml", 9), (Workshop, "toolkit/workshops/a.yaml", 2)],
)
def test_no_markdown_field_is_forgotten(tmp_path: Path, model: type[Model], file: str, least: int) -> None:
    """Each Markdown field of each model, however deep inside, is judged, and its problem names its own line."""
    addresses: list[str] = []
    data = _with_links(next(data_of(model, "long", "a")), addresses)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    lines = [line for _, _, _, line in told(tmp_path, {file: text})]
    assert len(addresses) >= least
    assert len(lines) == len(addresses)
    assert all(any(address in line for line in lines) for address in addresses)


@pytest.mark.parametrize(
    ("purpose", "column"),
    [
        ('"[the guide][href=a]\\n\\n[href=a]: java&#2;script:alert(1)"', 44),
        ('"[x](/&#2;/evil.example)"', 15),
        ('"[x](https:evil.example)"', 15),
        ('"![x](https://evil.example/p.png)"', 16),
        ('"[x](https://a.example:99999)"', 15),
        ('"[x](java\\u0002script:alert(1)) \\x5bx](y)"', 10),  # the text is not as it is written: its field is named
    ],
)
def test_a_problem_has_its_place(tmp_path: Path, purpose: str, column: int) -> None:
    """The line and the column are those of the address; of the field, where the address is not written as it reads."""
    places = told(tmp_path, {"toolkit/talk.yaml": f"{ACTIVITY}purpose: {purpose}\n"})
    assert ("toolkit/talk.yaml", 4, column) in [place[:3] for place in places]


@pytest.mark.parametrize(
    "purpose",
    [
        "[x](https://a.example/?a=1&b=2) <me@a.example> [y](mailto:a@b.example)",
        "See [](activity:other), [it][href=a].\n\n[href=a]: activity:other 'its title'",
        "`[x](javascript:alert(1))` and \\[x](y), x < y",
    ],
)
def test_good_links_are_no_problems(tmp_path: Path, purpose: str) -> None:
    """Links to other hosts, our own and what is only shown stay as they are."""
    text = ACTIVITY + yaml.safe_dump({"purpose": purpose})
    found = checks.run(book_of(tmp_path, FILES | {"toolkit/talk.yaml": text}))
    assert {problem.code for problem in found} <= {"JB404"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java&#2;script:x",
        "//evil.example",
        "\\\\\\\\evil.example",
        "https:evil",
        "http:/evil",
        "data:x,y",
    ],
)
def test_plain_addresses_are_judged(tmp_path: Path, address: str) -> None:
    """So are addresses that stand by themselves: of resources, touchpoints and sources."""
    url = f"url: '{address}'"
    files = {
        "toolkit/talk.yaml": f"{ACTIVITY}resources:\n  - {{title: x, {url}}}\nsource: {{title: x, {url}}}\n",
        "journeys/a.yaml": f"title: A\nstages:\n  - {{title: a, touchpoints: [{{title: b, {url}}}]}}\n  - b\n",
    }
    problems = [problem for problem in checks.run(book_of(tmp_path, FILES | files)) if problem.code == "JB203"]
    assert [(problem.file, problem.line) for problem in problems] == [
        ("journeys/a.yaml", 3),
        ("toolkit/talk.yaml", 5),
        ("toolkit/talk.yaml", 6),
    ]


def test_a_path_of_what_cannot_be_read_so_far_is_answered_with_its_id(tmp_path: Path) -> None:
    """The file is there, and its own mistake is told where it stands."""
    files = {
        "toolkit/a.yaml": f"{ACTIVITY}purpose: See [it](/practice/broken/).\n",
        "toolkit/broken.yaml": "duration: x\n",
    }
    found = [one for one in checks.run(book_of(tmp_path, FILES | files)) if one.code == "JB308"]
    assert [str(one.hint) for one in found] == ["write `activity:broken` in its place"]
