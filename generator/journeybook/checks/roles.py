"""JB307: an audience that names a role which the handbook does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from journeybook.handbook import Handbook
from journeybook.markdown.role_words import USUAL_ROLES
from journeybook.model.audience import roles_of_field
from journeybook.model.editions import Edition
from journeybook.model.meant_ids import role_meant
from journeybook.model.meant_readers import for_nobody, names_nobody, without_roles
from journeybook.model.walk import models
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document

CODES = (
    Code(
        "JB307",
        means="`audience` names a role that the handbook does not have.",
        remedy="Take one of those that are listed, or add it to the [option](publishing.md#options) `roles`.",
        example=Example(
            wrong="title: A first talk\naudience: [mentors]\n",
            right="title: A first talk\naudience: [mentor]\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_EVERYONE = ("all", "everyone", "everybody", "anyone", "any")
_TAKE_OUT = say("take `audience` out: everyone sees what has none")
_NO_BLOCK = say("take this line out, and the one that ends the block: everyone sees what stands in none")
_NO_LINK = say("take this address out of `nav_audience`: everyone sees a link that is not there")


_FEWEST_FILES = 3
"""So many files that name a role which the option `roles` lacks need it there: nothing is wrong with them."""
_SHOWN_FILES = 3


def check(book: Handbook) -> Iterator[Problem]:
    """Report every role that an entry, a page, or a block of it, is said to be for, and that the handbook lacks.

    Where the option `roles` has a list without journeybook's own that many files name, that is told of it, once.
    """
    given, found = book.settings.roles_given, list(_everywhere(book))
    usual = [role for role in USUAL_ROLES if role not in book.settings.roles]
    of_usual = [problem for problem in found if dict(problem.message.values).get("role") in usual]
    files = list(dict.fromkeys(problem.file for problem in of_usual))
    if given is None or len(files) < _FEWEST_FILES:
        yield from found
        return
    yield from (problem for problem in found if problem not in of_usual)
    named = {dict(problem.message.values)["role"] for problem in of_usual}
    yield _left_out(given, [role for role in usual if role in named], book.settings.roles, files)


def _left_out(given: Document, lost: list[str], roles: tuple[str, ...], files: list[str]) -> Problem:
    """Say that the option `roles` takes the place of journeybook's own list, of which files name some."""
    message = say(
        "this list replaces journeybook’s own, and lacks {roles}; {files} name them",
        roles=", ".join(lost),
        files=", ".join(files[:_SHOWN_FILES]) + "…" * (len(files) > _SHOWN_FILES),
    )
    hint = say("write `{code}`", code=f"roles: [{', '.join((*lost, *roles))}]")
    return given.problem("JB307", message, hint, path=("roles",), at_key=True)


def _everywhere(book: Handbook) -> Iterator[Problem]:
    roles = book.settings.roles
    for entry in book.written:
        yield from _unknown(entry.document, entry.model, roles, book.editions)
    for page in book.pages.values():
        yield from _unknown(page.document, page.front, roles, book.editions)
        named = (pair for block in page.blocks.blocks for pair in block.begin.roles or ())
        yield from (
            page.problem_at("JB307", *_said(role, roles, for_all=_NO_BLOCK, editions=book.editions), at)
            for role, at in named
            if role not in roles
        )
    yield from _of_editions(book)


def _of_editions(book: Handbook) -> Iterator[Problem]:
    settings = book.settings
    if settings.editions:
        for edition in book.editions:
            given = settings.editions.data["editions"][edition.name].get("audience")
            whole = without_roles(_of_edition(edition.name, settings.roles))
            path = ("editions", edition.name, "audience")
            yield from _given(settings.editions, given, path, settings.roles, whole, whole)
    if settings.nav_audience:
        for link in book.nav_audience:
            given = settings.nav_audience.data["nav_audience"][link]
            yield from _given(settings.nav_audience, given, ("nav_audience", link), settings.roles, _NO_LINK)


def _of_edition(name: str, roles: tuple[str, ...]) -> str:
    """Give the roles that an edition of this name is likely to be for, as they are written."""
    meant = role_meant(name, roles)
    likely = [role for role in roles if role in (meant, "public")] or [*roles[:1]]
    return f"[{', '.join(likely)}]"


def _given(
    document: Document, given: Any, path: Path, roles: tuple[str, ...], for_all: Text, for_none: Text | None = None
) -> Iterator[Problem]:
    """Report the unknown ones of the roles that stand in mkdocs.yml, as a list or alone."""
    places: list[tuple[Path, Any]] = (
        [((place,), role) for place, role in enumerate(given)] if isinstance(given, list) else [((), given)]
    )
    for place, role in places:
        if role is not None and role not in roles:
            yield document.problem(
                "JB307", *_said(str(role), roles, for_all=for_all, for_none=for_none), path=(*path, *place)
            )


def _unknown(
    document: Document, model: BaseModel, roles: tuple[str, ...], editions: Sequence[Edition]
) -> Iterator[Problem]:
    all_see = say("for everyone, write all of them: `audience: [{roles}]`", roles=", ".join(roles))
    for path, role, is_for_some in _audiences(model):
        if role not in roles:
            for_all = all_see if is_for_some and roles else _TAKE_OUT
            nobody = for_nobody(type(model), path[:-1], roles)
            yield document.problem(
                "JB307", *_said(role, roles, for_all=for_all, for_none=nobody, editions=editions), path=path
            )


def _said(
    role: str,
    roles: tuple[str, ...],
    *,
    for_all: Text,
    for_none: Text | None = None,
    editions: Sequence[Edition] = (),
) -> tuple[Text, Text]:
    named = next((edition for edition in editions if edition.name == role), None)
    if named and role not in USUAL_ROLES:
        return say("‘{role}’ is an edition, and no role", role=role), _of_that_edition(named, editions, roles)
    meant = nearest(role, roles)
    message = say("unknown role ‘{role}’", role=role)
    if meant:
        message = say("unknown role ‘{role}’; did you mean ‘{meant}’?", role=role, meant=meant)
    if role in _EVERYONE:
        return message, for_all
    if for_none and roles and names_nobody(role):
        return message, for_none
    if not roles:
        return message, say("this handbook has no roles: take `audience` out, or write `roles` into mkdocs.yml")
    if role in USUAL_ROLES:  # the option `roles` has a list without it
        hint = say(
            "take one of {roles}; or add ‘{role}’ to `roles:` in mkdocs.yml, which replaces journeybook’s own list",
            roles=", ".join(roles),
            role=role,
        )
        return message, hint
    return message, say("the roles of this handbook: {roles}", roles=", ".join(roles))


def _of_that_edition(named: Edition, editions: Sequence[Edition], roles: tuple[str, ...]) -> Text:
    """Say which roles show something in one edition: those that no other one is for, where there are any."""
    others = {role for one in editions if one is not named for role in one.audience or ()}
    own = [role for role in roles if role not in others and named.shows([role])]
    if own:
        return say(
            "write `{role}`, for which no other edition is; or one of {roles}", role=own[0], roles=", ".join(roles)
        )
    return say("the roles of this handbook: {roles}", roles=", ".join(roles))


def _audiences(model: BaseModel) -> Iterator[tuple[Path, str, bool]]:
    """Give each role of an audience with its path, and True where the part without one is still for some alone."""
    for_some: set[Path] = set()
    for path, part in models(model):
        for_some.update((*path, name) for name in type(part).model_fields if roles_of_field(type(part), name))
        for place, role in enumerate(getattr(part, "audience", ())):
            yield (*path, "audience", place), role, path in for_some
