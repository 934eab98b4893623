"""What the installed theme Material knows: the names that its templates, scripts and styles ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mkdocs.utils import get_theme_dir

from journeybook.ground.theme_dir import theme_dir

NAME = "material"
_LANGUAGES = "partials/languages"
_FEATURE = re.compile(r'"([a-z]+(?:\.[a-z]+)+)"')
_KEY = re.compile(r"config\.theme\.([a-z_]+)")
_ICON = re.compile(r"config\.theme\.icon\.([a-z_]+)")
_COLOUR = re.compile(r"data-md-color-(\w+)=[\"']?([a-z-]+)")
_OF_MKDOCS = ("name", "custom_dir", "static_templates", "locale")
_OF_ZENSICAL = ("variant",)
_CUSTOM = "custom"


def folder() -> Path:
    """Give the folder of the theme's templates."""
    return Path(get_theme_dir(NAME))


@cache
def theme_keys() -> frozenset[str]:
    """Give the keys below `theme:` that have an effect."""
    return frozenset({*_OF_MKDOCS, *_OF_ZENSICAL, *_KEY.findall(_templates())})


@cache
def features() -> frozenset[str]:
    """Give the names of features, and a few other names of the same form that scripts have."""
    scripts = "".join(_texts(folder() / "assets" / "javascripts", "bundle*.js"))
    return frozenset(_FEATURE.findall(_templates() + scripts))


@cache
def parts_with_icons() -> frozenset[str]:
    """Give the keys below `icon:`."""
    return frozenset(_ICON.findall(_templates()))


@cache
def colours(kind: str) -> frozenset[str]:
    """Give the values of `scheme`, `primary` or `accent` in a palette; `custom` stands for colours in an own style."""
    styles = "".join(_texts(folder() / "assets" / "stylesheets", "*.css"))
    known = {colour for of, colour in _COLOUR.findall(styles) if of == kind}
    return frozenset(known | (set() if kind == "scheme" else {_CUSTOM}))


@cache
def _templates() -> str:
    return "".join((*_texts(folder(), "*.html"), *_texts(theme_dir() / "overrides", "*.html")))


def _texts(inside: Path, pattern: str) -> Iterator[str]:
    for path in sorted(inside.rglob(pattern)):
        if _LANGUAGES not in path.as_posix() and path.is_file():
            yield path.read_text("utf-8", "replace")
