"""Write the looks of the stylesheets as attributes, for pictures that stand alone.

Word processors, slides and converters know no CSS variables, and some no stylesheets. What the site's own files say is
worked out here once more, as a browser does it, so that there is one source of every colour. Rules for paper, dark
pages, other widths and the pointer are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

import cssselect2
import tinycss2

from journeybook.diagrams.files.colours import Value, colour, hexadecimal, parse, plain, resolve
from journeybook.ground.theme_dir import theme_dir
from journeybook.model.views import VIEWS

_COLOURS = ("fill", "stroke")
_OTHERS = (
    *("opacity", "fill-opacity", "fill-rule", "stroke-opacity", "stroke-width", "stroke-dasharray"),
    *("stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "paint-order", "rx", "ry", "display"),
    *("font-family", "font-size", "font-style", "font-weight", "letter-spacing", "text-decoration"),
)
_SHAPES = ("path", "rect", "circle", "polygon")
_SVG = "{http://www.w3.org/2000/svg}"


def dress(svg: ET.Element, tokens: Mapping[str, str] | None = None) -> None:
    """Give every element of a finished drawing its looks as attributes, and take its classes and what is unseen away.

    `tokens` are values for variables of tokens.css, such as `--jb-stage-1`, that go before its own.
    """
    given = tuple(sorted((tokens or {}).items()))
    _dress(cssselect2.ElementWrapper.from_xml_root(svg), _Look("", {}, _given(given)), _known(given))
    _strip(svg)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the stylesheets say of all elements in one place, and the variables of what is in them."""

    place: str
    attributes: Mapping[str, str]
    variables: Mapping[str, Value]


@cache
def _given(tokens: tuple[tuple[str, str], ...]) -> Mapping[str, Value]:
    return {name: parse(value) for name, value in tokens}


@cache
def _known(tokens: tuple[tuple[str, str], ...]) -> dict[str, _Look]:
    """Give the cache of looks with these tokens, by place: a drawing has many elements in few places."""
    return {}


def _dress(element: cssselect2.ElementWrapper, parent: _Look, known: dict[str, _Look]) -> None:
    place = _place(element, parent)
    look = known.get(place)
    if look is None:
        look = known[place] = _look(element, place, parent)
    element.etree_element.attrib |= look.attributes
    for child in element.iter_children():
        _dress(child, look, known)


def _place(element: cssselect2.ElementWrapper, parent: _Look) -> str:
    """Give what our stylesheets select by: an element's name and classes, those before it, and those around it."""
    before = "" if element.previous is None else _kind(element.previous)
    return f"{parent.place} > {before} + {_kind(element)}"


def _kind(element: cssselect2.ElementWrapper) -> str:
    return f"{element.local_name}.{element.etree_element.get('class', '')}"


def _look(element: cssselect2.ElementWrapper, place: str, parent: _Look) -> _Look:
    declared = dict(_declarations(element))
    inherited, given = (parent.variables, {}) if parent.place else ({}, parent.variables)
    own = {name: value for name, value in declared.items() if name.startswith("--")} | dict(given)
    known = {**inherited, **own}
    variables = {**inherited, **{name: found for name in own if (found := resolve(own[name], known)) is not None}}
    attributes: dict[str, str] = {}
    for name in (*_COLOURS, *_OTHERS):
        value = resolve(declared[name], variables) if name in declared else None
        if value is not None:
            attributes |= _attributes(name, value)
    return _Look(place, attributes, variables)


def _attributes(name: str, value: Value) -> dict[str, str]:
    if name not in _COLOURS:
        return {name: plain(value)}
    found = colour(value)
    if found is None:
        return {name: "none"} if plain(value) == "none" else {}
    opacity = {f"{name}-opacity": f"{found[3]:.3g}"} if found[3] < 1 else {}
    return {name: hexadecimal(found)} | opacity


def _declarations(element: cssselect2.ElementWrapper) -> Iterator[tuple[str, Value]]:
    """Give what the stylesheets say of an element; of two values for one name, the later holds."""
    found = [one for *_, declarations in _matcher().match(element) for one in declarations]
    for declaration in sorted(found, key=lambda one: bool(one.important)):
        yield declaration.name, declaration.value


@cache
def _stylesheet() -> str:
    folder = theme_dir() / "assets" / "css"
    files = (folder / "tokens.css", folder / "diagram.css", *sorted((folder / "diagrams").glob("*.css")))
    return "\n".join([*(file.read_text("utf-8") for file in files), *(view.style for view in VIEWS.values())])


@cache
def _matcher() -> cssselect2.Matcher:
    matcher = cssselect2.Matcher()
    for rule in tinycss2.parse_stylesheet(_stylesheet(), skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            declarations = [part for part in parts if part.type == "declaration"]
            for selector in _selectors(rule):
                matcher.add_selector(selector, declarations)
    return matcher


def _selectors(rule: tinycss2.ast.QualifiedRule) -> list[cssselect2.CompiledSelector]:
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:  # what it does not know is for browsers
        return []
    return [selector for selector in selectors if selector.pseudo_element is None]


def _strip(parent: ET.Element) -> None:
    parent.attrib.pop("class", None)
    for name, usual in (("display", "block"), ("text-decoration", "none")):
        if parent.get(name) == usual:
            del parent.attrib[name]
    for child in list(parent):
        _strip(child)
        if _unseen(child):
            parent.remove(child)


def _unseen(element: ET.Element) -> bool:
    tag = element.tag.removeprefix(_SVG)
    if tag in _SHAPES:
        painted = any(element.get(name, "none") != "none" for name in _COLOURS)
        return not painted or element.get("display") == "none"
    return element.get("display") == "none" or (tag == "g" and not len(element))
