"""The fingerprint of a build: what it reads besides the parts of the handbook, and whether that can be known."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.mkdocs_yml import files_of
from journeybook.builders.config.options import Options
from journeybook.builders.config.settings import root_of, settings_of, templates_of
from journeybook.ground.theme_dir import theme_dir
from journeybook.handbook.chosen_edition import VARIABLE
from journeybook.handbook.pictures import SHARED
from journeybook.handbook.strays import alike, beside_mkdocs_yml
from journeybook.pages.books import FOLDER
from journeybook.store.cache import digest
from journeybook.store.files import content_digest, is_source
from journeybook.store.links import Found, walk
from journeybook.store.program import program

# What else a build reads cannot be known of plugins, of hooks, and of extensions that put other files in.
_PLUGINS = {"search", "material/search", "journeybook"}
_EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
_FAMILIES = ("markdown.extensions.", "pymdownx.", "material.extensions.")
_INCLUDES = {"pymdownx.snippets", "pymdownx.b64"}


def are_known(config: MkDocsConfig) -> bool:
    """Tell whether everything that a build reads is known."""
    names = list(config.markdown_extensions)
    ours = all(name in _EXTENSIONS or name.startswith(_FAMILIES) for name in names)
    return ours and set(config.plugins) <= _PLUGINS and not config.hooks and not _INCLUDES & set(names)


def around(config: MkDocsConfig, options: Options) -> Iterator[Path]:
    """Give the folders that shape every page of a handbook: its templates, and ours; and the books that it offers."""
    yield from templates_of(config, options)
    if options.book:
        yield root_of(config) / FOLDER
    yield theme_dir()


def digest_of(config: MkDocsConfig, options: Options, folders: Iterable[Path]) -> str | None:
    """Give a digest of the configuration, the day and every file of some folders, links followed.

    None where a file cannot be read: the build tells what is wrong.
    """
    bounds = (*settings_of(config, options).bounds, theme_dir())
    day = os.environ.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.UTC).date().isoformat()
    local = dt.date.today().isoformat()  # review dates are compared with it
    try:
        mkdocs_yml = list(files_of(Path(config.config_file_path)))
        environment = sorted(os.environ.items()) if any(b"!ENV" in path.read_bytes() for path in mkdocs_yml) else []
        settings = [(str(path), content_digest(path)) for path in mkdocs_yml]
        inside = (found for folder in folders for found in walk(folder, bounds, hidden=True))
        contents = [_seen(found) for found in inside if is_source(Path(found.path))]
    except OSError:
        return None
    return digest(repr((day, local, config.strict, environment, settings, contents)))


def input_digest(kind: str, config: MkDocsConfig, options: Options, *, with_books: bool = True) -> str | None:
    """Give a digest of everything that goes into what is made, versions of packages and the edition asked for included.

    `kind` says what is made. None where nobody can tell.
    """
    if not are_known(config) or options.renderer != "graphviz-pure":  # of another renderer nobody tells the version
        return None
    root = root_of(config)
    parts = (Path(config.docs_dir), root / options.journeys, root / options.toolkit, root / SHARED)
    settings = settings_of(config, options)
    folders = [folder for folder in around(config, options) if with_books or folder != root / FOLDER]
    found = digest_of(config, options, (*parts, *(folder for folder, _ in alike(settings)), *folders))
    try:
        beside = [(str(path), content_digest(path)) for path in beside_mkdocs_yml(settings)]
    except OSError:
        return None
    edition = options.asked, os.environ.get(VARIABLE)  # what mkdocs.yml says of it is in the digest of that
    return found and digest(kind, found, program(), repr(beside), repr(edition))


def _seen(found: Found) -> tuple[str, str]:
    """Give a path and a digest of the file there, or, for what is not read, why: the build tells of that, too."""
    path = Path(found.path)
    if found.lost or found.is_folder or not path.is_file():
        return found.path, str(found.lost or "no file")
    return found.path, content_digest(path)
