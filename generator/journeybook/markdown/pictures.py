"""Find the pictures of a Markdown text that say nothing, or something else, to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from journeybook.markdown.meant import is_file
from journeybook.markdown.output import HtmlTag, tags
from journeybook.markdown.tokens import marked, unused

PictureLack = Literal["nothing", "no words", "width"]
_CANDIDATE = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,300})\](?=[(\[])"
    r"|<img(?=\s)(?=[^<>]{0,500}?\ssrc\s{0,9}=\s{0,9}[\"']?(?P<source>))[^<>]{0,1000}>",
    re.I,
)
"""A picture, and where a token goes: into the text of one of Markdown, and before the address of one of HTML."""
_SIZE = re.compile(r"(?P<words>.*?)\s*[|](?P<size>[^|]*)", re.S)
WIDTH = re.compile(r"\s*(?P<width>\d{1,4})(?:x\d{1,4})?(?:px)?\s*")
"""A width in pixels as other programs have it, behind a bar."""
_NO_WORDS = re.compile(
    r"(?:enter )?(?:an? )?(?:alt(?:ernative)?[ -]?text|alt|image)"
    r"|(?:an? )?(?:imag?e?|img|photo|picture|pic|foto|bild|imagen|immagine|dsc[fn]?|pxl)[ _-]?[\d_ -]{0,20}"
    r"|(?:screen ?shot|bildschirmfoto|capture d.écran|captura de pantalla|schermata|whatsapp (?:image|bild)"
    r"|(?:img|dscn?|pxl|mvimg)[_-])[ \d_.,:~h'()-]*(?:(?:at|um|um die|à|a las|alle)[ \d_.,:h'()-]+(?: [ap]m)?)?"
    r"|(?:enter )?image (?:alt(?: text)?|title|description)(?: here)?"
    r"|(?:.*[\\/])?[^\\/:*?\"<>|]{1,100}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|heic|tiff?)|[.…?_–—-]{1,10}|todo",
    re.I,
)
"""What programs write where nobody has said anything, and names of files."""
_WEB = re.compile(r"(?:https?|data):|(?![a-z][a-z0-9+.-]*:)", re.I)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Wordless:
    """A picture by its place in the text and its address, and what it lacks; `words` and `width` where it has them."""

    start: int
    address: str
    lack: PictureLack
    is_html: bool
    words: str = ""
    width: str = ""


def with_width(width: str) -> str:
    """Give what stands behind a picture of a width in pixels."""
    return f'{{ width="{width}" }}'


def says_nothing(words: str) -> bool:
    """Tell whether a text for those who do not see a picture is what a program wrote, or the name of a file."""
    return _lack(words) == "no words"


def wordless(text: str, render: Callable[[str], str]) -> list[Wordless]:
    """Find such pictures in order; `render` makes HTML of Markdown, which tells what has become of each."""
    candidates = [one for one in _CANDIDATE.finditer(text) if one["source"] is not None or _lack(one["alt"])]
    if not candidates:
        return []
    prefix = unused(text)
    places = (one.start("alt" if one["source"] is None else "source") for one in candidates)
    html = render(marked(text, places, prefix))
    found = {number: tag for tag in tags(html, prefix) if (number := _number(tag, prefix)) is not None}
    return [one for number, tag in sorted(found.items()) for one in _judged(candidates[number], tag, html, prefix)]


def _number(tag: HtmlTag, prefix: str) -> int | None:
    """Give the number of the picture that a tag is; None for another tag, and where its text is set elsewhere."""
    place = re.search(f"{prefix}([0-9]+)z", " ".join(tag.attributes.get(name, "") for name in ("alt", "src")))
    return int(place[1]) if place and tag.name == "img" else None


def _judged(candidate: re.Match[str], tag: HtmlTag, html: str, prefix: str) -> Iterator[Wordless]:
    token = re.compile(f"{prefix}[0-9]+z")
    source = token.sub("", tag.attributes.get("src", ""))
    is_html = candidate["source"] is not None
    if (
        not _WEB.match(source)
        or _is_document(source)
        or tag.attributes.get("aria-hidden") == "true"
        or "role" in tag.attributes
    ):
        return
    alt = tag.attributes.get("alt")
    lack = _lack(token.sub("", alt)) if alt is not None else "nothing"
    if is_html and (lack == "width" or (alt is not None and not alt.strip())):
        return  # an empty text is meant so in HTML: the picture only decorates
    if lack is None or (lack == "nothing" and _is_explained(html, tag)):
        return
    size = _SIZE.fullmatch(candidate["alt"] or "")
    width = WIDTH.fullmatch(size["size"]) if size else None
    yield Wordless(
        candidate.start(),
        source,
        lack,
        is_html,
        size["words"].strip("\\ ") if size else (candidate["alt"] or token.sub("", alt or "")).strip(),
        width["width"] if width else "",
    )


def _is_document(address: str) -> bool:
    """Tell whether an address is that of a document, of which others tell that it is no picture."""
    path = address.partition("#")[0].partition("?")[0]
    return is_file(path) and not _NO_WORDS.fullmatch(path)


def _lack(alt: str) -> PictureLack | None:
    """Tell what a text for those who do not see a picture lacks; None where it says something."""
    size = _SIZE.fullmatch(alt)
    if size and WIDTH.fullmatch(size["size"]):
        return "width"
    if not alt.strip():
        return "nothing"
    return "no words" if _NO_WORDS.fullmatch(alt.strip()) else None


def _is_explained(html: str, tag: HtmlTag) -> bool:
    """Tell whether a picture stands in a link that has words, or in a figure with a caption."""
    link = html.rfind("<a ", 0, tag.start)
    if link > html.rfind("</a>", 0, tag.start):
        inside = html[html.find(">", link) + 1 : html.find("</a>", tag.end)]
        if _TAG.sub("", inside).strip():
            return True
    figure = html.rfind("<figure", 0, tag.start)
    return (
        figure > html.rfind("</figure", 0, tag.start) and "<figcaption" in html[figure : html.find("</figure", tag.end)]
    )
