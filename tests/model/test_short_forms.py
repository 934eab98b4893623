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
    """`duration:` with nothing behind it is as if the line were not there, in every field that can be left out."""
    for model, base in LEAST.items():
        optional = [info.alias or name for name, info in model.model_fields.items() if not info.is_required()]
        text = base + "".join(f"\n{name}:{empty}" for name in optional)
        assert _read(text, model) == _read(base, model)


def test_lists_keep_their_order_and_numbers_may_be_quoted() -> None:
    """Items stay as the author put them, and `minutes: "10"` is ten."""
    activity = _read('title: x\ntags: [c, a, b]\nsteps: [{text: t, minutes: "10"}]', Activity)
    assert isinstance(activity, Activity)
    assert activity.tags == ("c", "a", "b")
    assert activity.steps[0].minutes == 10
