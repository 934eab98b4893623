"""A page of an edition as it is written: no address in it may tell of what the edition leaves out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.audience_blocks import MARKER

_ATTRIBUTE = re.compile(
    r"""\b(?P<name>href|src|srcset|action|formaction|data|cite|poster|ping|background|content|data-[\w-]+)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))""",
    re.I,
)
_PARTED = re.compile(r"[\s,;]+|url=", re.I)


def refuse_addresses(output: str, name: str, url: str, left_out: LeftOut) -> None:
    """Raise an EditionError where a page, written as `output`, leads to something that is left out.

    `name` is what its author calls it, `url` its address from the site's root.
    """
    if not left_out:
        return
    for address in _addresses(output):
        if left_out.leads_there(address, url):
            raise EditionError(
                f"journeybook: {name}: ‘{address}’ stands in the page, and leads to what the edition leaves out. Take "
                "it out where it comes from: a field with an address, a template, a hook, a plugin or mkdocs.yml"
            )


def refuse_markers(output: str, name: str) -> None:
    """Raise an EditionError where a marker of a block for some is in a page as it is written."""
    if marker := MARKER.search(output):
        raise EditionError(
            f"journeybook: {name}: ‘{marker[0]}’ is left in the page, so that all would see a block for some; mend it "
            "where it comes from: a hook, a plugin, a template, or HTML around it"
        )


def _addresses(output: str) -> Iterator[str]:
    for found in _ATTRIBUTE.finditer(output):
        value = html.unescape(found["double"] or found["single"] or found["bare"] or "").strip()
        others = found["name"].casefold().startswith(("data-", "content"))
        yield from (one for one in _PARTED.split(value) if "/" in one or (one and not others))
