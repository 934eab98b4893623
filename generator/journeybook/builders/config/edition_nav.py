"""The navigation of an edition: MkDocs keeps the title and the path of a page that is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any


def without_entries(nav: list[Any], left_out: Collection[str]) -> list[Any]:
    """Give a navigation, as mkdocs.yml has it, without the entries that lead to some paths.

    A section goes with the last of its entries: its title may tell what was in it. What is no entry stays, for MkDocs
    to judge.
    """
    return list(_kept(nav, left_out))


def _kept(items: list[Any], left_out: Collection[str]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, dict):
            pairs = {title: _value(value, left_out) for title, value in item.items()}
            if item and not (kept := {title: value for title, value in pairs.items() if value is not None}):
                continue
            yield kept if item else item
        elif not _leads_to(item, left_out):
            yield item


def _value(value: Any, left_out: Collection[str]) -> Any:
    """Give what is left of an entry behind its title; None where that is nothing."""
    if isinstance(value, list) and value:
        return without_entries(value, left_out) or None
    return None if _leads_to(value, left_out) else value


def _leads_to(value: Any, left_out: Collection[str]) -> bool:
    return isinstance(value, str) and value.removeprefix("./") in left_out
