"""Say what is wrong with a link by its address alone, and what to write in its place."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path as File
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from journeybook.handbook import ContentPage
from journeybook.markdown import meant
from journeybook.markdown.references import KINDS
from journeybook.markdown.scan import ScannedLink
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest

_SCHEME = re.compile(r"\s*([A-Za-z][\w.+-]{0,40}):")
_PHONE = re.compile(
    r"(?:tele|(?:tele)?(?:phone|fon)|mobile|cell|call|handy|t[eé]l[eé]phone|ring):(?!//)(?P<number>.+)", re.I
)
"""What is meant as `tel:`; `callto:`, `sms:` and the names of services are schemes of their own."""
_MAIL = re.compile(r"(?:mailto|e?mail):", re.IGNORECASE)
_TWICE = re.compile(r"https?://(?P<inner>https?:)", re.IGNORECASE)
_COLONS = re.compile(r"(?P<scheme>https?)(?P<signs>:[:/]*:[:/]*)(?P<rest>[\w-]+\.\S+)", re.I)
"""A colon too many behind the scheme, as in `http:://example.org`."""
_QUOTES = " \"'“”„«»‘’"
_ADDRESSES = re.compile(r"[^\s:;,<>?]+@[^\s;,<>?]+\.[^\s;,<>?]+")
_WORDS_BEFORE = re.compile(r"[^\W\d_][^:/<>]*\s(?P<address>(?:https?://|www\.)\S+)")
_WORDS = re.compile(r"[^\W_][^/.#:?@%&=\\()]*")
"""What has none of the signs of an address."""
_FILM = re.compile(r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)/", re.I)
_SHARED = re.compile(
    r"https?://(?:drive\.google\.com/(?:file|open|drive|folderview)\b|docs\.google\.com/[^?#]+/(?:edit|view|preview)\b"
    r"|(?:www\.)?dropbox\.com/(?!.*[?&](?:raw|dl)=1)|1drv\.ms/|onedrive\.live\.com/(?!download\b)"
    r"|photos\.app\.goo\.gl/|photos\.google\.com/|(?:share|www)\.icloud\.com/"
    r"|[\w-]+\.sharepoint\.com/:\w:/(?!.*[?&]download=1)|(?:www\.)?canva\.com/design/[^?#]+/(?:view|edit|watch)\b"
    r"|(?:www\.)?flickr\.com/photos/|(?:www\.)?instagram\.com/p/|(?:www\.)?unsplash\.com/photos/(?![^?#]+/download)"
    r"|(?:www\.)?pexels\.com/(?:[a-z-]+/)?photo/|pixabay\.com/(?:[a-z-]+/)?(?:photos|illustrations|vectors)/"
    r"|(?:www\.)?google\.[a-z.]+/imgres\b|(?:www\.)?bing\.com/images/search\b"
    r"|github\.com/[^/]+/[^/]+/blob/(?!.*[?&]raw=)|gitlab\.com/[^?#]+/-/blob/"
    r"|[\w-]+\.(?:wikipedia|wikimedia)\.org/wiki/(?!Special:(?:FilePath|Redirect)/))",
    re.I,
)
"""Pages on which others show a picture, or give a file away: what they show has another address."""
_OTHER_FILES = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ppt", ".pptx", ".txt", ".zip", ".md", ".html")
_FILMS = (".mp4", ".m4v", ".mov", ".avi", ".wmv", ".webm", ".mp3", ".m4a", ".wav")
_NO_PICTURES = (*_OTHER_FILES, *_FILMS)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp")
_BEGIN = 200
"""Bytes by which a file is known."""
_UNSHOWN = (".heic", ".heif", ".tif", ".tiff", ".eps", ".psd", ".wmf", ".emf", ".cdr")
"""Formats of pictures that browsers do not show, or one of them alone."""
_BY_PLUGIN = "type:"
"""Begins the text of a film that a plugin puts in place of the picture."""
_WEB = re.compile(r"www\.|[^/]+@|[a-z]+:/|https?/", re.I)
"""How an address of the web begins that lacks something; `guide.md` could be one, too."""
_SIZED = re.compile(
    r"""(?P<path>[^\s"'|{}]+?)(?:\s+(?P<title>"[^"]*"|'[^']*'))?\s*
    (?:\s=(?P<wide>\d{1,4}%?)?(?:px)?[x*×](?:(?P<high>\d{1,4}%?)(?:px)?)?\*?
    |\s=(?P<alone>\d{1,4}%?)(?:px)?
    |(?:\s|\{:?\s*)w(?:idth)?\s*[=:]\s*["']?(?P<named>\d{1,4}%?)(?:px)?["']?\s*\}?
    |\|(?P<bar>\d{1,4})(?:x\d{1,4})?(?:px)?)\s*""",
    re.I | re.X,
)
"""The address of a picture with its size behind it, as other programs write it."""


class Fault(NamedTuple):
    """What is wrong with a link: its kind, as `validation:` in mkdocs.yml calls it, and what is told of it."""

    kind: str
    message: Text
    hint: Text


def no_address(page: ContentPage, link: ScannedLink) -> Fault | None:
    """Judge what is no address, or one that nobody but its author can open; None where it may be right."""
    typed = link.value.strip()
    if (meant_here := typed.strip(_QUOTES)) != typed and meant_here.partition(":")[0] in KINDS:
        hint = say("write `{code}`, without quotation marks", code=meant_here)
        return Fault("not_found", say("‘{address}’ is no address", address=typed), hint)
    if typed in ("", "#"):
        hint = say("write an address between the brackets, or take it out")
        if page.document.text[page.body_at + link.destination[0] :].startswith(('"', "'")):
            hint = say("take the quotation marks out, and leave the address")
        return Fault("not_found", say("this link leads nowhere"), hint)
    if meant.is_on_a_computer(typed):
        hint = say("put a copy of the file into the folder of this page, and write its name")
        return Fault("not_found", say("nobody else has ‘{address}’", address=typed), hint)
    if link.form == "inline" and (behind := _WORDS_BEFORE.fullmatch(typed)):
        hint = say("write `{code}` in its place", code=meant.whole(behind["address"]) or behind["address"])
        return Fault("not_found", say("words stand before the address ‘{address}’", address=behind["address"]), hint)
    if link.form == "inline" and not link.embed and _WORDS.fullmatch(typed):
        start, end = (at + page.body_at for at in link.text)
        text = page.document.text[start:end].strip()
        if re.fullmatch(r"(?:https?://|www\.)\S+", text):
            hint = say("write `{form}`", form=f"[{typed}]({meant.whole(text) or text})")
            return Fault("not_found", say("text and address stand in each other’s places"), hint)
    if _WEB.match(typed) and (whole := meant.whole(typed)) and whole != typed:
        hint = say("write `{code}` in its place", code=whole)
        return Fault("not_found", say("‘{address}’ is no address", address=typed), hint)
    return None


def is_judged(address: str) -> bool:
    """Tell whether an address may be of the handbook: without a scheme, of a disk, or with one nearly of the web's."""
    found = _SCHEME.match(address)
    scheme, known = (found[1], found[1].casefold()) if found else ("", "")
    near = nearest(known, ("http", "https")) is not None and known not in ("http", "https")
    return not scheme or len(scheme) == 1 or known == "file" or near


def is_turned_round(page: ContentPage, link: ScannedLink) -> bool:
    """Tell whether text and address of a link are in each other's places, which is told with the text."""
    start, end = (at + page.body_at for at in link.text)
    return page.document.text[start:end].partition(":")[0] in KINDS


def at_no_address(typed: str, right: str | None = None) -> Fault:
    """Say that raw HTML leads nowhere: a browser sees its address from that of the page.

    `right` is the address of what it names as seen from the page's file, if anything is there.
    """
    message = say("nothing is at ‘{address}’, as seen from the address of this page", address=typed)
    hint = say("write a link of Markdown, whose path is that of a file, or mend the address")
    if right is not None:
        hint = say("write `{code}` in its place", code=right)
    return Fault("not_found", message, hint)


def unseen(page: ContentPage, link: ScannedLink) -> Fault | None:
    """Judge a link that is right, and has nothing to click on."""
    start, end = (at + page.body_at for at in link.text)
    is_blank = not page.document.text[start:end].strip()
    if link.form != "inline" or link.embed or not is_blank:
        return None
    return Fault(
        "text", say("this link has no text, so no reader sees it"), say("write its text in the first brackets")
    )


def no_picture(page: ContentPage, link: ScannedLink, path: str) -> Fault | None:
    """Judge what is meant to be shown as a picture: by its path, or by its address on the web."""
    start, end = (at + page.body_at for at in link.text)
    if not link.embed or page.document.text[start:end].startswith(_BY_PLUGIN):
        return None
    ending = posixpath.splitext(urlsplit(path).path)[1].casefold()
    if ending in _NO_PICTURES or _FILM.match(path):
        hint = say("write a link to it: `{form}`", form=f"[…]({link.value})")
        return Fault("text", say("‘{path}’ is no picture, so none is shown", path=path), hint)
    if _SHARED.match(path):
        message = say("‘{path}’ is a page that shows a picture, and no picture, so none is shown here", path=path)
        hint = say(
            "put the picture into the folder of this page, and write its name; or write a link: `{form}`",
            form=f"[…]({link.value})",
        )
        return Fault("text", message, hint)
    if ending in _UNSHOWN:
        message = say("browsers do not show pictures such as ‘{path}’", path=path)
        return Fault("text", message, say("save it as .jpg or .png, and name that here"))
    return None


def no_picture_inside(file: File, path: str) -> Fault | None:
    """Judge a file that is called as a picture, and is what stands for one, or a page that was saved in its place."""
    if posixpath.splitext(path)[1].casefold() not in _PICTURES:
        return None
    with file.open("rb") as opened:
        begin = opened.read(_BEGIN).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(b"version https://git-lfs"):
        message = say("‘{path}’ is a pointer of Git LFS, and not the picture", path=path)
        return Fault("text", message, say("get the file itself: `git lfs pull`"))
    if begin.startswith((b"<!doctype html", b"<html")):
        message = say("‘{path}’ is a page of the web, and no picture, whatever its name says", path=path)
        return Fault("text", message, say("save the picture itself in its place"))
    return None


def with_its_size(page: ContentPage, link: ScannedLink) -> Fault | None:
    """Judge the address of a picture that has its size in it, such as `x.png =200x`."""
    found = _SIZED.fullmatch(link.value) if link.embed and link.form == "inline" else None
    if found is None:
        return None
    start, end = (at + page.body_at for at in link.text)
    width = found["wide"] or found["alone"] or found["named"] or found["bar"]
    sizes = [f'{name}="{size}"' for name, size in (("width", width), ("height", found["high"])) if size]
    if not sizes:
        return None
    title = f" {found['title']}" if found["title"] else ""
    picture = f"![{page.document.text[start:end]}]({found['path']}{title})"
    message = say("the size of this picture is read as a part of its address")
    return Fault("not_found", message, say("write `{form}`", form=f"{picture}{{ {' '.join(sizes)} }}"))


def instead(page: ContentPage, path: str, query: str = "") -> Text:
    """Say which path to write: that of a file, as seen from a page, with the query of what was typed."""
    way = posixpath.relpath(f"/{path}", f"/{posixpath.dirname(page.path)}")
    return say("write `{path}`", path=f"{way}?{query}" if query else way)


_OF_CHATS = re.compile(r"(?P<address>https?://[^\s|<>]+)\|(?P<words>[^|<>\[\]]+)")
"""A link as Slack writes it, `<https://example.org|the page>`."""


def called(address: str) -> str | None:
    """Give the address of the number of `phone:+44 20 123`, which nothing opens; None where it is none, or is right."""
    found = _PHONE.fullmatch(unquote(address))
    return meant.called(found["number"]) if found else None


def unopened(address: str) -> Text | None:
    """Say what to write for an address of the web, or of e-mail, that nothing can open; None for all others."""
    if found := _OF_CHATS.fullmatch(unquote(address)):
        form = f"[{found['words']}]({found['address']})"
        return say("write `{form}` in place of the whole, pointed brackets and all", form=form)
    readers, sign, query = address.strip().partition("?")
    if _MAIL.match(readers) and re.search(r"[;\s]", readers) and len(several := _ADDRESSES.findall(readers)) > 1:
        code = f"mailto:{','.join(several)}{sign}{query}"
        return say("write `{code}` in its place", code=code)
    if re.search(r"\s", address.strip()):
        if _MAIL.match(address) and "?" in address:  # a subject may have blanks, the name of a host has none
            to, _, fields = address.strip().partition("?")
            code = re.sub(r"\s+", "", to) + "?" + re.sub(r"\s+", "%20", fields.strip())
            return say("write `{code}` in its place", code=code)
        whole = meant.whole(re.sub(r"\s+", "", address)) if _MAIL.match(address) else None
        return say("write `{code}` in its place", code=whole) if whole else say("take the blanks out of it")
    if (colons := _COLONS.fullmatch(address)) and colons["signs"] != "://":
        return say("write `{code}` in its place", code=f"{colons['scheme']}://{colons['rest']}")
    if mail := re.fullmatch(r"mailto:/+(?P<rest>[^/\s]+@[^/\s]+)", address, re.I):
        return say("write `{code}` in its place", code=f"mailto:{mail['rest']}")
    if inner := _TWICE.match(address):
        return say("write `{code}` in its place", code=address[inner.start("inner") :])
    whole = meant.whole(address)
    if _MAIL.match(address):
        if "@" not in address:
            return say("write the whole address of e-mail, with its @")
        if re.fullmatch(r"[^@]+@[\w-]+", address):
            return say("write the whole address of e-mail, such as `{address}`", address=f"{address}.org")
        whole = whole or f"mailto:{address.partition(':')[2].strip()}"
        return say("write `{code}` in its place", code=whole) if "mailto:" not in address.casefold() else None
    slashes = re.match(r"https?://[^/]", address, re.IGNORECASE)
    return say("write `{code}` in its place", code=whole) if whole and not slashes else None
