"""Say how a text is written in quotation marks."""

from __future__ import annotations

import re

from journeybook.problems import Text, say
from journeybook.source.guess import MAX_SHOWN

_OF_MENUS = re.compile(r"(?P<title>[^:\"]+):[ ]+(?P<page>[^\s:]+\.md)")
"""An entry of a navigation, of which the title alone can stand in quotes."""
_IN_SIGNS = re.compile(r"(?P<signs>[*`]{1,2})(?P<words>\w[^*`#]*)(?P=signs)")
QUOTE = say('put the whole text in quotes: "…"')


def quoted(value: str) -> Text:
    """Advise to quote a text, and show it quoted where it is short."""
    value = value.strip()
    if found := _OF_MENUS.fullmatch(value):
        if bare := _IN_SIGNS.fullmatch(found["title"]):
            return say("write `{form}`", form=f"{bare['words']}: {found['page']}")
        shown = f"{in_quotes(found['title'])}: {found['page']}"
        return say("put the title in quotes: {shown}", shown=shown)
    if not value or len(value) > MAX_SHOWN:
        return QUOTE
    return say("put the whole text in quotes: {shown}", shown=in_quotes(value))


def without_hash(text: str) -> Text:
    """Advise on words that begin with a # each, as tags do elsewhere; on all else, to quote the text."""
    bare = text.strip().rstrip("]").strip()
    words = re.findall(r"#([\w-]+)", bare)
    if not re.fullmatch(r"#[^\W\d][\w-]*(?:[,;\s]+#[^\W\d][\w-]*)*", bare):
        return quoted(bare.split(",")[0])
    if len(words) > 1:
        return say(
            "for a list of words, write `[{words}]`; a text needs quotes: {shown}",
            words=", ".join(words),
            shown=in_quotes(bare),
        )
    return say("write `{word}`, or with the sign in quotes: {shown}", word=words[0], shown=in_quotes(bare))


def in_quotes(text: str) -> str:
    """Write a text as YAML has it in quotes, on one line."""
    text = " ".join(text.split())
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
