"""JB477: words of pages that are taken for tags, and signs that are not taken for such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journeybook.handbook import ContentPage, Handbook
from journeybook.markdown.html_blocks import (
    is_marked,
    reads_in_html,
    unclosed_block,
    unclosed_frames,
    unopened_end,
    unread_blocks,
)
from journeybook.markdown.meant import is_file, whole
from journeybook.markdown.output import without_code as without_hidden
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import without_code
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.problems import Code, Example, Problem, Text, say

CODES = (
    Code(
        "JB477",
        means=(
            "Words in pointed brackets are taken for a tag of HTML, or words in braces for attributes, so that nobody "
            "sees them; or Markdown stands inside of HTML, HTML has no end or no beginning, attributes of a link do "
            "not stand right behind it, or a blank stands behind the `!` of a picture, and readers see the signs."
        ),
        remedy="Write it as the answer shows: words in backticks, `markdown` in the tag of HTML.",
        example=Example(
            wrong="# Welcome\n\nSay <your name>, then begin.\n",
            right="# Welcome\n\nSay `<your name>`, then begin.\n",
            file="content/index.md",
        ),
    ),
)

_MAILBOX = re.compile(r"<(?P<name>[\w.+-]+) ?[(\[]?(?:at|@|\[at\])[)\]]? ?(?P<host>[\w-]+(?:\.[\w-]+)+) ?/?>", re.I)
"""An address of e-mail in words, as people write it against machines."""
_TAG = re.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9_.-]*)(?P<words>\s[^<>\n=]{0,100})?>")
"""A tag without attributes: one that has some is meant as a tag."""
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9_.-]*)")
_SIGN = re.compile(r"\*\*(?=[^\s*][^*\n]*\*\*)|\[(?=[^\]\n]+\]\()|^[ ]{0,3}(?:[-*+]|\d\.|\#{1,6})[ ]+(?=\S)", re.M)
_AFTER_LINK = re.compile(
    r"\)(?P<all>[ ]?\{:?[ ]*(?:[.#](?P<name>[a-z][\w-]*)|(?P<key>(?:width|height|style|target|align|loading)=))"
    r"[^{}\n]*\}?|[ ]\{:?[ ]*(?P<colon>(?:width|height):)[^{}\n]*\}"
    r"|[ ]?[\[(][ ]*(?P<behind>(?:width|height|style|target|align|loading|class)=)[^\[\](){}\n]*[\])])"
)
_TEXT_BEFORE = re.compile(r"\[[^\[\]\n]{1,200}\]$")
"""Words of a link right before what should be its address."""
_APART = re.compile(
    r"(?:(?<=\s)|^)![ ](?P<picture>\[[^\[\]\n]*\]\([^\s()]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)\))", re.M | re.I
)
"""A picture with a blank behind its sign, which makes a link of it."""
_IN_BRACES = re.compile(r"(?<![{\\])\{:?[ ]*(?P<words>[^\W_][^{}\n=`\\|]{0,100}?)[ ]*\}(?!\})")
_SIZES = re.compile(
    r"[\"']?(?P<name>width|height)[\"']?[ ]*[:= ][ ]*[\"']?(?P<size>\d{1,4}(?:\.\d+)?%?)(?:px)?[\"']?(?:[,; ]+|$)", re.I
)
"""A width or a height in another form than attributes have, such as that of a style."""
_JOINED = re.compile(
    r"(?<![{\\])\{:?[ ]*(?P<first>[a-z-]+=(?:\"[^\"{}\n]*\"|[^\s\"',;{}=]+)[,;])"
    r"(?P<second>[a-z-]+)=[^{}\n]{1,100}\}(?!\})"
)
"""Attributes with a comma between them and no blank, of which the first one swallows the second."""
_AN_ATTRIBUTE = re.compile(r"[.#:@]|(?:data|aria|hx|no|off|on|skip|v|x)-", re.I)
"""How a word of a list begins that is an attribute, of HTML or of a script's."""
_A_CLASS = re.compile(r"annotate|button|card|cards|center|grid|left|right|small|wide|md-[a-z-]+")
"""Words that are meant as classes, and lack their full stop."""
_COMMAND = re.compile(
    r"^(?:(?P<toc>\[(?!(?-i:TOC)\])toc\]|\[\[_{0,2}toc_{0,2}\]\])|\\(?:newpage|pagebreak|clearpage))(?=[ ]*$)",
    re.M | re.I,
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
_VOID = ("br", "hr", "wbr")
"""Tags that have nothing in them: with a sign too many, such as `<br.>`, they are meant all the same."""
_BARE = frozenset(
    re.findall(
        r"\w+",
        "open markdown hidden disabled checked selected controls loop muted autoplay required readonly multiple async "
        "defer reversed inert allowfullscreen download nowrap noshade compact",
    )
)
"""Attributes that have no value."""


_OF_WORDS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of HTML with words alone in them, and no paragraphs."""
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
    for page in book.read_pages:
        yield from _on(page, book.settings.markdown)


def _on(page: ContentPage, markdown: MarkdownSettings) -> Iterator[Problem]:
    body = page.body
    found = suspects(body, reads=reads_in_html(markdown.extensions))
    if not found:
        return
    prefix = unused(body)
    html = without_hidden(render(tame(marked(body, (one.token_at for one in found), prefix)), markdown))
    told = set[int]()
    for token in re.finditer(f"{prefix}([0-9]+)z", html):  # a heading's stands in its address, too
        one = found[number := int(token[1])]
        near = html[max(token.start() - _NEAR, 0) : token.end() + _NEAR]
        if number not in told and re.search(one.lost.format(token=token[0]), near):
            told.add(number)
            yield page.problem_at("JB477", one.message, one.hint, page.body_at + one.start)


def suspects(body: str, *, reads: bool = True) -> list[Suspect]:
    """Give what may be lost of a page's text, in order; its HTML tells what is.

    `reads`: an extension reads Markdown in HTML that is marked with `markdown`.
    """
    return sorted([*(one for find in _FINDERS for one in find(body)), *_in_html(body, reads=reads)])


def _tags(body: str) -> Iterator[Suspect]:
    told, closed = set[str](), {name.lower() for name in _CLOSING.findall(body)}
    has_parts = "<svg" in body or "<math" in body  # whose parts have names of their own
    for found in _TAG.finditer(body) if "<" in body and not has_parts else ():
        name = found["name"]
        if found[0] in told or name.lower() in closed or _is_html(name, found["words"] or ""):
            continue
        told.add(found[0])
        message = say("‘{text}’ is taken for a tag of HTML, so readers do not see it", text=found[0])
        hint = _instead(found)
        link = _TEXT_BEFORE.search(body[max(found.start() - _NEAR, 0) : found.start()])
        if link and is_file(name) and not found["words"]:
            hint = say("write `{form}`", form=f"{link[0]}({name})")
        yield Suspect(found.end("name"), f"<{re.escape(name)}{{token}}", found.start(), message, hint)


def _instead(found: re.Match[str]) -> Text:
    """Say what to write in place of a tag that is none: an address may stand in it."""
    if not found["words"] and (address := whole(found["name"])):
        return say("write `{form}`", form=f"<{address}>")
    if not found["words"] and is_file(found["name"]):
        return say("write `{form}`", form=f"[…]({found['name']})")
    if mailbox := _MAILBOX.fullmatch(found[0]):
        return say("write `{form}`", form=f"<{mailbox['name']}@{mailbox['host']}>")
    if (tag := re.sub(r"\W", "", found["name"]).lower()) in _VOID and not found["words"]:
        return say("write `{form}`", form=f"<{tag}>")
    return say("write `{form}`, or put it in backticks", form=found[0].replace("<", "&lt;"))


def _is_html(name: str, words: str) -> bool:
    """Tell whether a tag may be meant as one: `<time>` may, and `<time and place>` is not."""
    return name.lower() in _HTML and _BARE.issuperset(words.lower().rstrip("/ ").split())


def _in_html(body: str, *, reads: bool) -> Iterator[Suspect]:
    """Give the first sign of Markdown in each block of HTML, which is not read there."""
    for block, end in unread_blocks(body, reads=reads):
        if found := _SIGN.search(body, block.end(), end):
            tag, sign = f"<{block['tag']}{block['attributes']}", found[0].lstrip("\r\n")
            message = say("Markdown is not read inside of `{tag}`: readers see its signs", tag=f"{tag}>")
            hint = _how_to_read(block["tag"].lower(), tag, is_marked=is_marked(block["attributes"]), reads=reads)
            yield Suspect(found.end(), f"{re.escape(sign)}{{token}}", found.end() - len(sign), message, hint)


def _how_to_read(name: str, tag: str, *, is_marked: bool, reads: bool) -> Text:
    """Say how Markdown in a tag is read: the tag is marked, and an extension looks for the mark."""
    form, extension = f"{tag} markdown>", "- md_in_html"
    if name == "table":
        return say("write the table in Markdown, as `| … | … |`, or its words in HTML, as `{code}`", code="<b>…</b>")
    if is_marked:
        return say("write `{extension}` below `markdown_extensions:` in mkdocs.yml", extension=extension)
    if reads and name in _OF_WORDS:
        return say("write `{form}`", form=form)
    if reads:
        return say("write `{form}`, with an empty line behind it", form=form)
    if name in _OF_WORDS:
        return say("write `{form}`, and `- md_in_html` below `markdown_extensions:` in mkdocs.yml", form=form)
    return say(
        "write `{form}`, with an empty line behind it, and `{extension}` below `markdown_extensions:` in mkdocs.yml",
        form=form,
        extension=extension,
    )


def _unclosed(body: str) -> Iterator[Suspect]:
    if block := unclosed_block(without_code(body)):
        tag = f"<{block['tag']}{block['attributes']}>"
        message = say("`{tag}` has no end: Markdown is not read below it", tag=tag)
        hint = say("write `{form}` where it ends", form=f"</{block['tag']}>")
        yield Suspect(block.end("tag"), f"<{block['tag']}{{token}}", block.start(), message, hint)


def _frames(body: str) -> Iterator[Suspect]:
    """Give frames, films and sounds without an end: a slash in the tag is none, and all below belongs to them."""
    for found, is_end in unclosed_frames(without_code(body)):
        name = found["name"]
        message = say("`{tag}` has no end: browsers do not show what is below it", tag=f"<{name}>")
        hint = say("write `{form}` where it ends", form=f"</{name}>")
        if is_end:
            hint = say("write `{form}`", form=f"</{name}>")
        elif found["attributes"].rstrip().endswith("/"):
            hint = say("write `{right}` in place of its `{wrong}`", right=f"></{name}>", wrong="/>")
        yield Suspect(found.end("name"), f"<{name}{{token}}", found.start(), message, hint)


def _attributes(body: str) -> Iterator[Suspect]:
    """Give what is meant as attributes of a link, and stands one blank behind it or is not closed."""
    for found in _AFTER_LINK.finditer(body):
        message = say("‘{text}’ is shown as it is typed here", text=found["all"])
        typed = found["all"].strip("{ :}[()]")
        form = f"{{ {typed} }}" if "=" in typed else _as_sizes(typed) or f"{{ {typed} }}"
        hint = say("write `{form}`, right behind the link", form=form)
        if body.startswith("!", body.rfind("[", 0, found.start()) - 1):
            hint = say("write `{form}`, right behind the picture", form=form)
        lost = r"(?:</a>|<img [^<>]*>)[ ]?(?:\{{:?|\[|\()[ ]*[.#]?{token}"
        group = next(one for one in ("name", "key", "colon", "behind") if found[one])
        yield Suspect(found.start(group), lost, found.start("all"), message, hint)


def _words_in_braces(body: str) -> Iterator[Suspect]:
    """Give words in braces that an extension may take for attributes without values, as in `## Talk {20 min}`."""
    for found in _IN_BRACES.finditer(body):
        words = found["words"].split()
        is_fence = body[body.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip(" >").startswith(("```", "~~~"))
        if is_fence or _BARE.issuperset(word.lower() for word in words) or any(map(_AN_ATTRIBUTE.match, words)):
            continue
        message = say("‘{text}’ is taken for attributes of HTML, so readers do not see it", text=found[0])
        sizes = _as_sizes(found["words"])
        if sizes and body[max(found.start() - 2, 0) : found.start()] == ") ":  # told as attributes apart
            continue
        if sizes and body[: found.start()].endswith(")"):
            hint = say("write `{form}`", form=sizes)
        elif _A_CLASS.fullmatch(found["words"]):
            hint = say("write `{form}`", form=f"{{ .{found['words']} }}")
        else:
            hint = say("write `{form}` or `{other}`", form=f"\\{found[0]}", other=f"({found['words']})")
        lost = r"<\w+(?:[ ][^\s<>\"=]+(?:=\"[^\"<>]*\")?)*[ ]{token}"
        yield Suspect(found.start("words"), lost, found.start(), message, hint)


def _as_sizes(words: str) -> str | None:
    """Give the attributes that are meant by `width: 20; height: 10`; None where other words are among them."""
    if _SIZES.sub("", words).strip():
        return None
    sizes = (f'{one["name"].lower()}="{one["size"]}"' for one in _SIZES.finditer(words))
    return f"{{ {' '.join(sizes)} }}"


def _joined_attributes(body: str) -> Iterator[Suspect]:
    """Give attributes that commas hold together, as in `{width=20%,height=10%}`: the second one is lost."""
    for found in _JOINED.finditer(body):
        message = say("the comma makes one attribute of these, so that ‘{name}’ does nothing", name=found["second"])
        if found["first"].endswith(";"):
            message = say(
                "the semicolon makes one attribute of these, so that ‘{name}’ does nothing", name=found["second"]
            )
        form = re.sub(r"[,;][ ]*(?=[a-z-]+=)", " ", found[0])
        lost = r"<\w+(?:[ ][^\s<>\"=]+(?:=\"[^\"<>]*\")?)*(?:[ ]_{token}|=\"[^\"<>]*[,;]{token})"
        yield Suspect(found.start("second"), lost, found.start(), message, say("write `{form}`", form=form))


def _ends_alone(body: str) -> Iterator[Suspect]:
    """Give the end of a tag that nothing on the page begins; a text that is brought in may begin it."""
    if any(sign in body for sign in ("8<", "{%", "{{", "{!")):
        return
    if found := unopened_end(without_code(body)):
        message = say("nothing begins what `{tag}` ends: it may end a part of the page around this text", tag=found[0])
        yield Suspect(
            found.end(),
            f"{re.escape(found[0])}(?:</p>)?\\s*(?:<p>)?{{token}}",
            found.start(),
            message,
            say("take it out"),
        )


def _pictures(body: str) -> Iterator[Suspect]:
    for found in _APART.finditer(body):
        message = say("this is a link behind a sign: the picture is not shown here")
        yield Suspect(
            found.start() + 1,
            "!{token}[ ]<a ",
            found.start(),
            message,
            say("write `{form}`", form=f"!{found['picture']}"),
        )


def _commands(body: str) -> Iterator[Suspect]:
    for found in _COMMAND.finditer(body):
        message = say("‘{text}’ is shown as it is typed here", text=found[0])
        hint = say("write `{form}`", form="[TOC]") if found["toc"] else say("take it out")
        seen = re.sub("_+", "(?:_+|</?(?:em|strong)>)", re.escape(found[0]))  # as slanted letters, in `[[_TOC_]]`
        yield Suspect(found.end(), f"{seen}{{token}}", found.start(), message, hint)


def _boxes_to_tick(body: str) -> Iterator[Suspect]:
    for found in _BOX.finditer(body):
        message = say("readers see these lines in one paragraph, and no list")
        hint = say("write `{form}`, and so the lines below it", form=f"- {found[0]}")
        yield Suspect(found.end(), r"{token}\n[☐☑☒]", found.start(), message, hint)


_FINDERS = (
    _tags,
    _unclosed,
    _frames,
    _attributes,
    _words_in_braces,
    _joined_attributes,
    _ends_alone,
    _pictures,
    _commands,
    _boxes_to_tick,
)
