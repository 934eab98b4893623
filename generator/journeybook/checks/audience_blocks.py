"""JB381, JB447: a marker of a block that is for some alone, and is not right: all would see what it hides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from textwrap import dedent

from pydantic import BaseModel
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.audiences import audiences_of
from journeybook.markdown.attributes_for_some import is_keyed
from journeybook.markdown.audience_blocks import (
    Marker,
    Slip,
    find_blocks,
    is_indented_code,
    places_of_markers,
)
from journeybook.markdown.brought_in import with_all_text
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.for_some_in_words import (
    MAY_SAY,
    cells_and_links_for_some,
    labels_for_some,
    said_for_some,
    says_so_of_all,
    way_in_for_some,
)
from journeybook.markdown.keys_in_texts import begins_with_a_key, keys_in
from journeybook.markdown.meant_markers import alone_in, meant_in, meant_markers
from journeybook.markdown.output import visible
from journeybook.markdown.role_words import audience_in, is_name
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import lost_fences
from journeybook.markdown.tame import tame
from journeybook.markdown.words_of_hiding import takes_by_words
from journeybook.model.activity import Activity
from journeybook.model.audience import roles_of_field
from journeybook.model.editions import Edition
from journeybook.model.walk import models
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB381",
        means=(
            "A comment begins or ends a block of a page that is for some alone, or nearly so: it is misspelt, names no "
            "role, shares its line with a text, or has no partner in the same list or quotation; or Markdown reads it "
            "as code: four blanks too many stand before it, or a fence has no end, or what is between it and its "
            "partner is no code. In a handbook with editions, whatever names a role beside a word of showing or hiding "
            "is told, too: comments, tags, fences, lists of attributes, conditions of other programs. Or it stands in "
            "a text or a comment of a YAML file, where nothing reads it."
        ),
        remedy=(
            "Write `<!-- for: mentor -->` on a line of its own above the block and `<!-- end for -->` on one below it, "
            "with the same blanks before both. Begin a note of your own with another word. In a YAML file, give the "
            "text an `audience`, as in `cautions: {text: Read this before, audience: mentor}`."
        ),
        example=Example(
            wrong="# Welcome\n\n<!-- for mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            right="# Welcome\n\n<!-- for: mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            file="content/index.md",
        ),
    ),
    Code(
        "JB447",
        means=(
            "In a handbook with editions, a comment of a page is the name of a role and nothing else, or one of a YAML "
            "file an `audience`, or a text of such a file says `(for mentors only)`, or a title, a heading, what "
            "stands before a text, a sentence with a code or a telephone number, the words of a link to a file or the "
            "name of a variation `Mentors only`, or the first line of a `.txt` among the chapters `For: mentors`: it "
            "hides nothing, though it looks as if what follows were for that role alone."
        ),
        remedy=(
            "Write `<!-- for: mentor -->` above the block and `<!-- end for -->` below it, or say more in the comment; "
            "in a YAML file, take out the `#`, or the line, and give a text an `audience` of its own, as front matter "
            "gives a page one."
        ),
        example=Example(
            wrong="# Welcome\n\n<!-- Mentors -->\n\nRead this before.\n",
            right="# Welcome\n\n<!-- for: mentor -->\n\nRead this before.\n\n<!-- end for -->\n",
            file="content/index.md",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ndocs_dir: content\ntheme: material\nplugins:\n  - search\n"
                    "  - journeybook:\n      editions:\n        mentor: {title: For mentors, audience: [mentor]}\n"
                )
            },
        ),
    ),
)

_BEGIN = "<!-- for: mentor -->"
_END = "<!-- end for -->"
_MAY_BE = re.compile(
    r"[<\[{&‹@\\]|:::|///|!!!|\?\?\?|#if|\.\. |\bif\w*::|\b(?:for|audience|facilitator_notes|solution)[ \t]*:", re.I
)
_COMMENT = re.compile(r"(?:^|[ \t])#+[ \t]*(?P<said>[<\[{:/%&‹\\][^\r\n]*?)[ \t]*$", re.M)
"""A comment of YAML that begins with a sign, as a key that is not in use does not."""
_EMPTY_LINE = re.compile(r"\r?\n[ \t>]*\r?\n")
_NOTE = re.compile(r"(?:^|[ \t])(?P<all>#+[ \t]*(?P<said>[^\r\n]*[^\s#]))[ \t]*$", re.M)
_FOR_SOME = re.compile(r"(?:[^#]*[\s{,])?(?:audience|facilitator_notes|solution)[ \t]*:")
_WHOLE_FOR_SOME = re.compile(r"^audience[ \t]*:", re.M)
_ENDS = re.compile(r"\W*(?:end|/)", re.I)
_KEY_NOT_IN_USE = re.compile(r"audience:[ \t]*(?P<roles>.+)")


def check(book: Handbook) -> Iterator[Problem]:
    """Report each marker of the pages that is not right, and each in a text of YAML, where it does nothing."""
    roles = book.settings.roles
    names = {*roles, *(edition.name for edition in book.editions)}
    others = _roles_of_editions(book.editions, roles)
    for page in (*book.pages.values(), *_halves(book)):
        meant = (
            [*_meant(page, book.settings.markdown, roles, names)]
            if book.editions and book.pages.get(page.path) is page
            else []
        )
        begun = [*(one.line for one in meant if one.code == "JB381"), *_begun_wrongly(page)]
        ends = [_number(page, block.end) for block in page.blocks.blocks]
        for slip, marker in page.blocks.slips:
            if slip is Slip.ENDS_NOTHING and _is_begun(_number(page, marker), begun, ends):
                continue  # what is told there begins this block
            message, hint = _said(slip, _comment(page, marker))
            yield page.problem_at("JB381", message, hint, marker.start)
        yield from meant
    for page in book.pages.values():
        source = page.document.text[: page.body_at]
        told = [*_in_yaml(page.document, page.front, roles, names if book.editions else None, source)]
        yield from told
        if book.editions and not audiences_of(book, page):
            lines = {problem.line for problem in told}
            yield from _in_words(page.document, page.front, roles, others, lines, _OF_FRONT_MATTER)
            yield from _in_labels(page, book.settings.markdown, roles, others)
    for entry in book.written:
        known = names if book.editions else None
        told = [*_in_yaml(entry.document, entry.model, roles, known, entry.document.text)]
        yield from told
        if book.editions:
            yield from _in_words(entry.document, entry.model, roles, others, {problem.line for problem in told})


def _begun_wrongly(page: ContentPage) -> list[int]:
    """Give the lines of slips that are to begin a block, and do not."""
    slips = (
        marker
        for slip, marker in page.blocks.slips
        if slip in (Slip.NEARLY, Slip.IN_LINE) and not _ENDS.match(_comment(page, marker))
    )
    return [_number(page, marker) for marker in slips]


def _is_begun(line: int, begun: list[int], ends: list[int]) -> bool:
    """Tell whether what is told above a line is to begin what ends there, and take it out; no block is between them."""
    above = max((one for one in begun if one < line), default=None)
    if above is None or any(above < end < line for end in ends):
        return False
    begun.remove(above)
    return True


def _number(page: ContentPage, marker: Marker) -> int:
    return page.document.text.count("\n", 0, marker.start) + 1


def _halves(book: Handbook) -> Iterator[ContentPage]:
    """Give the snippets of which a marker lacks its other half, on their pages as well."""
    for snippet in book.snippets:
        if snippet.text.blocks.slips:
            page, markdown = snippet.taker, book.settings.markdown
            whole = with_all_text(page.document.text[page.body_at :], markdown)
            if find_blocks(whole, markdown, roles=book.settings.roles).slips:
                yield snippet.text


def _meant(page: ContentPage, markdown: MarkdownSettings, roles: tuple[str, ...], names: set[str]) -> Iterator[Problem]:
    """Report lines that name a role and are no marker, where a handbook has editions: everyone would see the block."""
    text = page.document.text
    told = {_line(text, marker.start) for _, marker in page.blocks.slips}
    for begin, _ in page.blocks.in_code:
        told.add(_line(text, begin.start))
        message = say(
            "‘{comment}’ is code here, and what stands below it is seen by all", comment=_comment(page, begin)
        )
        yield page.problem_at("JB381", message, _out_of_code(text, begin), begin.start)
    for at, said in meant_in(text, names, markdown, page.body_at):
        if _line(text, at) not in told:
            told.add(_line(text, at))
            yield page.problem_at("JB381", *_said(Slip.NEARLY, _on_one_line(said)), at)
    for at, said in alone_in(text, roles, markdown, page.body_at):  # an edition may be called after a note’s matter
        if _line(text, at) not in told:
            message = say("‘{comment}’ names a role and nothing else, and hides nothing", comment=_on_one_line(said))
            hint = say(
                "write `{begin}` with the role above what is for some and `{end}` below it, or say more in the comment",
                begin=f"<!-- for: {audience_in(said, roles).strip('[]')} -->",
                end=_END,
            )
            yield page.problem_at("JB447", message, hint, at)


def _out_of_code(text: str, begin: Marker) -> Text:
    """Say what makes code of a marker, and what ends that."""
    for fence in lost_fences(text):
        if fence.start <= begin.start < fence.end:
            line = text.count("\n", 0, fence.at) + 1
            return say(
                "write {fence} on a line of its own below the code that line {line} begins",
                fence=fence.signs,
                line=line,
            )
    paragraph = _EMPTY_LINE.split(text[: begin.start])[-1]
    if paragraph.count("`") % 2 and "```" not in paragraph:
        return say("write a backtick that is no sign of code as {sign}: the one above it begins code here", sign="\\`")
    if is_indented_code(text, begin):
        return say(
            "take four blanks, or a tab, away before each line from here to the end of the block; an example goes into "
            "a fence, between two lines of ```"
        )
    return say(
        "begin it at the start of its line, outside of code; an example has both lines in one block of code, which "
        "is no drawing"
    )


def _line(text: str, place: int) -> int:
    """Give where the line of a place begins."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def survived(file: str, text: str, markdown: MarkdownSettings) -> Iterator[Problem]:
    """Report markers in the text that a builder is given of a page: no file of the handbook has them there."""
    found = find_blocks(text, markdown)
    for marker in sorted({*found.markers, *(one for _, one in found.slips)}, key=lambda one: one.start):
        comment = _on_one_line(text[marker.start : marker.end])
        message = say(
            "‘{comment}’ is not one of a pair here, so that a block for some would be seen by all", comment=comment
        )
        hint = say("mend it where it comes from: a snippet, a hook or a plugin brings it into this page")
        yield Problem(file, 0, 1, "JB381", message, hint, source_line=comment)


