"""JB477: words of pages that Markdown takes for a sign of its own, so that readers see something else, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB477",
        means=(
            "Markdown takes a text for a sign of its own: words in pointed brackets vanish, a number with a dot at "
            "the beginning of a paragraph becomes 1., a hashtag becomes a heading."
        ),
        remedy="Write it as the answer shows: with a backslash, or in backticks.",
        example=Example(
            wrong="# Welcome\n\nSay <your name>, then begin.\n",
            right="# Welcome\n\nSay `<your name>`, then begin.\n",
            file="content/index.md",
        ),
    ),
)

_TAG = re.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9_.-]*)(?:\s[^<>\n=]{0,100})?>")
"""A tag without attributes: one that has some is meant as a tag."""
_NUMBER = re.compile(r"^ {0,3}(?P<number>\d{3,9})\.[ \t]+(?=\S)", re.M)
"""A year, or another number that no list begins with."""
_HASHTAG = re.compile(r"^#(?P<word>\S+[ \t]+#[^\s#].*|[^\W\d][\w-]*(?=\s)|\d+(?!\S))", re.M)
_TITLE = re.compile(r"[^\W\d_a-z][\w-]*")
"""What begins with # and no blank, and not like a heading: in small letters, with a number, or with a second one."""
_HTML = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body "
    "br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog "
    "dir div dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark "
    "marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup "
    "option output p param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section "
    "select shadow slot small source spacer span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul var video wbr xmp "
    # of drawings and formulas, whose parts may stand on lines of their own
    "animate circle clippath defs desc ellipse feblend filter foreignobject g line lineargradient marker mask metadata "
    "path pattern polygon polyline radialgradient rect set stop switch symbol text textpath tspan use view annotation "
    "maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms "
    "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics".split()
)


class _Suspect(NamedTuple):
    """A place for a token, what its HTML looks like where the text is lost, and where and what to tell."""

    token_at: int
    lost: str
    start: int
    message: Text
    hint: Text


def check(book: Handbook) -> Iterator[Problem]:
    """Report such words of pages, by what has become of them in the HTML."""
    for page in book.pages.values():
        yield from _on(page, book.settings.markdown)


def _on(page: ContentPage, markdown: MarkdownSettings) -> Iterator[Problem]:
    body = page.document.text[page.body_at :]
    suspects = sorted([*_tags(body), *_numbers(body), *_hashtags(body)])
    if not suspects:
        return
    prefix = unused(body)
    html = without_code(render(tame(marked(body, (one.token_at for one in suspects), prefix)), markdown))
    for number, one in enumerate(suspects):
        if re.search(one.lost.format(token=f"{prefix}{number}z"), html):
            yield page.problem_at("JB477", one.message, one.hint, page.body_at + one.start)


def _tags(body: str) -> Iterator[_Suspect]:
    told = set[str]()
    for found in _TAG.finditer(body) if "<" in body else ():
        name = found["name"]
        if name.lower() in _HTML or found[0] in told or f"</{name}" in body:
            continue
        told.add(found[0])
        message = say("‘{text}’ is taken for a tag of HTML, so readers do not see it", text=found[0])
        hint = say("write `{form}`, or put it in backticks", form=found[0].replace("<", "&lt;"))
        yield _Suspect(found.end("name"), f"<{re.escape(name)}{{token}}", found.start(), message, hint)


def _numbers(body: str) -> Iterator[_Suspect]:
    for found in _NUMBER.finditer(body):
        number = found["number"]
        if re.search(rf"^[ \t]*{int(number) - 1}\.[ \t]", body, re.M):
            continue  # a long list
        message = say("readers do not see ‘{number}.’: Markdown takes it for an item of a list", number=number)
        hint = say("write `{form}`", form=f"{number}\\.")
        yield _Suspect(found.end(), r'(?<!\d">\n)<li[^<>]*>\s*(?:<p>)?{token}', found.start("number"), message, hint)


def _hashtags(body: str) -> Iterator[_Suspect]:
    for found in _HASHTAG.finditer(body):
        if _TITLE.fullmatch(found["word"]):
            continue  # as a heading begins
        message = say("this is a heading of the first level: a line begins with #")
        hint = say("write `{form}` for a word with #, or a blank behind it for a heading", form=f"\\#{found['word']}")
        yield _Suspect(found.start("word"), r"<h1[^<>]*>{token}", found.start(), message, hint)
