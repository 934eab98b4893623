"""Guard a site that MkDocs itself empties and fills: nothing in it that no build has written is lost.

`journeybook build` keeps such files. Plain `mkdocs build` removes all that is not hidden, so it is stopped before it
does: whatever would be moved aside for its time, a kill would leave there.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.builders.config.policy import NAME as POLICY
from journeybook.builders.config.settings import root_of
from journeybook.builders.mkdocs.search_index import ASKED, WHOLE
from journeybook.store.destination import MANIFEST, DestinationError, check_site, instead_of, is_hidden, is_old_site
from journeybook.store.foreign import OURS, files_in, foreign, is_folder, is_same, named_line
from journeybook.store.manifest import read_manifest, write_manifest
from journeybook.store.own_entries import check_entries
from journeybook.store.swap import MADE_BY

_NEW_LIST = f"{OURS}list"
_AT_THE_END = (ASKED, WHOLE, POLICY, "sitemap.xml.gz")  # written at the very end, and by no file of MkDocs's


@dataclass
class EmptiedSite:
    """The manifest of one site through one build; `dirty` where MkDocs empties nothing."""

    dirty: bool
    _was_old: bool = False
    _ours: set[str] = field(default_factory=set)

    def check(self, config: MkDocsConfig) -> None:
        """Refuse a folder that is no site, or in which something would be lost, with a DestinationError.

        An EntryError as in `check_entries`.
        """
        site = Path(config.site_dir)
        check_entries((), (site / MANIFEST, site / _NEW_LIST))
        check_site(site, instead_of(site, root_of(config)))
        self._was_old = read_manifest(site / MANIFEST) is None and is_old_site(site)
        if self._was_old:
            shown = (entry.name for entry in site.iterdir() if not is_hidden(entry.name))
            _refuse_links(site, (name for name in shown if (site / name).is_dir()))
        if not self.dirty and (lost := _lost(site, Path(config.docs_dir), self._was_old)):
            raise DestinationError(
                f"MkDocs would delete what no build has put into {site}: {named_line(lost)}; use `journeybook build`, "
                f"which keeps it, or move it to {config.docs_dir}, from where each build copies it."
            )

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """Write the manifest before the files: after a kill, nobody takes a half-written site for another's.

        A DestinationError where a file of somebody else would be overwritten, here or behind a link.
        """
        site, planned = Path(config.site_dir), _planned(config, files)
        listed = read_manifest(site / MANIFEST)
        self._ours = listed or set()
        if self._was_old and self.dirty:
            self._ours = files_in(site, hidden=False) - {"CNAME"}
        lost = [name for name, file in planned.items() if self._is_foreign(site, name, file)]
        if lost and not self._was_old:
            raise DestinationError(
                f"MkDocs would overwrite what no build has put into {site}: {named_line(lost)}; move it away."
            )
        folders = {str(folder) for name in planned for folder in PurePosixPath(name).parents[:-1]}
        _refuse_links(site, planned.keys() | folders)
        _refuse_no_files(site, planned)
        self._ours |= planned.keys()
        self._list(site, self._ours)

    def clear(self, config: MkDocsConfig, left_out: Iterable[str]) -> None:
        """Delete what another edition's build has put into folders with a dot, which MkDocs never empties.

        `left_out` are the paths of what this edition leaves out; what lies elsewhere, such as `.git`, stays.
        """
        site = Path(config.site_dir)
        dotted = (name for path in left_out if path.startswith(".") for name in _written_as(path))
        for file in (site / name for name in dotted if ".." not in PurePosixPath(name).parts):
            if file.is_file() and file.parent.resolve().is_relative_to(site.resolve()):  # no link leads out of the site
                file.unlink()

    def _is_foreign(self, site: Path, name: str, file: File | None) -> bool:
        if name in self._ours or not os.path.lexists(site / name):
            return False
        return not (file and file.abs_src_path and is_same(Path(file.abs_src_path), site / name))

    def end(self, config: MkDocsConfig) -> None:
        """Write the manifest of what is there.

        Where MkDocs has emptied the folder, that is all that it shows; else what is known to be ours.
        """
        site = Path(config.site_dir)
        there = {name for name in self._ours if os.path.lexists(site / name)}
        self._list(site, there if self.dirty else there | files_in(site, hidden=False))

    def _list(self, site: Path, names: set[str]) -> None:
        site.mkdir(parents=True, exist_ok=True)
        write_manifest(site / _NEW_LIST, MADE_BY, names)
        (site / _NEW_LIST).replace(site / MANIFEST)  # at once: a kill leaves no half of it


def _written_as(path: str) -> Iterable[str]:
    """Give what a file of the chapters may be called in a site; nothing for a part of a page, behind its `#`."""
    page = path.removesuffix(".md")
    if page == path:
        return () if "#" in path else (path,)
    first = PurePosixPath(page).parent / "index.html"
    return (f"{page}.html", str(first) if PurePosixPath(page).name in ("index", "README") else f"{page}/index.html")


def _refuse_links(site: Path, names: Iterable[str]) -> None:
    """Refuse files and folders of a site that are links: MkDocs would write where they lead to."""
    if links := sorted(name for name in names if (site / name).is_symlink()):
        raise DestinationError(f"MkDocs would write through a link in {site}: {named_line(links)}; take the link out.")


def _refuse_no_files(site: Path, names: Iterable[str]) -> None:
    """Refuse what stands in a file's place: MkDocs would wait for the other end of a pipe, and fill a device."""
    if others := sorted(name for name in names if os.path.lexists(site / name) and not (site / name).is_file()):
        raise DestinationError(
            f"MkDocs would write over what is no file in {site}: {named_line(others)}; move it away."
        )


def _lost(site: Path, docs: Path, was_old: bool) -> list[str]:
    """Find what no build has written, MkDocs would delete, and would not write again."""
    shown = [path for path in foreign(site) if _is_removed(site / path.partition("/")[0])]
    if was_old:  # such as `CNAME`: it may be that of the chapters' folder
        return [path for path in shown if not (docs / path).is_file()]
    return [path for path in shown if not is_same(docs / path, site / path)]


def _is_removed(top: Path) -> bool:
    """Tell whether MkDocs removes an entry and something with it: not dotfiles, and not an empty `lost+found`."""
    if top.name.startswith("."):
        return False
    with contextlib.suppress(PermissionError):  # what nobody can look into, nobody can remove
        return not (is_hidden(top.name) and is_folder(top)) or any(top.iterdir())
    return False


def _planned(config: MkDocsConfig, files: Files) -> Mapping[str, File | None]:
    """Give the paths of what MkDocs will write, each with the file that it is made of where it is one."""
    by_name: dict[str, File | None] = {file.dest_uri: file for file in files if file.inclusion.is_included()}
    others = (*config.theme.static_templates, *config.extra_templates, *_AT_THE_END)
    return {**dict.fromkeys(map(str, others)), **by_name}
