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
            "round by Outlook, Google or Facebook, as it was copied from a mail or a search, is that of your own mail "
            "or of a form as you change it, or ends with the comma of the sentence; with a "
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

_TAIL = re.compile(r"(?!.*/wiki/)https?://[^\s/]+\.\w(?:.*[\w/])?[.,;]", re.I)
"""An address with a sign of the sentence at its end; articles of Wikipedia may be called `Etc.`"""
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
_OWN = re.compile(
    r"https?://(?:(?:mail\.google\.com/mail|outlook\.(?:live|office|office365)\.com/(?:mail|owa)|web\.whatsapp\.com)\b"
    r"|(?P<form>docs\.google\.com/forms/(?:u/\d/)?d/(?!e/)[\w-]+)/edit|forms\.office\.com/Pages/DesignPage"
    r"|(?P<design>(?:www\.)?canva\.com/design/[\w-]+(?:/[\w-]+)?)/edit)",
    re.I,
)
"""Addresses of what somebody writes or reads himself: his mail, and forms and designs as he changes them."""
_SUSPECT = re.compile(
    rf"{_WRAPPED.pattern}|{_OWN.pattern}|https?://[^\s<>()\"']+[.,;](?=[)>\s\"'])|"
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
            is_link = place.form != "autolink" or _TAIL.fullmatch(place.value)
            if is_link and not LOCAL.match(place.value) and (found := unreached(place.value)):
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
    if own := _OWN.match(address):
        message = say("nobody but you can open ‘{address}’", address=address)
        hint = say("write the address that its button to share gives, or take it out")
        if own["form"]:
            hint = say("write `{code}`", code=f"https://{own['form']}/viewform")
        if own["design"]:
            hint = say(
                "write `{code}`, or the address that its button to share gives", code=f"https://{own['design']}/view"
            )
        return message, hint
    if _TAIL.fullmatch(address) and is_readable(address.rstrip(".,;")):
        message = say("‘{sign}’ at the end of this address belongs to the sentence", sign=address[-1])
        return message, say("write `{code}`", code=address.rstrip(".,;"))
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
