"""The forms of a file to hand on. A new one is one new module here, named as the files end, with its `FORM`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from journeybook.export.form import ExportForm


@cache
def all_forms() -> dict[str, ExportForm]:
    """Give every form by the ending of its files."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").FORM for name in names}


def endings() -> str:
    """Name the endings of all forms, as messages do: .json or .pdf."""
    *first, last = (f".{name}" for name in all_forms())
    return f"{', '.join(first)} or {last}" if first else last
