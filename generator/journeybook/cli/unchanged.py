"""Tell whether a build would make the site that is there: the same input, and every file of the site as it was left."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from journeybook.builders.config.inputs import input_digest
from journeybook.builders.config.project import Project
from journeybook.builders.config.settings import cache_of
from journeybook.store.cache import Cache, digest
from journeybook.store.cache_dir import NoCacheError

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
        self.read = input_digest(builder, config, options)

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


def _stats(site: Path) -> dict[str, list[int]]:
    """Give the size and the time of change of every file of a site, in nanoseconds."""
    stats = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): [stat.st_size, stat.st_mtime_ns] for path, stat in stats}
