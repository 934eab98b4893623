"""Write XML as text, with the same prefixes every time: other libraries change those that ElementTree would use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
_PREFIXES = {SVG: "", XLINK: "xlink:", RDF: "rdf:", DC: "dc:"}


def written(root: ET.Element) -> str:
    """Write an element of these four namespaces, and all that is in it."""
    spaces = {f"xmlns:{prefix[:-1]}" if prefix else "xmlns": uri for uri, prefix in _PREFIXES.items()}
    found: list[str] = []
    _write(found.append, root, spaces)
    return "".join(found)


def attributes(values: Iterable[tuple[str, str]]) -> str:
    """Write names and values as they stand in a tag."""
    return "".join([f' {name}="{value}"' if _PLAIN(value) else f" {name}={quoteattr(value)}" for name, value in values])


_PLAIN = re.compile(r"""[^&<>"'\n\r\t]*""").fullmatch
"""What `quoteattr` would put between quotes as it is: nearly all values of a drawing."""


def _write(write: Callable[[str], None], element: ET.Element, more: dict[str, str]) -> None:
    name = _name(element.tag)
    write(f"<{name}{attributes(chain(more.items(), ((_name(key), value) for key, value in element.items())))}")
    if element.text or len(element):
        write(f">{escape(element.text or '')}")
        for child in element:
            _write(write, child, {})
        write(f"</{name}>")
    else:
        write("/>")
    if element.tail:
        write(escape(element.tail))


@cache
def _name(name: str) -> str:
    """Write `{http://www.w3.org/1999/xlink}href` as `xlink:href`."""
    space, _, local = name.rpartition("}")
    return _PREFIXES[space[1:]] + local if space else local
