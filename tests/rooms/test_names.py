"""A name means one thing: no public class or type stands twice in the package, no private class twice in one room."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator/journeybook"


def named(module: Path) -> Iterator[str]:
    """Give the names of a module's classes and type aliases: what is written with a capital and small letters."""
    for node in ast.parse(module.read_text("utf-8")).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        name = node.name if isinstance(node, ast.ClassDef) else target.id if isinstance(target, ast.Name) else ""
        if name.lstrip("_")[:1].isupper() and not name.isupper():
            yield name


@cache
def places() -> list[tuple[str, str]]:
    """Give every name with the path of its module from the package."""
    modules = sorted(PACKAGE.rglob("*.py"))
    return [(name, module.relative_to(PACKAGE).as_posix()) for module in modules for name in named(module)]


def twice(names: Iterator[tuple[object, str]]) -> dict[object, list[str]]:
    """Give the names that stand in more than one place, with those places."""
    found = defaultdict(list)
    for name, place in names:
        found[name].append(place)
    return {name: where for name, where in found.items() if len(where) > 1}


def test_names_are_found() -> None:
    """Classes and aliases of all rooms are looked at."""
    assert {"Journey", "Cache", "JourneybookPlugin", "Bounds", "_Reader"} <= {name for name, _ in places()}


def test_no_public_class_stands_twice() -> None:
    """Whoever reads `Entry` in any module knows which one it is."""
    assert twice((name, place) for name, place in places() if not name.startswith("_")) == {}


def test_no_private_class_stands_twice_in_a_room() -> None:
    """A private name is for its module; in the next module of the same room it would be taken for the same."""
    assert twice(((place.split("/")[0], name), place) for name, place in places() if name.startswith("_")) == {}
