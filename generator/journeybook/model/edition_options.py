"""The editions that a handbook has, as mkdocs.yml names them below `journeybook`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator

from journeybook.model.audience import Audience
from journeybook.model.base import Model
from journeybook.model.editions import Edition
from journeybook.model.types import Plain, fail, is_id, slug
from journeybook.model.validate import validate
from journeybook.problems import Problem, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

TAKEN = ("assets", "for", "glossary", "journeys", "questions", "search", "toolkit")
"""Names of folders that a site has: an edition has a folder of its own beside them where all are built."""

_NO_NAMES = ("True", "False", "None")
"""What YAML makes of `yes` and the like."""
_NAMES = ("id", "name", "edition", "title")
"""Keys in which people name an edition that is an item of a list, the first that is there."""
_ROLES = ("facilitator", "mentor", "mentee", "coordinator")
"""The usual roles that are persons."""
_OF_ALL = ("all", "everyone", "everybody", "team", "full", "complete")
"""Names of editions that have everything: such a one has no `audience`."""
_EXAMPLE = "mentee: {title: For mentees, audience: [mentee]}"
_MOST_SHOWN = 5


class EditionFields(Model):
    """One edition: what readers see of its name, and whom it is for."""

    title: Plain
    """The name that readers see, such as For mentees."""
    audience: Audience = ()
    """The roles that it is made for; left out means that it has everything."""

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, data: Any) -> Any:
        """Refuse roles, and a title, in place of the keys: `mentee: [mentee, public]`, and show both."""
        each = data.split(",") if isinstance(data, str) else data
        if isinstance(each, list) and each and all(isinstance(one, str) and one.strip() for one in each):
            shown = _of_texts([one.strip() for one in each])
            message = say("an edition has a title, and whom it is for, as two keys")
            raise fail(message, say("write `{{{fields}}}`", fields=shown))
        return data


def _of_texts(texts: list[str]) -> str:
    """Give the fields of an edition of which only the roles are written, or only the title."""
    if all(is_id(one) for one in texts) and texts[0] not in _OF_ALL:
        return _fields(texts[0], texts[0], {"audience": texts})
    whole = ", ".join(texts)
    meant = next((role for role in reversed(_ROLES) if re.search(rf"\b{role}s?\b", whole, re.I)), None)
    return _fields(whole, "", {"title": whole[:1].upper() + whole[1:], "audience": meant})


def _are_named(editions: object) -> object:
    if not isinstance(editions, dict) or not editions:
        message = say("an edition has a name, and below it a title and whom it is for")
        shown = ", ".join(f"{name}: {{{fields}}}" for name, fields in _meant(editions).items())
        hint = say("write `editions: {{{shown}}}`", shown=shown or _EXAMPLE)
        raise fail(message, hint)
    if isinstance(editions.get("title"), str):
        name = str(next((name for name, given in editions.items() if given is None), None) or _named_by(editions))
        message = say("‘{key}’ belongs to ‘{above}’", key="title", above=name)
        raise fail(message, say("write `{shown}`", shown=f"{name}: {{{_fields(name, name, editions)}}}"))
    for name, given in editions.items():
        id = slug(name) if isinstance(name, str) and not is_id(name) else ""
        if id and isinstance(given, dict) and "title" not in given:
            message = say("‘{name}’ cannot be the name of an edition: it becomes a part of addresses", name=name)
            raise fail(message, say("write `{edition}`", edition=f"{id}: {{{_fields(name, id, given)}}}"))
    return editions


def _named_by(fields: dict[str, Any]) -> str:
    """Give the name of an edition that has none: that of the first role that it is for."""
    roles = fields.get("audience")
    first = roles[0] if isinstance(roles, list) and roles else roles
    return first if isinstance(first, str) and is_id(first) else "mentee"


def _meant(editions: object) -> dict[str, str]:
    """Give the editions that a list or a text names, each with the fields that it has or could have."""
    if isinstance(editions, str):
        editions = editions.split(",")
    found: dict[str, str] = {}
    items = editions if isinstance(editions, list) else ()
    for item in (one for one in items if isinstance(one, str | dict)):
        parts = item if isinstance(item, dict) else {item: None}
        name, given = next(iter(parts.items()), ("", None))
        if isinstance(item, dict) and len(item) > 1:  # `- name: mentee` with its fields beside it
            name, given = next((item[key] for key in _NAMES if key in item), ""), item
        id = slug(name) if isinstance(name, str) else ""
        if id and id not in TAKEN:
            found[id] = _fields(str(name), id, given if isinstance(given, dict) else {})
    return dict(list(found.items())[:_MOST_SHOWN])


def _fields(name: str, id: str, given: dict[str, Any]) -> str:
    title = given.get("title")
    if not isinstance(title, str) or not title.strip():
        title = f"For {id}s" if id in _ROLES else name.strip().capitalize()
    title = in_quotes(title) if re.search(r"[^\w -]", title) else title
    roles = given.get("audience", None if "title" in given or id in _OF_ALL else id)
    roles = [role for role in (roles if isinstance(roles, list) else [roles]) if isinstance(role, str)]
    return f"title: {title}" + (f", audience: [{', '.join(roles)}]" if roles else "")


def _names(editions: dict[str, Any]) -> dict[str, Any]:
    for name in editions:
        if not is_id(name):
            right = "mentee" if name in _NO_NAMES else slug(name) or "mentee"
            hint = say("write `{right}`", right=right)
            raise fail(
                say("‘{name}’ cannot be the name of an edition: it becomes a part of addresses", name=name), hint
            )
        if name in TAKEN:
            message = say("an edition cannot be called ‘{name}’: the site has a folder of that name", name=name)
            raise fail(message, say("write another name, such as `{name}-edition`", name=name))
    titles = [one.title.casefold() for one in editions.values()]
    if twice := next((one.title for one in editions.values() if titles.count(one.title.casefold()) > 1), None):
        message = say("two editions have the title ‘{title}’, so that readers cannot tell them apart", title=twice)
        raise fail(message, say("give each a title of its own"))
    return editions


class _EditionsOption(Model):
    editions: Annotated[dict[str, EditionFields], BeforeValidator(_are_named), AfterValidator(_names)]


def read_editions(document: Document, roles: Collection[str] = ()) -> tuple[tuple[Edition, ...], list[Problem]]:
    """Read the editions of a document with the key `editions`; none where they do not fit.

    `roles` are those of the handbook, one of which is offered where another text stands.
    """
    options, problems = validate(document, _EditionsOption, roles)
    named = options.editions if options else {}
    return tuple(Edition(name, one.title, frozenset(one.audience) or None) for name, one in named.items()), problems


def _are_addresses(links: object) -> object:
    if not isinstance(links, dict) or not links:
        message = say("an address of the navigation stands before a colon, and behind it whom it is for")
        raise fail(message, say("write `nav_audience: {{https://example.org/team: [coordinator]}}`"))
    for address in links:
        if "://" not in str(address) and not str(address).startswith("mailto:"):
            message = say("‘{address}’ is no address of another site", address=address)
            raise fail(message, say("give a page, a journey or an activity an `audience` of its own"))
    return links


class _NavAudienceOption(Model):
    nav_audience: Annotated[dict[str, Audience], BeforeValidator(_are_addresses)]


def read_nav_audience(
    document: Document, roles: Collection[str] = (), titled: Mapping[str, str] | None = None
) -> tuple[dict[str, frozenset[str]], list[Problem]]:
    """Read the roles that external links of the navigation are for, by address, from the key `nav_audience`.

    `titled` has the addresses of such links by their titles, which may be written in their place.
    """
    given = document.data.get("nav_audience")
    for name in given if isinstance(given, dict) else ():
        if address := (titled or {}).get(str(name)):
            message = say("‘{title}’ is the title of a link of the navigation", title=name)
            hint = say("write its address, `{address}`", address=address)
            return {}, [document.problem("JB203", message, hint, path=("nav_audience", name), at_key=True)]
    options, problems = validate(document, _NavAudienceOption, roles)
    links = options.nav_audience if options else {}
    return {address: frozenset(roles) for address, roles in links.items()}, problems