def _in_yaml(
    document: Document, model: BaseModel, roles: tuple[str, ...], names: set[str] | None, source: str
) -> Iterator[Problem]:
    """Report the first marker of each text, and each in a comment; `source` is the part of the file that is YAML.

    `names` are those of the roles and the editions of a handbook that has editions.
    """
    told = set[int]()
    may_be = bool(places_of_markers(source, roles)) or (names is not None and bool(_MAY_BE.search(source)))
    for path, text, is_key, typed in _texts(document, document.node, ()) if may_be else ():  # in most files is none
        first = _first_in(text, typed, roles, names, in_handout="handouts" in path)
        if first is None:
            continue
        at, comment = first
        message = say(
            "nothing reads ‘{comment}’ here, so that everyone would see the text", comment=_on_one_line(comment)
        )
        hint = _remedy(model, path, audience_in(comment, roles))
        if begins_with_a_key(comment):
            hint = say("this is a text: take out the `|`, `>` or quotes above it, so that it is a key and its value")
        if is_key:
            problem = document.problem("JB381", message, hint, path=path, at_key=True)
        else:
            skip = (text if text.startswith(comment, at) else typed).count(comment, 0, at)
            problem = document.problem_in("JB381", message, hint, path=path, needle=comment, skip=skip)
        told.add(problem.line)
        yield problem
    if names is not None:
        yield from _in_comments(document, roles, names, source, told)
        yield from _in_notes(document, names, source, told)


