"""Which tabs stay in sight beside a list of many chapters."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from reference import ROOT

OURS = {"Journeys": "journeys/", "Questions": "questions/", "Toolkit": "toolkit/"}


def page(name: str) -> Any:
    """A page of the navigation, which its list shows as a tab."""
    return SimpleNamespace(title=name, url=OURS.get(name, f"{name.lower()}/"), children=None, active=False, meta={})


def tabs(*names: str) -> list[tuple[str, list[str]]]:
    """The lists of tabs of a navigation, each by its last class."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "theme" / "overrides"), autoescape=False)
    environment.filters["url"] = str
    html = environment.get_template("partials/tabs.html").render(
        nav=SimpleNamespace(items=[page(name) for name in names]),
        page=None, features=[], lang=SimpleNamespace(t=str),
        config={"extra": {"journeybook": {"strings": {"tabs": '<ul class="md-tabs__list jb-tabs-more">'}}}},
    )  # fmt: skip
    lists = re.findall(r'<ul class="md-tabs__list jb-tabs-(\w+)">(.*?)</ul>', html, re.S)
    return [(kind, re.findall(r"<a [^>]*>\s*(\w+)\s*</a>", inside)) for kind, inside in lists]


@pytest.mark.parametrize(
    ("names", "lists"),
    [
        ("Home A B Journeys Questions Toolkit", [("more", "Home A B"), ("kept", "Journeys Questions Toolkit")]),
        ("Home A Journeys B Toolkit About", [("more", "Home A B"), ("kept", "Journeys Toolkit About")]),
        ("Journeys A Toolkit B C D E F", [("kept", "Journeys Toolkit"), ("more", "A B C D E F")]),
        ("Home A B", [("more", "Home A B")]),
        ("Journeys Toolkit", [("kept", "Journeys Toolkit")]),
    ],
)
def test_chapters_scroll_and_ours_stay(names: str, lists: list[tuple[str, str]]) -> None:
    """No chapter stands in sight because ours are around it, while others are hidden."""
    assert tabs(*names.split()) == [(kind, found.split()) for kind, found in lists]
