"""The title of a browser's window: Material writes “page - site”, also where both have one name."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from journeybook.markdown.escape import typed

_TITLE = re.compile(r"<title>(?P<title>.*?)</title>")


def is_named_so(title: Any, config: MkDocsConfig) -> bool:
    """Tell whether the title of a page's front matter is the site's name."""
    return isinstance(title, str) and _plain(title) == _plain(config.site_name)


def named_once(html: str, config: MkDocsConfig) -> str:
    """Give a page's HTML whose window says the site's name once, where the page is called what the site is called."""
    found = _TITLE.search(html)
    name = _plain(config.site_name)
    if not found or _plain(found["title"]) != f"{name} - {name}":
        return html
    return f"{html[: found.start('title')]}{config.site_name}{html[found.end('title') :]}"


def _plain(title: str) -> str:
    return typed(unescape(title)).strip()
