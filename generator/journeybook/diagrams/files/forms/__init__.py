"""The forms in which drawings are files. A new one is one new module here, named as the files end, with its `FORM`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from journeybook.diagrams.files.form import Form


@cache
def all_forms() -> dict[str, Form]:
    """Give every form by its ending, in the order of their places."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found: dict[str, Form] = {name: importlib.import_module(f"{__name__}.{name}").FORM for name in names}
    return dict(sorted(found.items(), key=lambda pair: pair[1].place))


def endings() -> str:
    """Name the endings of all forms, as messages do: .svg, .png or .pdf."""
    *first, last = (f".{name}" for name in all_forms())
    return f"{', '.join(first)} or {last}"
