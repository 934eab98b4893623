"""Find the blocks of HTML in a Markdown text, in which Markdown is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"^<(?P<tag>div|details|section|article|aside|center|figure)\b(?P<attributes>[^<>]*)>", re.M | re.I)
_TAGS = re.compile(
    r"<(?P<end>/?)(?P<name>div|details|section|article|aside|center|figure)\b[^<>]*?(?P<alone>/?)>", re.I
)
_MARKDOWN = re.compile(r"\bmarkdown\b", re.I)


def unread_blocks(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Give the opening tag and the end of each block that is closed, and not marked as one with Markdown in it."""
    done, unclosed = 0, set[str]()
    for block in _BLOCK.finditer(text) if "<" in text else ():
        tag = block["tag"].lower()
        if block.start() < done or tag in unclosed or _MARKDOWN.search(block["attributes"]):
            continue
        if closing := re.compile(f"</{tag}", re.I).search(text, block.end()):
            done = closing.start()
            yield block, done
        else:
            unclosed.add(tag)


def unclosed_block(text: str) -> re.Match[str] | None:
    """Give the opening tag of the first block that nothing closes, in a text without code; None where all have ends."""
    opened: dict[str, list[re.Match[str]]] = {}
    for found in _TAGS.finditer(text) if "<" in text else ():
        tags = opened.setdefault(found["name"].lower(), [])
        if not found["end"]:
            tags.append(found)
        elif tags:
            tags.pop()
    starts = [tag.start() for tags in opened.values() for tag in tags if not tag["alone"]]
    return next((block for start in sorted(starts) if (block := _BLOCK.match(text, start))), None)


def crossed_out(text: str) -> str:
    """Write x for each letter inside of such blocks, so that all places stay."""
    pieces, done = list[str](), 0
    for block, end in unread_blocks(text):
        pieces += [text[done : block.end()], re.sub(r"\S", "x", text[block.end() : end])]
        done = end
    return "".join([*pieces, text[done:]])
