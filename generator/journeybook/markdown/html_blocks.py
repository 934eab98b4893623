"""Find the blocks of HTML in a Markdown text, in which Markdown is not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

_BLOCK = re.compile(
    r"^<(?P<tag>div|details|section|article|aside|center|figure|p|table|h[1-6])\b(?P<attributes>[^<>]*)>", re.M | re.I
)
_TAGS = re.compile(
    r"<(?P<end>/?)(?P<name>div|details|section|article|aside|center|figure)\b[^<>]*?(?P<alone>/?)>", re.I
)
_SWALLOWING = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>iframe|video|audio)(?![\w-])(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>",
    re.I | re.S,
)
"""Tags of what browsers show in place of all that is in it, and ends of them; or a comment, where none is a tag."""
_MARKDOWN = re.compile(r"\bmarkdown\b", re.I)
_READERS = frozenset({"md_in_html", "markdown.extensions.md_in_html", "extra", "markdown.extensions.extra"})


def reads_in_html(extensions: Collection[object]) -> bool:
    """Tell whether an extension reads Markdown in tags marked with `markdown`; one that is no name may do so."""
    return any(not isinstance(one, str) or one in _READERS for one in extensions)


def is_marked(attributes: str) -> bool:
    """Tell whether the attributes of a tag say that Markdown is in it."""
    return bool(_MARKDOWN.search(attributes))


def unread_blocks(text: str, *, reads: bool = True) -> Iterator[tuple[re.Match[str], int]]:
    """Give the opening tag and the end of each block that is closed, and not marked as one with Markdown in it.

    With `reads` false, no extension reads what is marked, so those blocks count as well.
    """
    done, unclosed = 0, set[str]()
    for block in _BLOCK.finditer(text) if "<" in text else ():
        tag = block["tag"].lower()
        if block.start() < done or tag in unclosed or (reads and is_marked(block["attributes"])):
            continue
        if closing := re.compile(rf"</{tag}\b", re.I).search(text, block.end()):
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


def unclosed_frames(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Give the tags of frames and films without an end, which swallow all below them, in a text without code.

    With each, whether it is meant as that end and only lacks its slash, as in `<audio src="a.mp3"><audio>`.
    """
    opened = dict[str, re.Match[str]]()
    for found in _SWALLOWING.finditer(text) if "<" in text else ():
        if not found["name"]:
            continue
        name = found["name"].lower()
        before = opened.pop(name, None)
        if not found["end"] and before and not found["attributes"].strip():
            yield found, True
        elif not found["end"]:
            opened[name] = found
            if before:
                yield before, False
    yield from ((one, False) for one in opened.values())


def unopened_end(text: str) -> re.Match[str] | None:
    """Give the first end of a block that nothing opens, in a text without code; None where all have beginnings."""
    opened = Counter[str]()
    for found in _TAGS.finditer(text) if "</" in text else ():
        name = found["name"].lower()
        if found["end"] and not opened[name]:
            return found
        opened[name] += -1 if found["end"] else not found["alone"]
    return None


def parted_tag(text: str) -> str | None:
    """Give the name of the first tag of a block that a text only opens, or only closes; None where none is parted."""
    opened = list[str]()
    for found in _TAGS.finditer(text) if "<" in text else ():
        name = found["name"].lower()
        if found["end"] and name not in opened:
            return name
        if found["end"]:
            opened.remove(name)
        elif not found["alone"]:
            opened.append(name)
    return opened[0] if opened else None


def crossed_out(text: str, *, reads: bool = True) -> str:
    """Write x for each letter inside of such blocks, so that all places stay; `reads` as in `unread_blocks`."""
    pieces, done = list[str](), 0
    for block, end in unread_blocks(text, reads=reads):
        pieces += [text[done : block.end()], re.sub(r"\S", "x", text[block.end() : end])]
        done = end
    return "".join([*pieces, text[done:]])
