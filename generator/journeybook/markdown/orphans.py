"""Take out what only a text that is gone has used: its footnotes, and the addresses of its links and pictures."""

from __future__ import annotations

import re

_DEFINITION = re.compile(
    r"^(?P<before>(?:[ ]{0,3}>)*[ ]{0,3})(?P<sign>\*?)\[(?P<name>[^\[\]\n]+)\]:[^\n]*(?:\n|\Z)"
    r"(?P<more>(?:(?:[ ]{0,3}>)*[ ]*\r?\n)*(?:(?:[ ]{0,3}>)*(?:[ ]{4}|\t)[^\n]*(?:\n|\Z)"
    r"|(?:[ ]{0,3}>)*[ ]*[\"'(][^\n]*[\"')][ ]*\r?(?:\n|\Z)))*",
    re.M,
)
_USE = re.compile(r"\[([^\[\]\n]+(?:\n[^\[\]\n]+)?)\]")


def without_orphans(text: str, gone: str) -> str:
    """Give a text without the definitions that `gone` has used, and that nothing left in it uses."""
    while orphan := _orphan(text, gone):
        gone += f"\n{orphan[0]}"  # which may have used others
        text = text[: orphan.start()] + text[orphan.end() :]
    return text


def _orphan(text: str, gone: str) -> re.Match[str] | None:
    found = list(_DEFINITION.finditer(text))
    if not found:
        return None
    pieces, done = list[str](), 0
    for one in found:
        pieces += [text[done : one.start()], one[0].partition("]:")[2]]  # which may use another one
        done = one.end()
    left = "".join([*pieces, text[done:]])
    used, was_used = _names(left), _names(gone)
    for one in found:
        name = _folded(one["name"])
        if one["sign"]:
            if _has_word(gone, one["name"]) and not _has_word(left, one["name"]):
                return one
        elif name in was_used and name not in used:
            return one
    return None


def _names(text: str) -> set[str]:
    return {_folded(use) for use in _USE.findall(text)}


def _has_word(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
