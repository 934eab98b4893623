"""The theme's own colours, read from its stylesheet: the one place where they are written."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from journeybook.ground.theme_dir import theme_dir

SchemeName = Literal["light", "dark"]
Scheme = dict[str, str]
"""Colours by the names of their variables, without `--jb-`."""
SELECTORS: dict[SchemeName, str] = {
    "light": ':root, [data-md-color-scheme="default"]',
    "dark": '[data-md-color-scheme="slate"]',
}


@cache
def own(name: SchemeName) -> Scheme:
    """Give all colours of a scheme as the theme has them."""
    text = (theme_dir() / "assets" / "css" / "tokens.css").read_text("utf-8")
    block = re.search(rf"^{re.escape(SELECTORS[name])} {{(.*?)^}}", text, re.M | re.S)
    assert block is not None
    return dict(re.findall(r"--jb-([\w-]+): *(#[0-9a-f]{6})\b", block[1]))
