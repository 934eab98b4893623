"""JB441: signs of Markdown or HTML in a field that is shown as it is typed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain

from journeybook.handbook import Handbook
from journeybook.handbook.chapters import FrontMatter
from journeybook.markdown.meant import is_on_a_computer
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document
from journeybook.source.quotes import in_quotes

CODES = (
    Code(
        "JB441",
        means=(
            "A title, a summary or another line has signs of Markdown or HTML, such as `**bold**`, `[a link](…)`, "
            "`&amp;` or `<iframe>`; or a text is nothing but the path of a file. It is shown as it is typed, signs "
            "and all."
        ),
        remedy=(
            "Take the signs away, or tell it in a field that is Markdown, such as `description`. Files stand under "
            "`resources`."
        ),
        example=Example(
            wrong='title: A first talk\nsummary: "**Really** listen."\n',
            right="title: A first talk\nsummary: Really listen.\n",
            file="toolkit/talk.yaml",
        ),
    ),
)

_MAYBE = re.compile(r"[*_~=<\]&:]|^#")
_SIGNS = re.compile(
    r"(?P<strong>(?P<mark>\*\*|__|~~|==)(?=[^\s*_~=])(?P<bold>[^*_~=]{1,200})(?<=\S)(?P=mark))"
    r"|(?P<link>!?\[(?P<text>[^\][]{0,200})\]\([^()\s]{1,300}\))"
    r"|(?P<tag></?(?:a|abbr|b|big|br|center|code|div|em|embed|font|h[1-6]|hr|i|iframe|img|li|mark|ol|p|script|small"
    r"|span|strong|sub|sup|table|td|tr|u|ul|video)(?:\s[^<>]{0,300})?/?>)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])(?P<slanted>[^*]{1,200})(?<=\S)\*(?![\w*]))"
    r"|(?P<under>(?<!\w)_(?=[^\s_])(?P<softly>[^_]{1,200})(?<=\S)_(?!\w))"
    r"|(?P<entity>&(?:[a-z]{2,8}|\#[0-9]{1,7}|\#x[0-9a-f]{1,6});)"
    r"|(?P<emoji>(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:]))"
    r"|(?P<heading>^\#{1,6}[ ](?P<title>.+))",
    re.IGNORECASE,
)
_LINK = re.compile(r"<a\s[^<>]*\bhref", re.I)
_LINK_ALONE = re.compile(
    r"<a\s[^<>]*\bhref=[\"']?(?P<url>https?://[^\s\"'<>]+)[^<>]*>(?P<title>[^<>]+)</a>", re.IGNORECASE
)
_ENDS = (
    r"\.(?:md|ya?ml|txt|html?|pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|png|jpe?g|gif|svg|webp|mp3|mp4|mov|zip|epub)"
)
_PATH = re.compile(rf"(?:\.{{1,2}}[\\/]|/|(?:[\w-]+[\\/]))(?:[\w. ~-]+[\\/])*[\w. ~()-]+{_ENDS}", re.I)
_NAME = re.compile(rf"[\w-]+{_ENDS}", re.I)
_OF_FILES = ("file", "url")
_TEXTS = ("cautions", "debrief", "facilitator_notes")
"""Fields of one text or several."""
_OF_TEXTS = (".md", ".yaml", ".yml", ".txt", ".html", ".htm")


def check(book: Handbook) -> Iterator[Problem]:
    """Report the first sign of Markdown or HTML in each field that is shown as it is typed."""
    for document, model in book.sources():
        for path, text in plain_fields(model):
            if found := sign_in(text):
                message = say("‘{signs}’ is shown as it is typed here", signs=found[0])
                hint = _in_front_matter(found) if isinstance(model, FrontMatter) else _hint(found)
                hint = (path == ("source", "title") and _as_source(text)) or hint
                yield document.problem_in("JB441", message, hint, path=path, needle=found[0])
    for entry in book.written:
        for path, text in chain(plain_fields(entry.model), markdown_fields(entry.model)):
            if path[-1] not in _OF_FILES and is_path(text, is_field=_is_field(entry.document, path)):
                yield _of_path(entry.document, path, text.strip())
    for page in book.read_pages:
        for reference in page.references:
            if reference.embed and (found := _SIGNS.search(reference.text)):
                message = say("‘{signs}’ is shown as it is typed here", signs=found[0])
                at = page.document.text.find(found[0], *reference.text_at)
                yield page.problem_at("JB441", message, _in_front_matter(found), max(at, reference.start))


def _is_field(document: Document, path: Path) -> bool:
    """Tell whether a text is all that a field has, and no item: in `materials`, a file may well be named."""
    if path[0] == "banner" or len(path) == 1 or path == ("source", "title"):
        return True
    is_text = path[-1] == "text" and path[0] in _TEXTS
    return is_text and isinstance(document.value(path[:1]), str)


def is_path(text: str, *, is_field: bool) -> bool:
    """Tell whether a text is the path of a file and nothing else; `is_field`: it is no item, so that a name is one."""
    text = text.strip()
    if _PATH.fullmatch(text) or is_on_a_computer(text):
        return " " not in text or bool(re.fullmatch(r".*\.\w{2,5}", text))
    return is_field and bool(_NAME.fullmatch(text))


def _of_path(document: Document, path: Path, text: str) -> Problem:
    message = say("‘{signs}’ is shown as it is typed here: no file is read", signs=text)
    if path[0] == "source":
        hint = say(
            "write the title of the work; a file of it stands under `resources:`, and an address behind the title"
        )
    elif text.casefold().endswith(_OF_TEXTS):
        hint = say("write the text itself")
    else:
        hint = say("write a text, and give the file under `resources:`, as `{{title: …, file: …}}`")
    own = path if document.has(path) else path[:-1]
    return document.problem_in("JB441", message, hint, path=own, needle=text)


def sign_in(text: str) -> re.Match[str] | None:
    """Find the first sign of Markdown or HTML in a text; its group `emphasis` and the like say which."""
    return (_MAYBE.search(text) and _SIGNS.search(text)) or None


def bare(found: re.Match[str]) -> str | None:
    """Give the words between signs of Markdown; None for other signs."""
    return found["bold"] or found["slanted"] or found["softly"] or found["title"]


def _entity(entity: str) -> Text:
    sign = html.unescape(entity)
    return say("write a space") if sign.isspace() or not sign.isprintable() else say("write `{bare}`", bare=sign)


def _in_front_matter(found: re.Match[str]) -> Text:
    """Say what to write in the front matter of a page, whose text is the place for all that is Markdown."""
    if found["tag"] or found["entity"] or found["emoji"]:
        return _hint(found)
    return say("write the words alone, or tell it in the text of the page")


def _as_source(text: str) -> Text | None:
    """Say how the source is written whose title is a link of HTML and nothing else; None of all others."""
    if not (found := _LINK_ALONE.fullmatch(text.strip())):
        return None
    title, url = in_quotes(html.unescape(found["title"])), in_quotes(html.unescape(found["url"]))
    return say("write `{code}`", code=f"source: {{title: {title}, url: {url}}}")


def _hint(found: re.Match[str]) -> Text:
    if found["link"] or _LINK.match(found[0]):
        return say("give the address under `resources:`, or write the link into `description:`")
    if found["tag"]:
        return say("take it out; nothing but text stands here")
    if found["entity"]:
        return _entity(found["entity"])
    if found["emoji"]:
        return say("paste the emoji itself, or take it out")
    return say("write `{bare}`, or tell it in a field that is Markdown, such as `description:`", bare=bare(found))
