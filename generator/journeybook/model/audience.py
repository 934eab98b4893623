"""Whom a part of the handbook is for: the roles that see it, and fields that are for some roles in any case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, Field

from journeybook.model.types import Id, Many

Audience = Annotated[Many[Id], Field(min_length=1)]
"""The roles whose editions carry a part; a list without a role is an error, and left out means everyone."""


@dataclass(frozen=True, slots=True)
class For:
    """A mark on a field that only editions with one of these roles carry, however many may see what is around it.

    The audience of what stands in the field, where it has one of its own, goes before that.
    """

    roles: frozenset[str]


def only_for(*roles: str) -> For:
    """Mark a field as one that only editions with one of these roles carry."""
    return For(frozenset(roles))


def audience_of(model: BaseModel) -> tuple[str, ...]:
    """Give the roles that a part is for; none where it is for everyone."""
    found: tuple[str, ...] = getattr(model, "audience", ())
    return found


def roles_of_field(model: type[BaseModel], name: str) -> frozenset[str] | None:
    """Give the roles that alone have a field; None where all have it who have what is around it."""
    marks = model.model_fields[name].metadata
    return next((mark.roles for mark in marks if isinstance(mark, For)), None)
