"""JB465: a quotation mark too many, and a backslash with an n where a new line was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from journeybook.handbook import Handbook
from journeybook.handbook.chapters import FrontMatter
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.signs.ticks import apostrophes
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB465",
        means=(
            "Readers see a sign that was not meant for them: a quotation mark at the end of a text that none begins, "
            "curly ones around a whole text, a bullet before a title, a comma behind a text, a box to tick, `\\n` "
            "where a new line was meant, an apostrophe twice, or a backtick in its place, or the hyphen of a word that "
            "a line has broken in print. In double quotes, the path of a file loses its backslashes."
        ),
        remedy="Take it out. In a field that is Markdown, write `|`, and the lines below it.",
        example=Example(
            wrong='title: A first talk"\n',
            right="title: A first talk\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_CODE = re.compile(r"(`+)[^`].*?\1", re.S)
_INCHES = re.compile(r'(?<=\d)"')
_OTHER_QUOTES = re.compile("[“„«‟]")
_MAYBE = re.compile(r"\"|\\n|''")
_DOUBLED = re.compile(r"[^\W\d_]{1,40}''[^\W\d_]{1,40}")
_TITLE_SIGN = re.compile(r"[•‣◦▪▫●○■□·]\s*|-{1,3}(?=[^\W\d_])|-{2,3}\s+|[–—]\s+")
_ITEM_SIGN = re.compile(r"[-*+•‣◦▪▫●○■□·][ \t]+(?=[^\W\d])(?!.*\s[-*+•‣◦▪▫●○■□·]\s)")
"""One alone: of several, JB464 tells."""
_QUOTED_PATH = re.compile(r"(?:[:\[,-]|^)[ \t]*\"[^\"\n]*?(?P<path>\b[A-Za-z]:\\[abefnrtvNLP0])[^\"\n]*\"", re.M)
_NEW_LINE = re.compile(r"(?<=[^\W\d_][^\\])\\n|(?<=[.,;:!?)\]])\\n")
_BOX = re.compile(r"(?:[-*+][ ]+)?(\[[ xX]?\]|[☐☑☒□])[ ]+\S")
_BROKEN = re.compile(r"(?<![\w-])(?P<head>[^\W\d_]{2,})-[ \t]*\r?\n[ \t>]*(?P<tail>[^\W\d_]{2,})(?![\w:-])")
_BACKSLASH = re.compile(r"[^\W\d_]{2,}[.!?…]?[ ]?\\$")
"""A line that was to go on, as programs write it."""
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5
"""Letters of a word that print would break."""
_FULL_STOPS = (".", "!", "?", "…")
_ENTITY = re.compile(r"&#?\w+;$")
_CURLY = "“”„‟"
_SPOKEN = ("quote", "thoughts")
"""Fields whose words somebody says, so that quotation marks may well stand around them."""
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\|\\(?!n)\w")
"""What has backslashes of its own: the path of a file."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first such sign of each text."""
    for entry in book.written:
        yield from _paths(entry.document)
        texts = chain(
            ((path, text, False) for path, text in plain_fields(entry.model)),
            ((path, text, True) for path, text in markdown_fields(entry.model)),
        )
        for path, text, is_markdown in texts:
            if len(path) == 1 and path != ("title",) and not is_markdown and (sign := _ITEM_SIGN.match(text)):
                message = say("the sign before this text is shown to readers")
                yield entry.document.problem_in(
                    "JB465", message, say("take it out"), path=path, needle=text[: sign.end()]
                )
            yield from _in_curly(entry.document, path, text)
            if not is_markdown and (box := _BOX.match(text)):
                message = say("the sign before this text is shown to readers")
                hint = say("take it out; in a handout, `choices:` gives texts to tick")
                yield entry.document.problem_in("JB465", message, hint, path=path, needle=box[1])
            if not is_markdown:  # of those, JB444 tells
                yield from _with_ticks(entry.document, path, text)
            if not is_markdown and text.count("\\") == 1 and _BACKSLASH.search(text):
                message = say("the sign behind this text is shown to readers")
                hint = say("take out the `{sign}` at its end", sign="\\")
                yield entry.document.problem("JB465", message, hint, path=path)
            if text.endswith((",", ";")):
                yield from _with_comma(entry.document, path, text, is_markdown)
            if _MAYBE.search(text) or path == ("title",):
                yield from _in_text(entry.document, path, text, is_markdown)
    yield from _broken_words(book)
    for document, model in book.sources():
        if isinstance(model, FrontMatter):
            fields = chain(plain_fields(model), ((("description",), text) for text in [model.description] if text))
            for path, text in fields:
                yield from _in_curly(document, path, text)
                yield from _with_ticks(document, path, text)


