"""What a build reads besides the parts of the handbook, and whether that can be known."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.diagrams.cache import digest
from journeybook.files import content_digest, is_source
from journeybook.plugin.mkdocs_yml import files_of
from journeybook.plugin.options import Options
from journeybook.plugin.settings import root_of
from journeybook.theme_dir import theme_dir

# What else a build reads cannot be known of plugins, of hooks, and of extensions that put other files in.
_PLUGINS = {"search", "material/search", "journeybook"}
_EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
_FAMILIES = ("markdown.extensions.", "pymdownx.", "material.extensions.")
_INCLUDES = {"pymdownx.snippets", "pymdownx.b64"}


def are_known(config: MkDocsConfig) -> bool:
    """Whether everything that a build reads is known."""
    names = list(config.markdown_extensions)
    ours = all(name in _EXTENSIONS or name.startswith(_FAMILIES) for name in names)
    return ours and set(config.plugins) <= _PLUGINS and not config.hooks and not _INCLUDES & set(names)


def around(config: MkDocsConfig, options: Options) -> Iterator[Path]:
    """The folders that shape every page of a handbook: its templates, and ours."""
    yield from ([root_of(config) / options.templates] if options.templates else [])
    yield from ([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])
    yield theme_dir()


def digest_of(config: MkDocsConfig, folders: Iterable[Path]) -> str | None:
    """A digest of the configuration, the day and every file of some folders.

    None where a file cannot be read, or a folder has links to others: the build tells what is wrong.
    """
    day = os.environ.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.UTC).date().isoformat()
    local = dt.date.today().isoformat()  # review dates are compared with it
    try:
        mkdocs_yml = list(files_of(Path(config.config_file_path)))
        environment = sorted(os.environ.items()) if any(b"!ENV" in path.read_bytes() for path in mkdocs_yml) else []
        contents = [(str(path), content_digest(path)) for path in chain(mkdocs_yml, *map(_files, folders))]
    except OSError:
        return None
    return digest(repr((day, local, config.strict, environment, contents)))


def _files(folder: Path) -> list[Path]:
    """The files of a folder. An OSError where it has links to folders, which may lead anywhere and in circles."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and path.is_dir():
            raise OSError(errno.ELOOP, "a link to a folder", str(path))
        if path.is_file() and is_source(path):
            found.append(path)
    return found
