"""A page or a file of an edition as it is written: no address in it may tell of what the edition leaves out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.audience_blocks import MARKER

_ATTRIBUTE = re.compile(
    r"""\b(?P<name>href|src|srcset|imagesrcset|action|formaction|data|cite|poster|ping|background|content|longdesc"""
    r"""|manifest|codebase|archive|srcdoc|style|on[a-z]+|data-[\w-]+)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))""",
    re.I,
)
_PARTED = re.compile(r"[\s,;]+|url=", re.I)
_REFRESHES = re.compile(r"\burl\s*=\s*['\"]?([^'\"\s]+)", re.I)
_OF_STYLE = re.compile(r"""\burl\(\s*["']?([^"')]+?)["']?\s*\)|@import\s+["']([^"'\n]+)["']""", re.I)
_STYLE, _SCRIPT = (re.compile(rf"<{name}\b[^>]*>(.*?)</{name}", re.S | re.I) for name in ("style", "script"))
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_QUOTED = re.compile(r"""(["'`])((?:\\.|(?!\1)[^\\\n]){1,2000})\1""")
_CLICK = re.compile(r"""^\s*click\s+\S+\s+(?:href\s+)?["']([^"'\n]+)["']""", re.M)
"""A way out of a drawing in Mermaid’s language."""
_IN_COMMENT = re.compile(r"[^\s\"'<>()\[\]{},]+")
_FILE = re.compile(r"\.\w{1,5}(?:[#?]|$)")
_STYLES, _SCRIPTS, _MARKUP = (
    (".css",),
    (".js", ".mjs", ".json", ".map", ".webmanifest"),
    (".html", ".htm", ".svg", ".xml"),
)
READ_FILES = (*_STYLES, *_SCRIPTS, *_MARKUP)
"""The endings of files in which addresses are looked for."""


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


def refuse_in_file(content: bytes, name: str, url: str, left_out: LeftOut) -> None:
    """Raise an EditionError where a style, a script, data or a page that is copied leads to something left out.

    `name` is what its author calls it, `url` its address from the site's root. A script is seen from the page that has
    it, so that its addresses may be seen from the root, too.
    """
    ending = PurePosixPath(url).suffix.casefold()
    if not left_out or ending not in READ_FILES:
        return
    text = content.decode("utf-8", "replace")
    found = _of_style(text) if ending in _STYLES else _quoted(text) if ending in _SCRIPTS else _addresses(text)
    for address in found:
        if left_out.leads_there(address, url) or left_out.leads_there(address, ""):
            line = text.count("\n", 0, text.find(address)) + 1
            raise EditionError(
                f"{name}:{line}: ‘{address}’ leads to what the edition leaves out, and whoever opens this "
                "file would read it. Take it out, or move the file to where only those pages name it that have an "
                "`audience`"
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
        yield from _of_attribute(found["name"].casefold(), value)
    for style in _STYLE.finditer(output):
        yield from _of_style(style[1])
    for script in _SCRIPT.finditer(output):
        yield from _quoted(script[1])
    for comment in _COMMENT.finditer(output):
        yield from filter(_is_address, _IN_COMMENT.findall(comment[1]))
    if "click" in output:
        yield from _CLICK.findall(html.unescape(output))


def _of_attribute(name: str, value: str) -> Iterator[str]:
    if name == "style":
        yield from _of_style(value)
    elif name == "srcdoc":
        yield from _addresses(value)
    elif name.startswith("on"):
        yield from _quoted(value)
    else:
        others = name.startswith(("data-", "content"))
        if name == "content":
            yield from _REFRESHES.findall(value)
        yield from (one for one in _PARTED.split(value) if "/" in one or (one and not others))


def _of_style(text: str) -> Iterator[str]:
    return (found[1] or found[2] for found in _OF_STYLE.finditer(text))


def _quoted(text: str) -> Iterator[str]:
    """Give the texts of a script that may be addresses."""
    for _, said in _QUOTED.findall(text):
        value = said.replace("\\/", "/")
        if " " not in value and _is_address(value):
            yield value


def _is_address(value: str) -> bool:
    return "/" in value or bool(_FILE.search(value))
