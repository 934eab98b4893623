"""Find the words of a glossary in texts, and their first uses in HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

import regex

_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Letters of languages that write no blanks between words."""
_TOKEN = regex.compile(rf"[{_WITHOUT_BLANKS}]|(?:(?![{_WITHOUT_BLANKS}])\w)+")
_NO_BLANKS = regex.compile(rf"[{_WITHOUT_BLANKS}]")
_BLANK = r"(?:\s|&nbsp;|&\#160;)+"
_QUOTE = r"(?:['’]|&\#39;|&rsquo;)"
_NOT_AFTER, _NOT_BEFORE = r"(?<![\w&#@-])(?<!\w\.)", r"(?![\w@-])(?!\.\w)"
"""A word is none where it is a part of another one, of an address, or of a sign that is written as `&amp;`."""
_CAPITALISE_NOUNS = ("de", "lb")
_TAGS = re.compile(r"<!--.*?-->|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.S)
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_OPENS = re.compile(r"<[A-Za-z].*(?<!/)>", re.S)
_CAPTIONED = "jb-captioned--table"
_NOT_IN = {
    *(
        "a",
        "abbr",
        "audio",
        "button",
        "canvas",
        "code",
        "dfn",
        "dt",
        "form",
        "iframe",
        "kbd",
        "label",
        "legend",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "th", "title", "summary", "svg", "template", "textarea", "var", "video"),
    *("legend", "math", "nav", "object", "option", "pre", "samp", "script", "select", "style"),
}
"""Elements in which no use is marked: what is a link or a button already, headings, code and drawings."""
_UNMARKED = re.compile(
    r"\s(?:hidden|data-search-exclude)\b|\saria-hidden=\"true\""
    r"|\sclass=\"[^\"]*\b(?:jb-sr|jb-eyebrow|jb-card-top|jb-[a-z]+-facts|jb-glance|jb-badges|jb-colophon|headerlink)\b"
)
"""Marks of elements that readers do not see as text: what only screen readers say, labels, lines of facts."""
_LANGUAGE = re.compile(r"\slang=\"([^\"]*)\"")
_LONGEST_TAG = 400
_INLINE = r"(?:a|abbr|b|bdi|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|span|strong|sub|sup|u|var)\b"
_OPENED, _CLOSED = re.compile(rf"<{_INLINE}[^<>]*>$"), re.compile(rf"</{_INLINE}[^<>]*>")
_BLOCK = rf"</?(?!{_INLINE})[A-Za-z][^<>]*>"
_BLOCK_BEFORE, _BLOCK_AFTER = re.compile(f"{_BLOCK}$"), re.compile(_BLOCK)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class _Word:
    """One way to write a term: what finds it where it begins, and the id of the term."""

    pattern: regex.Pattern[str]
    length: int
    id: str


class TermFinder:
    """Finds the words of terms; `words` has the id of each word's term.

    Capitals do not count, but where a word has some behind its first letter, as NGO has; and in languages that begin
    nouns with a capital, that letter does.
    """

    def __init__(self, words: Mapping[str, str], language: str) -> None:
        self._nouns = re.split("[-_]", language)[0] in _CAPITALISE_NOUNS
        self._by_token: dict[str, list[_Word]] = {}
        for word in sorted(words, key=len, reverse=True):
            if first := _TOKEN.search(word):
                found = _Word(self._pattern(word[first.start() :]), len(word), words[word])
                self._by_token.setdefault(first[0].casefold(), []).append(found)

    def __bool__(self) -> bool:
        """Tell whether there is any word to find."""
        return bool(self._by_token)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give begin, end and the term's id of each use in a text or in HTML without tags; the longest word counts."""
        end = 0
        for token in _TOKEN.finditer(text):
            words = self._by_token.get(token[0].casefold(), ()) if token.start() >= end else ()
            found = next(((m, one.id) for one in words if (m := one.pattern.match(text, token.start()))), None)
            if found:
                end = found[0].end()
                yield token.start(), end, found[1]

    def _pattern(self, word: str) -> regex.Pattern[str]:
        written = _BLANK.join(map(_escaped, word.split()))
        before = "" if _NO_BLANKS.match(word[0]) else _NOT_AFTER
        after = "" if _NO_BLANKS.match(word[-1]) or not re.match(r"\w", word[-1]) else _NOT_BEFORE
        return regex.compile(f"{before}{self._in_case(word, written)}{after}")

    def _in_case(self, word: str, written: str) -> str:
        if any(letter.isupper() for part in re.split(r"[\s-]+", word) for letter in part[1:]) or len(word) == 1:
            return f"(?:{written})"
        if not self._nouns:
            return f"(?i:{written})"
        return f"(?:{written})" if word[0].isupper() else f"(?i:{written[:1]}){written[1:]}"


def _escaped(part: str) -> str:
    text = regex.escape(part, special_only=True).replace("&", "&(?:amp;)?")
    return re.sub("['’]", lambda _: _QUOTE, text)


def texts_of(html: str, language: str) -> Iterator[tuple[int, int]]:
    """Give begin and end of each text of HTML in which a use can be marked, in the order of the page.

    What is marked as written in another language is passed over: a word is another one there.
    """
    closed, depth, at = "", 0, 0
    for tag in _TAGS.finditer(html):
        if not closed and at < tag.start():
            yield at, tag.start()
        at = tag.end()
        found = _NAME.match(tag[0])
        name = found[1].lower() if found else ""
        if closed:
            if name == closed:
                depth += -1 if tag[0].startswith("</") else 0 if tag[0].endswith("/>") else 1
            closed = closed if depth else ""
        elif name not in _VOID and _OPENS.match(tag[0]) and _is_closed(name, tag[0], language):
            closed, depth = name, 1
    if not closed and at < len(html):
        yield at, len(html)


def _is_closed(name: str, tag: str, language: str) -> bool:
    is_drawing = name == "figure" and _CAPTIONED not in tag  # a table with a caption is text, as others are
    return is_drawing or name in _NOT_IN or bool(_UNMARKED.search(tag)) or _is_foreign(tag, language)


def _is_foreign(tag: str, language: str) -> bool:
    found = _LANGUAGE.search(tag)
    return found is not None and re.split("[-_]", found[1])[0] != re.split("[-_]", language)[0]


def _stands_alone(html: str, begin: int, end: int, said: str) -> bool:
    """Tell whether a word is all that its cell, item or line has: a name, and no part of a sentence."""
    if html[begin:end].strip() != said:
        return False
    before, after = html[:begin].rstrip(), html[end:].lstrip()
    while tag := _OPENED.search(before, max(0, len(before) - _LONGEST_TAG)):
        before = before[: tag.start()].rstrip()
    while tag := _CLOSED.match(after):
        after = after[tag.end() :].lstrip()
    begins = not before or _BLOCK_BEFORE.search(before, max(0, len(before) - _LONGEST_TAG))
    return bool(begins and (not after or _BLOCK_AFTER.match(after)))


def with_first_uses(
    html: str, finder: TermFinder, language: str, link: Callable[[str, str], str], used: set[str]
) -> str:
    """Put what `link` gives for a term's id and the word in the place of the first use of each term.

    `used` are the terms that have been used by now; it takes those that are used here.
    """
    parts, last = list[str](), 0
    for begin, end in texts_of(html, language):
        for start, stop, id in finder.find(html[begin:end]):
            if id not in used and not _stands_alone(html, begin, end, html[begin + start : begin + stop]):
                used.add(id)
                parts += [html[last : begin + start], link(id, html[begin + start : begin + stop])]
                last = begin + stop
    return "".join([*parts, html[last:]]) if parts else html


_OPEN, _CLOSE = "\ue100", "\ue101"
_PUT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SYNTAX = re.compile(
    r"\[[^\[\]\n]*\]|\{[^{}\n]*\}|<[^<>\n]*>|\S*(?:://|www\.|@)\S*|:[\w-]+:|^[ \t]*(?:```|~~~).*$", re.M
)
"""What has words that are no text: links, attributes, tags, addresses, icons."""


def first_uses_in_markdown(
    markdown: str, finder: TermFinder, language: str, render: Callable[[str], str]
) -> list[tuple[int, int, str]]:
    """Give begin, end and id of the first use of each term in Markdown, in the order of the text.

    What is code, a heading or a link is told by what becomes of it: `render` gives the HTML of a text.
    """
    syntax = [(one.start(), one.end()) for one in _SYNTAX.finditer(markdown)]
    uses = [use for use in finder.find(markdown) if not any(begin < use[1] and use[0] < end for begin, end in syntax)]
    if not uses or _OPEN in markdown:
        return []
    html = render(_numbered(markdown, uses))
    found: dict[str, tuple[int, int, str]] = {}
    for begin, end in texts_of(html, language):
        for put in _PUT.finditer(html, begin, end):
            use = uses[int(put[1])]
            if not _stands_alone(html, begin, end, f"{escape(markdown[use[0] : use[1]], quote=False)}{put[0]}"):
                found.setdefault(use[2], use)
    return sorted(found.values())


def _numbered(markdown: str, uses: Iterable[tuple[int, int, str]]) -> str:
    parts, last = list[str](), 0
    for number, (_, end, _) in enumerate(uses):
        parts += [markdown[last:end], f"{_OPEN}{number}{_CLOSE}"]
        last = end
    return "".join([*parts, markdown[last:]])
