"""Soft hyphens in the long words of headings, facts and ways on: a browser then breaks them where a drawing would.

Browsers know the syllables of few languages, and not everywhere. A word that fits a line is never broken, so only those
are marked that do not fit the heading of a phone. It is done in the finished page, when search has read it: a search
would not find a word that has signs in it.
"""

from __future__ import annotations

import re

from journeybook.text.wrap import syllables

SOFT_HYPHEN = "\u00ad"
LONG = 17
"""Letters: as many as a phone's heading has room for."""

# Headings, and what else stands in narrow columns: the facts at a glance, and the ways to what is before and after.
_NARROW = re.compile(
    r"""(<(?:(h[1-4])\b|(dl)\ class="jb-glance"|(nav)\ class="jb-pn")[^>]*>)(.*?)(?=</(?:\2|\3|\4)>)""", re.S | re.X
)
_NO_TEXT = re.compile(r"(<code\b.*?</code>|<[^>]*>|&[#\w]+;)", re.S)
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")


def with_soft_hyphens(text: str, language: str) -> str:
    """Give a text with soft hyphens between the syllables of its long words; one that has some keeps its own."""
    if SOFT_HYPHEN in text:
        return text
    return _WORD.sub(lambda word: SOFT_HYPHEN.join(syllables(word[0], language)), text)


def narrow_with_soft_hyphens(html: str, language: str) -> str:
    """Give a page's HTML with soft hyphens where its columns are narrow, code and tags as they are."""
    return _NARROW.sub(lambda found: found[1] + _in_text(found[5], language), html)


def _in_text(html: str, language: str) -> str:
    parts = _NO_TEXT.split(html)
    parts[::2] = [with_soft_hyphens(part, language) for part in parts[::2]]
    return "".join(parts)
