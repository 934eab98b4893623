"""A site that MkDocs itself empties and fills: nothing in it that no build has written is lost.

`journeybook build` keeps such files. Plain `mkdocs build` removes all that is not hidden, so it is stopped before it
does: whatever would be moved aside for its time, a kill would leave there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.store.foreign import OURS, files_in, foreign, is_same, named_line
from journeybook.store.manifest import read_manifest, write_manifest
from journeybook.store.swap import MADE_BY
from journeybook.store.target import MANIFEST, TargetError, check_site, is_hidden, is_old_site

_NEW_LIST = f"{OURS}list"
_BY_PLUGINS = ("search/search_index.json", "sitemap.xml.gz")  # written at the very end, and by no file of MkDocs's


@dataclass
class EmptiedSite:
    """The list of one site through one build; `dirty` where MkDocs empties nothing."""

    dirty: bool
    _was_old: bool = False
    _ours: set[str] = field(default_factory=set)

    def check(self, config: MkDocsConfig) -> None:
        """Refuse a folder that is no site, or in which something would be lost, with a TargetError."""
        site = Path(config.site_dir)
        check_site(site)
        self._was_old = read_manifest(site / MANIFEST) is None and is_old_site(site)
        if self._was_old:
            _refuse_links(site, (entry.name for entry in site.iterdir() if not is_hidden(entry.name)))
        if not self.dirty and (lost := _lost(site, Path(config.docs_dir), self._was_old)):
            raise TargetError(
                f"MkDocs would delete what no build has put into {site}: {named_line(lost)}; use `journeybook build`, "
                f"which keeps it, or move it to {config.docs_dir}, from where each build copies it."
            )

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """List what will be written before it is: after a kill, nobody takes a half-written site for another's.

        A TargetError where a file of somebody else would be overwritten, here or behind a link.
        """
        site, planned = Path(config.site_dir), _planned(config, files)
        listed = read_manifest(site / MANIFEST)
        self._ours = listed or set()
        if self._was_old and self.dirty:
            self._ours = files_in(site, hidden=False) - {"CNAME"}
        lost = [name for name, file in planned.items() if self._is_foreign(site, name, file)]
        if lost and not self._was_old:
            raise TargetError(
                f"MkDocs would overwrite what no build has put into {site}: {named_line(lost)}; move it away."
            )
        _refuse_links(site, {str(folder) for name in planned for folder in PurePosixPath(name).parents[:-1]})
        self._ours |= planned.keys()
        self._list(site, self._ours)

    def _is_foreign(self, site: Path, name: str, file: File | None) -> bool:
        if name in self._ours or not os.path.lexists(site / name):
            return False
        return not (file and file.abs_src_path and is_same(Path(file.abs_src_path), site / name))

    def end(self, config: MkDocsConfig) -> None:
        """List what is there: where MkDocs has emptied the folder, all that it shows; else what is known to be ours."""
        site = Path(config.site_dir)
        there = {name for name in self._ours if os.path.lexists(site / name)}
        self._list(site, there if self.dirty else there | files_in(site, hidden=False))

    def _list(self, site: Path, names: set[str]) -> None:
        site.mkdir(parents=True, exist_ok=True)
        write_manifest(site / _NEW_LIST, MADE_BY, names)
        (site / _NEW_LIST).replace(site / MANIFEST)  # at once: a kill leaves no half of it


def _refuse_links(site: Path, folders: Iterable[str]) -> None:
    """Refuse folders of a site that are links: MkDocs does not remove them, and would write where they lead to."""
    if links := sorted(folder for folder in folders if (site / folder).is_symlink() and (site / folder).is_dir()):
        raise TargetError(f"MkDocs would write through a link in {site}: {named_line(links)}; take the link out.")


def _lost(site: Path, docs: Path, was_old: bool) -> list[str]:
    """What MkDocs would delete of a foreign hand, and not write again."""
    shown = [path for path in foreign(site) if not is_hidden(path.partition("/")[0])]
    if was_old:  # `CNAME` alone: it may be that of the chapters' folder
        return [path for path in shown if not (docs / path).is_file()]
    return [path for path in shown if not is_same(docs / path, site / path)]


def _planned(config: MkDocsConfig, files: Files) -> Mapping[str, File | None]:
    """What MkDocs will write, by its path in the site, with the file that it is made of where it is one."""
    by_name: dict[str, File | None] = {file.dest_uri: file for file in files if file.inclusion.is_included()}
    others = (*config.theme.static_templates, *config.extra_templates, *_BY_PLUGINS)
    return {**dict.fromkeys(map(str, others)), **by_name}
