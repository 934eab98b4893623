"""What all kinds of signs have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.problems import Text, say

_MOST = 60
"""Characters of a sign that are looked for, and shown."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that readers see, its place in the text, what is wrong and what to write instead.

    `seen` is what readers see of it; empty where they see something else.
    """

    start: int
    seen: str
    message: Text
    hint: Text

    def is_seen(self, seen: str) -> bool:
        """Tell whether it stands in the text that readers see."""
        return not self.seen or " ".join(self.seen.split())[:_MOST].rstrip() in seen


@dataclass(frozen=True, slots=True)
class Unseen(Sign):
    """A text that is told where readers do not see it."""

    text: str

    def is_seen(self, seen: str) -> bool:
        """Tell whether readers lack the text."""
        return self.text not in seen


_READ = (
    (re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<!\*)\*{3}(?=\S)([^*\n]+?)(?<=\S)\*{3}(?!\*)"), r"\1"),
    (re.compile(r"(?<!\*)\*\*(?=\S)((?:[^*\n]|(?<!\*)\*(?!\*))+?)(?<=\S)\*\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)__(?=\S)([^_\n]+?)(?<=\S)__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
)


def as_read(line: str) -> str:
    """Give a line as readers see it where its beginning is not read as a sign: bold words and links are, all the same.

    Of a line with code, it is what stands before that.
    """
    head, code, _ = line.partition("`")
    line = head if code and any(sign.isalpha() for sign in head) else line
    for pattern, words in _READ:
        line = pattern.sub(words, line)
    return line.strip()


def short(text: str) -> str:
    """Give so much of a text as a message has room for."""
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def as_typed(start: int, text: str, hint: Text) -> Sign:
    """Make the sign for a text that readers see as it is typed."""
    return Sign(start, text, say("‘{signs}’ is shown as it is typed here", signs=short(" ".join(text.split()))), hint)
