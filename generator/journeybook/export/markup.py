"""The HTML of pages as a tree, without what paper and books cannot use, and as XHTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from xml.etree import ElementTree as ET

import cssselect2
import tinycss2
import tinyhtml5

from journeybook.diagrams.paint.written import SVG
from journeybook.ground.theme_dir import theme_dir

XHTML = "http://www.w3.org/1999/xhtml"
_H = f"{{{XHTML}}}"
_NEVER = ("button", "script", "select", "template", "style", "form", "noscript")
_OF_SHEETS = frozenset(("jb-sheet-head", "jb-on-paper"))
"""Classes of what only a printed page has."""
_BOX = "\N{BALLOT BOX}"


def tag(name: str) -> str:
    """Give the name of an HTML element in the tree."""
    return f"{_H}{name}"


def parsed(html: str) -> ET.Element:
    """Parse the HTML of a page, and give its body."""
    root: ET.Element = tinyhtml5.parse(f"<!doctype html><body>{html}")
    body = root.find(tag("body"))
    assert body is not None
    return body


def prune(body: ET.Element, kind: str, *, twins: bool = True) -> None:
    """Take out of a page what is not printed, and what only a screen can use; open what is folded.

    `kind` is the class of the page, which the theme's styles name. `twins` keeps the text that says what a drawing
    does: a reader of books may see no drawing.
    """
    _untab(body)
    _rule(body)
    _remove(body, _is_out)
    unprinted = {id(element) for element in _unprinted(body, kind, twins)}
    _remove(body, lambda element: id(element) in unprinted)
    for element in body.iter():
        if element.tag == tag("details"):
            element.set("open", "open")
        for name in [name for name in element.attrib if name.startswith("data-") or name in ("style", "tabindex")]:
            del element.attrib[name]


def with_lines(body: ET.Element, kept: Callable[[ET.Element], bool] = lambda _: False) -> None:
    """Put lines and boxes in the place of fields, but those that are `kept`: a reader of books cannot fill them in."""
    for element in [*body.iter(tag("textarea")), *body.iter(tag("input"))]:
        if kept(element):
            continue
        is_box = element.get("type") in ("checkbox", "radio")
        rows, id = int(element.get("rows") or 1), element.get("id")
        element.attrib.clear()
        element.attrib |= {"id": id} if id else {}
        element.tag, element.text = tag("span"), _BOX if is_box else None
        element.set("class", "jb-box" if is_box else "jb-lines")
        if not is_box:
            element.extend(ET.Element(tag("span"), {"class": "jb-line"}) for _ in range(rows))
    for label in body.iter(tag("label")):
        label.attrib.pop("for", None)
        label.tag = tag("span")


def xhtml(root: ET.Element) -> str:
    """Write a tree as XHTML."""
    ET.register_namespace("", XHTML)
    ET.register_namespace("svg", SVG)
    ET.register_namespace("epub", "http://www.idpf.org/2007/ops")
    return ET.tostring(root, encoding="unicode")


def _is_out(element: ET.Element) -> bool:
    """Tell whether an element is for a screen alone: hidden, decoration, a control, or the head of a sheet."""
    classes = element.get("class", "").split()
    is_seen = element.get("hidden") is None and element.get("aria-hidden") != "true"
    return not is_seen or element.tag in _never() or not _OF_SHEETS.isdisjoint(classes)


@cache
def _never() -> frozenset[str]:
    return frozenset(map(tag, _NEVER))


def _remove(parent: ET.Element, is_out: Callable[[ET.Element], bool]) -> None:
    """Take elements out of a tree; the text behind them stays."""
    for place in range(len(parent) - 1, -1, -1):
        child = parent[place]
        if isinstance(child.tag, str) and not is_out(child):
            _remove(child, is_out)
            continue
        before = parent[place - 1] if place else None
        if before is None:
            parent.text = (parent.text or "") + (child.tail or "")
        else:
            before.tail = (before.tail or "") + (child.tail or "")
        del parent[place]


def _rule(body: ET.Element) -> None:
    """Let lines to write on stay, such as those of a run sheet; those of a handout lie behind its fields."""
    for parent in body.iter():
        if "jb-answer" in _classes(parent):
            continue
        for lines in parent.findall(tag("div")):
            if "jb-lines" in _classes(lines):
                lines.attrib = {"class": "jb-lines"}
                for line in lines:
                    line.tag, line.attrib = tag("span"), {"class": "jb-line"}


def _untab(body: ET.Element) -> None:
    """Put tabs one under another, each below its name."""
    for tabs in [one for one in body.iter(tag("div")) if "tabbed-set" in one.get("class", "").split()]:
        names = list(tabs.iter(tag("label")))
        blocks = [one for one in tabs.iter(tag("div")) if {"tabbed-block", "tabbed-content"} & _classes(one)]
        inner = [one for one in blocks if "tabbed-block" in _classes(one)] or blocks
        own = {id(one) for block in inner for one in block.iter()}
        names = [label for label in names if id(label) not in own]
        tabs[:] = []
        for name, block in zip(names, inner, strict=False):
            name.tag, name.tail = tag("p"), None
            name.attrib.clear()
            name.set("class", "jb-tab-name")
            tabs.extend((name, block))


def _classes(element: ET.Element) -> set[str]:
    return set(element.get("class", "").split())


def _unprinted(body: ET.Element, kind: str, twins: bool) -> Iterator[ET.Element]:
    """Find what the theme's styles hide on paper: they are written for `.jb`, in which a page's content stands."""
    root = ET.Element(tag("html"))
    around = ET.SubElement(root, tag("div"), {"class": f"jb md-typeset {kind}"})
    around.extend(body)
    for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        if _matcher().match(element) and not (twins and "jb-twin" in element.classes):
            yield element.etree_element


@cache
def _matcher() -> cssselect2.Matcher:
    """Give the selectors of all rules for paper that hide something."""
    matcher = cssselect2.Matcher()
    for file in sorted((theme_dir() / "assets" / "css").rglob("*.css")):
        for rule in tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True, skip_whitespace=True):
            if rule.type == "at-rule" and rule.lower_at_keyword == "media" and _is_paper(rule):
                for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                    _add(matcher, inner)
    return matcher


def _is_paper(rule: tinycss2.ast.AtRule) -> bool:
    return str(tinycss2.serialize(rule.prelude)).strip() == "print"


def _add(matcher: cssselect2.Matcher, rule: tinycss2.ast.Node) -> None:
    if rule.type != "qualified-rule" or "display: none" not in tinycss2.serialize(rule.content).replace(
        "display:none", "display: none"
    ):
        return
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:  # such as :dir(), of which nothing is hidden
        return
    for selector in selectors:
        if selector.pseudo_element is None:
            matcher.add_selector(selector, None)
