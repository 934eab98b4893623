"""JB498: addresses that lead to the reader's own computer, or into a network that readers are not in."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from journeybook.handbook import Handbook
from journeybook.markdown.addresses import LOCAL, has_no_dot, is_readable, with_dots
from journeybook.markdown.scan import scan
from journeybook.markdown.signs.code import without_code
from journeybook.model.walk import markdown_fields, models
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB498",
        means=(
            "An address leads readers to their own computer, such as `http://localhost:8000/`, or its host has no dot "
            "or is a number such as 192.168.1.5, so that nobody outside of your own network can open it; or it leads "
            "round by Outlook, Google or Facebook, as it was copied from a mail or a search; with a "
            "`repo_url` in `mkdocs.yml` “Edit this page” leads to a folder `docs`, and the chapters lie in another; or "
            "a blank stands in an address of the navigation."
        ),
        remedy="Write the whole address on the web. One of your own network is not told with its port, such as `:443`.",
        example=Example(
            wrong="title: A first talk\nresources: {title: Slides, url: https://harbour}\n",
            right="title: A first talk\nresources: {title: Slides, url: https://www.harbour.example/}\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_NETWORKS = tuple(map(ipaddress.IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")))
"""The numbers that each network gives anew."""
_IN_TEXT = re.compile(r"\]\(<?(?P<address>https?://[^\s<>()\"']+)", re.I)
_WRAPPED = re.compile(
    r"https?://(?:[\w-]+\.safelinks\.protection\.outlook\.com/|(?:www\.)?google\.[a-z.]{2,6}/url\?"
    r"|l\.facebook\.com/l\.php\?)",
    re.I,
)
"""Addresses that lead to another one, which stands in them."""
_KEYS = ("url", "q", "u")
_SUSPECT = re.compile(
    rf"{_WRAPPED.pattern}|"
    r"https?://(?:(?:[^\s./:<>()\[\]\"'?#]+|\d{1,3}(?:\.\d{1,3}){3})(?=[\s/<>()\[\]\"'?#]|$)|[\w.-]*\w[,;]\w)",
    re.I,
)
"""A host of one word, of numbers or with a comma; only a page that has one is read."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report such addresses of fields, and of chapters those whose host has no dot: others tell of the rest."""
    for entry in book.written:
        for path, model in models(entry.model):
            if isinstance(address := getattr(model, "url", None), str) and (found := unreached(address)):
                own = (*path, "url") if entry.document.has((*path, "url")) else path
                yield entry.document.problem_in("JB498", *found, path=own, needle=address)
        for path, text in markdown_fields(entry.model):
            for link in _IN_TEXT.finditer(without_code(text)) if "](" in text else ():
                if found := unreached(link["address"]):
                    yield entry.document.problem_in("JB498", *found, path=path, needle=link["address"])
    for page in book.read_pages:
        body = page.document.text[page.body_at :]
        for place in scan(body, book.settings.markdown, _is_web) if _SUSPECT.search(body) else ():
            if place.form != "autolink" and not LOCAL.match(place.value) and (found := unreached(place.value)):
                yield page.problem_at("JB498", *found, page.body_at + place.destination[0])


def _is_web(scheme: str) -> bool:
    return scheme.casefold() in ("http", "https")


def unreached(address: str) -> tuple[Text, Text] | None:
    """Say what is wrong with an address, and what to write; None where everybody may open it."""
    if LOCAL.match(address):
        message = say("‘{address}’ leads readers to their own computer", address=address)
        return message, say("write its address on the web, or take it out")
    if _WRAPPED.match(address) and (meant := _unwrapped(address)):
        host = urlsplit(address).hostname
        message = say("this address leads round by ‘{host}’, as mails and searches have it", host=host)
        return message, say("write `{code}`", code=meant)
    if not address.casefold().startswith(("http://", "https://")) or not is_readable(address):
        return None
    if meant := with_dots(address):
        message = say("nobody can open ‘{address}’: its host has no dot where it needs one", address=address)
        return message, say("write `{code}`", code=meant)
    port = ":443" if address.casefold().startswith("https") else ":80"
    if has_no_dot(address):
        message = say("nobody outside of your own network can open ‘{address}’: its host has no dot", address=address)
        hint = say(
            "write all of it, such as https://www.example.org/; for your own network, add `{port}` behind the host",
            port=port,
        )
        return message, hint
    if _is_in_a_network(address):
        message = say("nobody outside of your own network can open ‘{address}’", address=address)
        hint = say("write its address on the web; for your own network, add `{port}` behind the host", port=port)
        return message, hint
    return None


def _unwrapped(address: str) -> str | None:
    """Give the address that stands within another one, such as one that Outlook has put around the links of a mail."""
    try:
        given = parse_qs(urlsplit(address).query)
    except ValueError:
        return None
    found = (given[key][0] for key in _KEYS if key in given)
    return next((one for one in found if one.startswith(("http://", "https://")) and is_readable(one)), None)


def _is_in_a_network(address: str) -> bool:
    """Tell whether a host is a number that each network gives anew; with a port, it is meant."""
    parts = urlsplit(address)
    try:
        host = ipaddress.IPv4Address(parts.hostname or "")
    except ValueError:
        return False
    return parts.port is None and any(host in network for network in _NETWORKS)
