"""JB477: words of pages that Markdown takes for its own signs, and signs that it does not take for such."""

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
            "Markdown takes a text for a sign of its own, so that words in pointed brackets vanish, a number with a "
            "dot becomes that of a list, a hashtag a heading; or it does not take a sign for one, inside of HTML or "
            "behind a link, and readers see it."
        ),
        remedy="Write it as the answer shows: with a backslash, or in backticks.",
        example=Example(
            wrong="# Welcome\n\nSay <your name>, then begin.\n",
            right="# Welcome\n\nSay `<your name>`, then begin.\n",
            file="content/index.md",
        ),
    ),
)

_TAG = re.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9_.-]*)(?P<words>\s[^<>\n=]{0,100})?>")
"""A tag without attributes: one that has some is meant as a tag."""
_NUMBER = re.compile(r"^ {0,3}(?P<number>\d{3,9})\.[ \t]+(?=\S)", re.M)
"""A year, or another number that no list begins with."""
_HASHTAG = re.compile(r"^#(?P<word>\S+[ \t]+#[^\s#].*|[^\W\d][\w-]*(?=\s)|\d+(?!\S))", re.M)
_TITLE = re.compile(r"[^\W\d_a-z][\w-]*")
"""What begins with # and no blank, and not like a heading: in small letters, with a number, or with a second one."""
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9_.-]*)")
_ITEM = re.compile(r"^[ \t]*(\d{1,9})\.[ \t]", re.M)
_BLOCK = re.compile(r"^<(?P<tag>div|details|section|article|aside|center|figure)\b(?P<attributes>[^<>]*)>", re.M | re.I)
_MARKDOWN = re.compile(r"\bmarkdown\b", re.I)
_SIGN = re.compile(r"\*\*(?=[^\s*][^*\n]*\*\*)|\[(?=[^\]\n]+\]\()|^[ ]{0,3}(?:[-*+]|\d\.|\#{1,6})[ ]+(?=\S)", re.M)
_AFTER_LINK = re.compile(r"\)(?P<all>[ ]?\{:?[ ]*[.#](?P<name>[a-z][\w-]*)[^{}\n]*\}?)")
_COMMAND = re.compile(
    r"^(?:(?P<toc>\[(?!(?-i:TOC)\])toc\]|\[\[_?toc_?\]\])|\\(?:newpage|pagebreak|clearpage))(?=[ ]*$)", re.M | re.I
)
_BOX = re.compile(r"^[☐☑☒][ \t]*(?P<text>\S[^\n]*[^\s\\>])(?=\n[☐☑☒])", re.M)
_HTML = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button "
        "canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed "
        "fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i "
        "iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noembed noframes "
        "noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp "
        "script search section select slot small source span strike strong style sub summary sup svg math table tbody "
        "td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp",
    )
)
_BARE = frozenset(
    re.findall(
        r"\w+",
        "open markdown hidden disabled checked selected controls loop muted autoplay required readonly multiple async "
        "defer reversed inert allowfullscreen download nowrap noshade compact",
    )
)
"""Attributes that have no value."""


_NEAR = 300
"""Characters of HTML around a token that tell what has become of it."""


class Suspect(NamedTuple):
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
    found = suspects(body)
    if not found:
        return
    prefix = unused(body)
    html = without_code(render(tame(marked(body, (one.token_at for one in found), prefix)), markdown))
    for token in re.finditer(f"{prefix}([0-9]+)z", html):  # a heading's stands in its address, too
        one = found[int(token[1])]
        near = html[max(token.start() - _NEAR, 0) : token.end() + _NEAR]
        if re.search(one.lost.format(token=token[0]), near):
            yield page.problem_at("JB477", one.message, one.hint, page.body_at + one.start)


def suspects(body: str) -> list[Suspect]:
    """Give what may be lost of a page's text, in order; its HTML tells what is."""
    return sorted(one for find in _FINDERS for one in find(body))


