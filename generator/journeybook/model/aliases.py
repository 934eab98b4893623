"""What something was called before: ids, and paths of pages, whose addresses lead on."""

from __future__ import annotations

import posixpath
import re
from typing import Annotated, Any

from pydantic import AfterValidator

from journeybook.model.types import Id, Many, Plain, fail
from journeybook.problems import say

Aliases = Many[Id]
"""The ids that something has had before."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.I)
_UNFIT = re.compile(r"[?#<>\"|*\s\x00-\x1f]")


def _old_path(value: str) -> Any:
    """Give a path among the chapters, as it is written there: `guide/old.md` for all forms of it."""
    if _ELSEWHERE.match(value) or "\\" in value:
        message = say("‘{path}’ is not the path of a page that has moved", path=value)
        raise fail(message, say("write its old path among the chapters, such as `guide/old.md`"))
    path = value.strip().lstrip("/")
    if _UNFIT.search(path) or ".." in path.split("/") or not path.strip("/."):
        message = say("‘{path}’ is not the path of a page that has moved", path=value)
        if "#" in path and path.partition("#")[0]:
            hint = say("for a heading, write its old id behind its new one: `{form}`", form='{ #new aliases="old" }')
            raise fail(message, hint)
        raise fail(message, say("write its old path among the chapters, such as `guide/old.md`"))
    folder = path.endswith("/")
    path = posixpath.normpath(path)
    stem, ending = posixpath.splitext(path)
    if folder or posixpath.basename(path) in ("index.html", "README.md"):
        return posixpath.join(path if folder else posixpath.dirname(path), "index.md")
    if ending in (".html", ".htm"):
        return path
    if ending and ending != ".md" and not ending[1:].isdigit():  # a digit belongs to the name: guide/v1.2
        message = say("‘{path}’ is the path of a file, and only pages lead on", path=value)
        raise fail(message, say("write the old path of a page among the chapters, such as `guide/old.md`"))
    return f"{stem}.md" if ending == ".md" else f"{path}.md"


OldPath = Annotated[Plain, AfterValidator(_old_path)]
OldPaths = Many[OldPath]
"""The paths that a page has had before."""
