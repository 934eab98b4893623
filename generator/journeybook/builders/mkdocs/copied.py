"""The files that MkDocs copies into an edition's site: none may tell of what the edition leaves out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.builders.config.edition_addresses import HEAD, is_text, refuse_in_file
from journeybook.handbook.left_out import LeftOut
from journeybook.pages.assets import ASSETS


def remove_hidden(files: Files, config: MkDocsConfig, left_out: Collection[str]) -> None:
    """Take out the files of the theme's own folder that an edition leaves out."""
    own = config.theme.custom_dir
    for file in [*files] if own and left_out else ():
        if own and file.src_uri in left_out and Path(file.abs_src_path or "").is_relative_to(own):
            files.remove(file)


def refuse_in_files(files: Files, config: MkDocsConfig, left_out: LeftOut) -> None:
    """Raise an EditionError where a file leads to something that is left out; those of themes are not asked."""
    if not left_out:
        return
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    themes = [Path(folder) for folder in config.theme.dirs if own is None or Path(folder) != own]
    for file in files:
        if file.inclusion.is_included() and _is_asked(file, themes):
            refuse_in_file(file.content_bytes, file.src_uri, file.dest_uri, left_out)


def _is_asked(file: File, themes: list[Path]) -> bool:
    if file.is_documentation_page() or file.dest_uri.startswith(ASSETS):
        return False
    if file.abs_src_path is None:
        return True
    source = Path(file.abs_src_path)
    if any(source.is_relative_to(folder) for folder in themes):
        return False
    with source.open("rb") as opened:  # a film may be too large to be read whole
        return is_text(opened.read(HEAD))