def _tags(body: str) -> Iterator[Suspect]:
    told, closed = set[str](), {name.lower() for name in _CLOSING.findall(body)}
    has_parts = "<svg" in body or "<math" in body  # whose parts have names of their own
    for found in _TAG.finditer(body) if "<" in body and not has_parts else ():
        name = found["name"]
        if found[0] in told or name.lower() in closed or _is_html(name, found["words"] or ""):
            continue
        told.add(found[0])
        message = say("‘{text}’ is taken for a tag of HTML, so readers do not see it", text=found[0])
        hint = say("write `{form}`, or put it in backticks", form=found[0].replace("<", "&lt;"))
        yield Suspect(found.end("name"), f"<{re.escape(name)}{{token}}", found.start(), message, hint)


def _is_html(name: str, words: str) -> bool:
    """Tell whether a tag may be meant as one: `<time>` may, and `<time and place>` is not."""
    return name.lower() in _HTML and _BARE.issuperset(words.lower().rstrip("/").split())


def _numbers(body: str) -> Iterator[Suspect]:
    counted = {int(number) for number in _ITEM.findall(body)}
    for found in _NUMBER.finditer(body):
        number = found["number"]
        if int(number) - 1 in counted:
            continue  # a long list
        message = say("readers do not see ‘{number}.’: Markdown takes it for an item of a list", number=number)
        hint = say("write `{form}`", form=f"{number}\\.")
        yield Suspect(found.end(), r'(?<!\d">\n)<li[^<>]*>\s*(?:<p>)?{token}', found.start("number"), message, hint)


def _hashtags(body: str) -> Iterator[Suspect]:
    for found in _HASHTAG.finditer(body):
        if _TITLE.fullmatch(found["word"]):
            continue  # as a heading begins
        message = say("this is a heading of the first level: a line begins with #")
        hint = say("write `{form}` for a word with #, or a blank behind it for a heading", form=f"\\#{found['word']}")
        yield Suspect(found.start("word"), r"<h1[^<>]*>{token}", found.start(), message, hint)


def _in_html(body: str) -> Iterator[Suspect]:
    """Give the first sign of Markdown in each block of HTML, which is not read there."""
    for block, end in _blocks(body):
        if found := _SIGN.search(body, block.end(), end):
            tag, sign = f"<{block['tag']}{block['attributes']}", found[0].lstrip("\r\n")
            message = say("Markdown is not read inside of `{tag}`: readers see its signs", tag=f"{tag}>")
            hint = say("write `{form}`, with an empty line behind it", form=f"{tag} markdown>")
            yield Suspect(found.end(), f"{re.escape(sign)}{{token}}", found.end() - len(sign), message, hint)


def _blocks(body: str) -> Iterator[tuple[re.Match[str], int]]:
    """Give the opening tag and the end of each block of HTML that is not marked as one with Markdown in it."""
    done, unclosed = 0, set[str]()
    for block in _BLOCK.finditer(body):
        tag = block["tag"].lower()
        if block.start() < done or tag in unclosed or _MARKDOWN.search(block["attributes"]):
            continue
        if closing := re.compile(f"</{tag}", re.I).search(body, block.end()):
            done = closing.start()
            yield block, done
        else:
            unclosed.add(tag)


def _attributes(body: str) -> Iterator[Suspect]:
    """Give what is meant as attributes of a link, and stands one blank behind it or is not closed."""
    for found in _AFTER_LINK.finditer(body):
        message = say("‘{text}’ is shown as it is typed here", text=found["all"])
        hint = say("write `{form}`, right behind the link", form=f"{{ {found['all'].strip('{ :}')} }}")
        lost = r"</a>[ ]?\{{:?[ ]*[.#]{token}"
        yield Suspect(found.start("name"), lost, found.start("all"), message, hint)


def _commands(body: str) -> Iterator[Suspect]:
    for found in _COMMAND.finditer(body):
        message = say("‘{text}’ is shown as it is typed here", text=found[0])
        hint = say("write `{form}`", form="[TOC]") if found["toc"] else say("take it out")
        yield Suspect(found.end(), f"{re.escape(found[0])}{{token}}", found.start(), message, hint)


def _boxes_to_tick(body: str) -> Iterator[Suspect]:
    for found in _BOX.finditer(body):
        message = say("readers see these lines in one paragraph, and no list")
        hint = say("write `{form}`, and so the lines below it", form=f"- [ ] {found['text']}")
        yield Suspect(found.end(), r"{token}\n[☐☑☒]", found.start(), message, hint)


_FINDERS = (_tags, _numbers, _hashtags, _in_html, _attributes, _commands, _boxes_to_tick)
