"""The navigation of an edition: MkDocs keeps the title and the path of a page that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import Any


def without_entries(nav: list[Any], leads_out: Callable[[str], bool]) -> list[Any]:
    """Give a navigation, as mkdocs.yml has it, without the entries whose path or address `leads_out` is true of.

    A section goes with the last of its entries: its title may tell what was in it. What is no entry stays, for MkDocs
    to judge.
    """
    return list(_kept(nav, leads_out))


def with_titles_of_their_own(nav: list[Any], covered: Mapping[str, str]) -> list[Any]:
    """Give a navigation in which a page has its own title where the author has named one that is left out.

    `covered` has the pages that are left out, each with the page that has its address: what mkdocs.yml calls the one
    may tell what was on it.
    """
    return [_of_its_own(item, covered) for item in nav]


def _of_its_own(item: Any, covered: Mapping[str, str]) -> Any:
    if isinstance(item, str):
        return covered.get(posixpath.normpath(item), item)
    if not isinstance(item, dict):
        return item
    if len(item) == 1 and isinstance(path := next(iter(item.values())), str):
        return covered.get(posixpath.normpath(path), item)
    return {
        title: with_titles_of_their_own(value, covered) if isinstance(value, list) else value
        for title, value in item.items()
    }


def _kept(items: list[Any], leads_out: Callable[[str], bool]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, dict):
            pairs = {title: _value(value, leads_out) for title, value in item.items()}
            if item and not (kept := {title: value for title, value in pairs.items() if value is not None}):
                continue
            yield kept if item else item
        elif not _leads_to(item, leads_out):
            yield item


def _value(value: Any, leads_out: Callable[[str], bool]) -> Any:
    """Give what is left of an entry behind its title; None where that is nothing."""
    if isinstance(value, list) and value:
        return without_entries(value, leads_out) or None
    return None if _leads_to(value, leads_out) else value


def _leads_to(value: Any, leads_out: Callable[[str], bool]) -> bool:
    return isinstance(value, str) and leads_out(value)
