"""Say what somebody meant whose texts YAML has read as keys or as lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeybook.model.other_names import meant_key
from journeybook.problems import Text, say
from journeybook.source.quotes import in_quotes

Told = tuple[Text, Text]
_PAIR = re.compile(r"([a-z_]+):\s*(\S.*)")
_ON = re.compile(r"0*[1-9]\d{0,3}|yes|y|true|x|on|[✓✔+]", re.I)
_OFF = re.compile(r"0+|no|n|not|none|never|false|off|[✗✘–-]", re.I)


def misread_key(key: str, known: Sequence[str], *, has_colon: bool, alone: bool, in_list: bool) -> Told | None:
    """Explain a key without a value: it lacks its colon, the space behind it, or is a text with a colon at its end.

    `alone`: nothing stands beside it where a text can stand as well.
    """
    if not has_colon:
        pair = re.fullmatch(r"(?P<key>[\w-]+)(?P<sign>:|\s*=\s*|\s+)(?P<value>\S.*)", key)
        if pair is None or pair["key"] not in known:
            return None
        message = say("a space is missing after the colon" if pair["sign"] == ":" else "a colon is missing here")
        return message, say("write `{key}: {value}`", key=pair["key"], value=pair["value"])
    if not alone or meant_key(key, list(known)):
        return None
    message = say("this text ends in a colon, so that it reads as a key without a value")
    return message, say("take the colon out: `{text}`", text=f"- {key}" if in_list else key)


def text_with_list(key: str, known: Sequence[str], short: str, *, has_dash: bool = True) -> Told | None:
    """Explain a text that has a colon and a list below it: of an item with a longer text, the list belongs to that.

    `has_dash`: it is an item of a list; else it stands in the place of one, and the items stand below it.
    """
    if meant_key(key, list(known)):
        return None
    if not has_dash and not ("title" in known and short == "text"):
        message = say("‘{key}’ is no field here, and the items of this list stand below it", key=key)
        return message, say("take this line out, and begin the dashes below in its column")
    message = say("‘{key}’ is no field here, but seems to be a text with a list below it", key=key)
    if "title" in known and short == "text":
        return message, say("write `- title: {key}`, below it `text: |`, and the list below that, further in", key=key)
    return message, say("take the colon out, and begin the dashes below in the column of this one")


def item_of_items(items: Sequence[object], *, in_brackets: bool) -> Told | None:
    """Explain an item that is a list of texts: it has two dashes, or brackets behind its dash."""
    if not items or not all(isinstance(item, str) for item in items):
        return None
    message = say("this item is a list within the list")
    pairs = [_PAIR.fullmatch(str(item)) for item in items]
    if in_brackets and all(pairs):
        shown = ", ".join(f"{pair[1]}: {pair[2]}" for pair in pairs if pair)
        return say("keys and their values stand in brackets here"), say("write `- {{{pairs}}}`", pairs=shown)
    shown = " ".join(f"`- {item}`" for item in items[:4])
    if len(items) == 1:
        return message, say("take the brackets out: {shown}" if in_brackets else "write one dash: {shown}", shown=shown)
    if in_brackets:
        return message, say("take the brackets out, and write one a line, each with a dash: {shown}", shown=shown)
    return message, say("begin each in the column of the first dash: {shown}", shown=shown)


def switched(fields: dict[str, object]) -> tuple[list[str], list[str]] | None:
    """Part keys by the number or the yes or no of each: those that are on, and those off. None where one has none."""
    if not all(isinstance(value, str | bool) for value in fields.values()):
        return None
    on = [key for key, value in fields.items() if _ON.fullmatch(str(value))]
    off = [key for key, value in fields.items() if _OFF.fullmatch(str(value))]
    return (on, off) if len(on) + len(off) == len(fields) else None


_LETTER = re.compile(r"[a-h]|\d{1,2}", re.I)
"""What counts texts, and is none of them: `a: Red`."""


def words_as_keys(fields: dict[str, object]) -> Told | None:
    """Explain words that are keys with a number or a yes each, as in `{mentor: 1, mentee: 1}`; None of all else.

    Those with a no are not offered: who writes it does not mean them.
    """
    texts = [text for text in fields.values() if isinstance(text, str) and text]
    if len(fields) > 1 and len(texts) == len(fields) and all(_LETTER.fullmatch(str(key)) for key in fields):
        shown = ", ".join(text if re.fullmatch(r"\w[\w ’'.-]*", text) else in_quotes(text) for text in texts)
        return say("words are expected here, and no keys"), say("write `{meant}`", meant=f"[{shown}]")
    words, _ = switched(fields) or ([], [])
    if len(fields) < 2 or not words:
        return None
    meant = f"[{', '.join(words)}]" if len(words) > 1 else words[0]
    return say("words are expected here, and no keys"), say("write `{meant}`", meant=meant)
