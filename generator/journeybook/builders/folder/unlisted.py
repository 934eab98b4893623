"""Ask search engines to leave out what is made of a folder that was written for some."""

from __future__ import annotations

import re

_META = '<meta name="robots" content="noindex">'
_BLOCK = re.compile(r"\{%-?\s*block\s+extrahead\s*-?%\}")
_EXTENDS = re.compile(r"\{%-?\s*extends\b")


def unlisted_main(main: str) -> str:
    """Give the main.html of a theme's templates so that every page asks it; without one of the author's, a new one."""
    if not main.strip():
        main = '{% extends "base.html" %}\n'
    if not _EXTENDS.search(main):
        return main.replace("</head>", f"{_META}</head>", 1)
    if _BLOCK.search(main):
        return _BLOCK.sub(lambda found: found[0] + _META, main, count=1)
    return f"{main.rstrip()}\n{{% block extrahead %}}{{{{ super() }}}}{_META}{{% endblock %}}\n"
