"""Comments of HTML in a page: what authors write there for themselves stands in the source, for every reader to see."""

from __future__ import annotations

import re
from collections.abc import Collection

from journeybook.markdown.audience_blocks import ENDS_OF_COMMENTS, places_of_markers
from journeybook.markdown.output import without_code
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused

_REMARK = re.compile(r"<!--(?P<said>(?!-?>).*?|-?>[^<>\n]*?)--!?>", re.S)
"""A comment; `<!-->` is a whole one for browsers, and the beginning of one for others where an end is in its line."""
_OPTION = (
    r"(?:(?:scope|shadow|toc)\s*:\s*(?:true|false)|layout\s*:\s*[\w-]+"
    r"|(?:exclude|include)\s*:\s*\[[\w\s,./-]*\])(?=\s*[,}])"
)
_FOR_PROGRAMS = re.compile(
    rf"\s*(?:more|-*8<-*\s*\[\s*(?:start|end)\s*:\s*[\w-]+\s*\]|material/tags(?:\s*\{{(?:\s*{_OPTION}\s*,?)*\s*\}})?)?\s*"
)
"""What is no remark: where the excerpt of a post ends, a part of a snippet, Material's `material/tags`, with the
options that it has; or nothing.
"""
_RAW = re.compile(r"<!--.*?(?:--!?>|\Z)|<(?P<raw>script|style|textarea|xmp)\b.*?(?:</(?P=raw)\s*>|\Z)", re.S | re.I)
"""Where `<!--` begins no comment: a program, or what readers see as it is typed; and comments that have their tags."""
_EMPTY = "<!-- -->"
"""What stays: lists and code are told apart by a comment between them."""


def without_remarks(
    text: str, markdown: MarkdownSettings, roles: tuple[str, ...] = (), marks: Collection[str] = ()
) -> str:
    """Give a text with nothing in its comments; examples in code stay, and what programs read.

    So does what is nearly a marker, at which the build of an edition stops. `roles` are those of the handbook, `marks`
    what the comments say between which its pages take parts of files in.
    """
    if "<!--" not in text:
        return text
    kept_back = [*places_of_markers(text, roles)]
    found = [
        one
        for one in _REMARK.finditer(text, 0, _last_end(text))  # what never ends is looked through once
        if not _FOR_PROGRAMS.fullmatch(one["said"])
        and one["said"].strip() not in marks
        and not any(start <= one.start() < end for start, end in kept_back)
    ]
    if not found:
        return text
    prefix = unused(text)
    whole = render(tame(marked(text, (one.end() for one in found), prefix)), markdown)
    html = without_code(whole)
    # asked of the page, not of the text, in which the tags may be examples in code
    raw = [one.span() for one in _RAW.finditer(whole) if one["raw"]]
    kept, done = list[str](), 0
    for number, one in enumerate(found):
        token = f"{prefix}{number}z"
        place = max(whole.find(token), 0)
        if any(start < place < end for start, end in raw):
            continue
        # in a `<pre>` that authors have typed, a comment is one
        if token in html or whole.endswith(ENDS_OF_COMMENTS, 0, place):
            kept += [text[done : one.start()], _EMPTY]
            done = one.end()
    return "".join(kept) + text[done:]


def _last_end(text: str) -> int:
    return max(text.rfind("-->") + 3, text.rfind("--!>") + 4)
