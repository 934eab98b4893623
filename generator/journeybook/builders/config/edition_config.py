"""Turn MkDocs's configuration into that of an edition: what builders and other plugins read has nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from journeybook.assembly.build import paths
from journeybook.builders.config.edition_around import around, draft_files, links_for_others
from journeybook.builders.config.edition_blog import close_blogs, hidden_in_blogs
from journeybook.builders.config.edition_covered import covered_ids, covered_pages, ids_of_parts
from journeybook.builders.config.edition_folder import fill_folder, is_page
from journeybook.builders.config.edition_included import chapters_in, fill_around
from journeybook.builders.config.edition_leaks import (
    refuse_hidden_audiences,
    refuse_leaks,
    refuse_leaks_in_pages,
    refuse_unguarded_extensions,
)
from journeybook.builders.config.edition_nav import with_titles_of_their_own, without_entries
from journeybook.builders.config.edition_nav_file import nav_files, write_items, write_nav_files
from journeybook.builders.config.edition_own import refuse_other_pages, refuse_unread_openings
from journeybook.builders.config.edition_snippets import Guard, guard_snippets
from journeybook.builders.config.edition_theme import left_out_of_theme
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import root_of, site_of
from journeybook.handbook import Handbook
from journeybook.handbook.config_files import config_files
from journeybook.handbook.editions import entries_in_part, hidden_folders
from journeybook.handbook.hidden_ids import hidden_ids
from journeybook.handbook.left_out import LeftOut, without_addresses_of
from journeybook.handbook.shown_files import resource_files
from journeybook.pages.moved import old_paths


def enter_edition(config: MkDocsConfig, options: Options, book: Handbook, make_folder: Callable[[], Path]) -> Handbook:
    """Make a configuration that of an edition, whose chapters come to lie in a folder that is made for it.

    The name of the site tells which edition it is. Where that leaves out something, the navigation does not name it,
    and no link leads to the sources, in which all of it stands. The handbook comes back knowing which paths are left
    out. An EditionError where something else would tell of one, an OSError where a file cannot be read.
    """
    if book.edition is None:
        return book
    config.site_name = f"{config.site_name} · {book.edition.title}"
    files = get_files(config)
    found = ((file.src_uri, Path(file.abs_src_path)) for file in files if file.abs_src_path)
    sources = {
        path: source for path, source in found if source.is_file()
    }  # no pipe: it would be waited for without end
    refuse_unread_openings(sources, book, book.edition)
    if book.whole is None:
        return book
    kept_back = {file.src_uri for file in files if file.inclusion.is_excluded()}
    named = book.settings.roles, [edition.name for edition in book.editions]
    refuse_hidden_audiences(config, sources.values(), book.edition.name, *named)
    refuse_other_pages(sources, book.edition)
    refuse_unguarded_extensions(config)
    whole = sources.keys() | paths(site_of(config, options, book.whole))
    posts = hidden_in_blogs(config, book, files)
    close_blogs(config, book)
    top = make_folder()
    folder = chapters_in(top, book)
    folder.mkdir(parents=True, exist_ok=True)
    lists = {path: sources[path] for path in nav_files(config, book, sources)}
    beside = around(config, book, sources, kept_back, lists)
    fill_folder(folder, book, sources, beside)
    guard = _guard(config, book, sources, folder)
    guard_snippets(config, guard)
    fill_around(top, book, guard)
    config.docs_dir = str(folder)
    there = {file.src_uri for file in get_files(config)} | paths(site_of(config, options, book))
    left_out = without_addresses_of(whole - there - kept_back, there) | set(hidden_ids(book))
    covered = covered_pages(book, there)
    old, kept = old_paths(site_of(config, options, book.whole), whole), old_paths(site_of(config, options, book), there)
    left_out |= without_addresses_of(old.keys() - kept.keys(), there)
    left_out |= posts
    left_out |= {*covered_ids(config, options, book, covered), *ids_of_parts(config, options, book)}
    left_out |= left_out_of_theme(config, book, folder, beside)
    left_out |= set(_in_other_editions(left_out, whole, book, config.site_url or ""))
    refuse_leaks(config, left_out, book.edition.name)
    refuse_leaks_in_pages(config, book.pages.values(), left_out, book.edition.name)
    gone, links = LeftOut(left_out, config.site_url or ""), links_for_others(book)
    write_nav_files(folder, lists, guard, gone, links | covered.keys())
    write_items(folder, config, book, gone, links | covered.keys())
    if config.nav is not None:
        nav = without_entries(config.nav, lambda value: value in links or gone.leads_there(value, ""))
        config.nav = with_titles_of_their_own(nav, covered)
    config.repo_url = config.repo_name = config.edit_uri = config.edit_uri_template = None
    return replace(book, left_out=frozenset(left_out))


def _in_other_editions(left_out: set[str], whole: set[str], book: Handbook, address: str) -> Iterator[str]:
    """Give what is left out as other editions have it, in folders beside this one, or around it with all of them."""
    assert book.edition
    taken = {path.partition("/")[0].removesuffix(".md") for path in whole}
    folders = [f"{edition.name}/" for edition in book.editions if edition.name not in taken]
    *around, last = ["", *filter(None, urlsplit(address).path.split("/"))]
    if around and last == book.edition.name:
        above = "".join(f"{part}/" for part in around if part)
        folders += {above, *(f"{above}{folder}" for folder in folders)} - {"", *folders}
    for path in left_out - {"index.md", "README.md"}:
        yield from (f"{folder}{path}" for folder in folders)


def _guard(config: MkDocsConfig, book: Handbook, sources: Mapping[str, Path], folder: Path) -> Guard:
    """Give what tells of a file that a page takes in whether the edition has it."""
    assert book.edition and book.whole
    carried = {source.resolve(): folder / path for path, source in sources.items() if (folder / path).is_file()}
    closed = hidden_folders(book.whole, book.edition)
    known = (
        source
        for path, source in sources.items()
        if path in book.whole.pages or not is_page(path) or not closed.isdisjoint(map(str, PurePosixPath(path).parents))
    )
    entries = (root_of(config) / entry.document.file for entry in entries_in_part(book))
    own = (file for file, _, _ in config_files(Path(config.config_file_path or "mkdocs.yml").resolve()))
    beside = resource_files(book.whole) - resource_files(book)
    hidden = [source.resolve() for source in (*known, *entries, *draft_files(book.whole), *beside, *own)]
    roles, editions = book.settings.roles, [edition.name for edition in book.editions]
    return Guard(book.edition, carried, frozenset(hidden) - carried.keys(), roles, tuple(editions))


def unlisted(html: str) -> str:
    """Ask search engines to leave a page of an edition out: it is made for some."""
    return html.replace("</head>", '<meta name="robots" content="noindex"></head>', 1)
