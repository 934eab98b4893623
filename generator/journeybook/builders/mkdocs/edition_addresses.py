"""A page of an edition as it is written: no address in it may tell of what the edition leaves out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from journeybook.handbook.left_out import LeftOut

_ATTRIBUTE = re.compile(
    r"""\b(?P<name>href|src|srcset|action|data|cite|poster|content|data-[\w-]+)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))""",
    re.I,
)
_PARTED = re.compile(r"[\s,;]+|url=", re.I)


def refuse_addresses(output: str, page: Page, left_out: LeftOut) -> None:
    """Raise a PluginError where a page, written as `output`, leads to something that is left out."""
    if not left_out:
        return
    for address in _addresses(output):
        if left_out.leads_there(address, page.url):
            raise PluginError(
                f"journeybook: {page.file.src_uri}: ‘{address}’ stands in the page, and leads to what the edition "
                "leaves out. Take it out where it comes from: a field with an address, a template, a hook, a plugin or "
                "mkdocs.yml"
            )


def _addresses(output: str) -> Iterator[str]:
    for found in _ATTRIBUTE.finditer(output):
        value = html.unescape(found["double"] or found["single"] or found["bare"] or "").strip()
        others = found["name"].casefold().startswith(("data-", "content"))
        yield from (one for one in _PARTED.split(value) if "/" in one or (one and not others))
