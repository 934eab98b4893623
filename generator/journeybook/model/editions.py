"""The editions of a handbook, and what each of them leaves out of a journey, an activity, a workshop or a page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from journeybook.model.audience import audience_of, roles_of_field

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Edition:
    """A handbook for some: `audience` are the roles that it is made for, None where it is made for all.

    `name` is what mkdocs.yml and commands call it, `title` what readers see.
    """

    name: str
    title: str
    audience: frozenset[str] | None = None

    @property
    def is_listed(self) -> bool:
        """Whether search engines may list it: it is made for all, or for the public too."""
        return self.audience is None or "public" in self.audience

    def shows(self, audience: Collection[str]) -> bool:
        """Tell whether it carries what is for these roles; without any, that is for everyone."""
        return not audience or self.audience is None or not self.audience.isdisjoint(audience)


def seen(edition: Edition, model: M) -> M:
    """Give a model without all in it that an edition leaves out; the model itself where that is nothing.

    What is left has the numbers and the times that it has in the whole.
    """
    if edition.audience is None:
        return model
    kept = {name: _kept(edition, model, name) for name in type(model).model_fields}
    changed = {name: value for name, value in kept.items() if value is not getattr(model, name)}
    return model.model_copy(update=changed) if changed else model


def _kept(edition: Edition, model: BaseModel, name: str) -> Any:
    """Give what an edition carries of a field: its default where that is nothing."""
    value, roles = getattr(model, name), roles_of_field(type(model), name) or ()
    if isinstance(value, BaseModel):
        return seen(edition, value) if edition.shows(audience_of(value) or roles) else None
    if isinstance(value, tuple | dict):
        return _some(edition, value, roles)
    return value if edition.shows(roles) else type(model).model_fields[name].get_default()


def _some(edition: Edition, values: Any, roles: Collection[str]) -> Any:
    """Give those of several that an edition carries; the same object where it carries all, as they are."""
    pairs = list(values.items() if isinstance(values, dict) else enumerate(values))
    found = {key: _item(edition, value) for key, value in pairs if edition.shows(_audience(value) or roles)}
    if len(found) == len(values) and all(found[key] is value for key, value in pairs):
        return values
    return found if isinstance(values, dict) else tuple(found.values())


def _audience(value: object) -> tuple[str, ...]:
    return audience_of(value) if isinstance(value, BaseModel) else ()


def _item(edition: Edition, value: M) -> M:
    return seen(edition, value) if isinstance(value, BaseModel) else cast(M, value)