def _with_ticks(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Report backticks in place of apostrophes."""
    for _, word, _ in apostrophes(text):
        message = say("readers see a backtick here, and no apostrophe")
        needle = word.replace("’", "`")
        yield document.problem_in("JB465", message, say("write `{word}`", word=word), path=path, needle=needle)


def _broken_words(book: Handbook) -> Iterator[Problem]:
    """Report words that a line breaks with a hyphen, as print does: one that the handbook has in one piece elsewhere.

    All else may be meant: `short-` may well end the line before `and long-term`.
    """
    known: set[str] = set()
    for document, model in book.sources():
        text = without_code(document.text) if isinstance(model, FrontMatter) else document.text
        found = [
            one
            for one in _BROKEN.finditer(text)
            if len(one["head"] + one["tail"]) >= _FEWEST and one["tail"][0].islower()
        ]
        if found and not known:
            known = {word for other, _ in book.sources() for word in _WORD.findall(other.text.casefold())}
        for one in found:
            word = one["head"] + one["tail"]
            if word.casefold() in known:
                message = say(
                    "a line has broken this word, and readers see ‘{shown}’", shown=f"{one['head']}- {one['tail']}"
                )
                line, column = text.count("\n", 0, one.start()) + 1, one.start() - text.rfind("\n", 0, one.start())
                hint = say("write `{word}`, on one line", word=word)
                yield document.problem_at("JB465", message, hint, line=line, column=column)


def _in_curly(document: Document, path: Path, text: str) -> Iterator[Problem]:
    """Report curly quotation marks that are meant for YAML around a whole text, and one that has lost its partner."""
    signs = [sign for sign in text if sign in _CURLY]
    if len(signs) > 2 or not signs or path[-1] in _SPOKEN:
        return
    if len(signs) == 2 and len(path) == 1 and text[0] in "“„" and text[-1] in "”“":
        message = say("readers see the quotation marks around this text")
        yield document.problem("JB465", message, say("write `{text}`", text=text[1:-1]), path=path)
    elif len(signs) == 1 and text[-1] == "”" and len(text) > 1 and '"' not in text:
        message = say("a quotation mark ends this text, and none begins it")
        hint = say("take it out, or write one before the words that are quoted")
        yield document.problem("JB465", message, hint, path=path)
    elif len(signs) == 1 and text[0] in "“„" and '"' not in text and len(text) > 1 and "\n" not in text:
        message = say("a quotation mark begins this text, and none ends it")
        yield document.problem(
            "JB465", message, say("take it out, or write ” behind the words that are quoted"), path=path
        )


def _in_text(document: Document, path: Path, text: str, is_markdown: bool) -> Iterator[Problem]:
    bare = _CODE.sub("", text) if is_markdown else text
    if _ends_alone(bare):
        message = say("a quotation mark ends this text, and none begins it")
        hint = say("take it out, or write one before the words that are quoted")
        yield document.problem("JB465", message, hint, path=path)
    for found, message, hint in _more(bare, is_title=path == ("title",)):
        yield document.problem_in("JB465", message, hint, path=path, needle=found)
    if "\\n" in bare and not _PATH.search(bare) and " " in bare and _NEW_LINE.search(bare):
        message = say("‘{signs}’ is shown as it is typed here", signs="\\n")
        lines = say("write `|` behind the colon or the dash, and each line on a line of its own below")
        hint = lines if is_markdown else say("write a space; this field is one line")
        yield document.problem_in("JB465", message, hint, path=path, needle="\\n")


def _more(text: str, *, is_title: bool) -> Iterator[tuple[str, Text, Text]]:
    """Give other signs that were meant for YAML, or for a list, with what to say of each."""
    if found := _DOUBLED.search(text):
        message = say("the apostrophe stands twice here")
        yield found[0], message, say("write `{word}`", word=found[0].replace("''", "'"))
    if text.startswith("“") and text.endswith('"') and text.count('"') == 1 and "”" not in text:
        yield text[-1], say("“ begins this text, and another kind of sign ends it"), say("end it with ”")
    if is_title and (sign := _TITLE_SIGN.match(text)):
        yield text[: sign.end()], say("the sign before this title is shown to readers"), say("take it out")
    if is_title and text.endswith((",", ";")):
        yield text[-1], say("the sign behind this title is shown to readers"), say("take it out")


def _with_comma(document: Document, path: Path, text: str, is_markdown: bool) -> Iterator[Problem]:
    """Report a comma behind the text of a key, which no text has; of the items of lists, JB440 tells.

    One may stand behind what somebody says, and behind the words that people go on with on a sheet: `Dear mentor,`.
    """
    bare = text.rstrip(",; ")
    goes_on = path[-1] in _SPOKEN or (path[0] == "handouts" and path[-1] in ("label", "hint"))
    is_odd = not bare.endswith(_FULL_STOPS) if is_markdown else goes_on or path == ("title",)
    if bare == text or is_odd or not bare or "\n" in text or _ENTITY.search(text) or not isinstance(path[-1], str):
        return
    if document.has(path):
        message = say("the sign behind this text is shown to readers")
        yield document.problem("JB465", message, say("take out the `{sign}` at its end", sign=text[-1]), path=path)


def _paths(document: Document) -> Iterator[Problem]:
    """Report the path of a file in double quotes, in which YAML reads a backslash and a letter as another sign."""
    found = _QUOTED_PATH.search(document.text) if ":\\" in document.text else None
    if found:
        line = document.text.count("\n", 0, found.start()) + 1
        column = found.start("path") - document.text.rfind("\n", 0, found.start("path"))
        message = say("a backslash means something else between double quotes")
        yield document.problem_at("JB465", message, say("use single quotes: '…'"), line=line, column=column)


def _ends_alone(text: str) -> bool:
    signs = _INCHES.sub("", text)
    return signs.endswith('"') and signs.count('"') == 1 and len(signs) > 1 and not _OTHER_QUOTES.search(signs)
