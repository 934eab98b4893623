"""The blanks of a handout as fields of a form, each with a name of its own in the book, and told what it asks for."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import cache
from xml.etree import ElementTree as ET

from journeybook.export.markup import tag
from journeybook.pages.addresses import handout_path
from journeybook.pages.site import Site
from journeybook.text.fonts import SUBSETS, characters, cut
from journeybook.text.measure import SMALL

_KEY = "data-jb-key"
_KEPT = ("id", "rows", "type", "value")


def handout_names(site: Site) -> Mapping[str, str]:
    """Give what the fields of each handout are named after, `activity/handout`, by the path of its page."""
    return {
        handout_path(entry, handout): f"{entry.id}/{handout.id}"
        for entry in site.book.activities
        for handout in entry.model.handouts
    }


def name_fields(body: ET.Element, handout: str) -> None:
    """Give the fields of a handout's page names such as `vision-map/map/name`, and say what each asks for.

    The buttons of one question have one name. A dot would part a name, so there is none.
    """
    names: dict[str, str] = {}
    for field, title in list(_asked(body)):
        key = field.get(_KEY, "")
        kept = {name: field.get(name, "") for name in _KEPT if field.get(name)}
        if key not in names:
            names[key] = _free(f"{handout}/{key.strip('.').replace('.', '-')}", set(names.values()))
        kind = kept.get("type", "lines")
        field.attrib.clear()
        field.attrib |= kept | {"name": names[key], "title": title, "class": f"bk-field bk-{kind}"}


@cache
def form_face() -> str:
    """Write the font in which fields are filled in: with all Latin letters, for nobody knows what will be written."""
    name = SMALL.file(SUBSETS[0])
    made = cut(name, characters(name), SMALL.axes, ())
    return f'@font-face{{font-family:"Inter Form";src:url(data:font/ttf;base64,{base64.b64encode(made).decode()})}}'


def is_field(element: ET.Element) -> bool:
    """Tell whether an element is a field of a form in the book."""
    return "bk-field" in element.get("class", "").split()


def _free(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _asked(body: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Give every field with what it asks for: its label, the headings of its cell, or its question and the choice."""
    texts = {name: _text(element) for element in body.iter() if (name := element.get("id"))}
    labels = {element.get("for"): _text(element) for element in body.iter(tag("label"))}
    for group in body.iter():
        if group.tag not in (tag("fieldset"), tag("div")):
            continue
        question = next((_text(legend) for legend in group.findall(tag("legend"))), "")
        for label in group.iter(tag("label")) if question else ():
            for field in label.iter(tag("input")):
                labels[_KEY + str(id(field))] = f"{question}: {_text(label)}"
    for field in [*body.iter()]:
        if field.tag in (tag("input"), tag("textarea")) and field.get(_KEY):
            said = [texts.get(one, "") for one in field.get("aria-labelledby", "").split()]
            title = ", ".join(filter(None, said)) or labels.get(_KEY + str(id(field))) or labels.get(field.get("id"))
            yield field, title or ""


def _text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())
