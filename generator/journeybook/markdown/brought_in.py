"""Text that a site's extensions bring into a page from elsewhere, such as `pymdownx.snippets`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import STX

from journeybook.markdown.references import Reference, find
from journeybook.markdown.settings import MarkdownSettings, parsed_by, strict

_NAME = "journeybook"
_LINE_END = re.compile(r"\r\n|\n|\r")
_AFTER_ALL_TEXT = 30.5
"""Extensions that bring text in have priorities above 31; at 30, Python-Markdown makes the line ends even."""


class BroughtIn(Extension):
    """An extension that gives the text of a page, once all of it is there, to `rewrite`, with the parser at work."""

    def __init__(self, rewrite: Callable[[str, Markdown], str]) -> None:
        super().__init__()
        self._rewrite = rewrite

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register with a parser."""
        md.preprocessors.register(_Rewriting(md, self._rewrite), _NAME, _AFTER_ALL_TEXT)


class _Rewriting(Preprocessor):
    def __init__(self, md: Markdown, rewrite: Callable[[str, Markdown], str]) -> None:
        super().__init__(md)
        self._parser = md
        self._rewrite = rewrite

    def run(self, lines: list[str]) -> list[str]:
        return self._rewrite("\n".join(lines), self._parser).split("\n")


def with_all_text(text: str, settings: MarkdownSettings) -> str:
    """Give a text with what the site's extensions bring into it; errors of the extensions pass through.

    Where an extension has put a part of the text away for later, it is the text as it was.
    """

    def expanded(parser: Markdown) -> str:
        steps: list[Any] = list(parser.preprocessors)
        steps = steps[: parser.preprocessors.get_index_for_name("normalize_whitespace")]
        lines = _LINE_END.split(text) if steps else [text]
        for step in steps:
            lines = step.run(lines)
        return "\n".join(lines)

    whole = parsed_by(settings, expanded)
    return text if STX in whole or whole == _LINE_END.sub("\n", text) else whole


def brought_in(text: str, known: Sequence[Reference], settings: MarkdownSettings) -> tuple[Reference, ...]:
    """Find the references that extensions bring into a text, besides those that stand in it."""
    whole = with_all_text(text, strict(settings))
    if whole == text:
        return ()
    own = Counter(reference.source for reference in known)
    found = find(whole, settings)
    return tuple(reference for reference in found if _is_more(reference.source, own))


def _is_more(source: str, own: Counter[str]) -> bool:
    own[source] -= 1
    return own[source] < 0
