"""Say what to write in place of a word that is none of those that are known."""

from __future__ import annotations

import re

from journeybook.model import types
from journeybook.model.meant_ids import NOT_AN_ID, as_list
from journeybook.model.other_names import other_word
from journeybook.problems import Path, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
from journeybook.source.spaces import ODD

_APART = re.compile(r"\s*(?:[,;/&+\n]|\b(?:and|or)\b)\s*", re.I)

_BOTH = ("both", "either", "any", "all")
"""What people write for an activity that works in a room and online."""


def lost_text(document: Document, path: Path) -> str | None:
    """Give what is written of a text such as `>8`, which YAML takes for the mark of a text below; there is none."""
    mark = document.mark(path)
    if mark is None or mark.line >= len(document.lines) or (document.typed(path) or "").strip():
        return None
    found = re.fullmatch(r"[>|][-+]?\d", document.lines[mark.line][mark.column :].strip())
    return found[0] if found else None


def stage_in(text: str, document: Document) -> str | None:
    """Find the id of the one stage of which the title is in a text such as `Go on to Friday`."""
    stages = document.value(("stages",))
    found = {}
    for stage in stages if isinstance(stages, list) else []:
        title = stage.get("title") if isinstance(stage, dict) else stage
        if isinstance(title, str) and re.search(rf"\b{re.escape(title)}\b", text, re.I):
            found[title] = stage.get("id") if isinstance(stage, dict) else None
    title = next(iter(found)) if len(found) == 1 else None
    return (found[title] or types.slug(title)) if title else None


def for_stage(text: str, stage: str) -> tuple[Text, Text]:
    """Say that a title stands where the id of a stage belongs."""
    return say(NOT_AN_ID.template, text=text), say("write `{id}`", id=stage)


def no_choice(given: object, expected: str, *, in_list: bool) -> tuple[str, Text, Text | None]:
    """Give the code and what is said of a word that is none of a choice; `expected` is as pydantic lists them."""
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    hint = say("write one of {words}", words=", ".join(words))
    if not isinstance(given, str):
        return "JB204", say("one word is expected here, not a list or keys"), hint
    parts = [chosen(part, words) for part in _APART.split(given)]
    if in_list and len(parts) > 1 and all(parts):
        return "JB204", *as_list(given, [part for part in parts if part])
    if given.strip().casefold() in _BOTH and {"in_person", "online"} <= {*words}:
        hint = say("write `setting: [in_person, online]`")
        return "JB204", say("‘{given}’ is not known here", given=given), hint
    if given.strip(ODD) in words:
        message = say("there is an odd space beside ‘{word}’, which nobody sees", word=given.strip(ODD))
        return "JB204", message, say("delete it, and write `{word}`", word=given.strip(ODD))
    if meant := chosen(given, words):
        return "JB204", say("‘{given}’ is not known here; did you mean ‘{meant}’?", given=given, meant=meant), hint
    return "JB204", say("‘{given}’ is not known here", given=given), hint


def chosen(word: str, words: list[str]) -> str | None:
    """Give the word of a choice that was meant."""
    return nearest(word, words) or other_word(word, words)
