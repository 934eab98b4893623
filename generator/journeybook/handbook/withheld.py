"""Sentences that stand in nothing but what an edition leaves out: none of them may stand in what is written for it.

Whatever has taken them there, a plugin, a hook, a template or a fault of ours, this looks at what came of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any

from pydantic import BaseModel

from journeybook.handbook.book import Handbook
from journeybook.handbook.entries import Entry
from journeybook.markdown.audience_blocks import without_blocks

_FEWEST_WORDS, _FEWEST_LETTERS = 5, 16
"""A run of words that is shorter may stand anywhere by chance."""
_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_WITHOUT_BLANKS}]|(?:(?![{_WITHOUT_BLANKS}])\w)+")
"""A word; a letter where a language writes no blanks between them."""
_WITHIN_A_LINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|strong|sub|sup|u|wbr)\b[^<>\"]*(?:\"[^<>\"\s]*\"[^<>\"]*)*>",
    re.I,
)
"""A tag in the middle of a sentence, unless an attribute of it says something itself."""
_OF_MARKDOWN = re.compile(
    r"^[ \t]*>[> \t]*"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
    r"|\]\[[^\[\]\n]*\]|\{(?:\+\+|--|==|~~)|(?:\+\+|--|==|~~)\}|\{[^{}\n]*\}|[*~`^]+|={2,}|(?<![^\W_])_+|_+(?![^\W_])",
    re.M,
)
"""Signs of quotations and of emphasis, addresses of links, and attributes: readers see none of them."""
_ESCAPE = re.compile(r"\\(?:u(?P<letter>[0-9a-f]{4})|(?P<typed>_)|[nrt])", re.I)
"""What JSON writes in the place of a letter or a line's end, and Markdown in that of a sign within a word."""
_CHAIN = re.compile(r"(?<!\w)\w+(?:[-/]\w+){4,}")
"""An id, an address or the name of a file, whose words nobody reads as a sentence; other checks look at those."""
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_SENTENCE = re.compile(rf"[^.!?:;…。！？؟|·<>\"“”\d]{{{_FEWEST_LETTERS},}}")
"""What has enough letters and nothing that parts texts; a number does, for whatever we count and measure has one."""
_WITH_FIGURES = re.compile(rf"[^.!?:;…。！？؟|·<>\"“”]{{{_FEWEST_LETTERS},}}")
_TELLING = re.compile(r"(?<!\w)(?!(?:19|20)\d\d(?!\w))\d{3,}(?!\w)")
"""A number as telephones, doors and codes have it: we count no more than some hundreds, and write dates with a year."""
_FIGURE = re.compile(r"\d")
_FEWEST_BESIDE = 3
"""So many words of a run with a number have to be no numbers."""
_PARAGRAPHS = re.compile(r"\n\s*\n")


class Withheld:
    """The runs of words that an edition may not say.

    `hidden` are texts with the names of their files, `shown` those that the edition has. `for_all` gives what may
    stand on any page; it is asked once something is found.
    """

    def __init__(
        self,
        hidden: Iterable[tuple[str, str]],
        shown: Iterable[str],
        for_all: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._files = {run: file for file, text in hidden for run in _runs(text)}
        for run in (run for text in shown for run in _runs(text)):
            self._files.pop(run, None)
        self._for_all = for_all
        self._looked_at = set[str]()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._files)

    def find(self, text: str) -> tuple[str, str] | None:
        """Give the first of them in a text of HTML, JSON or Markdown, and the file that says so; None without one."""
        new = set(_sentences(text)) - self._looked_at  # what frames a page is the same on each
        for run in (run for sentence in new for run in _runs_in(sentence)):
            if run in self._files and not self._is_for_all(run):
                return run, self._files[run]
        self._looked_at |= new
        return None

    def _is_for_all(self, run: str) -> bool:
        """Tell whether what may stand on any page says so; all that does so is no longer withheld."""
        for other in (other for text in self._for_all() for other in _runs(text)):
            self._files.pop(other, None)
        self._for_all = tuple
        return run not in self._files


