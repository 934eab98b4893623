"""XML as text, with the same prefixes every time: other libraries change those that ElementTree would use."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
_PREFIXES = {SVG: "", XLINK: "xlink:", RDF: "rdf:", DC: "dc:"}


def written(root: ET.Element) -> str:
    """An element of these four namespaces, and all that is in it."""
    spaces = {f"xmlns:{prefix[:-1]}" if prefix else "xmlns": uri for uri, prefix in _PREFIXES.items()}
    return "".join(_parts(root, spaces))


def _parts(element: ET.Element, more: dict[str, str]) -> Iterator[str]:
    name = _name(element.tag)
    attributes = more | {_name(key): value for key, value in element.items()}
    yield f"<{name}" + "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    if element.text or len(element):
        yield f">{escape(element.text or '')}"
        for child in element:
            yield from _parts(child, {})
        yield f"</{name}>"
    else:
        yield "/>"
    yield escape(element.tail or "")


def _name(name: str) -> str:
    """`{http://www.w3.org/1999/xlink}href` as `xlink:href`."""
    space, _, local = name.rpartition("}")
    return _PREFIXES[space[1:]] + local if space else local
