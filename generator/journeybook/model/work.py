"""The work that an activity comes from."""

from __future__ import annotations

import re
from typing import Any

from pydantic import model_validator

from journeybook.markdown.addresses import is_readable
from journeybook.model.base import Item
from journeybook.model.types import MAX_PLAIN, Address, Many, Plain, fail
from journeybook.problems import say

_LINK = re.compile(r"\[(?P<title>[^\][]+)\]\((?P<url>https?://[^\s()]+)\)\.?", re.I)
_BROKEN = re.compile(r"(?P<scheme>https?)(?!://)(?::/?|;/{1,2}|/{1,2})(?P<rest>[^\s/:;]+\.[^\s]+)", re.I)
"""An address alone, whose beginning lacks a sign."""
_TITLE_AND_URL = re.compile(r"(?P<title>.*?)[\s,;:(<–—-]*\b(?P<url>(?:https?://|www\.)[^\s<>()]+)[>).]*", re.I)


def _with_url(text: str) -> dict[str, str]:
    """Read the title and the address of a work from one text that ends in its address; without one, the title."""
    bare = " ".join(text.split())[: MAX_PLAIN + 1]  # what is longer is refused, and would take long to look through
    found = _LINK.fullmatch(bare) or _TITLE_AND_URL.fullmatch(bare)
    url = found["url"].rstrip(".,;") if found else ""
    whole = f"https://{url}" if url.casefold().startswith("www.") else url
    return {"title": found["title"] or url, "url": whole} if found and is_readable(whole) else {"title": text}


class Source(Item):
    """Where an activity comes from."""

    title: Plain
    """The name of the work."""
    url: Address | None = None
    """Where it can be read."""
    licence: Plain | None = None
    """The licence it is under."""
    authors: Many[Plain] = ()
    """Who wrote it."""

    @model_validator(mode="before")
    @classmethod
    def _with_address(cls, data: Any) -> Any:
        """Take the address out of a title that has it, so that readers can follow it."""
        fields = {"title": data} if isinstance(data, str) else data
        if not isinstance(fields, dict) or fields.get("url") or not isinstance(fields.get("title"), str):
            return data
        if broken := _BROKEN.fullmatch(fields["title"].strip()):
            message = say("‘{value}’ is not an address", value=fields["title"])
            raise fail(message, say("write `{address}`", address=f"{broken['scheme'].lower()}://{broken['rest']}"))
        return fields | _with_url(fields["title"])
