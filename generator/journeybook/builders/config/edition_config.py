"""Turn MkDocs's configuration into that of an edition: what builders and other plugins read has nothing left out."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from journeybook.assembly.build import paths
from journeybook.builders.config.edition_folder import fill_folder
from journeybook.builders.config.edition_nav import without_entries
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import site_of
from journeybook.handbook import Handbook


def enter_edition(config: MkDocsConfig, options: Options, book: Handbook, folder: Path) -> None:
    """Make a configuration that of an edition, whose chapters come to lie in a folder of its own.

    The name of the site tells which edition it is. Where that leaves out something, the navigation does not name it,
    and no link leads to the sources, in which all of it stands. An OSError where a file cannot be read.
    """
    if book.edition is None:
        return
    config.site_name = f"{config.site_name} · {book.edition.title}"
    if book.whole is None:
        return
    sources = {file.src_uri: Path(file.abs_src_path) for file in get_files(config) if file.abs_src_path}
    whole = paths(site_of(config, options, book.whole))
    fill_folder(folder, book, sources)
    config.docs_dir = str(folder)
    if config.nav is not None:
        there = {file.src_uri for file in get_files(config)} | paths(site_of(config, options, book))
        config.nav = without_entries(config.nav, (sources.keys() | whole) - there)
    config.repo_url = config.repo_name = config.edit_uri = config.edit_uri_template = None
