"""JB496: documents and pictures to which nothing leads: published among the chapters, or on no page elsewhere."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from journeybook.handbook import Handbook, Settings
from journeybook.handbook.glossary import looks_like_glossary
from journeybook.handbook.host_files import OF_BROWSERS, OF_HOSTS
from journeybook.handbook.nearly_pages import OF_MKDOCS, is_left_behind, page_name
from journeybook.handbook.shown_files import shown_files
from journeybook.handbook.strays import YAML, folders_of_entries, is_unread_document
from journeybook.model.kinds import kind_of_text
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.store.links import walk
from journeybook.store.same_place import lies_in

CODES = (
    Code(
        "JB496",
        means=(
            "A document, a picture, a recording, notes, a saved mail or data lie among the chapters, and no page, "
            "activity or setting names them: readers do not find them, and still everybody can open them on the site. "
            "Where there are editions with an `audience`: any file that nothing names which such an edition could "
            "show; none of them has it. Or a document, a picture or a recording lies among journeys or activities, and "
            "no file names it: readers have it nowhere."
        ),
        remedy=(
            "Link to it as the answer shows, move it out of the folder, or name it under `exclude_docs:` in "
            "mkdocs.yml. Among activities, name it as `file:` below `resources:`."
        ),
        example=Example(
            wrong="# Matching\n\nWe keep a list of pairs.\n",
            right="# Matching\n\nWe keep [a list of pairs](pairs.xlsx).\n",
            file="content/matching.md",
            beside={"content/pairs.xlsx": "A list."},
        ),
    ),
)

_DOCUMENTS = (
    "7z|csv|djvu|docm|docx?|dotx?|epub|gdoc|gsheet|gslides|indd|key|mobi|mpp|numbers|od[gpst]|pages|pdf|potx|pps[mx]?|"
    "pptm|pptx?|pub|rar|rtfd?|tar|tex|tgz|vsdx?|wps|xls[bmx]?|xltx?|xps|zip"
)
_PICTURES = "avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp"
_DRAFTS_OF_PICTURES = "ai|cdr|drawio|eps|excalidraw|fig|mmap|psd|sketch|xmind"
_RECORDINGS = "3gp|aac|avi|flac|m4[av]|mkv|mov|mp[34]|mpe?g|oga|ogg|opus|wav|webm|wmv"
_NOTES = "contact|eml|enex|gpx|ics|kml|kmz|lnk|log|mbox|mht|mhtml|msg|one|onepkg|pst|ris|srt|txt|url|vcf|vcs|vtt|webloc"
_LISTS = "accdb|db|kdbx|mdb|p12|pem|pfx|sql|sqlite3?"
"""Data of people, and keys: nothing of a handbook's looks is one."""
_DATA = "bib|geojson|html?|json|tsv|xml|ya?ml"
"""What scripts of a handbook's own may fetch by a name that they make."""
_LOOKED_AT = re.compile(
    rf".+\.(?:{_DOCUMENTS}|{_DRAFTS_OF_PICTURES}|{_RECORDINGS}|{_NOTES}|(?P<list>{_LISTS})|(?P<data>{_DATA})"
    rf"|(?P<picture>{_PICTURES}))",
    re.I,
)
_TO_BE_NAMED = re.compile(rf".+\.(?:{_DOCUMENTS}|{_RECORDINGS}|(?P<picture>{_PICTURES}))", re.I)
"""What YAML names as a resource or as a picture; sources of pictures may well lie beside them."""
_DRAWN = (".svg", ".png", ".pdf")
"""What `journeybook diagram` writes, whose files begin with the id of a journey."""
_SCRIPTS = (".js", ".mjs")
_TEXTS = (".md", ".html", ".css", ".js", ".mjs", ".json", ".yaml", ".yml", ".xml", ".txt", ".svg", ".webmanifest")
"""Files that may name others."""
_KEYS = {".css": "extra_css", ".js": "extra_javascript", ".mjs": "extra_javascript"}
"""Where files of the site's looks are named."""
_MOST_BYTES = 1_000_000
_MOST_NAMED = 3


def check(book: Handbook) -> Iterator[Problem]:
    """Report such files, folder by folder; not where a plugin or a hook may show them, unless editions lack them."""
    settings = book.settings
    if not settings.extended:
        yield from _among_entries(book)
    if any(edition.audience is not None for edition in book.editions):
        yield from _in_no_edition(book)
        return
    found = [] if settings.extended else [*_files(settings)]
    if not found:
        return
    named = "\n".join(_texts(book)).casefold()
    unlinked = [path for path in found if not any(_is_named(name, named) for name in _names(book, path))]
    for folder, paths in groupby(unlinked, key=posixpath.dirname):
        first, *more = paths
        file = settings.file(settings.content / first)
        yield Problem(file, 0, 0, "JB496", _message(more), _hint(book, folder, first))


