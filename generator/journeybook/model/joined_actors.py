"""Find actors of a journey that stand in one text, while its parts name each of them: `Mentee and Mentor`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from journeybook.model.journey import Journey
from journeybook.model.meant_items import braces
from journeybook.model.types import slug

_APART = re.compile(r"\s*[,;/&+|\n]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|og|och|i)\s+", re.I)


class Joined(NamedTuple):
    """Several actors in one text: its place in the list, the items to write in its place, the ids that those have."""

    place: int
    items: tuple[str, ...]
    ids: frozenset[str]


def actors_named(journey: Journey) -> Iterator[str]:
    """Give the id of every actor that a part of a journey names."""
    for stage in journey.stages:
        yield from (id for touchpoint in stage.touchpoints for id in touchpoint.actors)
        yield from (feeling.actor for feeling in stage.feelings if feeling.actor)
        yield from (one.actor for one in stage.responsibilities)


def joined_actors(journey: Journey, roles: Collection[str]) -> list[Joined]:
    """Find the actors that are several: each is named by a part of the journey, or one of them, and all are roles."""
    lacking = set(actors_named(journey)) - {actor.key for actor in journey.actors}
    found = []
    for place, actor in enumerate(journey.actors):
        if actor.id is None and len(actor.model_fields_set) == 1 and lacking:
            ids = _ids(_APART.split(actor.title), lacking, roles) or _ids(actor.title.split(), lacking, ())
            if ids:
                found.append(Joined(place, tuple(_item(title, id) for id, title in ids.items()), frozenset(ids)))
    return found


def _ids(titles: list[str], lacking: Collection[str], roles: Collection[str]) -> dict[str, str]:
    """Give the id of each title; none where one is no id that is lacking, and no role either."""
    titles = [title for title in titles if title]
    ids = [_id(title, lacking) or _id(title, roles) for title in titles]
    if len(set(ids)) < max(2, len(titles)) or not all(ids) or not set(ids) & set(lacking):
        return {}
    return {id: title for id, title in zip(ids, titles, strict=True) if id}


def _id(title: str, known: Collection[str]) -> str | None:
    made = slug(title)
    return next((id for id in (made, made.removesuffix("s"), f"{made}s") if id in known), None)


def _item(title: str, id: str) -> str:
    return title if slug(title) == id else braces(id=id, title=title)
