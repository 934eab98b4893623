"""Templates that are damaged anywhere: whatever Jinja says about them, the answer has words and a place."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from journeybook import checks
from journeybook.handbook import Settings, load
from journeybook.problems import Problem
from small import write

WHOLE = """{% extends "base.html" %}
{% block announce %}{{ page.title | upper }}{% if page %}<p>é</p>{% else %}x{% endif %}{% endblock %}
{# a note #}{% raw %}{{ %}{% endraw %}
{% block footer %}{% for item in nav %}{{ item.title }}{% endfor %}{{ super() }}{% endblock %}
"""
BITS = [
    "",
    "{%",
    "%}",
    "{{",
    "}}",
    "{#",
    "#}",
    "end",
    "“",
    "'",
    '"',
    "\n",
    "\r\n",
    "}",
    "|",
    "=",
    "raw",
    "\0",
    "block a",
]


def problems_of(folder: Path, text: str) -> list[Problem]:
    write(folder, {"own/main.html": text, "content/index.md": "# Welcome\n"})
    parts = [folder / name for name in ("content", "journeys", "toolkit")]
    return checks.run(load(Settings(folder, *parts, overrides=folder / "own")))


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_template_has_its_problem(tmp_path: Path, seed: int) -> None:
    """Never an exception; every problem points into the file, and shows the line."""
    chance = random.Random(seed)
    text = WHOLE
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        text = text[:start] + chance.choice(BITS) + text[start + chance.choice([0, 1, 2, 30]) :]
    for problem in problems_of(tmp_path, text):
        assert str(problem.message) and 1 <= problem.column <= len(problem.source_line) + 1


@pytest.mark.parametrize("text", ["{{ " + "(" * 5000, "{% if a %}" * 3000, "{{ " + "-" * 5000 + "1 }}"])
def test_a_template_that_is_nested_too_deep_is_a_problem(tmp_path: Path, text: str) -> None:
    """As any other that Jinja cannot read."""
    assert "JB314" in {problem.code for problem in problems_of(tmp_path, text)}
