"""Templates of a handbook's own: nothing reads markers in them, and what they lead to is for every edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.edition_addresses import addresses_left_out
from journeybook.builders.config.edition_leaks import EditionError
from journeybook.builders.config.settings import root_of
from journeybook.handbook.left_out import LeftOut
from journeybook.markdown.audience_blocks import MARKER

_ENDINGS = (".html", ".htm", ".xml", ".j2", ".jinja", ".jinja2")


def refuse_in_template(output: str, name: str, config: MkDocsConfig, left_out: LeftOut, *, editions: bool) -> None:
    """Raise an EditionError where what a template has made, which is no page, tells of what an edition leaves out.

    So are 404.html and the sitemap, by their `name`. In a handbook without `editions` a marker is a comment.
    """
    if editions and (marker := MARKER.search(output)):
        raise _has_marker(marker[0], _place(marker[0], name, config))
    for address in addresses_left_out(output, name, left_out):
        raise EditionError(
            f"journeybook: {_place(address, name, config)}: ‘{address}’ stands here, and leads to what the edition "
            "leaves out. Take it out of this template, or of what it shows, such as mkdocs.yml; or give the editions "
            "that have it a mkdocs.yml of their own, with INHERIT and another `custom_dir`"
        )


def refuse_template(text: str, name: str, config: MkDocsConfig) -> None:
    """Raise an EditionError where a template that is given away as it is has a marker; `name` is its path."""
    if is_template(name, config) and (marker := MARKER.search(text)):
        raise _has_marker(marker[0], _place(marker[0], name, config))


def is_template(name: str, config: MkDocsConfig) -> bool:
    """Tell whether a file of the theme's own folder is a template, by its path there."""
    return name.casefold().endswith(_ENDINGS) or name in config.theme.static_templates


def _has_marker(marker: str, place: str) -> EditionError:
    return EditionError(
        f"journeybook: {place}: ‘{marker}’ stands in a template, and is left in what it makes, so that all would see a "
        "block for some: only pages have such blocks. Take out what is for some, or give the editions that have it a "
        "mkdocs.yml of their own, with INHERIT and another `custom_dir`"
    )


def _place(said: str, name: str, config: MkDocsConfig) -> str:
    """Give the file, the line and the column where a template says something; its name alone where none does."""
    for file in _templates(name, config):
        text = file.read_text("utf-8", "replace")
        if (at := text.find(said)) >= 0:
            root = root_of(config)
            shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
            return f"{shown}:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"
    return name


def _templates(name: str, config: MkDocsConfig) -> Iterator[Path]:
    """Give the templates of the handbook's own, the one of that name first, which may take in the others."""
    folders = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    for folder in folders:
        files = (file for file in folder.rglob("*") if file.is_file())
        own = sorted(file for file in files if is_template(file.relative_to(folder).as_posix(), config))
        yield from sorted(own, key=lambda file: PurePosixPath(file.relative_to(folder).as_posix()).as_posix() != name)
    extra = Path(config.docs_dir, name)
    if extra.is_file():
        yield extra