def withheld(book: Handbook, for_all: Callable[[], Iterable[str]] = tuple) -> Withheld:
    """Give what an edition may not say, but what `for_all` gives."""
    return Withheld(_hidden(book), _shown(book), for_all) if book.whole else Withheld((), ())


def _hidden(book: Handbook) -> Iterator[tuple[str, str]]:
    """Give the texts of all that an edition lacks, or has in part, with what it has of that."""
    assert book.whole
    for path, page in book.whole.pages.items():
        if book.pages.get(path) is not page:
            yield page.document.file, page.document.text
    for entry, kept in _entries(book):
        if kept is not entry:
            yield from ((entry.document.file, text) for text in _texts(entry.model))
    yield from ((one.text.document.file, one.typed) for one in book.whole.snippets if one.text.blocks.blocks)


def _shown(book: Handbook) -> Iterator[str]:
    assert book.whole and book.edition
    for page in book.pages.values():
        yield from (page.document.text, *_texts(page.front))
    for _, kept in _entries(book):
        yield from _texts(kept.model) if kept else ()
    for one in book.whole.snippets:
        yield without_blocks(one.typed, one.text.blocks, book.edition.shows)


def _entries(book: Handbook) -> Iterator[tuple[Entry[Any], Entry[Any] | None]]:
    """Give each entry of the whole handbook with what an edition has of it."""
    assert book.whole
    yield from ((entry, book.journeys.get(entry.id)) for entry in book.whole.journeys)
    yield from ((entry, book.activities.get(entry.id)) for entry in book.whole.activities)
    yield from ((entry, book.workshops.get(entry.id)) for entry in book.whole.workshops)
    if book.whole.glossary.entry is not None:
        yield book.whole.glossary.entry, book.glossary.entry
    if book.whole.every_page.entry is not None:
        yield book.whole.every_page.entry, book.every_page.entry


def _texts(value: object) -> Iterator[str]:
    """Give every text in a model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from (text for name in type(value).model_fields for text in _texts(getattr(value, name)))
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, tuple | list):
        yield from (text for one in value for text in _texts(one))


def _runs(text: str) -> Iterator[str]:
    """Give a run of words for each word of a text that has enough behind it in its sentence."""
    return (run for sentence in _sentences(text) for run in _runs_in(sentence))


def _sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text, and besides whole what has a telling number."""
    seen = _plain(text)
    for pattern in (_SENTENCE, _WITH_FIGURES) if _TELLING.search(seen) else (_SENTENCE,):
        for one in (one for found in pattern.findall(seen) for one in _PARAGRAPHS.split(found)):
            if pattern is _SENTENCE or _TELLING.search(one):
                yield one


def _runs_in(sentence: str) -> Iterator[str]:
    """Give the runs of a sentence; of one with figures those alone that have a telling number, and words beside it."""
    if not _FIGURE.search(sentence):
        yield from _runs_of(sentence)
        return
    for run in _runs_of(sentence):
        if _TELLING.search(run) and sum(not word.isdigit() for word in run.split()) >= _FEWEST_BESIDE:
            yield run


def _runs_of(sentence: str) -> Iterator[str]:
    words = _WORD.findall(sentence)
    for first in range(len(words) - _FEWEST_WORDS + 1):
        last = first + _FEWEST_WORDS
        letters = sum(map(len, words[first:last]))
        while letters < _FEWEST_LETTERS and last < len(words):
            letters += len(words[last])
            last += 1
        if letters >= _FEWEST_LETTERS:
            yield " ".join(words[first:last])


def _as_read(found: re.Match[str]) -> str:
    return chr(int(found["letter"], 16)) if found["letter"] else found["typed"] or "\n\n"


def _plain(text: str) -> str:
    """Write a text as its readers see it, whether it comes in Markdown, HTML or JSON."""
    if "\\" in text:
        text = _ESCAPE.sub(_as_read, text)
    text = _CHAIN.sub("|", _OF_MARKDOWN.sub("", _WITHIN_A_LINE.sub("", text)))
    return _UNSEEN.sub("", unicodedata.normalize("NFC", unescape(text))).casefold()
