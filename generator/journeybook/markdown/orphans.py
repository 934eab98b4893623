"""Take out what only a text that is gone has used: its footnotes, and the addresses of its links and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from journeybook.markdown.signs.code import without_code

_BEGIN = re.compile(r"(?P<before>[ \t>]*)(?P<sign>\*?)\[(?P<name>[^\[\]\r\n]+)\][ ]?:[ \t]*(?P<said>[^\r\n]*)")
_USE = re.compile(r"\[([^\[\]\n]+(?:\n[^\[\]\n]+)?)\]")
_NO_USE = re.compile(
    r"\[(?!\^)[^\[\]\n]+(?:\n[^\[\]\n]+)?\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[xX]\](?=[ \t])",
    re.M,
)
"""Links that have their addresses with them, and tasks that are done: neither uses a definition of those words."""
_TAG = re.compile(r"<[A-Za-z][^<>]*>|(?<!\{)\{[^{}\n]*\}(?!\})")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_ADDRESS = re.compile(r"[^\s<>]+")
_TITLE = re.compile(r"[ \t>]*[\"'(].*[\"')]\s*")


def without_orphans(text: str, gone: str) -> str:
    """Give a text without the definitions that `gone` has used, and that nothing left in it uses."""
    return parted(text, gone)[0]


def parted(text: str, gone: str) -> tuple[str, str]:
    """Give a text as `without_orphans` does, and `gone` with the definitions that have gone with it."""
    while orphan := _orphan(text, gone) or _orphan_of_a_ring(text, gone):
        start, end = orphan
        gone += f"\n{text[start:end]}"  # which may have used others
        text = text[:start] + text[end:]
    return text, gone


def defined(text: str) -> set[str]:
    """Give the names that a text defines, those of short forms with their `*`."""
    return {_key(begin) for _, _, begin in _definitions(text)}


def without_definitions(text: str, names: Collection[str]) -> str:
    """Give a text without the definitions of some names, as `defined` gives them."""
    kept, done = list[str](), 0
    for start, end, begin in _definitions(text) if names else ():
        if _key(begin) in names and start >= done:  # else it has gone with a note that it stands in
            kept.append(text[done:start])
            done = end
    return "".join(kept) + text[done:]


def without_unused(text: str, leads_out: Callable[[str], bool] | None = None) -> str:
    """Give a text without the definitions, but for notes, that nothing in it uses: a list of them may be in many pages.

    With `leads_out`, only the addresses of which that is true go.
    """
    while unused := list(_unused(text, leads_out)):
        for start, end in reversed(unused):
            text = text[:start] + text[end:]
    return text


def _unused(text: str, leads_out: Callable[[str], bool] | None) -> Iterator[tuple[int, int]]:
    found = list(_definitions(text))
    left = _without_names(text, found) if found else ""
    used = _names(_seen(left))
    for start, end, begin in found:
        name = begin["name"]
        if name.startswith("^"):  # Markdown shows every note
            continue
        if leads_out and not any(map(leads_out, _ADDRESS.findall(text, begin.end("name") + 2, end))):
            continue
        if not (_has_word(left, name) if begin["sign"] else _folded(name) in used):
            yield start, end


def _key(begin: re.Match[str]) -> str:
    return f"*{begin['name']}" if begin["sign"] else _folded(begin["name"])


def _orphan(text: str, gone: str) -> tuple[int, int] | None:
    found = list(_definitions(text))
    if not found:
        return None
    left = _without_names(text, found)
    used, was_used = set(map(_exact, _uses_in(_seen(left)))), _names(gone)
    for start, end, begin in found:
        name = _folded(begin["name"])
        if begin["sign"]:
            if _has_word(gone, begin["name"]) and not _has_word(left, begin["name"]):
                return start, end
        elif name in was_used and _exact(begin["name"]) not in used:
            return start, end
    return None


def _orphan_of_a_ring(text: str, gone: str) -> tuple[int, int] | None:
    """Find a definition that `gone` has used, and that only itself, or others of its kind, still use."""
    found = list(_definitions(text))
    left, told = found, gone
    while more := [one for one in left if _uses(told, one[2])]:
        left = [one for one in left if one not in more]
        told = "\n".join([told, *(text[begin.end("name") + 2 : end] for _, end, begin in more)])
    ring = [one for one in found if one not in left]
    while ring:
        rest = _seen(_without_names(text, found, ring))
        still = [one for one in ring if not _uses_exactly(rest, one[2])]
        if len(still) == len(ring):
            return ring[0][:2]
        ring = still
    return None


def _uses(text: str, begin: re.Match[str]) -> bool:
    return _has_word(text, begin["name"]) if begin["sign"] else _folded(begin["name"]) in _names(text)


def _uses_exactly(text: str, begin: re.Match[str]) -> bool:
    return _uses(text, begin) and (begin["sign"] != "" or _exact(begin["name"]) in set(map(_exact, _uses_in(text))))


def _without_names(
    text: str, found: Iterable[tuple[int, int, re.Match[str]]], whole: Collection[tuple[int, int, re.Match[str]]] = ()
) -> str:
    """Give what a text says, without code and without the names that its definitions have, and those in `whole`."""
    pieces, done = list[str](), 0
    for one in found:
        start, end, begin = one
        pieces.append(text[done:start])  # nothing, where it stands in a note that has gone
        done = max(done, end if one in whole else begin.end("name") + 2)  # what stands behind it may use another one
    return without_code("".join([*pieces, text[done:]]))


def _definitions(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Find where definitions begin and end, outside of code: a note goes on where Markdown reads it on.

    Those that stand in a note come after it.
    """
    plain, lines, place = without_code(text), text.splitlines(keepends=True), 0
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    while place < len(lines):
        begin = _BEGIN.match(text, starts[place], starts[place + 1])
        # What is code is blank in `plain`, but for a definition that stands in a box or an item, further in.
        if begin and (plain[begin.start("name")] == begin["name"][0]):
            end = _end(lines, place, begin)
            yield starts[place], starts[end], begin
            place = place + 1 if begin["name"].startswith("^") else end
        else:
            place += 1


def _end(lines: list[str], place: int, begin: re.Match[str]) -> int:
    """Give the line behind a definition that begins at one."""
    end = place + 1
    if begin["name"].startswith("^"):
        return _end_of_note(lines, end, len(begin["before"].expandtabs(4)))
    if not begin["said"].strip() and end < len(lines) and lines[end].strip(" \t>\r\n"):
        end += 1  # what it leads to, or stands for
    if not begin["sign"] and end < len(lines) and _TITLE.fullmatch(lines[end]):
        end += 1
    return end


def _end_of_note(lines: list[str], end: int, indent: int) -> int:
    kept = end
    while end < len(lines):
        line = lines[end]
        said = line.strip(" \t>\r\n")
        if not said:
            end += 1  # what is further in below it belongs to the note
            continue
        is_further = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" >")) >= indent + 4
        if not is_further and (kept < end or _BEGIN.match(line)):
            break
        end += 1
        kept = end
    return kept


def _seen(text: str) -> str:
    """Give a text without what only looks like the use of a definition: in attributes it shows nobody one."""
    return _NO_USE.sub(" ", _TAG.sub(lambda found: _VALUE.sub("", found[0]), text))


def _names(text: str) -> set[str]:
    return {_folded(use) for use in _uses_in(text)}


def _uses_in(text: str) -> list[str]:
    return _USE.findall(text)


def _has_word(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _exact(name: str) -> str:
    """Give a name as Markdown compares it: those of notes letter by letter."""
    return name if name.startswith("^") else _folded(name)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
