"""One text stands for an item, and one item for a list of one."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.source.read import parse
from model.contract import PAIRS

LEAST: dict[type[BaseModel], str] = {
    Activity: "title: x",
    Journey: "title: x\nstages: a",
    Workshop: "title: x\ndays: {start: 9:00, blocks: {title: a, minutes: 1}}",
}


def _read(text: str, model: type[BaseModel]) -> BaseModel:
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    found, problems = validate(document, model)
    assert found is not None, [str(problem.message) for problem in problems]
    return found


@pytest.mark.parametrize(("model", "short", "long"), PAIRS, ids=[short for _, short, _ in PAIRS])
def test_the_short_form_is_the_long_form(model: type[BaseModel], short: str, long: str) -> None:
    """Both ways of writing give models that are equal."""
    assert _read(short, model) == _read(long, model)


@pytest.mark.parametrize("empty", ["", " ~", " null"])
def test_nothing_after_the_colon_means_left_out(empty: str) -> None:
    """`duration:` with nothing behind it is as if the line were not there, in every field that can be left out.

    `audience:` is none of them: a part that is meant for somebody would be for everybody.
    """
    for model, base in LEAST.items():
        fields = {info.alias or name: info for name, info in model.model_fields.items() if name != "audience"}
        optional = [name for name, info in fields.items() if not info.is_required()]
        text = base + "".join(f"\n{name}:{empty}" for name in optional)
        assert _read(text, model) == _read(base, model)


@pytest.mark.parametrize("empty", ["", " ~", " []", " ''"])
@pytest.mark.parametrize(
    "text",
    [
        "title: x\naudience:{}",
        "title: x\nsteps:\n- text: y\n  audience:{}",
        "title: x\nhandouts:\n- title: y\n  audience:{}",
        "title: x\nvariations:\n  y:\n    text: z\n    audience:{}",
        "title: x\ncautions:\n  text: y\n  audience:{}",
    ],
)
def test_an_audience_of_nobody_is_an_error(text: str, empty: str) -> None:
    """What names nobody is read as left out by nobody: the line is told, whatever has it."""
    document, problems = parse(text.format(empty), "toolkit/a.yaml")
    assert document is not None and not problems
    found, (problem,) = validate(document, Activity)
    assert found is None and problem.line == text.count("\n") + 1


def test_lists_keep_their_order_and_numbers_may_be_quoted() -> None:
    """Items stay as the author put them, and `minutes: "10"` is ten."""
    activity = _read('title: x\ntags: [c, a, b]\nsteps: [{text: t, minutes: "10"}]', Activity)
    assert isinstance(activity, Activity)
    assert activity.tags == ("c", "a", "b")
    assert activity.steps[0].minutes == 10
