"""Show the block of a workshop that a line such as `9:30 Welcome`, `Lunch: 60` or `Coffee break` means."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from journeybook.model.duration_forms import parse_minutes
from journeybook.model.meant_items import braces
from journeybook.model.meant_times import meant_clock
from journeybook.model.types import is_id
from journeybook.source.items import items_in_text, split

_CLOCK = re.compile(
    r"(?P<start>\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2})?(?:\s*(?:uhr|h))?", re.I
)
_BEGINS = re.compile(rf"{_CLOCK.pattern}[\s:,–—-]+(?P<rest>\S.*)", re.I)
_ENDS = re.compile(rf"(?P<rest>[^\d\s].*?)[\s,:–—(-]+(?:at |um |@ ?)?{_CLOCK.pattern}\)?", re.I)
_LENGTH = re.compile(r"(?P<title>.*?)[\s,:–—-]*\(?(?P<length>\d[^(),]*?(?:min(?:utes?|s)?|h|hours?|['’′])\.?)\)?", re.I)
_LENGTH_FIRST = re.compile(
    r"\(?(?P<length>\d[^(),:]{0,12}?(?:min(?:utes?|s)?|h|hours?|['’′])\.?)"
    r"(?:\)[ ]?[:–—-]?|[ ]?:|[ ]?[–—]|[ ]-)[ ]+(?P<title>[^\W\d_].*)",
    re.I,
)
_BREAK = re.compile(
    r"(?:(?:short|long|little|small|quick) )?(?:(?:coffee|tea|lunch|snack|comfort|bio|toilet|dinner|morning|afternoon"
    r"|kaffee|mittags|tee)[ -]?)?(?:break|pause|recess)|lunch|coffee|coffee (?:and|&) tea|tea (?:and|&) coffee|dinner"
    r"|(?:coffee|tea) (?:and|&) (?:cakes?|cookies|biscuits|snacks|fruit)|tea|cake|snacks?|soup|supper|brunch"
    r"|refreshments|free time|kaffee|tee|kaffee (?:und|&) kuchen|suppe|imbiss|freie zeit|goûter|merienda|almuerzo"
    r"|breakfast|mittagessen|abendessen|frühstück|déjeuner|pause[ -](?:café|déjeuner)|pausa|descanso",
    re.I,
)


_MOST_BLOCKS = 12
"""So many are shown."""
_LINKED = ("workshop", "journey", "chapter", "handout")
"""What a block cannot be, and can have a link to."""
_MOST_PARTS = 2
_NO_BLOCKS = (*_LINKED, "session", "part", "topic", "item", "block", "slot", "event", "point")
"""Keys behind which people write what a block is called."""


def is_break(title: str) -> bool:
    """Tell whether a block of that name is a break: Lunch, Coffee break, Pause."""
    return bool(_BREAK.fullmatch(title.strip(" .!")))


def is_clock(text: str) -> bool:
    """Tell whether a text is a time of day, or one to another, and nothing else."""
    return bool(_CLOCK.fullmatch(text.strip()))


def clock_before(title: str) -> tuple[str, str] | None:
    """Give the time of day that a title begins with, and the rest of it; None without one."""
    found = _BEGINS.fullmatch(title.strip())
    start = meant_clock(found["start"].replace("h", ":")) if found else None
    return (start, found["rest"]) if found and start else None


def clock_in(title: str) -> tuple[str, str] | None:
    """Give the time of day that a title begins or ends with, and the rest of it; None without one."""
    found = _ENDS.fullmatch(title.strip())
    start = meant_clock(found["start"].replace("h", ":")) if found else None
    return (start, found["rest"]) if found and start else clock_before(title)


def length_behind(title: str) -> tuple[str, int] | None:
    """Give a title without the time behind it, and that in minutes: of `Coffee (20 min)`; None without one."""
    found = _LENGTH.fullmatch(title.strip())
    minutes = parse_minutes(found["length"]) if found else None
    return (found["title"], minutes) if found and minutes and found["title"] else None


def length_before(title: str) -> tuple[str, int] | None:
    """Give a title without the time before it, and that in minutes: of `20 min – Talk in pairs`; None without one.

    What goes on in small letters, or has another dash, may well be a sentence: `20 minutes – no more – in pairs`.
    """
    found = _LENGTH_FIRST.fullmatch(title.strip())
    minutes = parse_minutes(found["length"]) if found else None
    if found is None or not minutes or not found["title"][0].isupper() or re.search(r"\s[–—-]\s", found["title"]):
        return None
    return found["title"], minutes


def meant_block(data: Any) -> str | None:
    """Give the block that a text, or a key with its value, means, as YAML; None where neither is given."""
    if isinstance(data, str):
        return _shown(data, "")
    key, value = next(iter(data.items()), ("", None)) if isinstance(data, dict) and len(data) == 1 else ("", None)
    if not key or not isinstance(value, str):
        return None
    if _CLOCK.fullmatch(key):
        return _shown(f"{key} {value}", "")
    return _shown(key, value)


def thing_in_block(data: Any) -> tuple[str, str] | None:
    """Give the kind and the id of something that a block cannot be, such as a workshop, and is named as its key is."""
    found = [key for key in _NO_BLOCKS if isinstance(data, dict) and isinstance(data.get(key), str)]
    return (found[0], data[found[0]].strip()) if found else None


def with_link(kind: str, said: str, others: Mapping[str, Any]) -> str:
    """Show the block that `workshop: kick-off` is meant as, with a link in its text; `others` are its other keys."""
    said = said.removeprefix(f"{kind}:")
    parts = said.split("/") if kind == "handout" else [said]  # one sheet of an activity’s, or all
    is_link = kind in _LINKED and all(map(is_id, parts)) and len(parts) <= _MOST_PARTS
    fields = {"title": parts[-1].replace("-", " ").capitalize() if is_link else said}
    fields |= {key: str(value) for key, value in others.items() if isinstance(value, str)}
    fields |= {} if "minutes" in fields else {"minutes": "15"}
    return braces(**fields, **({"text": f"[]({kind}:{said})"} if is_link and "text" not in fields else {}))


def keys_inside(data: Any, known: Collection[str]) -> str | None:
    """Show the block that `break: {title: Soup, minutes: 25}` is meant as; None where its name has no such keys."""
    for kind in ("title", "activity", "break"):
        inner = data.get(kind) if isinstance(data, dict) else None
        name = next((key for key in ("title", "name", "id") if isinstance(inner, dict) and key in inner), None)
        if not isinstance(inner, dict) or name is None:
            continue
        others = {key: one for key, one in inner.items() if key != name}
        around = {key: one for key, one in data.items() if key != kind}
        are_texts = all(isinstance(one, str) for one in (inner[name], *others.values(), *around.values()))
        if others and are_texts and not others.keys() & around.keys() and others.keys() | around.keys() <= {*known}:
            key = "break_" if kind == "break" else kind
            return braces(**{key: inner[name], **around, **others})
    return None


def several_blocks(text: str) -> list[str]:
    """Give the blocks, as YAML, that a text in the place of their list means; one or none where it is one text."""
    items = items_in_text(split(text.splitlines()), "blocks", is_markdown=False, alone=True)
    return [_shown(item, "") for item in items[:_MOST_BLOCKS]]


def _shown(text: str, value: str) -> str:
    start, rest = clock_before(text) or ("", text)
    title, minutes = length_behind(rest) or (rest, parse_minutes(value) or 0)
    if is_break(title):
        name = title if title.casefold() not in ("break", "pause", "recess") else "Coffee"
        fields = {"break_": name, "minutes": str(minutes or 15)}
    else:
        fields = {"activity" if is_id(title) else "title": title}
        fields |= {"minutes": str(minutes or 15)} if minutes or not is_id(title) else {}
    fields |= {"text": value} if value and parse_minutes(value) is None else {}
    shown = braces(**fields)
    return shown if not start else f'{shown[:-1]}, start: "{start}"}}'
