"""Copies of a handbook's YAML among its files: what a program has left behind, or somebody has put by, has it all."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from journeybook.builders.config.edition_addresses import HEAD, is_text
from journeybook.handbook import Handbook
from journeybook.handbook.editions import entries_in_part
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.base import EntryModel

_FIELDS = {name for model in (Activity, Journey, Workshop) for name in model.model_fields}
_OWN = _FIELDS - set(EntryModel.model_fields)
_OURS_ALONE = {
    *("audience", "bring", "cautions", "compares", "days", "debrief", "facilitator_notes", "group_size", "handouts"),
    *("prerequisites", "stages", "steps", "tested_with", "variations"),
}
"""Fields that hardly any data of others have beside a `title`."""
_IN_NO_OTHER_JSON = _OURS_ALONE - {"days", "prerequisites", "stages", "steps"}
_KEY = re.compile(r"^[\"']?(\w+)[\"']?[ \t]*:(?=\s|$)", re.M)
_GLOSSARY = re.compile(r"^[ \t]*(?:-[ \t]+|[\[{,]+[ \t]*)[\"']?term[\"']?[ \t]*:(?=\s|$|[\"'])", re.M)
"""A term of a glossary, in YAML or JSON."""
_YAML = re.compile(r"\.ya?ml(?![a-z])")
_LARGEST = 1_000_000
"""No journey or activity has so many bytes."""


def copies_of_sources(book: Handbook, sources: Mapping[str, Path]) -> set[str]:
    """Give the files that are sources of the handbook by their folder, their name or their keys, by their paths.

    By its name a file is one that is nearly called as what the edition leaves out, or has in part, or as a draft:
    `#talk.yaml#`.
    """
    settings = book.settings
    folders = [folder.resolve() for folder in (settings.journeys, settings.toolkit)]
    whole = book.whole or book
    drafts = (id for shelf in (whole.journeys, whole.activities, whole.workshops) for id in shelf.drafts)
    in_part = (entry.model for entry in entries_in_part(book))
    titles = {model.title.casefold() for model in in_part if isinstance(model, EntryModel)}  # a glossary has none
    called = _names([*(PurePosixPath(entry.document.file).stem for entry in entries_in_part(book)), *drafts])

    def is_one(source: Path) -> bool:
        real = source.resolve()
        if any(_YAML.search(name) and called.search(name) for name in (source.name.casefold(), real.name.casefold())):
            return True
        is_beside = any(real.is_relative_to(folder) for folder in folders)
        return bool(is_beside and _YAML.search(real.name.casefold())) or _has_our_keys(source, titles)

    return {path for path, source in sources.items() if is_one(source)}


def _names(ids: Iterable[str]) -> re.Pattern[str]:
    """Give what finds one of some ids in the name of a file, as a word of it."""
    words = "|".join(re.escape(id.casefold()) for id in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])" if words else r"(?!)")


def _has_our_keys(file: Path, titles: Collection[str]) -> bool:
    """Tell whether a file has the keys of a journey, an activity or a workshop, as YAML or JSON, whatever its name.

    Or of a glossary.

    Programs have JSON of their own with keys such as `title`, `steps` and `materials`: one of ours has besides a key
    that they have not, or one of some `titles`.
    """
    if file.stat().st_size > _LARGEST:
        return False
    content = file.read_bytes()
    has_terms = b"term" in content and b"definition" in content
    if not (has_terms or b"title" in content) or not is_text(content[:HEAD]):
        return False
    text = content.decode("utf-8-sig", "replace")
    if has_terms and _GLOSSARY.search(text):
        return True
    if text.lstrip().startswith("{"):
        data = _json(text)
        is_called_so = str(data.get("title")).casefold() in titles
        return len(data.keys() & _OWN) > 1 and (is_called_so or bool(data.keys() & _IN_NO_OTHER_JSON))
    front, body, _ = split_front_matter(text)
    if front and body.strip():  # a text, which says something of itself at its top
        return False
    keys = set(_KEY.findall(text))
    return "title" in keys and (len(keys & _OWN) > 1 or (keys <= _FIELDS and bool(keys & _OURS_ALONE)))


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and "title" in found else {}
