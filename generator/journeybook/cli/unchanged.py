"""Tell whether a build would make the site that is there: the same input, and every file of the site as it was left."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from journeybook.builders.config.inputs import are_known, around, digest_of
from journeybook.builders.config.project import Project
from journeybook.builders.config.settings import cache_of, root_of, settings_of
from journeybook.handbook.chosen_edition import VARIABLE
from journeybook.handbook.pictures import SHARED
from journeybook.handbook.strays import alike, beside_mkdocs_yml
from journeybook.store.cache import Cache, digest
from journeybook.store.cache_dir import NoCacheError
from journeybook.store.files import content_digest
from journeybook.store.program import program

RECORD = 1
"""The form of a record: one of another form is none."""


@dataclass(frozen=True)
class LastBuild:
    """A build that ended well: the digest of what it read, what it wrote, its pages, and the problems it showed."""

    read: str
    written: dict[str, list[int]]
    pages: int
    said: str


class Record:
    """The record of the last build of one site, in the handbook's cache; `lack` says why, where nothing is kept."""

    def __init__(self, project: Project, builder: str) -> None:
        config, options = project.config, project.options
        self.site = Path(config.site_dir)
        self.cache: Cache | None = None
        self.lack = ""
        try:
            self.cache = cache_of(config, options)
            self.lack = self.cache.lack()
        except NoCacheError as error:
            self.lack = str(error)
        self.key = digest(f"the last build, form {RECORD}", str(self.site.resolve()))
        self.read = _read(project, builder)

    def last(self) -> LastBuild | None:
        """Give the last build if another one would make the same site; None if it would not, or nobody can tell."""
        built = self.cache.take(self.key, _built) if self.cache else None
        if built is None or self.read is None:
            return None
        return built if built.read == self.read and built.written == _stats(self.site) else None

    def keep(self, pages: int, said: str) -> None:
        """Record a build that ended well."""
        if self.cache and self.read is not None:
            self.cache.put(self.key, json.dumps(asdict(LastBuild(self.read, _stats(self.site), pages, said))))


def _built(kept: str) -> LastBuild:
    """Read a record as `keep` writes it; a ValueError where somebody else has put something else into the cache."""
    match json.loads(kept):
        case {"read": str(read), "written": dict(written), "pages": pages, "said": str(said), **more} if (
            type(pages) is int and not more
        ):
            return LastBuild(read, written, pages, said)  # compared with what is there, whatever it is
    raise ValueError("this is no record of a build")


def _read(project: Project, builder: str) -> str | None:
    """Give a digest of everything that a build reads, versions of packages included; None where nobody can tell."""
    config, options = project.config, project.options
    if not are_known(config) or options.renderer != "graphviz-pure":  # of another renderer nobody tells the version
        return None
    root = root_of(config)
    parts = (Path(config.docs_dir), root / options.journeys, root / options.toolkit, root / SHARED)
    settings = settings_of(config, options)
    found = digest_of(config, options, (*parts, *(folder for folder, _ in alike(settings)), *around(config, options)))
    try:
        beside = [(str(path), content_digest(path)) for path in beside_mkdocs_yml(settings)]
    except OSError:
        return None
    return found and digest(builder, found, program(), repr(beside), repr(_edition(project)))


def _edition(project: Project) -> tuple[str | None, str | None]:
    """Give who asks for an edition: a command, or the environment; what mkdocs.yml says is in the digest of that."""
    return project.options.asked, os.environ.get(VARIABLE)


def _stats(site: Path) -> dict[str, list[int]]:
    """Give the size and the time of change of every file of a site, in nanoseconds."""
    stats = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): [stat.st_size, stat.st_mtime_ns] for path, stat in stats}
