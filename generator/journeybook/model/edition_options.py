"""The editions that a handbook has, as mkdocs.yml names them below `journeybook`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from journeybook.model.audience import Audience
from journeybook.model.base import Model
from journeybook.model.editions import Edition
from journeybook.model.types import Plain, fail, is_id, slug
from journeybook.model.validate import validate
from journeybook.problems import Problem, say
from journeybook.source import Document

TAKEN = ("assets", "journeys", "questions", "search", "toolkit")
"""Names of folders that a site has: an edition has a folder of its own beside them where all are built."""

_NO_NAMES = ("True", "False", "None")
"""What YAML makes of `yes` and the like."""


class EditionFields(Model):
    """One edition: what readers see of its name, and whom it is for."""

    title: Plain
    """The name that readers see, such as For mentees."""
    audience: Audience = ()
    """The roles that it is made for; left out means that it has everything."""


def _are_named(editions: object) -> object:
    if not isinstance(editions, dict) or not editions:
        message = say("an edition has a name, and below it a title and whom it is for")
        raise fail(message, say("write `editions: {{mentee: {{title: For mentees, audience: [mentee]}}}}`"))
    return editions


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


def read_editions(document: Document) -> tuple[tuple[Edition, ...], list[Problem]]:
    """Read the editions of a document with the key `editions`; none where they do not fit."""
    options, problems = validate(document, _EditionsOption)
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


def read_nav_audience(document: Document) -> tuple[dict[str, frozenset[str]], list[Problem]]:
    """Read the roles that external links of the navigation are for, by address, from the key `nav_audience`."""
    options, problems = validate(document, _NavAudienceOption)
    links = options.nav_audience if options else {}
    return {address: frozenset(roles) for address, roles in links.items()}, problems
