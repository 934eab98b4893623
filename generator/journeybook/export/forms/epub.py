"""A handbook as an EPUB 3 for reading devices: text that flows, drawings with their text twins, and a contents.

EPUB 3.3 and EPUB Accessibility 1.1 of the W3C say what has to be there.
"""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from journeybook.export.dated import with_day
from journeybook.export.drawings import with_pictures
from journeybook.export.form import ExportForm, FinishedPage, Wanted
from journeybook.export.imprint import imprint
from journeybook.export.links import BookLinks, site_path
from journeybook.export.markup import parsed, prune, tag, with_lines, xhtml
from journeybook.export.order import Part, book_order
from journeybook.export.packed import packed
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook.picture_files import picture_info, upright
from journeybook.language.direction import direction_of
from journeybook.pages.addresses import HOME
from journeybook.pages.every_page import banner
from journeybook.pages.foreign import unmarked
from journeybook.pages.site import Site

_OPF, _DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
_OPS = "http://www.idpf.org/2007/ops"
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_ROOT = "book"
_OF_SVG = "image/svg+xml"
_SHOWN_BY_READERS = ("png", "jpeg", "gif", "webp", "svg+xml")


@dataclass
class _Book:
    """The files of a book by their paths below its folder, and its parts in order, each with its document."""

    site: Site
    files: dict[str, bytes] = field(default_factory=dict)
    spine: list[tuple[Part, str]] = field(default_factory=list)