def _in_no_edition(book: Handbook) -> Iterator[Problem]:
    """Report the files that no edition for some has, since nothing that it could show leads to them."""
    settings = book.settings
    root = settings.content
    there = {path.relative_to(root).as_posix() for path in _inside(settings) if _may_go(path)}
    paths = {path for path in there if not settings.is_left_out(path)}
    unnamed = sorted(paths - shown_files(book, paths), key=lambda path: (posixpath.dirname(path), path))
    for folder, found in groupby(unnamed, key=posixpath.dirname):
        first, *more = found
        message = say("nothing names this file, so that no edition with an `audience` has it")
        if more:
            message = say(
                "nothing names this file and {more} more of its folder ({names}), so that no edition with an "
                "`audience` has them",
                more=len(more),
                names=_names_of(more),
            )
        yield Problem(settings.file(root / first), 0, 0, "JB496", message, _hint(book, folder, first))


def _among_entries(book: Handbook) -> Iterator[Problem]:
    """Report documents and pictures beside journeys and activities, or beside files that these name, which none names.

    What has the name of one that is named, such as `plan.docx` beside `plan.pdf`, may be its source.
    """
    settings = book.settings
    found = {*_walked(settings)}
    told = [path for path in sorted(found) if _is_to_be_named(path, book)]
    if not told:
        return
    entries = {path for path in found if YAML.search(path.name)}
    named = "\n".join((*_texts(book), *map(_text, sorted(entries)))).casefold()
    kept = {path for path in found - entries if _is_named(path.name.casefold(), named)}
    folders = {path.parent for path in kept} | {*folders_of_entries(settings)}
    folders |= {settings.journeys, settings.toolkit, settings.toolkit / "workshops"}
    sources = {path.with_suffix("") for path in kept}
    for path in told:
        if path not in kept and path.parent in folders and path.with_suffix("") not in sources:
            message = say("nothing names this file, so readers have it nowhere")
            yield Problem(settings.file(path), 0, 0, "JB496", message, _naming(path))


def _naming(path: Path) -> Text:
    """Say how YAML names a document or a picture."""
    found = _TO_BE_NAMED.fullmatch(path.name)
    if found and found["picture"]:
        form = f"picture: {{file: {path.name}, alt: …}}"
    else:
        form = f"resources: {{title: …, file: {path.name}}}"
    return say(
        "write `{form}` into the activity or journey that it is for, with its way from there; or move it out of this "
        "folder",
        form=form,
    )


def _walked(settings: Settings) -> Iterator[Path]:
    """Give the files in the folders of journeys and activities."""
    found = (one for root in (settings.journeys, settings.toolkit) for one in walk(root, settings.bounds))
    return (Path(one.path) for one in found if not (one.is_folder or one.lost))


def _is_to_be_named(path: Path, book: Handbook) -> bool:
    """Tell whether a file is a document or a picture that YAML should name, and was not drawn of a journey."""
    settings = book.settings
    if not _TO_BE_NAMED.fullmatch(path.name) or is_left_behind(path.name) or is_unread_document(path, settings):
        return False
    is_drawn = path.suffix.lower() in _DRAWN and path.stem.startswith(tuple(one.id for one in book.journeys))
    return not is_drawn and not lies_in(path, settings.content)


def _may_go(path: Path) -> bool:
    """Tell whether a file is one that an edition may have, and of which no other check tells."""
    if path.name.endswith((".md", *OF_MKDOCS)) or is_left_behind(path.name) or page_name(path.name):
        return False
    return not YAML.search(path.name) or (kind_of_text(_text(path)) is None and not looks_like_glossary(path))


def _inside(settings: Settings) -> list[Path]:
    """Give the files among the chapters, without those of templates."""
    root, apart = settings.content, (settings.overrides, settings.page_templates)
    inside = (Path(found.path) for found in walk(root, settings.bounds) if not (found.is_folder or found.lost))
    return [path for path in inside if path != root and not any(folder and lies_in(path, folder) for folder in apart)]


