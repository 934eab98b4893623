"""Which addresses of authors may stand in a link, judged as browsers read them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[\\/]{2}")
_WHOLE = ("http://", "https://", "mailto:")
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

LOCAL = re.compile(
    r"https?://(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?::\d{1,5})?(?:/(?P<path>[^?#]*)|(?=[?#]|$))", re.I
)
"""An address that everybody's own computer has, such as the one at which `serve` shows the handbook."""
_HOST_TYPED = re.compile(r"(?P<scheme>https?://)(?P<host>[\w.,;-]+?)(?=[/?#:]|$)", re.I)
_NO_DOT = re.compile(r"(?<=\w)[,;](?=\w)")
"""What somebody typed whose finger missed the dot."""
_NEAR = ("localhost", "intranet")
"""Hosts of one word that are meant as they are."""


def bare(address: str) -> str:
    """Give an address without what nobody sees: line breaks, tabs, and controls and blanks at its ends.

    Browsers leave those out. Of other controls a browser makes an address that leads nowhere, so that leaving them out
    too loses nothing. So do pages with the noncharacters that mark texts in another language: what is judged here is
    what will be written.
    """
    return _UNSEEN.sub("", address).strip()


def is_whole(address: str) -> bool:
    """Tell whether an address says by itself where it leads: by `http://`, `https://` or `mailto:`."""
    return address.lower().startswith(_WHOLE)


def is_readable(address: str) -> bool:
    """Tell whether an address can be taken apart: Python, and so MkDocs, fails at a host such as `[` or `a℀b`.

    Nor can one whose port is no number, as in `https://activity:talk`; nothing can open it.
    """
    try:
        _ = urlsplit(address).port
    except ValueError:
        return False
    return True


def with_dots(address: str) -> str | None:
    """Give an address of the web whose host has a comma in place of a dot, with dots; None for all others."""
    found = _HOST_TYPED.match(address)
    if found is None or not _NO_DOT.search(found["host"]):
        return None
    return f"{found['scheme']}{_NO_DOT.sub('.', found['host'])}{address[found.end() :]}"


def has_no_dot(address: str) -> bool:
    """Tell whether the host of a readable address is one word, which only those in one network may have.

    With a port, it is meant.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    return bool(host) and "." not in host and ":" not in host and host not in _NEAR and parts.port is None


def safe_address(address: str) -> str | None:
    """Give the bare address if it is relative, `http`, `https` or `mailto`; None for every other.

    Addresses that begin with two slashes (or backslashes, which browsers read as slashes) name another host without
    saying so, and do not pass.
    """
    address = bare(address)
    if is_whole(address):
        return address
    if not address or _SCHEME.match(address) or _OTHER_HOST.match(address):
        return None
    return address
