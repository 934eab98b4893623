"""Make the same handbook as plain Markdown, SVG and a mkdocs.yml without our plugin, for any builder of that family."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from journeybook.assembly import Assembly
from journeybook.assembly.own_texts import own_texts
from journeybook.builders.config import search, theming
from journeybook.builders.config.edition_addresses import refuse_addresses, refuse_in_file, refuse_markers
from journeybook.builders.config.edition_templates import refuse_template
from journeybook.builders.config.edition_words import refuse_words
from journeybook.builders.config.mkdocs_yml import plain_config
from journeybook.builders.config.navigation import numbered, titles_of_openings, with_indexes
from journeybook.builders.config.settings import edit_uri_of, has_directories, markdown_of
from journeybook.builders.config.window_title import is_named_so
from journeybook.builders.folder.unlisted import unlisted_main
from journeybook.ground.theme_dir import OURS, theme_dir
from journeybook.handbook import Handbook
from journeybook.handbook.chapters import INDEXES, automatic_order, is_unread
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.audience_blocks import MARKER
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.orphans import without_unused
from journeybook.markdown.references import split_front_matter
from journeybook.markdown.settings import render
from journeybook.pages.artifact import Fills, PageArtifact, front_matter, yaml_lines
from journeybook.pages.assets import ASSETS
from journeybook.pages.chapters import PageSource, as_the_edition_has_it
from journeybook.pages.every_page import on_every_page
from journeybook.pages.mark import MARK
from journeybook.pages.site import Site
from journeybook.store.links import followed_files

_ESCAPED = re.compile(r";-+8<-")  # of a snippet that is shown, not taken in: read twice, it would be taken in
_ADDRESS = re.compile(r'(?<=\s)(href|src)="(?![a-z][a-z+.-]*:|[#/"])')  # relative ones


def plain_files(config: MkDocsConfig, made: Assembly) -> dict[str, bytes]:
    """Make every file of the folder, by its path there.

    A HandbookError has a problem for each figure that could not be drawn.
    """
    found: dict[str, bytes] = {}
    for path, page in made.pages.items():
        body = _body(page, made, config)
        mark = {MARK: made.mark_of(path, body, markdown_of(config))}
        front = front_matter(page.meta | _added(config, _generated_file(config, page), page.meta) | mark)
        found[f"docs/{path}"] = (front + _fills(page, made).fill(body)).encode()
    for file in made.files.values():
        found[f"docs/{file.path}"] = file.read()
    shown = [author_file for author_file in get_files(config) if not author_file.inclusion.is_excluded()]
    made.refuse_taken(author_file.src_uri for author_file in shown)
    for author_file in shown:
        found[f"docs/{author_file.src_uri}"] = _authors(config, made, author_file)
    found |= {f"docs/{path}": source.read_bytes() for path, source in search.workers(config).items()}
    made.finish()
    found |= _overrides(config, made.book)
    nav = _navigation(config, made.book, list(made.pages.values()))
    extra = {
        "strings": theming.strings(made.site.on_page().words),
        "pages": sorted(made.addresses),
        "every_page": on_every_page(made.site),
        "written_out": True,
        "tags": bool({"tags", "material/tags"} & set(config.plugins)),
    }
    found["mkdocs.yml"] = plain_config(
        config, made.book, nav=nav, extra=extra, numbered_pages=sorted(made.pages)
    ).encode()
    return dict(sorted(found.items()))


def refuse_leaks_in_folder(files: Mapping[str, bytes], site: Site, config: MkDocsConfig) -> None:
    """Raise an EditionError where a page of a folder would tell of what its edition leaves out."""
    book = site.book
    left_out = LeftOut(book.left_out, config.site_url or "")
    pages = ((path, content) for path, content in files.items() if path.startswith("docs/"))
    refuse_words(pages, book, config, partial(own_texts, site))
    for path, content in files.items() if book.whole else ():
        if path.startswith("docs/") and path.endswith(".md"):
            name = path.removeprefix("docs/")
            folder = name.removesuffix("index.md") if name.endswith("index.md") else name.removesuffix(".md") + "/"
            text = content.decode("utf-8")
            refuse_addresses(text, name, folder if has_directories(config) else name, left_out)
            if MARKER.search(text):
                refuse_markers(render(text, markdown_of(config)), name)
        elif _is_of_an_author(path, config):
            name = path.partition("/")[2]
            if path.startswith("overrides/"):
                refuse_template(content.decode("utf-8", "replace"), name, config)
            refuse_in_file(content, name, name, left_out)


def _is_of_an_author(path: str, config: MkDocsConfig) -> bool:
    """Tell whether a file of the folder is not one of our own, of which no handbook changes a byte."""
    folder, _, name = path.partition("/")
    if folder == "overrides":
        return Path(config.theme.custom_dir or "", name).is_file()
    return folder == "docs" and not name.startswith(ASSETS)


def _body(page: PageArtifact, made: Assembly, config: MkDocsConfig) -> str:
    """Give the text of a page of ours; in an edition's folder nothing takes snippets in, so that it has them by now."""
    if made.book.edition is None:
        return page.body
    settings = markdown_of(config)
    return _of_use(as_the_edition_has_it(made.site, with_all_text(page.body, settings), settings), made)


def _of_use(text: str, made: Assembly) -> str:
    """Give the text of a page without the addresses and short forms that nothing in it uses, in an edition for some.

    A list of them that `auto_append` takes into every page has those of hidden blocks, too.
    """
    edition = made.book.edition
    return without_unused(text) if edition is not None and edition.audience is not None else text