def _files(settings: Settings) -> list[str]:
    """Give the files to look at by their paths among the chapters, folder by folder."""
    root, kept = settings.content, _inside(settings)
    has_scripts = any(path.suffix.lower() in _SCRIPTS for path in kept) or settings.overrides is not None
    paths = (path.relative_to(root).as_posix() for path in kept if _is_looked_at(path, has_scripts=has_scripts))
    return sorted(
        (one for one in paths if not settings.is_left_out(one)), key=lambda one: (posixpath.dirname(one), one)
    )


def _is_looked_at(path: Path, *, has_scripts: bool) -> bool:
    """Tell whether a file is one to look at, of which no other check tells."""
    found = _LOOKED_AT.fullmatch(path.name)
    if not found or any(name.fullmatch(path.name) for name in (OF_BROWSERS, OF_HOSTS)) or is_left_behind(path.name):
        return False
    if page_name(path.name) or (found["data"] and has_scripts):
        return False
    return not YAML.search(path.name) or (kind_of_text(_text(path)) is None and not looks_like_glossary(path))


def _texts(book: Handbook) -> Iterator[str]:
    """Give all that may name a file: pages, YAML, settings, styles, scripts and templates."""
    settings = book.settings
    yield from (document.text for document, _ in book.sources())
    yield repr(settings.markdown.configs)
    yield from map(_text, (path for path in sorted(settings.root.glob("*.y*ml")) if path.is_file()))
    for folder in (settings.content, settings.overrides, settings.page_templates):
        inside = walk(folder, settings.bounds, hidden=True) if folder else ()
        files = (Path(found.path) for found in inside if not (found.is_folder or found.lost))
        yield from (_text(path) for path in files if path.suffix.lower() in _TEXTS)


def _text(path: Path) -> str:
    try:
        is_read = path.is_file() and path.stat().st_size <= _MOST_BYTES  # a pipe would be waited for without end
        return path.read_text("utf-8", "replace") if is_read else ""
    except OSError:  # others tell of what cannot be opened
        return ""


def _names(book: Handbook, path: str) -> Iterator[str]:
    """Give what names a file: its name, and that of the page that is missing in its place, of which others tell."""
    yield PurePosixPath(path).name.casefold()
    page = PurePosixPath(path).with_suffix(".md")
    if page.as_posix() not in book.pages:
        yield page.name.casefold()


def _is_named(name: str, text: str) -> bool:
    forms = (name, quote(name).casefold(), name.replace(" ", "%20"), html.escape(name))
    return any(form in text for form in forms)


def _message(more: list[str]) -> Text:
    if not more:
        return say("nothing leads to this file, and still everybody can open it on the site")
    return say(
        "nothing leads to this file and {more} more of its folder ({names}), and still everybody can open them",
        more=len(more),
        names=_names_of(more),
    )


def _names_of(more: list[str]) -> str:
    names = ", ".join(PurePosixPath(path).name for path in more[:_MOST_NAMED])
    return f"{names}, …" if len(more) > _MOST_NAMED else names


def _hint(book: Handbook, folder: str, path: str) -> Text:
    """Say what to write on the nearest page, and what to do with what is not for readers."""
    content, page = book.settings.file(book.settings.content), _page_near(book, folder)
    key = _KEYS.get(PurePosixPath(path).suffix.lower())
    if key:
        return say(
            "name it under `{key}` in mkdocs.yml; if it is not for readers, move it out of the folder `{folder}`",
            key=key,
            folder=content,
        )
    found = _LOOKED_AT.fullmatch(path)
    if PurePosixPath(path).name in ("mkdocs.yml", "mkdocs.yaml"):
        return say("delete it: settings stand in the mkdocs.yml that is beside the folder `{folder}`", folder=content)
    if page is None or (found and found["list"]):
        return say("move it out of the folder `{folder}`", folder=content)
    way = quote(posixpath.relpath(f"/{path}", f"/{posixpath.dirname(page)}"))
    name = PurePosixPath(path).stem.replace("-", " ").replace("_", " ")
    sign = "!" if found and found["picture"] else ""
    return say(
        "write `{form}` in {page}; if it is not for readers, move it out of the folder `{folder}`",
        form=f"{sign}[{name}]({way})",
        page=page,
        folder=content,
    )


def _page_near(book: Handbook, folder: str) -> str | None:
    """Give the page that opens a folder, or its first; of the folder above where it has none."""
    while True:
        pages = sorted(path for path in book.pages if posixpath.dirname(path) == folder)
        if pages:
            return next((path for path in pages if book.pages[path].is_index), pages[0])
        if not folder:
            return None
        folder = posixpath.dirname(folder)
