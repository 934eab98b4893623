"""Whether a build would make the site that is there: the same input, and every file of the site as it was left."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import distributions
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.files import replace_file
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


@dataclass(frozen=True)
class Built:
    """A build that ended well: the digest of what it read, what it wrote, its pages, and what it had to say."""

    read: str
    written: dict[str, tuple[int, int]]
    pages: int
    said: str


class Record:
    """The last build of one site, kept in the handbook's cache."""

    def __init__(self, config: MkDocsConfig, plugin: JourneybookPlugin, builder: str) -> None:
        self.site = Path(config.site_dir)
        name = hashlib.sha256(os.fsencode(self.site.resolve())).hexdigest()[:16]
        self.file = (root_of(config) / plugin.config.cache).parent / f"built-{name}.json"
        self.read = _digest(config, plugin, builder) if _is_known(config) else None

    def last(self) -> Built | None:
        """The last build, where another one would make the same site; None where it would not, or nobody can tell."""
        try:
            found = json.loads(self.file.read_text("utf-8"))
            written = {path: (int(size), int(changed)) for path, (size, changed) in found["written"].items()}
            built = Built(found["read"], written, int(found["pages"]), str(found["said"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # there is none, or it is damaged
        return built if built.read == self.read and built.written == _stats(self.site) else None

    def keep(self, pages: int, said: str) -> None:
        """Remember a build that ended well; where that cannot be written, the next build is a whole one."""
        if self.read is None:
            return
        text = json.dumps(asdict(Built(self.read, _stats(self.site), pages, said)), ensure_ascii=False)
        try:
            replace_file(self.file, text.encode("utf-8", "surrogateescape"))
        except OSError:
            return


def _is_known(config: MkDocsConfig) -> bool:
    names = list(config.markdown_extensions)
    ours = all(name in _EXTENSIONS or name.startswith(_FAMILIES) for name in names)
    return set(config.plugins) <= _PLUGINS and not config.hooks and ours and not _INCLUDES & set(names)


def _digest(config: MkDocsConfig, plugin: JourneybookPlugin, builder: str) -> str:
    """Of everything that a build reads: the configuration, the day, the versions of all packages, and every file."""
    digest = hashlib.sha256()
    day = os.environ.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.UTC).date().isoformat()
    local = dt.date.today().isoformat()  # review dates are compared with it
    mkdocs_yml = list(files_of(Path(config.config_file_path)))
    environment = sorted(os.environ.items()) if any(b"!ENV" in path.read_bytes() for path in mkdocs_yml) else []
    settings = repr((builder, day, local, config.strict, environment))
    digest.update(settings.encode("utf-8", "surrogateescape"))
    for name in sorted(f"{package.name} {package.version}" for package in distributions()):
        digest.update(f"{name}\n".encode())
    for path in (*mkdocs_yml, *_files(_folders(config, plugin))):
        digest.update(os.fsencode(path) + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _folders(config: MkDocsConfig, plugin: JourneybookPlugin) -> Iterator[Path]:
    """Where a build reads; our own program too, as it is changed in place while one works on it."""
    root, options = root_of(config), plugin.config
    yield from (Path(config.docs_dir), root / options.journeys, root / options.toolkit)
    yield from ([root / options.templates] if options.templates else [])
    yield from ([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])
    yield from (theme_dir(), Path(__file__).parents[1])


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        found = (path for path in folder.rglob("*") if "__pycache__" not in path.parts and path.is_file())
        yield from sorted(found)


def _stats(site: Path) -> dict[str, tuple[int, int]]:
    """The size and the time of change of every file of a site, in nanoseconds."""
    found = {}
    for path in _files([site]):
        stat = path.stat()
        found[path.relative_to(site).as_posix()] = (stat.st_size, stat.st_mtime_ns)
    return found
