"""Whatever stands in the fields of a journey, an activity or a workshop, the models take it or say what is wrong."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from fuzz import examples
from journeybook.markdown import fields
from journeybook.markdown.references import find
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.model.walk import markdown_fields
from journeybook.problems import say
from journeybook.problems.forms import all_forms
from journeybook.source.read import parse

pytestmark = pytest.mark.slow


def models(found: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all models in it."""
    yield found
    for field in found.model_fields.values():
        yield from _inside(field.annotation)


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from models(annotation)
    for part in typing.get_args(annotation):
        yield from _inside(part)


PAGES = (Journey, Activity, Workshop)
KEYS = sorted({info.alias or name for page in PAGES for m in models(page) for name, info in m.model_fields.items()})
_VALUES = (
    "a", "A title", "5", "-1", "0", "1e9", "9" * 30, "45–60 min", "1:30", "09:30", "25:00", "2027-01-14", "2027-02-31",
    "mentor", "path", "map", "online", "high", "current", "con", "..", "index", "/etc/passwd", "../x",
    "https://x.example", "javascript:alert(1)", "[x](activity:y)", "![](journey:z?view=map#a)", "[a](", "[" * 40, "{x}",
    "{0.__class__}", "%s", "\ud83d", "\u202e", "\ufeff", "\x00", "\x07", "e\u0301", "ﬁ", "İ", "ß", "🙂", "a" * 401,
    "  ", "",
)  # fmt: skip
_scalar = st.sampled_from(_VALUES) | st.text(max_size=12) | st.integers() | st.booleans() | st.none() | st.floats()
_value = st.recursive(
    _scalar,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=12,
)


def _page(model: type[BaseModel]) -> st.SearchStrategy[tuple[type[BaseModel], dict[str, Any]]]:
    own = {info.alias or name: _value for name, info in model.model_fields.items() if name != "title"}
    return st.tuples(st.just(model), st.fixed_dictionaries({"title": _scalar}, optional=own))


@settings(max_examples=examples(80), deadline=None)
@given(st.one_of([_page(model) for model in PAGES]))
def test_fields_of_any_value_fit_or_are_told(given_page: tuple[type[BaseModel], dict[str, Any]]) -> None:
    """Values of any kind in known fields end in a model or in problems that every format can write."""
    model, data = given_page
    document, problems = parse(json.dumps(data, ensure_ascii=False), "journeys/a.yaml")
    if document is not None:
        found, more = validate(document, model)
        problems = problems + more
        assert (found is None) == bool(more)
        for path, text in markdown_fields(found) if found else ():
            assert document.problem("JB308", say("wrong"), path=path).line >= 1
            find(text, fields.FIELD_SETTINGS)
            fields.refused(text)
            fields.render(text)
    for form in all_forms().values():
        form.written(problems).encode()


_LINKS = (
    "[", "]", "(", ")", "![", "](", "]:", "[]", "<", ">", "<a href=", "activity:", "journey:x", "Handout:", "?view=map",
    "#s", "%C3%A9", "&amp;", "&#x6a;", "\\", '"', "'", " ", "\n", "\n\n", "\t", "    ", "> ", "- ", "1. ", "`", "```\n",
    "*", "_", "x", "\x02", "\x03", "\u2028", "\ufeff", "é", "{: a=b}", "|", "|-|\n", ":   ", "<!--", "-->", "://", "\r",
)  # fmt: skip


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.sampled_from(_LINKS) | st.text(max_size=2), max_size=40).map("".join))
def test_links_of_any_form_are_found_or_left(text: str) -> None:
    """The syntax of links, in pieces and in any order, raises nothing, and every place that is given is in the text."""
    for reference in find(text, fields.FIELD_SETTINGS):
        assert text[reference.start : reference.end] == reference.source
        assert reference.line >= 1 and reference.column >= 1
    for link in fields.refused(text):
        assert link.start is None or text.startswith(link.destination, link.start)
    fields.plain(text)
