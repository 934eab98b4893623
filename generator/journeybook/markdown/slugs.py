"""The ids of headings, by which links lead to them: in any script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from markdown.extensions.toc import slugify_unicode

_GLUE = "\u200c\u200d"  # between letters of Persian and of Indian scripts
PLAIN = "markdown.extensions.toc.slugify_unicode"
"""The like of it that comes with Markdown; it leaves out marks at letters, such as vowels of Hindi."""


@dataclass(frozen=True)
class HeadingId:
    """What makes the id of a heading; an object, so that settings with it are the same in every process."""

    def __call__(self, title: str, separator: str) -> str:
        """Give letters, marks and digits of any script in lower case; of ASCII, what Markdown itself gives."""
        if title.isascii():
            return str(slugify_unicode(title, separator))
        kept = "".join(c for c in unicodedata.normalize("NFC", title) if _is_kept(c))
        return re.sub(rf"[{re.escape(separator)}\s]+", separator, kept.strip(" \t\r\n").lower())


heading_id = HeadingId()
OURS = f"{__name__}.heading_id"


def _is_kept(character: str) -> bool:
    return character in "_-" or character in _GLUE or character.isspace() or unicodedata.category(character)[0] in "LMN"
