"""Guess what somebody meant who wrote an address that is none."""

from __future__ import annotations

import re

from journeybook.problems.nearest import nearest

_QUOTES = "“”„‟«»‘’‚‛\"'<>"
_MAIL = r"[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#.]+"
_HOST = re.compile(r"(?P<name>[^\W_](?:[\w-]*\.)+(?P<end>[^\W\d_]{2,}))(?::\d+)?(?=[/?#]|$)")
_GIT = re.compile(r"(?:ssh://)?git@(?P<host>[\w-]+(?:\.[\w-]+)+)[:/](?P<path>[^\s:]+?)(?:\.git)?")
"""The address of a repository as git has it."""
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.I)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.S)
_NO_COLON = re.compile(r"^(https?)/+", re.IGNORECASE)
_FILES = frozenset(
    {
        *("csv", "doc", "docx", "epub", "gif", "htm", "html", "ics", "jpeg", "jpg", "json", "key", "md", "mov", "mp3"),
        *("mp4", "odp", "ods", "odt", "pages", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "webp", "xls", "xlsx"),
        *("yaml", "yml", "zip"),
    }
)
"""The endings of files that people give to others: `plan.pdf` is no host."""
_NUMBER = re.compile(r"\+[\d\s()/.-]{6,30}|0\d[\d\s()/-]{5,30}")
CALLED = frozenset({"tel", "sms", "callto", "phone", "fax", "whatsapp", "skype"})
"""The schemes of addresses with a number to call."""


def whole(address: str) -> str | None:
    """Give the whole address that one which is not whole, such as `www.example.org`, most likely means.

    None where nothing is sure: what may be a file or a page of a handbook, and other schemes.
    """
    typed = address.strip().strip(_QUOTES).strip()
    typed = _NO_COLON.sub(r"\1://", typed)
    if re.fullmatch(_MAIL, typed):
        return f"mailto:{typed}"
    if doi := _DOI.fullmatch(typed):
        return f"https://doi.org/{doi[1]}"
    if found := _GIT.fullmatch(typed):
        return f"https://{found['host']}/{found['path']}"
    if found := _HOST.match(typed):
        alone = typed[found.end() :][:1] in ("", "#", "?") and not typed.startswith("www.")
        return None if alone and is_file(found[0]) else f"https://{typed}"
    if typed.startswith(("//", "\\\\")):
        return _at_host("https", typed.lstrip("\\/"))
    found = _SCHEME.fullmatch(typed)
    return _schemed(found["scheme"], found["rest"].strip()) if found else None


def _schemed(scheme: str, rest: str) -> str | None:
    known = nearest(scheme, ("http", "https", "mailto", "mail", "email"))
    if re.fullmatch(_MAIL, rest) and known in ("mailto", "mail", "email"):
        return f"mailto:{rest}"
    return _at_host(known, rest.lstrip("\\/ ")) if known in ("http", "https") else None


def _at_host(scheme: str, rest: str) -> str | None:
    return f"{scheme}://{rest}" if _HOST.match(rest) else None


def is_file(address: str) -> bool:
    """Tell whether an address ends like the name of a file that people give to others."""
    return address.rpartition(".")[2].casefold() in _FILES and "." in address


def is_number(address: str) -> bool:
    """Tell whether an address is a number to call."""
    scheme = address.partition(":")[0].casefold()
    return scheme in CALLED or bool(re.fullmatch(r"\+?[\d\s()/.-]{5,}", address.strip()))


def called(address: str) -> str | None:
    """Give the address of a number to call, such as `tel:+44201234` of `+44 20 1234`; None for all else."""
    typed = address.strip()
    return f"tel:{re.sub(r'[^+0-9]', '', typed)}" if _NUMBER.fullmatch(typed) else None


def has_scheme(address: str) -> bool:
    """Tell whether an address begins with a scheme, such as `ftp:`."""
    return bool(_SCHEME.match(address))


_OF_A_COMPUTER = re.compile(
    r"/Users/[^/]+/.|/Volumes/[^/]+/.|/mnt/[a-z]/.|/private/(?:var|tmp)/."
    r"|/home/[^/]+/(?:Bilder|Bureau|Desktop|Documents|Dokumente|Downloads|Escritorio|Im[aá]genes|Images|Pictures"
    r"|Schreibtisch|Scaricati|Téléchargements)/"
)
"""Paths of a Mac, of Windows as Linux sees it, and of a home's usual folders; sites may have a `/home/`."""


def is_on_a_computer(address: str) -> bool:
    """Tell whether an address is the path of a file on somebody's own computer."""
    return bool(re.match(r"file:|[A-Za-z]:[\\/]|~[\\/]", address, re.I) or _OF_A_COMPUTER.match(address))


_LINK = re.compile(r"\[(?P<title>[^\][]+)\]\((?P<address>[^\s()]+)\)\.?")
_ENDS_IN_ADDRESS = re.compile(r"(?P<title>.*?)[\s,;:(<–—-]+(?P<address>(?:https?://|www\.)[^\s<>()]+?)[>).,;]*", re.I)


def titled(text: str) -> tuple[str, str] | None:
    """Give the title and the whole address of `[A title](address)` or `A title, https://…`; None for all else."""
    found = _LINK.fullmatch(text.strip()) or _ENDS_IN_ADDRESS.fullmatch(text.strip())
    if found is None or not found["title"].strip():
        return None
    address = found["address"]
    meant = address if re.match("https?://|mailto:", address, re.I) else whole(address)
    return (found["title"].strip(), meant) if meant else None
