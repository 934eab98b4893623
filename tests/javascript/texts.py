"""The texts that templates hand to scripts: each registry's keys, and the names in braces that a script fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes

from journeybook.ground.theme_dir import theme_dir

REGISTRIES = {
    "PlannerTexts": ("parts/plan-texts.html.j2",),
    "PlanButtonTexts": ("parts/plan-words.html.j2",),
    "ClockTexts": ("activity.md.j2",),
    "HandoutTexts": ("handout.md.j2",),
    "RunTexts": ("run-view.html.j2",),
    "FilterTexts": ("filter.html.j2", "questions.md.j2"),
    "SlideTexts": ("parts/slides.html.j2",),
    "ReviewTexts": ("reviews.md.j2",),
    "CatalogueTexts": ("filter.html.j2", "toolkit.md.j2"),
}
"""Each registry with the templates whose dictionaries of texts make it."""
SAYS = {"_": 1, "ngettext": 2, "many": 2}
"""What says a text in a template, and how many of its arguments are forms of it."""


def registries() -> dict[str, dict[str, frozenset[str]]]:
    """All registries: keys in their order, each with the names in its text."""
    return {
        name: {key: names for template in templates for key, names in _texts(template)}
        for name, templates in REGISTRIES.items()
    }


def texts_of(template: str) -> dict[str, str]:
    """The texts of a template's dictionary in English, as a page without a catalogue has them."""
    return {key: call.args[0].value for key, call in _calls(template)}


def _texts(template: str) -> Iterator[tuple[str, frozenset[str]]]:
    yield from ((key, _names(call)) for key, call in _calls(template))


def _calls(template: str) -> Iterator[tuple[str, nodes.Call]]:
    tree = Environment().parse((theme_dir() / "templates" / template).read_text("utf-8"))
    for found in tree.find_all(nodes.Dict):
        calls = {pair.key.value: pair.value for pair in found.items if isinstance(pair.key, nodes.Const)}
        if calls and all(_said(call) for call in calls.values()):
            yield from calls.items()


def _said(call: nodes.Expr) -> int:
    """How many forms of a text a call has; 0 where it says none."""
    if not isinstance(call, nodes.Call):
        return 0
    return SAYS.get(getattr(call.node, "name", "") or getattr(call.node, "attr", ""), 0)


def _names(call: nodes.Call) -> frozenset[str]:
    """The names that are left to the script: the template fills a number in texts that count, and what it names."""
    forms = [form.value for form in call.args[: _said(call)]]
    filled = {one.key for one in call.kwargs if not _is_left(one.key, one.value)} | (
        {"number"} if len(forms) == 2 else set()
    )
    return frozenset(name for form in forms for name in re.findall(r"\{(\w+)\}", form)) - filled


def _is_left(name: str, value: nodes.Expr) -> bool:
    return isinstance(value, nodes.Const) and value.value == f"{{{name}}}"
