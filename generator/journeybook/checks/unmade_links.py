"""JB454: what was meant to be a link, or to be shown in place, and is text to readers, or nothing at all."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.targets import EMBEDS
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.fields import render as render_field
from journeybook.markdown.output import visible, without_code
from journeybook.markdown.references import Reference, find
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.model.walk import markdown_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB454",
        means=(
            "What was meant to be a link, or to be shown in place, is none: readers see the letters that were typed, "
            "as where a blank too many stands before `(activity:talk)`, or nothing, as where a link has no text."
        ),
        remedy="Write it as the answer shows. If it is text indeed, put it in backticks.",
        example=Example(
            wrong="# Welcome\n\nBegin with [] (activity:talk).\n",
            right="# Welcome\n\nBegin with [](activity:talk).\n",
            file="content/index.md",
            beside={"toolkit/talk.yaml": "title: A first talk\n"},
        ),
    ),
)

_MEANT = re.compile(
    r"\b(activity|journey|workshop|chapter|handout|toolkit|questions):"
    r"([^\s()\[\]{}<>\"'#?`|]+?)(?=[.,;:!?]?(?:[\s()\[\]{}<>\"'#?`|]|$))"
)
_INDENTED = re.compile(
    r"(?:^|\n)[ \t]*\n(?: {4}|\t)[ \t]*"
    r"(!\[[^\]\n]*\]\((journey|handout|toolkit|questions):([^\s()?#]+)[^)\n]*\))[ \t]*(?=\n[ \t]*\n|\n?$)"
)
"""What is shown in place, below an empty line and behind four blanks: but in lists and boxes, that makes it code."""
_LINKED = ("activity", "journey", "workshop", "chapter")
_TWO_BRACKETS = re.compile(
    r"\[\[(?P<wiki>[^\[\]|#\r\n]{1,100})(?:[|#][^\[\]\r\n]{0,100})?\]\]"
    r"|(?<![!\]\\])\[(?P<text>[^\[\]\r\n\\]{1,200})\]\[(?P<name>[^\[\]\r\n\\]{1,100})\](?![(\[:])"
)
_WEB = re.compile(
    r"(?<![!\]\\\[])\[(?P<words>(?!\d+\])[^\[\]\r\n\\]{1,200})\](?:[ \t]+\(|\(|:[ \t]+|)(?P<address>https?://[^\s()\[\]<>]+)\)?"
    r"|\((?P<words_before>[^()\r\n]{1,200})\)\[(?P<address_behind>https?://[^\s\[\]<>]+)\]"
)
"""An address of the web beside the words that are meant to lead there."""
_WORDS_BEFORE = re.compile(r"(?:\[([^\[\]]+)\]\W{0,3}|\(([^()]+)\)\[)$")
_WORDS_BEHIND = re.compile(r"(?:\]\(|\)\[)([^\[\]()]+)[\])]")
_NEAR = 100
"""Characters behind an address in which its words are looked for."""
_MARKS = ("!", "¡", "！")
_MARK_BEFORE = re.compile(r"(?<!\w)[!¡！][\[\](){}\\ ]{0,6}$")
_FENCE = re.compile(r"\n[ \t]*(?:```|~~~)")
_TAG = re.compile(r"<(?!(?:activity|journey|workshop|chapter|handout):)/?[a-zA-Z][^<>]*>")


@dataclass(frozen=True)
class _Text:
    """The Markdown of a page or of a field: where it begins, its links of ours, how it is seen, and how it is told."""

    text: str
    begin: int
    references: Callable[[], Collection[Reference]]
    seen: Callable[[], str]
    problem_at: Callable[[str, Text, Text, int], Problem]


def check(book: Handbook) -> Iterator[Problem]:
    """Report, on pages and in fields, what is meant as a link, names what is there, and is text to readers."""
    known: dict[str, Collection[str]] = {
        "activity": book.activities.entries.keys(),
        "journey": book.journeys.entries.keys(),
        "workshop": book.workshops.entries.keys(),
        "chapter": book.chapters.keys(),
        "toolkit": book.chapters.keys(),
        "handout": book.activities.entries.keys(),
        "questions": {"chapter", "activity", "journey"},
    }
    for page in book.pages.values():
        yield from _on(_of_page(page, book.settings.markdown), known)
        yield from _as_code_on(page, known)
        yield from _behind_a_mark(page)
    for shelf in (book.journeys, book.activities, book.workshops):
        for entry in shelf:
            for path, text in markdown_fields(entry.model):
                yield from _on(_of_field(entry.document, path, text), known)


def _of_page(page: ContentPage, markdown: MarkdownSettings) -> _Text:
    text, begin = page.document.text, page.body_at
    return _Text(text, begin, lambda: page.references, lambda: _seen(text[begin:], markdown), page.problem_at)


def _of_field(document: Document, path: Path, text: str) -> _Text:
    def problem_at(code: str, message: Text, hint: Text, at: int) -> Problem:
        needle = text[at : at + _NEAR].partition("\n")[0]
        return document.problem_in(code, message, hint, path=path, needle=needle, skip=text.count(needle, 0, at))

    return _Text(text, 0, lambda: find(text, FIELD_SETTINGS), lambda: visible(render_field(text)), problem_at)


def _on(one: _Text, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    meant = [match for match in _MEANT.finditer(one.text, one.begin) if _is_there(match, known)]
    lost = [match for match in _TWO_BRACKETS.finditer(one.text, one.begin) if match["name"] or _in_two(match, known)]
    web = list(_WEB.finditer(one.text, one.begin)) if "://" in one.text else []
    if not meant and not lost and not web:
        return
    spans = [(reference.start, reference.end) for reference in one.references()] if meant else []
    found = [match for match in meant if not any(start <= match.start() < end for start, end in spans)]
    if not found and not lost and not web:
        return
    seen = one.seen()
    left = Counter({match[0]: seen.count(match[0]) for match in found})
    for match in found:
        if left[match[0]] > 0:
            left[match[0]] -= 1
            yield _problem(one, match)
    for match in lost:
        if match[0] in seen:
            yield _of_brackets(one, match, _in_two(match, known))
    for match in web:
        if " ".join(match[0].split()) in seen:
            yield _to_the_web(one, match)


def _is_there(match: re.Match[str], known: dict[str, Collection[str]]) -> bool:
    return match[2].partition("/")[0] in known[match[1]]


def _as_code_on(page: ContentPage, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    text, begin = page.document.text, page.body_at
    spans = [(reference.start, reference.end) for reference in page.references]
    for embed in _INDENTED.finditer(text, begin):
        is_made = any(start <= embed.start(1) < end for start, end in spans)
        is_fenced = len(_FENCE.findall(text, begin, embed.start(1))) % 2
        if not is_made and embed[3].partition("/")[0] in known[embed[2]] and not is_fenced:
            yield _as_code(page, embed)


def _behind_a_mark(page: ContentPage) -> Iterator[Problem]:
    """Report links behind a `!` and a blank, or behind one that another keyboard has made: a picture was meant."""
    for reference in page.references:
        before = page.document.text[: reference.start].rpartition("\n")[2].strip()
        if before in _MARKS and not reference.embed and reference.kind in EMBEDS:
            message = say("this is a link behind a sign: what it leads to is not shown here")
            yield page.problem_at("JB454", message, say("write `{form}`", form=f"!{reference.source}"), reference.start)


def _as_code(page: ContentPage, embed: re.Match[str]) -> Problem:
    message = say("‘{text}’ is shown as code, for four blanks stand before it", text=embed[1])
    return page.problem_at("JB454", message, say("begin it at the start of its line"), embed.start(1))


def _problem(one: _Text, match: re.Match[str]) -> Problem:
    message = say("‘{address}’ is no link here: readers see what is typed, or nothing", address=match[0])
    return one.problem_at("JB454", message, _instead(one.text, match), match.start())


def _to_the_web(one: _Text, match: re.Match[str]) -> Problem:
    message = say("‘{text}’ is no link of these words: readers see what is typed", text=match[0])
    form = f"[{match['words'] or match['words_before']}]({match['address'] or match['address_behind']})"
    return one.problem_at("JB454", message, say("write `{form}`", form=form), match.start())


def _instead(text: str, match: re.Match[str]) -> Text:
    """Say what to write: with the words that stand beside the address, and the `!` that stands before it."""
    line = text.rfind("\n", 0, match.start()) + 1
    before, after = text[line : match.start()], text[match.end() : match.end() + _NEAR].partition("\n")[0]
    words = _WORDS_BEFORE.search(before) or _WORDS_BEHIND.match(after)
    mark = "!" if match[1] in ("toolkit", "questions") or _MARK_BEFORE.search(before) else ""
    form = f"{mark}[{words[words.lastindex or 0] if words else ''}]({match[0]})"
    if before.endswith(form.partition(match[0])[0]) and after.startswith(")"):
        return say("take it out of the HTML around it, or write `markdown` into that tag: `<div markdown>`")
    return say("write `{form}`, without blanks between the brackets; text goes in backticks", form=form)


def _in_two(match: re.Match[str], known: dict[str, Collection[str]]) -> str:
    """Give the address that is meant by the id in `[[vision-map]]`, empty where there is none."""
    id = (match["wiki"] or "").strip().casefold().replace(" ", "-")
    return next((f"{kind}:{id}" for kind in _LINKED if id in known[kind]), "")


def _of_brackets(one: _Text, match: re.Match[str], address: str) -> Problem:
    if address:
        message = say("‘{text}’ is no link here: readers see the brackets", text=match[0])
        return one.problem_at("JB454", message, say("write `{form}`", form=f"[]({address})"), match.start())
    message = say("no line `[{name}]: …` says where this leads: readers see the brackets", name=match["name"])
    hint = say("write the address in round brackets, as in `{form}`", form=f"[{match['text']}](https://…)")
    return one.problem_at("JB454", message, hint, match.start())


def _seen(body: str, markdown: MarkdownSettings) -> str:
    """Give the text of a page as readers see it, without code; what Markdown takes for a tag of its own stays."""
    return html.unescape(_TAG.sub("", without_code(render(tame(body), markdown))))
