"""Guess which stages or actors of a journey somebody meant: by title, by number, several, or on a condition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from journeybook.model.meant_ids import MOST_SHOWN, NOT_AN_ID, as_list
from journeybook.model.meant_items import braces
from journeybook.model.types import slug
from journeybook.problems import Path, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

_APART = re.compile(r"\s*(?:[,;/|&+\n]|->|=>|→|⇒|➔|➜|\band\b|\bor\b)\s*", re.I)
_CONDITION = re.compile(r"(?P<to>.+?)[\s,]*(?:\b(?:if|when|where|unless)\b|\(|:)\s*(?P<when>[^()]+)\)?", re.I)
_NUMBERED = re.compile(r"(?:stage|step|phase)\s*(?:no\.?\s*|#)?(?P<n>\d{1,2})", re.I)
_ARTICLE = re.compile(r"^(?:the|a|an|our|my)-(?=.)")
_FIELDS = {"next": "stages", "to": "stages", "actor": "actors", "actors": "actors"}
Ids = Mapping[str, str]
"""The ids of stages or actors, by themselves and by what their titles are as ids."""


def meant_inside(text: str, path: Path, document: Document) -> tuple[Text, Text] | None:
    """Say what to write for a text in the place of a stage's or an actor's id; None where none of theirs is meant."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if key not in _FIELDS:
        return None
    ids = ids_inside(document, _FIELDS[key])
    found = [known(part, ids) for part in _APART.split(text) if part] or [None]
    several = [id for id in found if id] if all(found) else _by_blanks(text, ids)
    if len(several) > 1 and len(set(several)) > 1:
        return _several(text, key, several, in_list=isinstance(path[-1], int) or key in ("next", "to"))
    if key in ("next", "to") and (told := _conditional(text, ids)):
        return told
    if right := known(text, ids) or _numbered(text, ids):
        return say(NOT_AN_ID.template, text=text), say("write `{id}`", id=right)
    is_name = key in ("actor", "actors") and len(_APART.split(text)) == 1 and not {*text} & {*_NO_NAME}
    return _new_actor(text) if is_name else None


_NO_NAME = ":#{}[]"
"""Signs of what is more than the name of somebody."""


def _new_actor(text: str) -> tuple[Text, Text] | None:
    """Say how somebody is named who is none of the actors that there are."""
    id = slug(text)
    if not id:
        return None
    actor = braces(id=id, title=text.strip())
    hint = say("write `{id}`, and name who that is in an item of `actors:`: `- {actor}`", id=id, actor=actor)
    return say(NOT_AN_ID.template, text=text), hint


def ids_inside(document: Document, field: str) -> Ids:
    """Give the ids of the `stages` or the `actors` of a journey, by themselves and by what their titles are as ids."""
    found: dict[str, str] = {}
    items = document.value((field,))
    for item in items if isinstance(items, list) else [items]:
        title, id = (item.get("title"), item.get("id")) if isinstance(item, dict) else (item, None)
        right = id if isinstance(id, str) else slug(title) if isinstance(title, str) else ""
        found |= {name: right for name in (right, _bare(title)) if name}
    return found


def _bare(title: Any) -> str:
    return _ARTICLE.sub("", slug(title)) if isinstance(title, str) else ""


def known(text: str, ids: Ids) -> str | None:
    """Give the id of a text: itself, behind a #, without its article, or nearly so."""
    bare = slug(text.rpartition("#")[2])
    for name in (bare, _ARTICLE.sub("", bare)):
        if name in ids:
            return ids[name]
    near = nearest(bare, ids) if len(bare.split("-")) < 3 else None
    return ids[near] if near else None


def _by_blanks(text: str, ids: Ids) -> list[str]:
    found = [ids.get(slug(word)) for word in text.split()]
    return [id for id in found if id] if all(found) else []


def _numbered(text: str, ids: Ids) -> str | None:
    found, order = _NUMBERED.fullmatch(text.strip()), list(dict.fromkeys(ids.values()))
    place = int(found["n"]) if found else 0
    return order[place - 1] if 0 < place <= len(order) else None


def _several(text: str, key: str, ids: list[str], *, in_list: bool) -> tuple[Text, Text]:
    if in_list:
        return as_list(text, ids)
    shown = ", ".join(f"`{key}: {id}`" for id in ids[:MOST_SHOWN])
    return say("one is named here, and these are several"), say(
        "write an item of its own for each: {shown}", shown=shown
    )


def _conditional(text: str, ids: Ids) -> tuple[Text, Text] | None:
    found = _CONDITION.fullmatch(text)
    to = ids.get(slug(found["to"])) or ids.get(_bare(found["to"])) if found else None
    if found is None or to is None:
        return None
    when = found["when"].strip()
    plain = re.fullmatch(r"[^\W\d][\w ’-]*", when)
    shown = f"{{to: {to}, condition: {when if plain else in_quotes(when)}}}"
    return say(NOT_AN_ID.template, text=text), say("write `{shown}`", shown=shown)
