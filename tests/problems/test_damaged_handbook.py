"""However a handbook is damaged, it is read and checked to the end, and what is said can be shown."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook import checks
from journeybook.handbook import Settings, load
from journeybook.problems.forms import all_forms
from small import write

FILES = {
    "journeys/client.yaml": """
title: Client journey
views: [map, cycle]
actors:
  - {id: client, title: Client, needs: [Rest, Help]}
stages:
  - id: meet
    title: Meet
    description: |
      See [](activity:map) and [the slides](files/a.pdf).
    touchpoints: [A call, {title: Visit, actors: client}]
    feelings: {score: -1, label: Lost, actor: client}
    questions: "Who helped: and how?"
  - title: Go on
    duration: 2 weeks
    summary: We meet # or not
    activities: [map]
    next: meet
    journey: other
""",
    "toolkit/map.yaml": """
title: Vision map
number: 1
chapter: guide
duration: {min: 45 min, max: 60}
materials: [Paper, {title: Pens, quantity: 2, per: person}]
steps:
  - {title: "Look back", minutes: 10, grouping: pairs}
  - text: >-
      Write [it](activity:map).
prerequisites: [map]
handouts: {title: My map, fields: [{label: What?, lines: 4}]}
variations: {online: 'Do it, but online.'}
""",
    "toolkit/workshops/kick-off.yaml": """
title: Kick-off
days:
  - start: "09:30"
    end: "10:00"
    blocks:
      - {activity: map}
      - {break: Coffee, minutes: 15}
""",
    "content/guide/index.md": """---
questions: [What now?, {text: And then?, audience: mentor}]
---
# The guide

See [](journey:client#meet), then draw [a map](activity:map).

![](toolkit:guide)

![](handout:map/my-map)
""",
}
_PIECES = [
    "", "\t", "\n", "\r", " ", "  ", ":", ": ", "- ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!x ",
    "|", ">", "?", "%", "\x00", "\x85", "\u2028", "é", "🙂", "\\", "(", ")", "![](", "](", "no", "1:30", "-5", "{x}",
    "{}", "[[]]", "~",
]  # fmt: skip
_damage = st.tuples(st.sampled_from(sorted(FILES)), st.integers(0, 600), st.integers(0, 12), st.sampled_from(_PIECES))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples: each writes its files anew."""
    return tmp_path_factory.mktemp("damaged")


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_damage, min_size=1, max_size=6))
def test_a_damaged_handbook_is_checked_to_its_end(folder: Path, damages: list[tuple[str, int, int, str]]) -> None:
    """Pieces cut out and signs put in anywhere yield problems with a true place, and never an exception."""
    files = {name: text.lstrip("\n") for name, text in FILES.items()}
    for name, at, length, piece in damages:
        at = min(at, len(files[name]))
        files[name] = files[name][:at] + piece + files[name][at + length :]
    shutil.rmtree(folder)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    parts = {name: folder / name for name in ("content", "journeys", "toolkit")}
    problems = checks.run(load(Settings(root=folder, **parts, today=dt.date(2026, 11, 22))))
    for problem in problems:
        assert problem.file in files
        assert problem.source_line in files[problem.file]
        assert 0 <= problem.column <= len(problem.source_line) + 1
        assert problem.line or not problem.column
    for form in all_forms().values():
        assert bool(form.written(problems)) or not problems


def test_the_handbook_before_its_damage_says_what_it_should(tmp_path: Path) -> None:
    """The undamaged files are read to the end, so that damage meets every check."""
    write(tmp_path, FILES)
    parts = {name: tmp_path / name for name in ("content", "journeys", "toolkit")}
    problems = checks.run(load(Settings(root=tmp_path, **parts, today=dt.date(2026, 11, 22))))
    assert [problem.code for problem in problems] == ["JB308", "JB301", "JB304", "JB305", "JB407"]
