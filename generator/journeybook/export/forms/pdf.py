"""A handbook as a book on paper: cover, contents with page numbers, its parts, bookmarks and links; by WeasyPrint."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from journeybook.cards.fonts import families, font_faces
from journeybook.diagrams.files.forms.pdf import weasyprint_here
from journeybook.export.drawings import with_pictures
from journeybook.export.form import ExportForm, FinishedPage, Wanted
from journeybook.export.links import BookLinks, site_path
from journeybook.export.markup import parsed, prune, tag, with_lines, xhtml
from journeybook.export.order import Part, book_order
from journeybook.ground.theme_dir import theme_dir


def _make(wanted: Wanted) -> bytes:
    html = "".join(_document(wanted))
    with weasyprint_here() as weasyprint:
        only_inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        made = weasyprint.HTML(string=html, url_fetcher=only_inside)
        return bytes(made.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"journeybook book"))


FORM = ExportForm(_make, of_pages=True)


def _document(wanted: Wanted) -> Iterator[str]:
    site, order = wanted.site, book_order(wanted)
    ids = [f"p{number}" for number in range(1, len(order) + 1)]
    places = {wanted.pages[part.path].address: f"#{id}" for part, id in zip(order, ids, strict=True) if part.path}
    links = BookLinks(places, site.address)
    body = "".join(
        [*_front(wanted, order, ids), *(_part(wanted, part, id, links) for part, id in zip(order, ids, strict=True))]
    )
    style = (theme_dir() / "export" / "book.css").read_text("utf-8")
    language = site.words.language
    yield f'<!doctype html><html lang="{escape(language)}" dir="{site.words.direction}"><meta charset="utf-8">'
    yield f"<title>{escape(site.book.settings.name)}</title>"
    yield f"<style>{font_faces(body, site.cache)}{families(style)}</style><body>{body}"


def _front(wanted: Wanted, order: list[Part], ids: list[str]) -> Iterator[str]:
    settings, words = wanted.site.book.settings, wanted.site.words
    yield f'<div class="bk-mark">{escape(settings.name)}</div>'
    yield f'<section class="bk-cover"><h1>{escape(settings.name)}</h1><p>{escape(settings.summary)}</p></section>'
    yield f'<nav class="bk-contents"><h1>{escape(words("Contents"))}</h1>'
    depth = -1
    for part, id in zip(order, ids, strict=True):
        while depth < part.depth:
            yield "<ol>"
            depth += 1
        while depth > part.depth:
            yield "</ol>"
            depth -= 1
        yield f'<li><a href="#{id}">{escape(part.title)}</a></li>'
    yield "</ol>" * (depth + 1) + "</nav>"


def _part(wanted: Wanted, part: Part, id: str, links: BookLinks) -> str:
    page = wanted.pages.get(part.path)
    if page is None:
        return f'<section class="bk-part bk-divider bk-d{part.depth}" id="{id}"><h1>{escape(part.title)}</h1></section>'
    body = parsed(page.html)
    drawings = with_pictures(body, wanted.site)
    prune(body, page.kind)
    with_lines(body)
    links.mend(body, page)
    _prefix(body, id)
    for picture in body.iter(tag("img")):
        picture.set("src", _data(picture.get("src", ""), drawings, page, wanted))
    section = ET.Element(tag("section"), {"class": f"jb bk-part bk-d{part.depth}", "id": id, "lang": page.language})
    section.extend(body)
    return xhtml(section)


def _prefix(body: ET.Element, prefix: str) -> None:
    """Give ids a name of their own in the book, and let links within it lead to them."""
    for element in body.iter():
        for name in ("id", "name"):
            if element.get(name):
                element.set(name, f"{prefix}-{element.get(name)}")
        href = element.get("href", "")
        if href.startswith("#"):
            first, _, rest = href[1:].partition("#")
            element.set("href", f"#{first}-{rest}" if rest else href)


def _data(source: str, drawings: dict[str, bytes], page: FinishedPage, wanted: Wanted) -> str:
    if source.startswith("data:"):
        return source
    content = drawings.get(source)
    file = wanted.folder / site_path(source, page)
    if content is None and file.is_file():
        content = file.read_bytes()
    kind = "image/svg+xml" if source.endswith(".svg") else mimetypes.guess_type(source)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(content or b'').decode()}"
