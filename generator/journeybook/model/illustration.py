"""A picture beside the text of an activity, a step, a journey or a stage."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from journeybook.markdown.meant import has_scheme, is_file, whole
from journeybook.model.audience import Audience
from journeybook.model.base import Model, file_beside
from journeybook.model.meant_items import braces
from journeybook.model.types import Plain, YesOrNo, fail, scalar
from journeybook.problems import say

_COPY = say("put a copy beside this YAML file, and write its path from here: pictures/board.jpg")
_SHOWN = "…"
_SHARED = re.compile(r"\A(?:(?:\.{0,2})/)+(files/(?!\.\.?/)[^/].*)")
"""The way up from a YAML file to the pictures that all share."""


def _picture_file(value: Any) -> str:
    """Read the path of a picture; refuse an address, since no page loads anything from another host."""
    path = " ".join(scalar(value).split())
    if path and (re.match("(https?:)?//|data:", path, re.I) or (":" in path and whole(path))):
        raise fail(say("‘{path}’ is an address, and pages show pictures of the handbook alone", path=path), _COPY)
    parts = path.replace("\\", "/").split("/")
    if (parts[0] in ("", "..") or ".." in parts) and (shared := _SHARED.search("/".join(parts))):
        message = say("‘{path}’ is not a file beside this YAML file", path=path)
        hint = say("write `file: {path}`: all find the pictures of that folder by the same path", path=shared[1])
        raise fail(message, hint)
    return file_beside(path, _COPY) if path else path


class Illustration(Model):
    """A picture beside a text: a photo, a sketch of how chairs stand, a board with its fields."""

    file: Annotated[Plain, BeforeValidator(_picture_file)]
    """The picture’s path from this YAML file, or from the handbook’s root for one below `files/`."""
    alt: Plain | None = None
    """What it shows, for those who do not see it."""
    decorative: YesOrNo = False
    """true in place of `alt`, for a picture that says nothing which the text does not say."""
    credit: Plain | None = None
    """Who made it, and under which licence; it stands below the picture."""
    audience: Audience = ()
    """The roles whose editions carry the picture; left out means everyone."""

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse a path alone, and an empty `alt`: nobody could tell which of the two was meant."""
        if isinstance(data, str) and data.strip():
            path = data.strip()
            shown = braces(file=path, alt=_SHOWN)
            if found := re.fullmatch(r"!\[(?P<alt>[^\[\]]*)\]\(\s*<?(?P<path>[^()<>\s]+)>?[^()]*\)", path):
                shown = braces(file=found["path"], alt=found["alt"].strip() or _SHOWN)
            message = say("a picture has a file, and words for those who do not see it, as two keys")
            raise fail(message, say("write `{shown}`", shown=shown))
        if isinstance(data, list | tuple) and data:
            raise fail(say("one picture is expected here, not a list"), say("take one of them; others stand in steps"))
        if isinstance(data, dict) and "alt" in data and "decorative" not in data and not _words(data["alt"]):
            raise fail(say("the words for those who do not see this picture are empty"), _what_to_write(data))
        return data

    @model_validator(mode="after")
    def _says_what_it_shows(self) -> Illustration:
        if self.alt is None and not self.decorative:
            message = say("this picture has no words for those who do not see it")
            raise fail(message, _what_to_write({"file": self.file}))
        if self.alt is not None and self.decorative:
            message = say("this picture has words for those who do not see it, and says that it only decorates")
            raise fail(message, say("take one of the two out: `alt`, or `decorative`"))
        return self


def _words(value: Any) -> bool:
    return not (value is None or (isinstance(value, str) and not value.strip()))


def _what_to_write(data: dict[str, Any]) -> Any:
    file = data.get("file")
    name = file if isinstance(file, str) and is_file(file) and not has_scheme(file) else _SHOWN
    return say(
        "write `{shown}` with what it shows; or `decorative: true`, where it says nothing that the text does not say",
        shown=braces(file=name, alt=_SHOWN),
    )
