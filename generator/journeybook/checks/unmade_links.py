"""JB454: what was meant to be a link, or to be shown in place, and is text to readers, or nothing at all."""

from __future__ import annotations

import html
import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.checks.typed_markup import sign_in
from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.targets import EMBEDS, wrong_in_page
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.fields import render as render_field
from journeybook.markdown.html_blocks import reads_in_html
from journeybook.markdown.output import visible, without_code
from journeybook.markdown.pictures import WIDTH, with_width
from journeybook.markdown.references import Reference, find
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import without_code as without_signs_in_code
from journeybook.markdown.slugs import heading_id
from journeybook.markdown.spans import word_at
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.source import Document

CODES = (
    Code(
        "JB454",
        means=(
            "What was meant to be a link, or to be shown in place, is none: readers see the letters that were typed, "
            "as where a blank too many stands before `(activity:talk)`, or nothing, as where a link has no text, or "
            "where a chapter has no activities that could be shown, or a frame has the page of a film; or a link names "
            "a view, which it cannot show; or a file to open or to download has nothing in it."
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
_FRAME = re.compile(
    r"""<iframe\b[^<>]*?\ssrc=["']?(?P<address>(?:https?:)?//(?:"""
    r"""(?:(?:www\.|m\.)?youtube\.com/watch\?(?:[^"'\s<>]*?&(?:amp;)?)?v=|youtu\.be/)(?P<film>[\w-]{3,20})"""
    r"""|(?:www\.)?vimeo\.com/(?P<number>\d{3,12})"""
    r"""|drive\.google\.com/file/d/(?P<file>[\w-]{10,80})/(?:view|edit)"""
    r"""|open\.spotify\.com/(?P<sound>(?:episode|show|track|playlist|album)/\w{10,40})"""
    r"""|miro\.com/app/board/(?P<board>[\w=-]{5,40})"""
    r"""|(?P<map>maps\.app\.goo\.gl/|goo\.gl/maps/|(?:www\.|maps\.)?google\.[a-z.]{2,6}/maps/(?!embed|d/)))[^"'\s<>]*)""",
    re.I,
)
"""A frame with the page of a film, a sound or a map, in place of what can be framed."""
_LINKED = ("activity", "journey", "workshop", "chapter")
_ADDRESSES = ("url", "file", "id", "tags")
"""Fields of plain text whose addresses are no text, or are told where they are read."""
_TWO_BRACKETS = re.compile(
    r"(?P<mark>!?)\[\[(?P<wiki>[^\[\]|#\r\n]{1,100})(?:\#(?P<part>[^\[\]|\r\n]{1,100}))?"
    r"(?:\|(?P<label>[^\[\]\r\n]{0,100}))?\]\]"
    r"|(?<![!\]\\])\[(?P<text>[^\[\]\r\n\\]{1,200})\]\[(?P<name>[^\[\]\r\n\\]{1,100})\](?![(\[:])"
)
_ADDRESS = (
    r"(?:(?:https?://|mailto:|www\.|\.{1,2}/)[^\s()\[\]<>{}]{1,300}"
    r"|[\w./-]{1,200}\.(?:md|html?|pdf|docx?|xlsx?|pptx?|odt|png|jpe?g|gif|svg|webp)(?:\#[\w-]{1,100})?)"
)
_TYPED = re.compile(
    rf"(?P<mark>!?)(?:\[\[(?P<wiki>{_ADDRESS})(?:\|(?P<label>[^\[\]\r\n]{{0,100}}))?\]\]"
    rf"|\[(?P<text>[^\[\]\r\n]{{0,200}})\](?:[ ]?\[(?P<named>{_ADDRESS})\]|(?:[ ]|\r?\n)\((?P<apart>{_ADDRESS})\)"
    rf"|\((?P<within>https?://[^\s()\[\]<>]{{1,300}}\([^\s()\[\]<>]{{1,100}}\))(?=[\s.,;:!?]|$)"
    rf"|\((?P<open>{_ADDRESS})(?=[\]}}>]|\s|$)|\{{(?P<braced>{_ADDRESS})\}})"
    rf"|\{{(?P<curly>[^{{}}\[\]()\r\n]{{1,100}})\}}\((?P<beside>{_ADDRESS})\)"
    rf"|\[(?P<before>[^\[\]()\r\n]{{1,200}})\((?P<glued>{_ADDRESS})\)(?![^\[\]\r\n]*\])"
    rf"|\((?P<words>[^()\[\]\r\n]{{1,100}})\)\[(?P<turned>{_ADDRESS})\])",
    re.MULTILINE,
)
"""Links to files and to the web that a blank, a lost bracket or brackets in each other's places have spoilt."""
_PICTURE = r"(?:https?://[^\s()\[\]<>{}]{1,300}|[\w./-]{1,200})\.(?:png|jpe?g|gif|svg|webp|avif|bmp)"
_RELATIVE = r"\.{1,2}/[^\s()\[\]<>{}]{1,300}"
_OTHER_SIGNS = re.compile(
    rf"(?P<mark>!?)\((?P<words>[^()\[\]\r\n]{{1,200}})\)\((?P<second>{_ADDRESS})\)"
    rf"|(?<!\w)!\((?P<round>{_PICTURE})\)"
    rf"|(?<!\w)!\[(?P<square>{_PICTURE})\](?![(\[:{{])"
    rf"|!\[(?P<picture>[^\[\]\r\n]{{1,200}})\](?P<bare>{_PICTURE})(?!\w)"
    rf"|\[(?P<text>[^\[\]\r\n]{{1,200}})\](?:<(?P<pointed>{_RELATIVE})>|[.,:;]\((?P<behind>{_ADDRESS})\))"
    rf"|\[(?P<before>[^\[\]()\r\n]{{1,200}}[^\[\]()\s])\((?P<inside>{_ADDRESS})\)\](?![(\[:])"
    rf"|(?<![\](])<(?P<alone>{_RELATIVE})>"
)
"""Links and pictures with other brackets than they have, or none, or with a sign between the two pairs."""
_STARRED = re.compile(rf"(\*{{1,3}}|__?)(?P<link>\[(?P<text>[^\[\]\r\n]{{1,200}})\]\1\((?P<address>{_ADDRESS})\))")
"""A link with stars around its first brackets alone, which part it from its address."""
_AS_A_DEFINITION = re.compile(
    rf"^[ ]{{0,3}}\[(?P<text>(?!\^)[^\[\]\r\n]{{1,100}})\]:[ \t]*\((?P<address>{_ADDRESS})\)[ \t]*\r?$", re.M
)
"""A link with a colon in it on a line of its own, which Markdown takes for the address of other links: it is gone."""
_BESIDE = re.compile(
    r"(?<![!\]\\\[])\[(?P<text>(?!\d+\])[^\[\]\r\n\\]{1,200})\](?::[ ]|)(?P<address>https?://[^\s()\[\]<>]{1,300}[^\s()\[\]<>.,;:!?])"
)
"""An address of the web right behind the words that are meant to lead there."""
_WORDS_BEFORE = re.compile(r"(?:\[([^\[\]]+)\]\W{0,3}|\(([^()]+)\)\[)$")
_WORDS_BEHIND = re.compile(r"(?:\]\(|\)\[)([^\[\]()]+)[\])]")
_IN_A_LINK = re.compile(r"\[[^\[\]]*\[[^\[\]]*\]\($")
_LINK_GOES_ON = re.compile(r"\)[^\[\]]*\]\(")
_ESCAPED = 6
"""Characters before an address in which a backslash takes the sense of a bracket."""
_NEAR = 100
"""Characters beside an address in which its words are looked for, and a sign before a link."""
_IN_READ_HTML = say("take it out of the HTML around it, or write `markdown` into that tag: `<div markdown>`")
_IN_HTML = say(
    "take it out of the HTML around it, or write `markdown` into that tag, as in `<div markdown>`, and `- md_in_html` "
    "below `markdown_extensions:` in mkdocs.yml"
)
_NO_LINK = say("this is no link: readers see the brackets")
_MARKS = ("!", "¡", "！")
_MARK_BEFORE = re.compile(r"(?<!\w)[!¡！][\[\](){}\\ ]{0,6}$")
_FENCE = re.compile(r"\n[ \t]*(?:```|~~~)")
_TAG = re.compile(r"<(?!(?:activity|journey|workshop|chapter|handout):)/?[a-zA-Z][^<>]*>")


@dataclass(frozen=True)
class _Text:
    """The Markdown of a page or of a field: where it begins, its links of ours, how it is seen, and how it is told."""

    text: str
    begin: int
    references: Callable[[], Sequence[Reference]]
    seen: Callable[[str], str]
    problem_at: Callable[[str, Text, Text, int], Problem]
    page_called: Callable[[str], str] = lambda name: ""
    """Give the way to the page of a name or a title, empty where there is none, or several."""
    reads_html: bool = True
    """Markdown is read in HTML that is marked with `markdown`."""


def check(book: Handbook) -> Iterator[Problem]:
    """Report, on pages and in fields, what is meant as a link, names what is there, and is text to readers."""
    known: dict[str, Collection[str]] = {
        "activity": book.activities.entries.keys(),
        "journey": book.journeys.entries.keys(),
        "workshop": book.workshops.entries.keys(),
        "chapter": book.chapters.keys(),
        "toolkit": book.chapters.keys(),
        "handout": book.activities.entries.keys(),
        "term": book.glossary.by_id.keys(),
        "questions": {"chapter", "activity", "journey"},
    }
    titles = _titles(book)
    for page in book.read_pages:
        yield from _on(_of_page(page, book), known, titles)
        yield from _as_code_on(page, known)
        yield from _behind_a_mark(page)
        yield from _as_definitions(page)
        yield from _without_effect(page, book)
        yield from _unframed(page)
    for entry in book.written:
        for path, text in markdown_fields(entry.model):
            yield from _on(_of_field(entry.document, path, text), known, titles)
        for path, text in plain_fields(entry.model):
            yield from _in_plain(entry.document, path, text, known, book)


def _in_plain(
    document: Document, path: Path, text: str, known: dict[str, Collection[str]], book: Handbook
) -> Iterator[Problem]:
    """Report the first address of ours in a field of plain text; a whole link there is told as Markdown (JB441)."""
    found = next((one for one in _MEANT.finditer(text) if _is_there(one[1], one[2], known)), None)
    if found is None or path[-1] in _ADDRESSES or sign_in(text):
        return
    message = say("‘{address}’ is no link here: readers see what is typed, or nothing", address=found[0])
    hint = say("write its title in place of the address, or the link into a field that is Markdown")
    if title := _title_of(found[1], found[2], book):
        hint = say(
            "write `{title}` in its place, or the link into a field that is Markdown, such as `description:`: `{link}`",
            title=title,
            link=f"[]({found[0]})",
        )
    yield document.problem_in("JB454", message, hint, path=path, needle=found[0])


def _title_of(kind: str, target: str, book: Handbook) -> str:
    """Give the title of what an address of ours leads to; empty for what has none of its own."""
    id, _, part = target.partition("/")
    activity = book.activities.get(id)
    if kind == "handout":
        return next((sheet.title for sheet in activity.model.handouts if sheet.id == part), "") if activity else ""
    entries = {"activity": activity, "journey": book.journeys.get(id), "workshop": book.workshops.get(id)}
    found = book.chapters.get(id) if kind == "chapter" else entries.get(kind)
    return found.title if found else ""


def _of_page(page: ContentPage, book: Handbook) -> _Text:
    def seen(body: str) -> str:
        return _seen(body, book.settings.markdown)

    def page_called(name: str) -> str:
        id = _id(name)
        files = [path for path in book.pages if posixpath.basename(path).casefold() == f"{id}.md"]
        files = files or [path for path, other in book.pages.items() if other.title.casefold() == name.casefold()]
        return posixpath.relpath(f"/{files[0]}", f"/{posixpath.dirname(page.path)}") if len(files) == 1 else ""

    text, begin = page.document.text, page.body_at
    reads = reads_in_html(book.settings.markdown.extensions)
    return _Text(text, begin, lambda: page.references, seen, page.problem_at, page_called, reads)


def _of_field(document: Document, path: Path, text: str) -> _Text:
    def problem_at(code: str, message: Text, hint: Text, at: int) -> Problem:
        needle, skip = word_at(text, at)
        return document.problem_in(code, message, hint, path=path, needle=needle, skip=skip)

    return _Text(text, 0, lambda: find(text, FIELD_SETTINGS), lambda body: visible(render_field(body)), problem_at)


def _on(one: _Text, known: dict[str, Collection[str]], titles: Mapping[str, str]) -> Iterator[Problem]:
    meant = [match for match in _MEANT.finditer(one.text, one.begin) if _is_there(match[1], match[2], known)]
    found = _left(meant, one.references()) if meant else []
    typed = list(_TYPED.finditer(one.text, one.begin))
    taken = {match.start() for match in typed}
    lost = [match for match in _TWO_BRACKETS.finditer(one.text, one.begin) if match.start() not in taken]
    has_wiki = any(match["wiki"] and _in_two(one, match, known, titles) for match in lost)
    lost = [match for match in lost if has_wiki or match["name"] or _in_two(one, match, known, titles)]
    yield from (_problem(one, match) for match in _shown(one, found))
    yield from (_of_brackets(one, match, _in_two(one, match, known, titles)) for match in _shown(one, lost))
    yield from (_spoilt(one, match) for match in _shown(one, typed))
    others = [match for match in _OTHER_SIGNS.finditer(one.text, one.begin) if match.start() not in taken]
    yield from (_of_other_signs(one, match) for match in _shown(one, others))
    starred = list(_STARRED.finditer(one.text, one.begin))
    yield from (
        _starred(one, match) for match in _shown(one, starred, lambda match: match["link"].replace(match[1], ""))
    )
    yield from (_beside(one, match) for match in _shown(one, list(_BESIDE.finditer(one.text, one.begin))))


def _is_there(kind: str, target: str, known: dict[str, Collection[str]]) -> bool:
    return target.partition("/")[0] in known[kind]


def _left(matches: list[re.Match[str]], made: Sequence[Reference]) -> list[re.Match[str]]:
    """Give those matches that are no part of a link."""
    starts = [reference.start for reference in made]
    before = [bisect_right(starts, match.start()) - 1 for match in matches]
    return [match for match, place in zip(matches, before, strict=True) if not _is_in(match, made, place)]


def _is_in(match: re.Match[str], made: Sequence[Reference], place: int) -> bool:
    return place >= 0 and match.start() < made[place].end


def _as_typed(match: re.Match[str]) -> str:
    return match[0]


def _shown(
    one: _Text, matches: list[re.Match[str]], read: Callable[[re.Match[str]], str] = _as_typed
) -> Iterator[re.Match[str]]:
    """Give those matches that readers see as they are typed, or as they are `read`; code is none of them."""
    if not matches:
        return
    prefix = unused(one.text)
    seen = one.seen(marked(one.text[one.begin :], (match.end() - one.begin for match in matches), prefix))
    places = {int(found[1]): found.start() for found in re.finditer(f"{prefix}([0-9]+)z", seen)}
    yield from (match for number, match in enumerate(matches) if seen.endswith(read(match), 0, places.get(number, 0)))


def _as_code_on(page: ContentPage, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    text, begin = page.document.text, page.body_at
    starts = [reference.start for reference in page.references]
    for embed in _INDENTED.finditer(text, begin):
        before = bisect_right(starts, embed.start(1)) - 1
        is_made = before >= 0 and embed.start(1) < page.references[before].end
        is_fenced = len(_FENCE.findall(text, begin, embed.start(1))) % 2
        if not is_made and _is_there(embed[2], embed[3], known) and not is_fenced:
            yield _as_code(page, embed)


def _behind_a_mark(page: ContentPage) -> Iterator[Problem]:
    """Report links behind a `!` and a blank, or behind one that another keyboard has made: a picture was meant."""
    for reference in page.references:
        line = page.document.text.rfind("\n", 0, reference.start) + 1
        before = page.document.text[line : min(reference.start, line + _NEAR)].strip()
        if before in _MARKS and not reference.embed and reference.kind in EMBEDS:
            message = say("this is a link behind a sign: what it leads to is not shown here")
            yield page.problem_at("JB454", message, say("write `{form}`", form=f"!{reference.source}"), reference.start)


def _without_effect(page: ContentPage, book: Handbook) -> Iterator[Problem]:
    """Report what is right, and shows nothing: activities of a chapter that has none, a view behind a link."""
    for reference in page.references:
        if reference.kind not in ("journey", "toolkit") or wrong_in_page(book, reference):
            continue
        if reference.kind == "journey" and not reference.embed and reference.query:
            address = reference.source_destination
            message = say("the view is not seen: a link leads to the journey’s page, whatever stands behind the ?")
            hint = say(
                "write `{link}`; or `{embed}` on a line of its own, which shows the view here",
                link=f"[{reference.text}]({address.partition('?')[0]})",
                embed=f"![{reference.text}]({address})",
            )
            yield page.problem_at("JB454", message, hint, reference.start)
        elif reference.kind == "toolkit" and reference.embed and _is_bare(book, reference.target):
            message = say("nothing is shown here: the chapter ‘{id}’ has no activities", id=reference.target)
            hint = say("write `chapter: {id}` in the activities of this chapter, or take this out", id=reference.target)
            if any(one.model.chapter == reference.target for one in book.activities):
                message = say(
                    "nothing is shown here: all activities of the chapter ‘{id}’ are retired", id=reference.target
                )
                hint = say("take this out; or write `status: current` in those that are in use")
            yield page.problem_at("JB454", message, hint, reference.start)


def _is_bare(book: Handbook, chapter: str) -> bool:
    """Tell whether no activity that is shown, nor one that cannot be read, is of a chapter."""
    return chapter in book.chapters and not book.activities.unreadable and not book.toolkit(chapter)


def _as_code(page: ContentPage, embed: re.Match[str]) -> Problem:
    message = say("‘{text}’ is shown as code, for four blanks stand before it", text=embed[1])
    return page.problem_at("JB454", message, say("begin it at the start of its line"), embed.start(1))


def _problem(one: _Text, match: re.Match[str]) -> Problem:
    message = say("‘{address}’ is no link here: readers see what is typed, or nothing", address=match[0])
    return one.problem_at("JB454", message, _instead(one.text, match, reads_html=one.reads_html), match.start())


def _of_other_signs(one: _Text, match: re.Match[str]) -> Problem:
    kinds = ("second", "round", "square", "bare", "pointed", "behind", "inside", "alone")
    address = next(found for kind in kinds if (found := match[kind]))
    is_picture = bool(match["mark"] or match["round"] or match["square"] or match["bare"])
    words = match["words"] or match["picture"] or match["text"] or match["before"] or "…"
    form = f"{'!' if is_picture else ''}[{words.strip()}]({address})"
    message = say("this is no picture: readers see its signs") if is_picture else _NO_LINK
    return one.problem_at("JB454", message, say("write `{form}`", form=form), match.start())


def _unframed(page: ContentPage) -> Iterator[Problem]:
    """Report frames with the address of a film’s page, which its host lets nobody frame."""
    body = page.document.text[page.body_at :]
    for found in _FRAME.finditer(without_signs_in_code(body)) if "<iframe" in body.casefold() else ():
        meant = f"https://www.youtube-nocookie.com/embed/{found['film']}"
        if found["number"]:
            meant = f"https://player.vimeo.com/video/{found['number']}"
        elif found["file"]:
            meant = f"https://drive.google.com/file/d/{found['file']}/preview"
        elif found["sound"]:
            meant = f"https://open.spotify.com/embed/{found['sound']}"
        elif found["board"]:
            meant = f"https://miro.com/app/live-embed/{found['board']}/"
        message = say(
            "no browser shows this here: ‘{address}’ is a page that cannot be framed", address=found["address"]
        )
        hint = say("write `{code}` in its place", code=meant)
        if found["map"]:
            hint = say("write the address that the map gives under “Share”, “Embed a map”; or a link to it")
        yield page.problem_at("JB454", message, hint, page.body_at + found.start("address"))


def _as_definitions(page: ContentPage) -> Iterator[Problem]:
    """Report links that Markdown takes for the address of other links, where none has that name."""
    text = without_signs_in_code(page.document.text)
    for found in _AS_A_DEFINITION.finditer(text, page.body_at) if "]:" in text else ():
        if text.casefold().count(f"[{found['text']}]".casefold()) == 1:
            message = say("no reader sees this line: it says where other links lead, and none is called so")
            hint = say("write `{form}`", form=f"[{found['text']}]({found['address']})")
            yield page.problem_at("JB454", message, hint, found.start("text") - 1)


def _starred(one: _Text, match: re.Match[str]) -> Problem:
    form = f"{match[1]}[{match['text']}]({match['address']}){match[1]}"
    return one.problem_at("JB454", _NO_LINK, say("write `{form}`", form=form), match.start())


def _beside(one: _Text, match: re.Match[str]) -> Problem:
    hint = say("write `{form}`", form=f"[{match['text']}]({match['address']})")
    return one.problem_at("JB454", _NO_LINK, hint, match.start())


def _instead(text: str, match: re.Match[str], *, reads_html: bool) -> Text:
    """Say what to write: with the words that stand beside the address, and the `!` that stands before it."""
    line = text.rfind("\n", 0, match.start()) + 1
    before, after = text[line : match.start()], text[match.end() : match.end() + _NEAR].partition("\n")[0]
    words = _WORDS_BEHIND.match(after) or _WORDS_BEFORE.search(before)
    mark = "!" if match[1] in ("toolkit", "questions") or _MARK_BEFORE.search(before) else ""
    if _IN_A_LINK.search(before) and _LINK_GOES_ON.match(after):
        return say("take one of the two links out: no link can stand in the text of another")
    text_of = words[words.lastindex or 0].strip("\\") if words else ""
    form = f"{mark}[{text_of}]({match[0]})"
    if "\\" not in before[-_ESCAPED:] and before.endswith(form.partition(match[0])[0]) and after.startswith(")"):
        return _IN_READ_HTML if reads_html else _IN_HTML
    return say("write `{form}`, without blanks between the brackets; text goes in backticks", form=form)


def _titles(book: Handbook) -> dict[str, str]:
    """Give the addresses of journeys, activities and workshops by their titles, where one alone has it."""
    found: dict[str, list[str]] = {}
    for kind, shelf in (("activity", book.activities), ("journey", book.journeys), ("workshop", book.workshops)):
        for entry in shelf:
            found.setdefault(entry.model.title.casefold(), []).append(f"{kind}:{entry.id}")
    return {title: addresses[0] for title, addresses in found.items() if len(addresses) == 1}


def _id(name: str) -> str:
    return name.strip().casefold().replace(" ", "-")


def _in_two(one: _Text, match: re.Match[str], known: dict[str, Collection[str]], titles: Mapping[str, str]) -> str:
    """Give the address that is meant by an id or a title in `[[talk]]` or `[a talk][talk]`, empty where none has it."""
    name = (match["wiki"] or match["name"] or "").strip()
    of_id = next((f"{kind}:{_id(name)}" for kind in _LINKED if _id(name) in known[kind]), "")
    return of_id or titles.get(name.casefold(), "") or one.page_called(name)


def _of_brackets(one: _Text, match: re.Match[str], address: str) -> Problem:
    if address:
        message = say("‘{text}’ is no link here: readers see the brackets", text=match[0])
        kind = address.partition(":")[0]
        words = (match["text"] or match["label"] or "").strip()
        part = f"#{heading_id(match['part'], '-')}" if match["part"] and kind not in _LINKED else ""
        text = words if words or kind in _LINKED else match["wiki"] or ""
        mark = "!" if match["mark"] and kind in EMBEDS else ""  # of pages, and of the rest, nothing can be shown
        return one.problem_at(
            "JB454", message, say("write `{form}`", form=f"{mark}[{text}]({address}{part})"), match.start()
        )
    if match["wiki"]:  # beside others that lead somewhere; alone, it may be a place for a name in a letter
        message = say("‘{text}’ is no link here, and nothing is called so: readers see the brackets", text=match[0])
        hint = say("write `{form}`, or take the brackets out", form=f"[{match['label'] or match['wiki']}](….md)")
        return one.problem_at("JB454", message, hint, match.start())
    message = say("no line `[{name}]: …` says where this leads: readers see the brackets", name=match["name"])
    hint = say("write the address in round brackets, as in `{form}`", form=f"[{match['text']}](https://…)")
    return one.problem_at("JB454", message, hint, match.start())


def _spoilt(one: _Text, match: re.Match[str]) -> Problem:
    kinds = ("wiki", "named", "apart", "open", "within", "glued", "turned", "braced", "beside")
    address = next(found for kind in kinds if (found := match[kind]))
    text = match["text"] or match["words"] or match["curly"] or (match["before"] or "").strip()
    label = (match["label"] or "").strip()
    width = WIDTH.fullmatch(label)
    text = text or ("" if width else label) or "…"
    form = f"{match['mark']}[{text}]({address}){with_width(width['width']) if width and match['mark'] else ''}"
    return one.problem_at("JB454", _NO_LINK, say("write `{form}`", form=form), match.start())


def _seen(body: str, markdown: MarkdownSettings) -> str:
    """Give the text of a page as readers see it, without code; what Markdown takes for a tag of its own stays."""
    return html.unescape(_TAG.sub("", without_code(render(tame(body), markdown))))