_SHORT = (
    *("title", "summary", "label", "tags", "participants", "columns", "rows", "choices", "owner", "tested_with"),
    *("space", "location", "bring", "quote", "hint", "break", "lead", "source", "resources", "needs", "does"),
)
"""Fields in which words such as `(for mentors)` tell readers whom something is about."""
_TITLES = ("title", "summary", "bring", "resources")
"""Those of them of which `(mentors only)` is told; the label `Mentors only:` says who fills a field in."""
_OF_FRONT_MATTER = ("title", "questions")
"""What is told of front matter, where other keys are other programs'."""


def _roles_of_editions(editions: Iterable[Edition], roles: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Give the roles that only one edition has, by its name: what is for that edition alone is for them."""
    found = {}
    for edition in editions:
        others = [one for one in editions if one is not edition]
        own = tuple(role for role in roles if edition.shows([role]) and not any(one.shows([role]) for one in others))
        if own and not is_name(edition.name, roles):
            found[edition.name] = own
    return found


def _in_words(
    document: Document,
    model: BaseModel,
    roles: tuple[str, ...],
    others: dict[str, tuple[str, ...]],
    told: set[int],
    keys: tuple[str, ...] = (),
) -> Iterator[Problem]:
    """Report texts that say for whom they are in words, and have no `audience`: once for each text.

    `others` are names of editions that are no roles, with the roles that they alone have. Where there are `keys`, only
    what stands below them is read.
    """
    if not MAY_SAY.search(document.text.replace("_", " ")):  # a variation may be called `mentors_only`
        return
    names = (*roles, *others)
    for path, text, is_key, _ in _texts(document, document.node, ()):
        if (is_key and path[:-1] != ("variations",)) or (keys and path[:1] and path[0] not in keys):
            continue
        if is_key:
            found = text if says_so_of_all(text.replace("_", " "), names) else None
        else:
            found = _title_for_some(path, text, names) if {*path} & {*_SHORT} else _text_for_some(text, names)
        if found is None or _is_for_some(model, path):
            continue
        roles_said = audience_in(found, roles, others)
        if path == ("title",) and _takes_part(model, found):
            continue
        message = say("‘{words}’ hides nothing: everyone reads this text", words=_on_one_line(found))
        is_title = path[-1:] in (("title",), ("summary",))
        hint = say(_TITLE.template, audience=roles_said) if is_title else _remedy(model, path, roles_said, _WORDS)
        if is_key:
            problem = document.problem("JB447", message, hint, path=path, at_key=True)
        else:
            problem = document.problem_in("JB447", message, hint, path=path, needle=found)
        if problem.line not in told:
            yield problem


def _text_for_some(text: str, names: tuple[str, ...]) -> str | None:
    if said := said_for_some(text, names):
        return said[1]
    label = next(labels_for_some(text, names), None)
    return label.words if label else None


def _title_for_some(path: Path, text: str, names: tuple[str, ...]) -> str | None:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if key in ("location", "space"):
        return way_in_for_some(text, names)
    return text if key in _TITLES and "source" not in path and says_so_of_all(text, names) else None


def _takes_part(model: BaseModel, words: str) -> bool:
    """Tell whether words name all who take part in an activity: its title may well say that they are alone."""
    people = model.participants if isinstance(model, Activity) else ()
    return bool(people) and all(one.casefold().removesuffix("s") in words.casefold() for one in people)


def _in_labels(
    page: ContentPage, markdown: MarkdownSettings, roles: tuple[str, ...], others: dict[str, tuple[str, ...]]
) -> Iterator[Problem]:
    """Report headings, titles of boxes and words before a text of a page that say for whom alone something is."""
    body = page.document.text[page.body_at :]
    names = (*roles, *others)
    found = [*labels_for_some(body, names), *cells_and_links_for_some(body, names)]
    seen = visible(render(tame(body), markdown)) if found else ""
    for label in found:
        at = page.body_at + label.start
        if " ".join(label.words.split()) not in seen or _is_in_block(page, at):
            continue
        words = _on_one_line(label.words)
        message = say("‘{words}’ hides nothing: everyone reads what it stands above", words=words)
        audience = audience_in(label.words, roles, others)
        begin = f"<!-- for: {audience.strip('[]')} -->"
        hint = say(
            "write `{begin}` on a line above what is for some, and `{end}` on one below it", begin=begin, end=_END
        )
        if label.kind == "cell":
            message = say("‘{words}’ hides nothing: everyone reads this cell", words=words)
            hint = say(
                "a row is for all: write what is for some below the table, between lines `{begin}` and `{end}`",
                begin=begin,
                end=_END,
            )
        if label.kind == "sentence":
            message = say("‘{words}’ hides nothing: everyone reads this sentence", words=words)
        if label.kind == "link":
            message = say("‘{words}’ hides nothing: everyone has the file", words=words)
        if label.is_title:
            hint = say("write `audience: {audience}` into the front matter of the page", audience=audience)
        yield page.problem_at("JB447", message, hint, at)


def _is_in_block(page: ContentPage, at: int) -> bool:
    """Tell whether a place of a page is in a block for some, or what stands below its line is one."""
    text = page.document.text
    below = at + len(text[at:].partition("\n")[0])
    below += len(text[below:]) - len(text[below:].lstrip())
    return any(one.begin.line <= at < one.end.below or one.begin.start == below for one in page.blocks.blocks)


def _is_for_some(model: BaseModel, path: Path) -> bool:
    """Tell whether what a path leads to, or something around it, has an `audience`, or is for leaders alone."""
    for place, part in models(model):
        here = place if path[: len(place)] == place else place[:-1] if place and place[-1] == 0 else None
        if here is None or path[: len(here)] != here:
            continue
        if getattr(part, "audience", ()):
            return True
        inside = path[len(here) : len(here) + 1]
        if inside and inside[0] in type(part).model_fields and roles_of_field(type(part), str(inside[0])):
            return True
    return False


def _first_in(
    text: str, typed: str, roles: tuple[str, ...], names: set[str] | None, *, in_handout: bool
) -> tuple[int, str] | None:
    """Give the place of the first marker in a text of YAML, or what is meant as one, and what it says.

    `typed` is the text with the lines that it has in the file.
    """
    found = find_blocks(text, FIELD_SETTINGS, roles=roles)
    markers = [*found.markers, *(one for _, one in found.slips)]
    told = [(one.start, text[one.start : one.end]) for one in markers]
    if names is not None and _MAY_BE.search(typed):
        told += meant_in(text, names, FIELD_SETTINGS)
        told += keys_in(typed, names, in_handout=in_handout)
    return min(told, default=None)


def _in_comments(
    document: Document, roles: tuple[str, ...], names: set[str], source: str, told: set[int]
) -> Iterator[Problem]:
    """Report markers that are comments of YAML; `told` are the lines of those in texts."""
    for one in _COMMENT.finditer(source):
        line, said = source.count("\n", 0, one.start("said")) + 1, one["said"]
        if line not in told and (places_of_markers(said, roles) or any(meant_markers(said, names))):
            message = say("nothing reads ‘{comment}’ here, so that everyone would see what is below it", comment=said)
            hint = say("markers are for chapters: take it out, and write `audience: mentor` beside what is for some")
            column = one.start("said") - (source.rfind("\n", 0, one.start("said")) + 1) + 1
            told.add(line)
            yield document.problem_at("JB381", message, hint, line=line, column=column)


def _in_notes(document: Document, names: set[str], source: str, told: set[int]) -> Iterator[Problem]:
    """Report comments of YAML in plain words that say for whom something is; a key that is not in use is advice."""
    notes = _NOTE.finditer(source) if "#" in source else ()
    found = [one for one in notes if takes_by_words(one["said"], names) or is_keyed(one["said"], names)]
    texts = [node for node in document.nodes() if isinstance(node, ScalarNode)] if found else []
    for one in found:
        at = one.start("all")
        line, column = source.count("\n", 0, at) + 1, at - (source.rfind("\n", 0, at) + 1) + 1
        if line in told or any(_is_inside(node, line - 1, column - 1) for node in texts):
            continue
        if _is_right_below(source, at):
            continue
        told.add(line)
        key = _KEY_NOT_IN_USE.fullmatch(one["said"])
        if key and not source[:at].rpartition("\n")[2].strip():
            message = say("‘{comment}’ is a comment, and hides nothing", comment=one["all"])
            hint = say("take out the `#` for it to be a key, and the line where everyone is to see what is below it")
            yield document.problem_at("JB447", message, hint, line=line, column=column)
        else:
            message = say("nothing reads ‘{comment}’ here, so that everyone would see the text", comment=one["all"])
            hint = say("take it out, and write `audience: mentor` beside what is for some")
            yield document.problem_at("JB381", message, hint, line=line, column=column)


def _is_inside(node: ScalarNode, line: int, column: int) -> bool:
    begin, end = node.start_mark, node.end_mark
    return (begin.line, begin.column) <= (line, column) < (end.line, end.column)


def _is_right_below(source: str, at: int) -> bool:
    """Tell whether what a comment stands beside, or above, is for some as it is to be: the comment explains it."""
    begin = source.rfind("\n", 0, at) + 1
    lines = [line for line in source[begin:].splitlines() if line.strip()]
    beside = lines[0].partition("#")[0]
    if _WHOLE_FOR_SOME.search(source):
        return True
    if not beside.strip():  # above the next key or item
        lines = [line for line in lines if not line.lstrip().startswith("#")]
        beside = lines[0] if lines else ""
    inside = takewhile(lambda line: _indent(line) > _indent(beside), lines[1:])
    return any(_FOR_SOME.match(line) for line in (beside, *inside))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _texts(document: Document, node: Node | None, path: Path) -> Iterator[tuple[Path, str, bool, str]]:
    """Give the path and the text of each value and each key of a YAML file, True for a key, and the text as typed."""
    if isinstance(node, ScalarNode):
        yield path, node.value, False, _as_typed(document, node)
    elif isinstance(node, SequenceNode):
        for place, item in enumerate(node.value):
            yield from _texts(document, item, (*path, place))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield (*path, key.value), key.value, True, key.value
                yield from _texts(document, value, (*path, key.value))


def _as_typed(document: Document, node: ScalarNode) -> str:
    """Give a text with the lines it has in the file, which YAML may have folded into one."""
    begin, end = node.start_mark, node.end_mark
    if node.style == "|" or begin.line == end.line:
        return str(node.value)
    below = dedent("\n".join([*document.lines[begin.line + 1 : end.line], document.lines[end.line][: end.column]]))
    first = document.lines[begin.line][begin.column :].strip("'\"")
    return below if node.style == ">" else f"{first}\n{below}"


_TITLE = say(
    "for some alone, take the words out, and write `audience: {audience}` on a line beside this text; if they say who "
    "takes part, say it without ‘only’",
    audience="",
)
_WORDS = (
    say("for some alone, write `{form}` in its place", form=""),
    say("for some alone, take the words out, and write `audience: {audience}` on a line beside this text", audience=""),
    say(
        "take the words out, and write what is for some into a text of its own that has an `audience`, as `cautions: "
        "{{text: …, audience: {audience}}}` has",
        audience="",
    ),
)
_MARKERS = (
    say("markers are for chapters: write `{form}` in its place", form=""),
    say(
        "markers are for chapters: take it out, and write `audience: {audience}` on a line beside this text",
        audience="",
    ),
    say(
        "markers are for chapters: take it out, and write what is for some into a text of its own that has an "
        "`audience`, as `cautions: {{text: …, audience: {audience}}}` has",
        audience="",
    ),
)
"""What is to be written for words that hide nothing, and for markers: in place, beside it, and elsewhere."""


def _remedy(model: BaseModel, path: Path, audience: str, remedies: tuple[Text, Text, Text] = _MARKERS) -> Text:
    """Say how the text at a path is written for some alone: by an audience of its own, where it can have one."""
    in_place, beside, elsewhere = remedies
    for place, part in reversed([*models(model)]):
        if "audience" not in type(part).model_fields or not place:
            continue
        if path in (place, place[:-1]) and (short := getattr(part, "short", "")):
            form = f"{{{short}: …, audience: {audience}}}"
            return say(in_place.template, form=form)
        if path[: len(place)] == place or (place[-1] == 0 and path[: len(place) - 1] == place[:-1] and len(place) > 1):
            return say(beside.template, audience=audience)
    return say(elsewhere.template, audience=audience)


def _on_one_line(comment: str) -> str:
    return " ".join(comment.split())


def _comment(page: ContentPage, marker: Marker) -> str:
    return _on_one_line(page.document.text[marker.start : marker.end])


def _said(slip: Slip, comment: str) -> tuple[Text, Text]:
    match slip:
        case Slip.NEARLY:
            message = say("‘{comment}’ nearly begins or ends a block that is for some alone", comment=comment)
            hint = say(
                "write `{begin}` with the roles, or `{end}`; begin a note of your own with another word",
                begin=_BEGIN,
                end=_END,
            )
        case Slip.IN_LINE:
            message = say(
                "‘{comment}’ shares its line with a text, so that nobody knows what is for whom", comment=comment
            )
            hint = say("put it on a line of its own, above or below the block")
        case Slip.NOBODY:
            message = say("this block is for nobody")
            hint = say("write the roles it is for, such as `{begin}`", begin=_BEGIN)
        case Slip.OPEN:
            message = say("nothing ends this block, so that nobody knows what is for whom")
            hint = say("write `{end}` on a line of its own below the block, with the same blanks before it", end=_END)
        case Slip.ENDS_NOTHING:
            message = say("this ends a block that does not begin")
            hint = say("write `{begin}` with the roles above the block, or take this line out", begin=_BEGIN)
        case Slip.APART:
            message = say("this block ends in another list or quotation than it begins in")
            hint = say("write both lines with the same blanks, and the same signs of a quotation, before them")
    return message, hint
