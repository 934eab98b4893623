"""Whether a build would make the site that is there: the same input, and every file of the site as it was left."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import distributions
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.diagrams.cache import Cache, digest
from journeybook.plugin import JourneybookPlugin
from journeybook.plugin.mkdocs_yml import files_of
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
RECORD = 1
"""The form of a record: one of another form is none."""


@dataclass(frozen=True)
class Built:
    """A build that ended well: the digest of what it read, what it wrote, its pages, and what it had to say."""

    read: str
    written: dict[str, list[int]]
    pages: int
    said: str


class Record:
    """The last build of one site, kept with the handbook's drawings."""

    def __init__(self, config: MkDocsConfig, plugin: JourneybookPlugin, builder: str) -> None:
        self.site = Path(config.site_dir)
        self.cache = Cache(root_of(config) / plugin.config.cache)
        self.key = digest(f"the last build, form {RECORD}", str(self.site.resolve()))
        self.read = _read(config, plugin, builder) if _is_known(config, plugin) else None

    def last(self) -> Built | None:
        """The last build, where another one would make the same site; None where it would not, or nobody can tell."""
        kept = self.cache.get(self.key)
        if kept is None or self.read is None:
            return None
        built = Built(**json.loads(kept))  # as `keep` wrote it: the cache gives nothing that is damaged
        return built if built.read == self.read and built.written == _stats(self.site) else None

    def keep(self, pages: int, said: str) -> None:
        """Remember a build that ended well."""
        if self.read is not None:
            self.cache.put(self.key, json.dumps(asdict(Built(self.read, _stats(self.site), pages, said))))


def _is_known(config: MkDocsConfig, plugin: JourneybookPlugin) -> bool:
    names = list(config.markdown_extensions)
    ours = all(name in _EXTENSIONS or name.startswith(_FAMILIES) for name in names)
    bundled = plugin.config.renderer == "graphviz-pure"  # of another one nobody tells the version
    return bundled and ours and set(config.plugins) <= _PLUGINS and not config.hooks and not _INCLUDES & set(names)


def _read(config: MkDocsConfig, plugin: JourneybookPlugin, builder: str) -> str | None:
    """A digest of everything that a build reads: the configuration, the day, the versions of all packages, and every
    file. None where a file cannot be read: the build tells which.
    """
    day = os.environ.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.UTC).date().isoformat()
    local = dt.date.today().isoformat()  # review dates are compared with it
    try:
        mkdocs_yml = list(files_of(Path(config.config_file_path)))
        environment = sorted(os.environ.items()) if any(b"!ENV" in path.read_bytes() for path in mkdocs_yml) else []
        packages = sorted(f"{package.name} {package.version}" for package in distributions())
        folders = (_files(folder) for folder in _folders(config, plugin))
        contents = [(path, _content(path)) for path in chain(mkdocs_yml, *folders)]
    except OSError:
        return None
    return digest(repr((builder, day, local, config.strict, environment, packages, contents)))


def _folders(config: MkDocsConfig, plugin: JourneybookPlugin) -> Iterator[Path]:
    """Where a build reads; our own program too, as it is changed in place while one works on it."""
    root, options = root_of(config), plugin.config
    yield from (Path(config.docs_dir), root / options.journeys, root / options.toolkit)
    yield from ([root / options.templates] if options.templates else [])
    yield from ([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])
    yield from (theme_dir(), Path(__file__).parents[1])


def _files(folder: Path) -> list[Path]:
    """The files of a folder. An OSError where it has links to folders, which may lead anywhere and in circles."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and path.is_dir():
            raise OSError(errno.ELOOP, "a link to a folder", str(path))
        if path.is_file() and path.parent.name != "__pycache__":
            found.append(path)
    return found


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stats(site: Path) -> dict[str, list[int]]:
    """The size and the time of change of every file of a site, in nanoseconds."""
    stats = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): [stat.st_size, stat.st_mtime_ns] for path, stat in stats}
