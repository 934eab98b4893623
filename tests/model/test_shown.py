"""The declarations of the fields that are shown."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from journeybook.language.labels import LABELS
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import EntryModel
from journeybook.model.shown import Place, shown_fields
from journeybook.pages.icons import icon, stylesheet

PLACES = {
    Journey: {Place.PAGE},
    Activity: set(Place) - {Place.CALENDAR},
    Workshop: {Place.PAGE, Place.CARD, Place.CALENDAR, Place.PAPER},
}
models = pytest.mark.parametrize("model", PLACES)


@models
def test_a_field_is_declared_for_places_that_its_model_has(model: type[BaseModel]) -> None:
    """No field of its own waits to be shown where its kind of page is not; those of all pages may say more."""
    for name, shown in shown_fields(model).items():
        if name not in EntryModel.model_fields:
            assert set(shown.on) <= PLACES[model], name


@models
@pytest.mark.parametrize("place", Place)
def test_no_two_fields_have_one_rank_in_a_place(model: type[BaseModel], place: Place) -> None:
    """The order is the declarations' alone."""
    ranks = [shown.on[place] for shown in shown_fields(model, place).values()]
    assert ranks == sorted(set(ranks))


@models
def test_every_shown_field_has_its_icon(model: type[BaseModel]) -> None:
    """Each icon is one that the stylesheet draws."""
    for shown in shown_fields(model).values():
        assert f".i-{shown.icon} {{" in stylesheet() and shown.icon in icon(shown.icon)


@models
def test_a_choice_has_one_word(model: type[BaseModel]) -> None:
    """A field gives words for choices that have none yet, or the same."""
    for shown in shown_fields(model).values():
        assert {key: text.template for key, text in shown.choices.items()}.items() <= LABELS.items()