def _make(wanted: Wanted) -> bytes:
    book = _Book(wanted.site)
    order = book_order(wanted)
    documents = [f"part-{number:04}.xhtml" for number in range(1, len(order) + 1)]
    places = {wanted.pages[p.path].address: name for p, name in zip(order, documents, strict=True) if p.path}
    links = BookLinks(places, wanted.site.address)
    book.files["book.css"] = (theme_dir() / "export" / "epub.css").read_bytes()
    book.files["title.xhtml"] = _document(book.site, book.site.book.settings.name, _title_page(wanted, order, links))
    for part, name in zip(order, documents, strict=True):
        page = wanted.pages.get(part.path)
        content = _content(book, page, wanted, links) if page else _heading(part)
        language = page.language if page else book.site.words.language
        book.files[name] = _document(book.site, part.title, content, language)
        book.spine.append((part, name))
    book.files["contents.xhtml"] = _document(book.site, book.site.words("Contents"), _contents(book))
    book.files["package.opf"] = _package(book)
    files = {"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER.encode()}
    files |= {f"{_ROOT}/{path}": content for path, content in book.files.items()}
    return packed(files, stored=("mimetype",))  # its kind comes first, and is not compressed (OCF 3.3)


FORM = ExportForm(_make, of_pages=True)


def _content(book: _Book, page: FinishedPage, wanted: Wanted, links: BookLinks) -> list[ET.Element]:
    body = parsed(page.html)
    book.files |= with_pictures(body, book.site)
    with_day(body, book.site.book.settings.today)
    prune(body, page.kind)
    with_lines(body)
    links.mend(body, page)
    _take_pictures(book, body, page, wanted)
    section = ET.Element(tag("section"), {"class": "jb"})
    section.text = body.text
    section.extend(body)
    return [section]


def _take_pictures(book: _Book, body: ET.Element, page: FinishedPage, wanted: Wanted) -> None:
    """Take the pictures of a page into the book."""
    for picture in body.iter(tag("img")):
        source = picture.get("src", "")
        picture.attrib.pop("loading", None)
        picture.attrib.pop("srcset", None)
        picture.attrib.setdefault("alt", "")
        if source in book.files or source.startswith("data:"):
            continue
        path = site_path(source, page)
        file = wanted.folder / path
        if not file.is_file():
            continue
        content = file.read_bytes()
        if (info := picture_info(content)) and info.kind not in _SHOWN_BY_READERS:
            _become_words(picture)
            continue
        book.files[f"files/{path}"] = upright(content)  # not all reading devices turn what cameras left lying
        picture.set("src", f"files/{path}")


def _become_words(picture: ET.Element) -> None:
    """Put what a picture shows in its place: reading devices need not know its kind (EPUB 3.3, 3.2)."""
    words, tail = picture.get("alt", ""), picture.tail
    picture.clear()
    picture.tag, picture.text, picture.tail = tag("span"), words, tail


def _heading(part: Part) -> list[ET.Element]:
    return [_element("section", _element("h1", part.title), {"class": "jb-book-part"})]


def _title_page(wanted: Wanted, order: list[Part], links: BookLinks) -> list[ET.Element]:
    """Make the page with the book's name, and below it the banner, which every page of the site has."""
    site = wanted.site
    settings = site.book.settings
    said = imprint(site, [wanted.pages[part.path].mark for part in order if part.path])
    inside = [_element("h1", settings.name), _element("p", settings.summary), _element("p", said)]
    title = _element("section", *inside, {"class": "jb-book-title"})
    if not (html := banner(site)):
        return [title]
    body = parsed(html)
    links.mend(body, FinishedPage(HOME, site.links(HOME).written(HOME), "", html, site.words.language))
    aside = ET.Element(tag("aside"), {"class": "jb-book-banner", "role": "note"})
    aside.text = body.text
    aside.extend(body)
    return [title, aside]


def _contents(book: _Book) -> list[ET.Element]:
    """Make the list of all parts, which is the book's navigation, too."""
    nav = ET.Element(tag("nav"), {f"{{{_OPS}}}type": "toc", "id": "toc"})
    nav.append(_element("h1", book.site.words("Contents")))
    lists = [ET.SubElement(nav, tag("ol"))]
    for part, name in book.spine:
        while len(lists) > part.depth + 1:
            lists.pop()
        while len(lists) < part.depth + 1 and len(lists[-1]):
            lists.append(ET.SubElement(lists[-1][-1], tag("ol")))
        lists[-1].append(_element("li", _element("a", part.title, {"href": name})))
    return [nav]


def _document(site: Site, title: str, content: Iterable[ET.Element], language: str = "") -> bytes:
    language = language or site.words.language
    root = ET.Element(tag("html"), {"lang": language, "dir": direction_of(language)})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    head = ET.SubElement(root, tag("head"))
    head.append(_element("title", title))
    ET.SubElement(head, tag("link"), {"rel": "stylesheet", "type": "text/css", "href": "book.css"})
    ET.SubElement(root, tag("body")).extend(content)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{xhtml(root)}\n'.encode()


def _element(name: str, *inside: object) -> ET.Element:
    """Make an element of HTML with elements, a text or attributes inside."""
    element = ET.Element(tag(name))
    for one in inside:
        if isinstance(one, ET.Element):
            element.append(one)
        elif isinstance(one, dict):
            element.attrib |= one
        else:
            element.text = unmarked(str(one))
    return element


def _package(book: _Book) -> bytes:
    """Make the list of all files, with what readers and libraries want to know of the book."""
    ET.register_namespace("dc", _DC)
    package = ET.Element(f"{{{_OPF}}}package", {"version": "3.0", "unique-identifier": "id"})
    package.append(_about(book))
    manifest = ET.SubElement(package, f"{{{_OPF}}}manifest")
    names = {path: f"f{number}" for number, path in enumerate(sorted(book.files), 1)}
    for path, id in names.items():
        if path != "package.opf":
            ET.SubElement(
                manifest,
                f"{{{_OPF}}}item",
                {"id": id, "href": path, "media-type": _kind(path, book.files[path])} | _role(path),
            )
    spine = ET.SubElement(
        package, f"{{{_OPF}}}spine", {"page-progression-direction": direction_of(book.site.words.language)}
    )
    for path in ("title.xhtml", "contents.xhtml", *(name for _, name in book.spine)):
        ET.SubElement(spine, f"{{{_OPF}}}itemref", {"idref": names[path]})
    text = ET.tostring(package, encoding="unicode", default_namespace=None)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _role(path: str) -> dict[str, str]:
    return {"properties": "nav"} if path == "contents.xhtml" else {}


def _kind(path: str, content: bytes) -> str:
    if path.endswith(".xhtml"):
        return "application/xhtml+xml"
    if path.startswith("files/") and (info := picture_info(content)):
        return f"image/{info.kind}"
    return _OF_SVG if path.endswith(".svg") else mimetypes.guess_type(path)[0] or "application/octet-stream"


def _about(book: _Book) -> ET.Element:
    settings, words = book.site.book.settings, book.site.words
    metadata = ET.Element(f"{{{_OPF}}}metadata")
    edition = book.site.book.edition.name if book.site.book.edition else ""
    named = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.site.address}#{settings.name}#{edition}")
    for name, value, attributes in (
        ("identifier", f"urn:uuid:{named}", {"id": "id"}),
        ("title", settings.name, {}),
        ("language", words.language, {}),
        ("description", settings.summary, {}),
        ("source", book.site.address, {}),
    ):
        if value:
            ET.SubElement(metadata, f"{{{_DC}}}{name}", attributes).text = value
    for name, value in _properties(book):
        ET.SubElement(metadata, f"{{{_OPF}}}meta", {"property": name}).text = unmarked(value)
    return metadata


def _properties(book: _Book) -> Iterator[tuple[str, str]]:
    yield "dcterms:modified", f"{book.site.book.settings.today.isoformat()}T00:00:00Z"
    for mode in ("textual", "visual"):
        yield "schema:accessMode", mode
    yield "schema:accessModeSufficient", "textual"
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder", "alternativeText", "longDescription"):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    yield (
        "schema:accessibilitySummary",
        book.site.words(
            "Drawings have a text beside them that says the same. Headings and the contents lead through the book."
        ),
    )
