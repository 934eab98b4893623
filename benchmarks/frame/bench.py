"""The handbooks and sites that measures work on, at full size or smaller."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

from frame.runs import python
from handbooks import Sizes, write_handbook
from journeybook.store.cache_dir import cache_dir

FULL = Sizes()
SEED = 1


@dataclass
class Bench:
    """One run: how large, how many rounds, and where the files go.

    `size` is the number of activities that stands for the 1,000 of the full size; all other sizes follow.
    """

    work: Path
    size: int = FULL.activities
    rounds: int = 5
    peers: Path | None = None
    """The Python that has the other generators."""
    _sites: dict[Sizes, Path] = field(default_factory=dict)

    def scaled(self, count: int) -> int:
        """So many of something at full size are how many at this size; at least one."""
        return max(1, round(count * self.size / FULL.activities)) if count else 0

    def sizes(self, **changed: int) -> Sizes:
        """Give the sizes of a handbook in this run; `changed` are those that differ, at full size. Sections stay."""
        full = replace(FULL, **changed)
        return Sizes(
            *(self.scaled(getattr(full, name)) for name in ("activities", "journeys", "workshops", "chapters"))
        )

    def folder(self, name: str) -> Path:
        """Make a new folder for files of a measure."""
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.work))

    def book(self, sizes: Sizes) -> Path:
        """Make a new handbook of its own, with nothing built yet."""
        return write_handbook(self.folder("book"), sizes, SEED)

    def site(self, sizes: Sizes) -> Path:
        """Build a site to look at, once in a run; the folder is named as the path of its address."""
        if sizes not in self._sites:
            site = self.folder("sites") / "site"
            book = self.book(sizes)
            build(book, site)
            shutil.rmtree(book)
            self._sites[sizes] = site
        return self._sites[sizes]


def build(book: Path, site: Path) -> dict[str, float]:
    """Build a handbook with MkDocs and our plugin; the columns say what it took."""
    return python("mkdocs", "build", "--quiet", "-d", site, cwd=book).columns


def generate(book: Path, folder: Path) -> Path:
    """Write a handbook out as plain Markdown and SVG, and give the folder."""
    python("journeybook", "generate", folder, cwd=book)
    return folder


def forget_all(book: Path) -> None:
    """Remove everything that was kept of earlier builds."""
    shutil.rmtree(cache_dir(book), ignore_errors=True)
    forget_but_diagrams(book)


def forget_but_diagrams(book: Path) -> None:
    """Remove the site of an earlier build; its drawings are kept."""
    shutil.rmtree(book / "site", ignore_errors=True)


def own_cache(folder: Path) -> AbstractContextManager[object]:
    """Put the cache of builds below this folder while the block runs, and not among those of whoever measures."""
    return patch.dict(os.environ, XDG_CACHE_HOME=str(folder / "cache"))


def size_of(folder: Path, pattern: str = "*") -> int:
    """Bytes of all files below a folder whose names fit a pattern."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())
