"""The kinds of generated page. A new one is one new module here, found by its name, and one template."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Protocol, cast

from journeybook.pages.page import Make
from journeybook.pages.site import Site


class PageKind(Protocol):
    """A module of this package, which makes the pages of one kind.

    `NAV`, where it has one, is the place of its page in the navigation that we append, from 1; the home page has 0.
    """

    def pages(self, site: Site) -> Iterator[tuple[str, Make]]:
        """Give the path of each page of the kind, in the handbook's content, and what makes it."""
        ...


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """Give every kind: those of entries by name, then those in the navigation in its order."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple(cast(PageKind, module) for module in sorted(modules, key=_order))


def _order(module: ModuleType) -> tuple[int, str]:
    return getattr(module, "NAV", -1), module.__name__
