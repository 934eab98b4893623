"""JB498: addresses that lead to the reader's own computer, or into a network that readers are not in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.markdown.addresses import LOCAL, has_no_dot, is_readable
from journeybook.markdown.scan import scan
from journeybook.markdown.signs.code import without_code
from journeybook.model.walk import markdown_fields, models
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB498",
        means=(
            "An address leads readers to their own computer, such as `http://localhost:8000/`, or its host has no dot, "
            "so that nobody outside of your own network can open it."
        ),
        remedy="Write the whole address on the web. One of your own network is not told with its port, such as `:443`.",
        example=Example(
            wrong="title: A first talk\nresources: {title: Slides, url: https://harbour}\n",
            right="title: A first talk\nresources: {title: Slides, url: https://www.harbour.example/}\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_IN_TEXT = re.compile(r"\]\(<?(?P<address>https?://[^\s<>()\"']+)", re.I)
_SUSPECT = re.compile(r"https?://[^\s./:<>()\[\]\"'?#]+(?=[\s/<>()\[\]\"'?#]|$)", re.I)
"""A host of one word; only a page that has one is read."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such addresses of fields, and of chapters those whose host has no dot: others tell of the rest."""
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, model in models(entry.model):
                if isinstance(address := getattr(model, "url", None), str) and (found := _unreached(address)):
                    own = (*path, "url") if entry.document.has((*path, "url")) else path
                    yield entry.document.problem_in("JB498", *found, path=own, needle=address)
            for path, text in markdown_fields(entry.model):
                for link in _IN_TEXT.finditer(without_code(text)) if "](" in text else ():
                    if found := _unreached(link["address"]):
                        yield entry.document.problem_in("JB498", *found, path=path, needle=link["address"])
    for page in book.pages.values():
        body = page.document.text[page.body_at :]
        for place in scan(body, book.settings.markdown, _is_web) if _SUSPECT.search(body) else ():
            if place.form != "autolink" and not LOCAL.match(place.value) and (found := _unreached(place.value)):
                yield page.problem_at("JB498", *found, page.body_at + place.destination[0])


def _is_web(scheme: str) -> bool:
    return scheme.casefold() in ("http", "https")


def _unreached(address: str) -> tuple[Text, Text] | None:
    """Say what is wrong with an address, and what to write; None where everybody may open it."""
    if LOCAL.match(address):
        message = say("‘{address}’ leads readers to their own computer", address=address)
        return message, say("write its address on the web, or take it out")
    if address.casefold().startswith(("http://", "https://")) and is_readable(address) and has_no_dot(address):
        message = say("nobody outside of your own network can open ‘{address}’: its host has no dot", address=address)
        port = ":443" if address.casefold().startswith("https") else ":80"
        return message, say(
            "write all of it, such as https://www.example.org/; for your own network, add `{port}` behind the host",
            port=port,
        )
    return None