def _fills(page: PageArtifact, made: Assembly) -> Fills:
    """Give the finished HTML of a page of ours with the terms of the glossary marked."""
    fills = page.fills.copy(page.fills.owner)
    if made.marks.are_on(page.path, page.meta.get("jb"), page.meta.get("lang")):
        made.marks.mark_fills(fills, page.path)
    return fills


def _authors(config: MkDocsConfig, made: Assembly, file: File) -> bytes:
    if not file.is_documentation_page():
        return file.content_bytes
    path = file.src_uri
    front, body, _ = split_front_matter(file.content_bytes.decode("utf-8-sig"))
    settings = markdown_of(config)
    whole = with_all_text(body, settings)  # what it takes in, such as snippets, is not in the folder
    is_again_taken_in = bool(_ESCAPED.search(body)) and not made.book.edition
    written = made.write(
        PageSource(path, settings), body if is_again_taken_in else whole, is_whole=not is_again_taken_in
    )
    written = _of_use(written, made)
    kept = made.fills_of(path)
    fills = kept.copy(kept.owner)
    mark = {MARK: made.mark_of(path, written, settings)}
    own: Any = (yaml.safe_load(front) if front.strip() else None) or {}
    is_for_some = made.book.edition is not None and made.book.edition.audience is not None
    if is_for_some:  # notes of an author, and what tells who owns and leads what, go with no page
        own = {key: value for key, value in own.items() if not is_unread(key, value, made.book.settings)}
    meta = made.meta_of(path, own)
    if made.marks.are_on(path, meta.get("jb"), meta.get("lang")):
        written = made.marks.mark_markdown(written, fills, path, partial(render, settings=settings))
    fills = _shielded(fills)
    added = _added(config, file, own) | mark | _inside(fills, written)
    lines = yaml_lines(added) if added else ""
    head = (
        front_matter(meta | added)
        if is_for_some or path in made.pages or meta != own or not front.strip()
        else f"---\n{lines}{front}---\n\n"
    )
    return (head + fills.fill(written)).encode()


def _inside(fills: Fills, markdown: str) -> dict[str, Any]:
    """Give the front matter with what is shown within a line, such as a cell: no HTML block can stand there.

    theme/overrides' content.html puts it in, once Markdown has run.
    """
    found = fills.inside_of(markdown)
    return {"jb_shown": [{"place": place, "html": html} for place, html in found.items()]} if found else {}


def _shielded(fills: Fills) -> Fills:
    """Hide addresses in finished HTML under a name that theme/overrides' content.html undoes.

    They are seen from the page. MkDocs leaves HTML as it is; Zensical takes its addresses for those of the Markdown
    file, a folder higher up.
    """

    def shielded(kept: dict[str, str]) -> dict[str, str]:
        return {key: _ADDRESS.sub(r'data-jb-\1="', html) for key, html in kept.items()}

    return Fills(shielded(fills.blocks), shielded(fills.parts), shielded(fills.figures), fills.owner)


def _added(config: MkDocsConfig, file: File, own: Mapping[str, Any]) -> dict[str, Any]:
    """Give the front matter that a builder of the folder cannot know, where the page's own does not say it.

    It is where readers can change the page (the folder's own files are written anew each time), which one is first, and
    which ones are called what the site is called.
    """
    url = Page(None, file, config).edit_url
    added = {"edit_url": url} if url else {}
    if is_named_so(own.get("title"), config):
        added["template"] = f"{OURS}/called-as-the-site.html"
    elif file.src_uri in INDEXES:
        added["template"] = f"{OURS}/first-page.html"
    return {key: value for key, value in added.items() if key not in own}


def _generated_file(config: MkDocsConfig, page: PageArtifact) -> File:
    file = File(page.path, src_dir=None, dest_dir=config.site_dir, use_directory_urls=has_directories(config))
    file.generated_by = "journeybook"
    if page.origin:
        file.edit_uri = edit_uri_of(config, page.origin)
    return file


def _overrides(config: MkDocsConfig, book: Handbook) -> dict[str, bytes]:
    """Give our templates of the theme, and over them the handbook's own; what those hide has a second name there."""
    bounds = book.settings.bounds
    ours = _templates(theme_dir() / "overrides", (*bounds, theme_dir()))
    own = _templates(Path(config.theme.custom_dir), bounds) if config.theme.custom_dir else {}
    own = {name: text for name, text in own.items() if name not in book.left_out}
    hidden = {f"{OURS}/{name}": text for name, text in ours.items() if name in own}
    found = ours | hidden | own
    if book.edition and not book.edition.is_listed:
        found["main.html"] = unlisted_main(found.get("main.html", b"").decode("utf-8", "replace")).encode()
    return {f"overrides/{name}": text for name, text in found.items()}


def _templates(folder: Path, bounds: Sequence[Path]) -> dict[str, bytes]:
    """Read every file of a folder, by its path there; links are followed within `bounds`."""
    files = (Path(file) for file in followed_files(folder, bounds))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _navigation(config: MkDocsConfig, book: Handbook, generated: list[PageArtifact]) -> list[Any]:
    nav = with_indexes(config.nav, generated)
    if nav is None:
        paths = {file.src_uri for file in get_files(config).documentation_pages() if file.inclusion.is_in_nav()}
        paths |= {page.path for page in generated if page.in_nav}
        nav = nest_paths(sorted(paths, key=automatic_order))
        return numbered(nav, book, titles_of_openings(book, generated))
    return numbered(nav, book, {})
