"""Files of the chapters' folder that no edition has as they are: sources, and those with something for others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from journeybook.handbook import Handbook
from journeybook.markdown.audience_blocks import find_blocks
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.settings import DEFAULT
from journeybook.model.editions import Edition

_SIGNS = (b"audience", b"for:", b"end for")
_MOST = 2_000_000  # bytes of a file that somebody may have typed
_SOURCES = {".yaml", ".yml"}


def withheld(book: Handbook, edition: Edition, sources: Mapping[str, Path]) -> set[str]:
    """Give the files that do not go with an edition whatever leads to them, by their paths among the chapters.

    The journeys, activities and workshops themselves are among them, and copies of them that lie beside them.
    """
    settings = book.settings
    folders = [folder.resolve() for folder in (settings.journeys, settings.toolkit)]
    return {path for path, source in sources.items() if _is_source(source, folders) or is_for_others(source, edition)}


def _is_source(file: Path, folders: Collection[Path]) -> bool:
    """Tell whether a file is a source of the handbook, or a copy that an editor has left beside one."""
    real = file.resolve()
    kind = {suffix.rstrip("~").casefold() for suffix in real.suffixes}
    return bool(kind & _SOURCES) and any(real.is_relative_to(folder) for folder in folders)


def is_for_others(file: Path, edition: Edition) -> bool:
    """Tell whether a file says that it, or a block of it, is for others; it does too where nobody can say what for."""
    if file.stat().st_size > _MOST or not any(sign in (content := file.read_bytes()) for sign in _SIGNS):
        return False
    text = content.decode("utf-8-sig", "replace")
    found = find_blocks(text, DEFAULT)
    in_part = bool(found.slips) or any(not edition.shows(block.audience) for block in found.blocks)
    return in_part or not edition.shows(roles_at_top(text))


def roles_at_top(text: str) -> Collection[str]:
    """Give the roles that a text's front matter says it is for; none where it is for everyone."""
    front, _, _ = split_front_matter(text)
    try:
        meta = yaml.safe_load(front) if "audience" in front else None
    except yaml.YAMLError:
        return {"nobody"}
    roles = (meta.get("audience") if isinstance(meta, dict) else None) or ()
    return {roles} if isinstance(roles, str) else set(map(str, roles))
