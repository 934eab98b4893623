"""Handbooks in which every text of every YAML file is an attack, made from the models: no field is forgotten."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from everything import PLUGINS, SETTINGS, switched
from journeybook.markdown.fields import refused
from journeybook.model import Activity, Journey, Workshop
from journeybook.model import types as t
from journeybook.model.activity import Variations
from journeybook.model.base import Language, Model, Resource
from journeybook.model.handout import KINDS, HandoutField, Heading, Scale, TableCell
from journeybook.model.illustration import Illustration
from journeybook.model.workshop import Block
from small import write

ATTACKS = {
    "script": "<script>alert(1)</script> <b onclick=alert(1)>bold</b>",
    "attribute": "\"><img src=x onerror=alert(1)> ' onmouseover='alert(1)",
    "closing": "</h1></p></div></figure></text></svg></script> --> ]]> <!-- <svg onload=alert(1)>",
    "jinja": "{{ 7*7 }} {% raw %} {# note #} {{ config.extra }}",
    "slots": '<div data-jb-slot="b1"></div> JbEmbed1End <figure data-jb-figure="f1"></figure>',
    "emphasis": "*stars* **bold** _under_ `code` ~~gone~~ ==mark== ^up^ :smile: ++ctrl++ (c) 1/2 \\* $x$",
    "attributes": "*stars*{: onclick=alert(1) } and {: onclick=alert(1)}",
    "links": "[x](javascript:alert(1)) [y][1] ![z](javascript:alert(1)) <javascript:alert(1)> [^1] *[HTML]: x",
    "entities": '&lt;b&gt; &amp; &#60;i&#62; &copy; & < > "',
    "heading": "# not a heading {: #id onclick=alert(1) }",
    "list": "1. not a list",
    "block": '!!! note "not a block"',
    "long": "Datenschutz" * 8,
    "tooltip": f'<img/src="x"/onerror="alert(1)"/{"x" * 90}>',
    "titled": '[x](https://example.org "<img src=x onerror=alert(1)>@in-a-title;") [y][z]',
    "scripts": "🌱👩‍👩‍👧‍👦 مرحبا بكم في الرحلة 日本語の長い文章で、言葉の間に空白がありません",
}
# What Markdown fields show as it is written: they are Markdown, but without HTML, templates and attribute lists.
LITERAL = ("script", "attribute", "closing", "jinja", "slots", "long", "tooltip", "scripts")
# What a Markdown field is refused for, with a sentence that says what to write instead.
REFUSED = ("links",)
LINES = (Path(__file__).parent / "xss.txt").read_text("utf-8").splitlines()
LENGTH = 355  # of the 400 characters that a plain field may have; the name of the field comes on top


def _packs() -> list[str]:
    """The inputs of `xss.txt`, each on the first line that has room for it: a line is what a plain field holds."""
    packs: list[str] = []
    for line in LINES:
        place = next((n for n, pack in enumerate(packs) if len(pack) + len(line) < LENGTH), len(packs))
        packs[place:] = [f"{packs[place]} {line}", *packs[place + 1 :]] if place < len(packs) else [line]
    return packs


PACKS = {f"x{number}": pack for number, pack in enumerate(_packs())}

_FIXED: list[tuple[Any, Any]] = [
    (t.Minutes, "5"),
    (t.LengthOfTime, "5"),
    (t.Score, "1"),
    (t.Rating, "2"),
    (t.Effort, "3"),
    (t.Count, "40"),
    (t.Number, "4.5"),
    (t.Positive, "2"),
    (t.CalendarSpan, "2 weeks"),
    (t.Clock, "09:30"),
    (t.TimeZone, "Europe/London"),
    (t.Address, "https://example.org/"),
    (Language, "en"),
    (t.YesOrNo, "true"),
    (t.Date, dt.date(2030, 1, 14).isoformat()),
]
_FIELDS = {
    "id": "one",
    "chapter": "guide",
    "actor": "one",
    "actors": ["one"],
    "to": "two",
    "journey": "plain",
    "compares": "plain",
    "activity": "plain",
    "activities": ["plain"],
    "prerequisites": ["plain"],
    "related": ["plain"],
    "aliases": [],
    "audience": ["mentor"],
    "views": ["path"],
    "status": "current",
    "file": "files/slides.txt",
    "end": "18:00",
}
_OWN: dict[type[Model], dict[str, Any]] = {
    Scale: {"from": "1", "to": "5"},
    Illustration: {"file": "files/board.svg"},
}
_ONE_OF: dict[type[Model], tuple[set[str], ...]] = {
    Block: ({"break", "activity"}, {"break", "title", "start"}, {"activity", "title", "start"}),
    HandoutField: tuple(set(KINDS) - {kind} for kind in KINDS),
    Resource: ({"file"}, {"url"}),
    Illustration: ({"decorative"}, {"alt"}),
}


def texts(attack: str, path: str, *, markdown: bool) -> str:
    """The attack with the name of its field behind it, so that a test finds every place where it is shown."""
    written = (ATTACKS | PACKS)[attack]
    if markdown:
        written = "words" if attack in REFUSED else _in_paragraphs(attack) if attack in PACKS else written
    return f"{written} @{path}{'~' if markdown else ''};"


@cache
def _in_paragraphs(attack: str) -> str:
    """The inputs of a pack in a field of Markdown, but for those that it would be refused for."""
    good = ["words"]
    for line in LINES:
        if line in PACKS[attack] and not refused(_field([*good, line])):
            good.append(line)
    return _field(good)


def _field(lines: list[str]) -> str:
    """Each line in a paragraph of its own, besides all of them in a row."""
    return "\n\n".join([*lines, f"- {lines[-1]}", " ".join(lines), f"> {lines[-1]}"])


def data_of(model: type[Model], attack: str, path: str) -> Iterator[dict[str, Any]]:
    """Mappings that between them fill every field of a model; more than one where fields exclude each other."""
    hints = typing.get_type_hints(model, include_extras=True)
    for left_out in _ONE_OF.get(model, (set(),)):
        found = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key not in left_out:
                known = _FIELDS | _OWN.get(model, {})
                found[key] = known[key] if key in known else _value(hints[name], attack, f"{path}.{key}")
        yield found


def _value(hint: Any, attack: str, path: str) -> Any:
    if hint in (t.Plain, Heading, TableCell) or hint == t.Markdown:
        return texts(attack, path, markdown=hint == t.Markdown)
    if hint == Variations:
        named = texts(attack, f"{path}-name", markdown=False)
        return {named: texts(attack, path, markdown=True)}
    for kind, value in _FIXED:
        if hint == kind:
            return value
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    if isinstance(hint, type) and issubclass(hint, Model):
        return next(data_of(hint, attack, path))
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        many = isinstance(item, type) and issubclass(item, Model)
        return list(data_of(item, attack, path)) if many else [_value(item, attack, path)]
    inner = [part for part in typing.get_args(hint) if part is not type(None)]
    if inner:
        return _value(inner[0], attack, path)
    raise TypeError(f"{path}: no attack is known for {hint}")


def write_hostile(
    folder: Path, attacks: Collection[str], options: Mapping[str, Mapping[str, Any]] | None = None, **site: str
) -> Path:
    """Write a handbook with a journey, an activity, a workshop and a chapter's page for every attack.

    There is a configuration for each of SETTINGS: `off.yml` and `on.yml`, with those `options` of the plugin. `site`
    are further texts in both.
    """
    files, terms = {path: _yaml(data) for path, data in _entries(attacks)}, list[dict[str, Any]]()
    for number, attack in enumerate(attacks):
        front = _yaml({"questions": [texts(attack, "question", markdown=False)], "title": f"Page {number}"})
        terms.append(_term(attack, number))
        word = f"Hostileword{number} and [](term:hostileword{number})."
        embeds = (
            f"{word}\n\n[](activity:{attack})\n\n[](journey:{attack}#one)\n\n![](journey:{attack})\n\n![](questions:)\n"
        )
        heading = f"## [](activity:{attack})\n\n![](handout:{attack})\n"
        files[f"content/guide/{attack}.md"] = f"---\n{front}---\n\n# Page {attack}\n\n{embeds}\n{heading}"
    files["glossary.yaml"] = _yaml(terms)
    files["content/guide/index.md"] = "# The guide\n\n![](toolkit:guide)\n"
    for setting in SETTINGS:
        plugins = [*PLUGINS[setting], {"journeybook": dict((options or {}).get(setting, {}))}]
        files[f"{setting}.yml"] = _yaml({"docs_dir": "content", **site, "plugins": plugins}) + switched(setting)
    for name in ("journeys", "toolkit", "toolkit/workshops"):
        files[f"{name}/files/slides.txt"] = "slides"
        files[f"{name}/files/board.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'/>\n"
    return write(folder, files)


def _term(attack: str, number: int) -> dict[str, Any]:
    """A term that is an attack, with a form that a page uses, so that its meaning stands there, too."""
    forms = [f"hostileword{number}", texts(attack, "forms", markdown=False)]
    definition = texts(attack, "definition", markdown=True)
    return {"term": texts(attack, "term", markdown=False), "definition": definition, "forms": forms}


def _entries(attacks: Iterable[str]) -> Iterator[tuple[str, Any]]:
    two = {"id": "two", "title": "Two"}
    yield "journeys/plain.yaml", {"title": "Plain", "stages": [{"title": "One"}, two]}
    yield "toolkit/plain.yaml", {"title": "Plain", "chapter": "guide"}
    for number, attack in enumerate(attacks, 1):
        journey = next(data_of(Journey, attack, "journey"))
        yield f"journeys/{attack}.yaml", journey | {"stages": [*journey["stages"], two]}
        yield f"toolkit/{attack}.yaml", next(data_of(Activity, attack, "activity")) | {"number": number}
        yield f"toolkit/workshops/{attack}.yaml", next(data_of(Workshop, attack, "workshop"))


def _yaml(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
