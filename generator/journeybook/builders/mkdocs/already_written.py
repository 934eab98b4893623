"""What a build of `serve` makes again and finds in the site already, byte for byte, is not written."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from pathlib import Path

_SKIPPED = re.compile(r"(?:Page|Template) skipped: '(.*?)'")


@dataclass(eq=False)  # a logger has each of its filters once, by equality
class AlreadyWritten(logging.Filter):
    """Hands MkDocs nothing to write where nothing changes, and keeps to itself what MkDocs says of that."""

    _left: set[str] = field(default_factory=set)

    def listen(self) -> None:
        """Keep MkDocs from telling that a page which is left as it is was empty."""
        logging.getLogger("mkdocs.commands.build").addFilter(self)

    def leave(self, name: str, text: str, path: Path) -> str:
        """The text of a file that is to be written there; nothing, which MkDocs does not write, where it is there."""
        self._left.discard(name)
        if not path.is_file() or path.read_bytes() != text.encode("utf-8", errors="xmlcharrefreplace"):
            return text
        self._left.add(name)
        return ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is told."""
        told = _SKIPPED.match(record.getMessage())
        return not (told and told[1] in self._left)
