"""Find whose title stands where an id belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from journeybook.handbook.chapters import Contents
from journeybook.handbook.entries import Shelf, Shelves
from journeybook.model.meant_ids import LIST_MEANT, NOT_AN_ID, TITLE_MEANT, as_list, meant_id, to_journey
from journeybook.model.types import slug
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest

MOST_NAMED = 8
_APART = re.compile(r"\s*(?:[,;/|&+\n]|\band\b|\bor\b)\s*", re.I)
_OR = re.compile(r"\bor\b", re.I)
Titles = Mapping[str, str]
"""The ids of things by what their titles are as ids."""
_OF_TITLES = (NOT_AN_ID.template, LIST_MEANT.template, TITLE_MEANT.template)


def titles_of(shelf: Shelf[Any]) -> Titles:
    """Give the id of each entry by its title."""
    return {slug(entry.title): entry.id for entry in shelf}


def with_ids_of_titles(problems: list[Problem], shelves: Shelves, contents: Contents) -> list[Problem]:
    """Give the problems, those of a text in the place of an id with the id that there is: of that title, or nearest."""
    if not any(problem.message.template in _OF_TITLES for problem in problems):
        return problems
    activities = _Named(titles_of(shelves.activities), shelves.activities.files.keys())
    chapters = {slug(chapter.title): chapter.id for chapter in contents.chapters.values()}
    named = dict.fromkeys(("activities", "activity", "prerequisites", "related"), activities)
    named["journey"] = named["compares"] = _Named(titles_of(shelves.journeys), shelves.journeys.files.keys())
    named["chapter"] = _Named(chapters, contents.chapters.keys())
    return [_with_id(_within(problem, named["journey"].ids), named) for problem in problems]


def _within(problem: Problem, journeys: Set[str]) -> Problem:
    """Give the problem of a way that leads to another journey, such as `to: year#start`, with what leads there."""
    if problem.message.template != NOT_AN_ID.template or not {"to", "next"} & {*problem.path}:
        return problem
    text = str(dict(problem.message.values)["text"])
    id = next((id for part in re.split(r"[#/?:]", text) if (id := meant_id(part)) in journeys), None)
    return replace(problem, hint=to_journey(id)) if id else problem


@dataclass(frozen=True)
class _Named:
    """The ids of one kind: by title, and all that there are."""

    titles: Titles
    ids: Set[str]


def _with_id(problem: Problem, named: Mapping[str, _Named]) -> Problem:
    key = next((part for part in reversed(problem.path) if isinstance(part, str)), "")
    if problem.message.template not in _OF_TITLES or key not in named:
        return problem
    text, known = str(dict(problem.message.values)["text"]), named[key]
    if problem.message.template == TITLE_MEANT.template:
        return replace(problem, hint=_for_titled(problem, text, known))
    message = say(NOT_AN_ID.template, text=text)
    if titled := known.titles.get(slug(text)):
        return replace(problem, message=message, hint=say("write `{id}`, the id of what has this title", id=titled))
    right = meant_id(text)
    if key == "chapter" and (folder := text.strip("./").partition("/")[0]) in known.ids:
        return replace(problem, hint=say("write `{id}`", id=folder))
    several = [_of(part, known) for part in _parts(text, known)]
    if len(several) > 1 and all(several) and key == "prerequisites" and _OR.search(text):
        message = say("‘{text}’ is one or the other, and all that are named here come first", text=text)
        hint = say("write one of them, such as `{id}`; the other belongs into a text, such as `space`", id=several[0])
        return replace(problem, message=message, hint=hint)
    if len(several) > 1 and all(several) and isinstance(problem.path[-1], int):
        message, hint = as_list(text, [id for id in several if id])
        return replace(problem, message=message, hint=hint)
    if problem.message.template == LIST_MEANT.template or right in known.ids:
        return problem
    if meant := nearest(right, [*known.ids, *known.titles]):
        meant = known.titles.get(meant, meant)
        is_page = problem.file.endswith(".md") and right  # it may open a chapter that is not there yet
        new = say("write `{id}`; for a chapter of its own, `{new}`", id=meant, new=right)
        return replace(problem, hint=new if is_page else say("write `{id}`", id=meant))
    if key == "chapter" and problem.file.endswith(".md"):
        return problem
    some = ", ".join(sorted(known.ids)[:MOST_NAMED])
    if key == "prerequisites" and some:
        hint = say("known: {some}; what is no activity belongs into `space` or `cautions`", some=some)
        return replace(problem, hint=hint)
    return replace(problem, hint=say("known: {some}", some=some)) if some else problem


def _for_titled(problem: Problem, text: str, known: _Named) -> Text | None:
    """Give the id for `- title: A talk`, which has the id or the title of what there is; else those that there are."""
    id = _of(text, known) or known.titles.get(nearest(slug(text), known.titles) or "") or nearest(slug(text), known.ids)
    if id:
        return replace(problem.hint, values=(("id", id),)) if problem.hint else None
    some = ", ".join(sorted(known.ids)[:MOST_NAMED])
    return say("known: {some}", some=some) if some else problem.hint


def _parts(text: str, known: _Named) -> list[str]:
    words = text.split()
    return words if known.ids >= {*words} else [part for part in _APART.split(text) if part]


def _of(text: str, known: _Named) -> str | None:
    """Find the id that a part of a text names: itself, or by its title."""
    id = slug(text)
    return id if id in known.ids else known.titles.get(id)
