"""Find where a second item of a list begins without its dash, and a second entry in the file of another one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import yaml

from journeybook.problems import Text, say

_BEGINS = (
    *("title", "name", "label", "text", "activity", "workshop", "break", "id", "actor", "to", "score", "start"),
    "term",
)
"""The keys that items begin with."""
_MOST_SHOWN = 60


@dataclass(frozen=True)
class Second:
    """A key with which another item begins: its place among those of the first one, and what is said of it."""

    place: int
    line: int
    column: int
    told: tuple[Text, Text]


def second_items(text: str, node: yaml.MappingNode, dash: int | None) -> list[Second]:
    """Give the keys of a text with which an item begins anew; `dash` is the column of its own, None where it has none.

    The first key has to come back behind others: two of them, one below the other, are one that was not taken out.
    """
    keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in node.value]
    is_file = dash is None and not node.flow_style and not node.start_mark.column
    if not keys or keys[0] not in _BEGINS or node.flow_style or (dash is None and not is_file):
        return []
    places = [place for place, key in enumerate(keys) if place and key == keys[0]]
    if not places or places[0] == 1:
        return []
    if is_file and not (keys[0] == "title" and any(n > 1 for key, n in Counter(keys).items() if key != "title")):
        return []
    return [_second(text, node, place, dash) for place in places]


def _second(text: str, node: yaml.MappingNode, place: int, dash: int | None) -> Second:
    key, value = node.value[place]
    mark, line = key.start_mark, node.value[0][0].start_mark.line + 1
    if dash is None:
        message = say(
            "a second one begins here, in the file of another: ‘{key}’ stands on line {line}", key=key.value, line=line
        )
        return Second(
            place, mark.line + 1, mark.column + 1, (message, say("write it into a file of its own, from this line on"))
        )
    message = say(
        "a second item begins here, without its dash: ‘{key}’ stands on line {line}", key=key.value, line=line
    )
    hint = say(
        "write `- {key}: {text}`, its dash in column {column}", key=key.value, text=_shown(text, value), column=dash + 1
    )
    return Second(place, mark.line + 1, mark.column + 1, (message, hint))


def _shown(text: str, value: yaml.Node) -> str:
    """Show a value as it is typed, where that is one short line."""
    typed = text[value.start_mark.index : value.end_mark.index].strip()
    return typed if typed and "\n" not in typed and len(typed) <= _MOST_SHOWN else "…"
