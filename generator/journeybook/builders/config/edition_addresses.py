"""A page or a file of an edition as it is written: no address in it may tell of what the edition leaves out."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import unquote

from journeybook.builders.config.edition_leaks import EditionError
from journeybook.handbook.left_out import LeftOut, entries_left_out
from journeybook.markdown.audience_blocks import MARKER

_ADDRESS = (
    r"href|src|srcset|imagesrcset|action|formaction|data|cite|poster|ping|background|longdesc|manifest|codebase|archive"
)
"""Attributes whose values are addresses, even where they are a word alone."""
_VALUE = r"""\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))"""
_ATTRIBUTE = re.compile(rf"\b(?P<name>{_ADDRESS}|content|srcdoc|style|on[a-z]+|data-[\w-]+){_VALUE}", re.I)
_TAG = re.compile(r"""<[a-z](?>(?:"[^"]*"|'[^']*'|[^"'<>])*)>""", re.I)
_OTHER = re.compile(
    rf"""(?<![^\s"'])(?!(?:{_ADDRESS}|content|srcdoc|style|on[a-z]+)\s*=|data-)(?P<name>[@:a-z][\w:.@-]*+){_VALUE}""",
    re.I,
)
_MAY_LEAD = re.compile(r"/|\.[a-z]", re.I)
_OF_PROSE = re.compile(r"class|id|for|name|title|alt|placeholder|label|summary|aria-[a-z]+|content", re.I)
"""Those that have words, in which a slash may stand between two: only what is surely an address is one there."""
_FROM_HERE = re.compile(r"(?:\.{1,2}/)+[^/.]")
_ANY_TAG = re.compile(r"<[^<>]*>")
_PARTED = re.compile(r"[\s,;]+|url=", re.I)
_REFRESHES = re.compile(r"\burl\s*=\s*['\"]?([^'\"\s]+)", re.I)
_OF_STYLE = re.compile(r"""\burl\(\s*["']?([^"')]+?)["']?\s*\)""", re.I)
_STYLE, _SCRIPT = (re.compile(rf"<{name}\b[^>]*>(.*?)</{name}", re.S | re.I) for name in ("style", "script"))
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_ENDS = {_STYLE: re.compile("</style", re.I), _SCRIPT: re.compile("</script", re.I), _COMMENT: re.compile("-->")}
_QUOTED = re.compile(r"""(["'`])((?:\\.|(?!\1)[^\\\n]){1,2000})\1""")
_CLICK = re.compile(r"""^\s*click\s+\S+\s+(?:href\s+)?["']([^"'\n]+)["']""", re.M)
"""A way out of a drawing in Mermaid’s language."""
_WORDS = re.compile(r"[^\s\"'<>()\[\]{},]+")
_WHOLE = re.compile(r"(?=(https?://[^\s\"'<>()\[\]{},\\`]{1,4000}))", re.I)
_FILE = re.compile(r"\.\w{1,5}(?:[#?]|$)")
_BACK_TO_A_NOTE = re.compile(r"#fnref\d*:(.+)")
"""The way from a note of Markdown's to where a page uses it."""
_STYLES = (".css",)
_SCRIPTS = (".js", ".mjs", ".json", ".map", ".webmanifest")
_MARKUP = (".html", ".htm", ".svg")
HEAD = 8192
"""So many bytes of a file tell whether it is text."""


def refuse_addresses(output: str, name: str, url: str, left_out: LeftOut) -> None:
    """Raise an EditionError where a page, written as `output`, leads to something that is left out.

    `name` is what its author calls it, `url` its address from the site's root.
    """
    for address in addresses_left_out(output, url, left_out):
        if note := _BACK_TO_A_NOTE.fullmatch(address):
            raise EditionError(
                f"journeybook: {name}: the note ‘[^{note[1]}]’ stands in the page, and only what the edition leaves "
                f"out uses it. Move the line `[^{note[1]}]: …` into that block; where the signs `[^{note[1]}]` are to "
                "be read as they are, call the note something else"
            )
        raise EditionError(
            f"journeybook: {name}: ‘{address}’ stands in the page, and leads to what the edition leaves out. Take "
            "it out where it comes from: a text, a field with an address, a template, a hook, a plugin or "
            "mkdocs.yml"
        )


def addresses_left_out(output: str, url: str, left_out: LeftOut) -> Iterator[str]:
    """Give the addresses in a page that lead to something left out; `url` is the page's own from the site's root."""
    if left_out:
        there = (address for address in _addresses(output) if left_out.leads_there(address, url))
        read = unquote(html.unescape(output))  # as browsers read an address in signs of other names
        yield from chain(entries_left_out(output, left_out), entries_left_out(read, left_out), there)


def refuse_in_file(content: bytes, name: str, url: str, left_out: LeftOut) -> None:
    """Raise an EditionError where a style, a script, data or a page that is copied leads to something left out.

    `name` is what its author calls it, `url` its address from the site's root. A script is seen from the page that has
    it, so that its addresses may be seen from the root, too.
    """
    if not left_out or not is_text(content[:HEAD]):
        return
    text = content.decode("utf-8", "replace")
    for address in _in_file(text, url.casefold()):
        if left_out.leads_there(address, url) or left_out.leads_there(address, ""):
            line = text.count("\n", 0, text.find(address)) + 1
            raise EditionError(
                f"{name}:{line}: ‘{address}’ leads to what the edition leaves out, and whoever opens this "
                "file would read it. Take it out, or move the file to where only those pages name it that have an "
                "`audience`"
            )


def is_text(head: bytes) -> bool:
    """Tell whether a file that begins so is text, in which addresses are looked for; nobody reads pictures for them."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head


def refuse_markers(output: str, name: str) -> None:
    """Raise an EditionError where a marker of a block for some is in a page as it is written."""
    if marker := MARKER.search(output):
        raise EditionError(
            f"journeybook: {name}: ‘{marker[0]}’ is left in the page, so that all would see a block for some; mend it "
            "where it comes from: a hook, a plugin, a template, or HTML around it"
        )


def _in_file(text: str, name: str) -> Iterator[str]:
    if name.endswith(_STYLES):
        return _of_style(text)
    if name.endswith(_SCRIPTS):
        return _quoted(text)
    return _addresses(text) if name.endswith(_MARKUP) else chain(_in_words(text), _in_words(unquote(text)))


def _addresses(output: str) -> Iterator[str]:
    for found in _ATTRIBUTE.finditer(output):
        yield from _of_attribute(found["name"].casefold(), _value(found))
    for tag in _TAG.finditer(output):
        for found in _OTHER.finditer(tag[0]):
            if _MAY_LEAD.search(found[0]):
                yield from _of_other(found["name"], _value(found))
    for style in _STYLE.finditer(output, 0, _last_end(output, _STYLE)):
        yield from _of_style(style[1])
    for script in _SCRIPT.finditer(output, 0, _last_end(output, _SCRIPT)):
        yield from _quoted(script[1])
    for comment in _COMMENT.finditer(output, 0, _last_end(output, _COMMENT)):
        yield from _in_words(comment[1])
    yield from filter(_is_sure, _in_words(_shown(output)))
    plain = unquote(html.unescape(output))
    yield from (found[1].rstrip(".;:!") for found in _WHOLE.finditer(plain))
    if "click" in output:
        yield from _CLICK.findall(html.unescape(output))


def _shown(output: str) -> str:
    """Give what is read of a page: its text, without tags."""
    for part in _ENDS:
        end = _last_end(output, part)
        output = part.sub(" ", output[:end]) + output[end:]
    return html.unescape(_ANY_TAG.sub(" ", output))


def _last_end(output: str, part: re.Pattern[str]) -> int:
    """Find where the last style, script or comment ends: to look for one from each beginning behind it takes long."""
    return max((found.end() for found in _ENDS[part].finditer(output)), default=0)


def _is_sure(word: str) -> bool:
    """Tell whether a word is an address and nothing else: `mentors/mentees` may be two words."""
    path = re.split("[#?]", word, maxsplit=1)[0]
    named = path.casefold().endswith((".md", ".html", ".htm")) and "/" in path
    return named or (path[0:1] == path[-1:] == "/" and len(path) > 2) or bool(_FROM_HERE.match(path))


def _of_attribute(name: str, value: str) -> Iterator[str]:
    if name == "style":
        yield from _of_style(value)
    elif value[:11].casefold() == "javascript:":
        yield from _quoted(unquote(value))
    elif value[:10].casefold() == "data:text/":
        yield from _addresses(unquote(value))
    elif name == "srcdoc":
        yield from _addresses(value)
    elif name.startswith("on"):
        yield from _quoted(value)
    elif name == "content":
        yield from _of_other(name, value)
        yield from _REFRESHES.findall(value)
    elif name.startswith("data-"):
        yield from _in_words(value)
    else:
        yield from filter(None, _PARTED.split(value))


def _of_other(name: str, value: str) -> Iterator[str]:
    """Give the addresses in an attribute that may hold anything; one that is read may have words with a slash."""
    words = _in_words(value)
    if _OF_PROSE.fullmatch(name):
        is_word = not re.search(r"\s", value)
        yield from (one for one in words if _is_sure(one) or (is_word and (one[-1] == "/" or _FILE.search(one))))
    else:
        yield from words


def _value(found: re.Match[str]) -> str:
    return html.unescape(found["double"] or found["single"] or found["bare"] or "").strip()


def _of_style(text: str) -> Iterator[str]:
    yield from (found[1] for found in _OF_STYLE.finditer(text))
    yield from _quoted(text)


def _in_words(text: str) -> Iterator[str]:
    return (one.rstrip(".;:!") for one in _WORDS.findall(text) if _is_address(one.rstrip(".;:!")))


def _quoted(text: str) -> Iterator[str]:
    """Give the texts of a script that may be addresses."""
    for _, said in _QUOTED.findall(text):
        value = said.replace("\\/", "/")
        if " " not in value and _is_address(value):
            yield value


def _is_address(value: str) -> bool:
    return "/" in value or bool(_FILE.search(value))
