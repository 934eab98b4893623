"""JB455: boxes, sections to unfold and tabs that are empty, have lost their title, or are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from journeybook.handbook import ContentPage, Handbook, Settings
from journeybook.handbook.own_styles import styles_class
from journeybook.markdown.html_blocks import unclosed_block
from journeybook.markdown.output import without_code
from journeybook.markdown.role_words import audience_in, is_name
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.signs.code import without_code as without_signs_in_code
from journeybook.markdown.tame import tame
from journeybook.markdown.tokens import marked, unused
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems.nearest import nearest

CODES = (
    Code(
        "JB455",
        means=(
            "A box (`!!!`), a section to unfold (`???`) or a tab (`===`) is empty, for what stands below it is not "
            "indented; or its title is lost, for it has no quotation marks; or readers see its signs, for it is none; "
            "or tabs stand one below the other, for mkdocs.yml asks for them in a form that Material does not draw; "
            "or its kind is none that the theme or a style of your own knows, so that it looks like a note; or a link "
            "has a class that is nearly one of a button."
        ),
        remedy="Write it as the answer shows, with four blanks before each line that belongs into it.",
        example=Example(
            wrong='# Welcome\n\n!!! tip "Be early"\nThe first ten minutes are the best.\n',
            right='# Welcome\n\n!!! tip "Be early"\n    The first ten minutes are the best.\n',
            file="content/index.md",
        ),
    ),
)

_BUTTON = re.compile(r"\]\([^()\n]*\)\{:?(?P<classes>[^{}\n]*\.[^{}\n]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
_STYLES = re.compile(r"<style\b.*?</style>", re.S | re.I)
_OF_BUTTONS = ("md-button", "md-button--primary")
"""The classes of Material's buttons."""
_BUTTONS = frozenset(("button", "btn", "btn-primary", "button-primary", "primary-button", "md-btn", "btn-md", "mdbtn"))
"""What other programs call them."""
_KINDS = (
    "note|abstract|summary|tldr|info|todo|tip|hint|important|success|check|done|question|help|faq|warning|caution"
    "|attention|failure|fail|missing|danger|error|bug|example|quote|cite"
)
"""The kinds of boxes that Material knows."""
_MOST_SHOWN = ("note", "abstract", "info", "tip", "success", "question", "warning", "danger", "example", "quote")
"""Those of them that are offered where none is near."""
_OTHERS = {
    **dict.fromkeys(("hinweis", "notiz", "anmerkung", "nota", "remarque", "remark", "memo"), "note"),
    **dict.fromkeys(("conseil", "consejo", "advice", "suggestion", "idea", "trick", "pro-tip", "protip"), "tip"),
    **dict.fromkeys(("achtung", "warnung", "vorsicht", "alert", "beware", "attenzione", "atención"), "warning"),
    **dict.fromkeys(("gefahr", "critical", "stop", "peligro"), "danger"),
    **dict.fromkeys(("beispiel", "exemple", "ejemplo", "esempio", "case", "sample"), "example"),
    **dict.fromkeys(("frage", "ask", "reflect", "reflection", "pregunta"), "question"),
    **dict.fromkeys(("zitat", "citation", "cita", "citazione"), "quote"),
    **dict.fromkeys(("information", "infobox", "box", "definition", "see", "seealso", "see-also"), "info"),
}
"""What else people call some of them, in a few languages."""
_OPENING = re.compile(
    rf"""^(?P<indent>[ \t]*)(?:
        (?P<mark>!!!|\?\?\?\+?|===[+!]{{0,2}})(?![!?=])[ \t\u00a0]*(?P<rest>[^\s][^\r\n]*?)
      | (?P<like>(?:!!|!!!!|![ ]![ ]!|\?\?|\?[ ]\?[ ]\?|::::?|>[ \t]?\[!)[ \t]*
          \{{?(?P<kind>{_KINDS})\b[\]}}:]?)(?P<title>[^\r\n]*?)
      | (?P<tab>={{2,4}})(?=[ \t]*["“”„«])(?P<name>[^\r\n]*?)
    )[ \t]*(?=\r|$)""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_KIND = re.compile(rf"(?:{_KINDS})\b", re.IGNORECASE)
_BEHIND_KIND = re.compile(r"[\s:,;./|&+\"“”„«]+")
"""What ends the kind of a box, or is meant to stand between several."""
_QUOTED = re.compile(r'"([^"]*)"')
_TITLE_ALONE = re.compile(r'["“„«][^"“”„«»]+["“”»]')
_NO_PARAGRAPH = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s|[#>|<`~{]")
"""What begins an item, a heading or another thing that may well stand below a box."""
_QUOTES = " \t\"'“”„«»‘’:.–-"
_MADE = r'(?:class="[\w -]*?|(?:class="admonition-title"|<summary[^<>]*|<label[^<>]*)>){token}'
_PLACES = ("inline", "end")
"""Words behind the kind of a box that say where it stands."""
_TABS = "pymdownx.tabbed"
_OTHER_TABS = "pymdownx.blocks.tab"
_OTHER_TAB = re.compile(r"^[ \t]*/{3,}[ \t]*tab[ \t]*\|[ \t]*\S", re.M)
_STYLE = "alternate_style"
"""The option of both extensions without which Material draws no tabs."""
_MOST_CLASSES = 2
_MOST_KEPT = 1000
"""Pages of which it is remembered what has become of their boxes."""
_FAR = 2000
"""Letters below the opening of a box in which what belongs into it is looked for."""
_LEVEL = 4
"""Blanks before what is in a box."""
_NO_BOX = say("this is no box here: readers see its signs")
_NO_TAB = say("this is no tab here: readers see its signs")
_EMPTY_BOX = say("this box is empty: what stands below it is not indented")
_EMPTY_TAB = say("this tab is empty: what stands below it is not indented")


@dataclass(frozen=True)
class _Opening:
    """A line that opens a box, a section or a tab, or is meant to, and the text below it."""

    match: re.Match[str]
    below: str

    @property
    def mark(self) -> str:
        """The signs that open it, as they should be."""
        if self.match["like"]:
            return "???" if self.match["like"].startswith("?") else "!!!"
        return self.match["mark"] or "==="

    @property
    def is_tab(self) -> bool:
        return self.mark.startswith("===")

    @property
    def kinds(self) -> list[str]:
        """The kinds that a box is of, as Python-Markdown reads them: all words before its title."""
        return [] if self.is_tab else (self.match["rest"] or "").partition('"')[0].casefold().split()

    @property
    def token_at(self) -> int:
        """Where a token goes: into its title or, where it has none, behind its kind; else behind its signs."""
        if not self.match["mark"]:
            return self.match.end("like" if self.match["like"] else "tab")
        quote = self.match[0].find('"')
        return self.match.start() + quote + 1 if quote >= 0 else self.match.end("rest")

    @property
    def is_meant(self) -> bool:
        """Tell whether it is more than a text that happens to begin like one."""
        if self.is_tab or not self.match["mark"] or _KIND.match(self.match["rest"]):
            return True
        return bool(_TITLE_ALONE.fullmatch(self.match["rest"]))

    @property
    def title(self) -> str:
        """Its title as it is meant."""
        rest = self.match["rest"] or self.match["name"] or self.match["title"] or ""
        if quoted := _QUOTED.search(rest):  # what stands behind it belongs into the box
            return quoted[1]
        if self.match["mark"] and not self.is_tab and not _TITLE_ALONE.fullmatch(rest):
            rest = rest.partition(" ")[2]
        return rest.strip(_QUOTES)

    @property
    def form(self) -> str:
        """Give the line that is meant."""
        kind = (self.match["kind"] or _BEHIND_KIND.split(self.match["rest"] or "note")[0] or "note").lower()
        before = (self.match["rest"] or "").partition('"')
        places = [word for word in _BEHIND_KIND.split(before[0].casefold()) if before[1] and word in _PLACES]
        opening = self.mark if self.is_tab else " ".join([self.mark, kind, *places])
        are_kinds = not before[1] and all(map(_KIND.fullmatch, _BEHIND_KIND.split(self.title)))
        return f'{opening} "{self.title}"' if self.title and not (are_kinds and self.match["mark"]) else opening

    @property
    def is_empty(self) -> bool:
        """Tell whether what stands below it is not in it; a box with a title and an empty line may have just that."""
        level = _indentation(self.match["indent"])
        lines = self.below.expandtabs(_LEVEL).splitlines()
        first = next((line for line in lines if line.strip()), "")
        if (depth := _indentation(first)) >= level + _LEVEL:
            return False
        beneath = bool(lines and lines[0].strip())
        return beneath or depth > level or self.mark != "!!!" or not self.title

    @property
    def has_other_spaces(self) -> bool:
        """Tell whether the line below it begins with non-breaking spaces, which are no blanks to Markdown."""
        return self.below.lstrip(" \t\r\n").startswith("\u00a0")

    @property
    def nearly_in(self) -> int | None:
        """Give where a paragraph below it begins that has some blanks before it, and too few; None without one."""
        level, place, above = _indentation(self.match["indent"]), self.match.end(), "-"
        for number, line in enumerate(self.match.string[place : place + _FAR].splitlines(keepends=True)):
            depth, bare = _indentation(line), line.strip()
            if number and bare and depth < level + _LEVEL:
                is_nearly = level < depth and not above and not _NO_PARAGRAPH.match(bare)
                return place + len(line) - len(line.lstrip()) if is_nearly else None
            above = bare
            place += len(line)
        return None

    @property
    def has_lost_its_title(self) -> bool:
        """Tell whether what was meant as a title is read as more kinds of the box."""
        words = [word for word in (self.match["rest"] or "").split()[1:] if word not in _PLACES]
        return not self.is_tab and (any(word[0].isupper() for word in words) or len(words) > _MOST_CLASSES)


def check(book: Handbook) -> Iterator[Problem]:
    """Report, on pages, boxes and tabs that are not what their author meant."""
    yield from _undrawn_tabs(book)
    for page in book.read_pages:
        text, begin = page.document.text, page.body_at
        openings = [_Opening(match, _below(text, match.end())) for match in _OPENING.finditer(text, begin)]
        if openings:
            yield from _on(page, openings, book)
        yield from _buttons(page, book.settings)


def _buttons(page: ContentPage, settings: Settings) -> Iterator[Problem]:
    """Report classes that are meant as those of Material's buttons, and are none: readers see a plain link."""
    text = page.document.text
    if "attr_list" not in settings.markdown.extensions or not _BUTTON.search(text, page.body_at):
        return
    styles = "\n".join(_STYLES.findall(text))
    for found in _BUTTON.finditer(without_signs_in_code(text), page.body_at):
        names = [name for name in _CLASS.findall(found["classes"]) if _is_nearly_button(name)]
        if not names or any(styles_class(settings, styles, name) for name in names):
            continue
        is_first = any("prim" in name.casefold() or name.endswith("--secondary") for name in names)
        form = " ".join(f".{name}" for name in _OF_BUTTONS[: 1 + is_first])
        message = say("no style is for ‘{name}’: readers see no such button", name=f".{names[0]}")
        at = text.index(f".{names[0]}", found.start("classes"))
        yield page.problem_at("JB455", message, say("write `{form}`", form=f"{{ {form} }}"), at)


def _is_nearly_button(name: str) -> bool:
    """Tell whether a class is meant as one of a button of Material's, and is none."""
    said = name.casefold().replace("_", "-")
    return name not in _OF_BUTTONS and (said in _BUTTONS or (said.startswith(("md-", "mdb")) and "but" in said))


def _undrawn_tabs(book: Handbook) -> Iterator[Problem]:
    """Report the first tab of a handbook whose tabs are made in the form that Material's styles no longer know."""
    undrawn = [name for name in (_TABS, _OTHER_TABS) if _is_old(name, book.settings.markdown)]
    for name in undrawn:
        places = ((page, _first_tab(page, name, book.settings)) for page in book.pages.values())
        for page, at in islice(((page, at) for page, at in places if at is not None), 1):
            if not styles_class(book.settings, page.document.text, "tabbed-set"):
                message = say("Material draws no tabs here: readers see all of them, one below the other")
                yield page.problem_at("JB455", message, _drawn(name, book.settings.markdown), at)


def _is_old(name: str, markdown: MarkdownSettings) -> bool:
    return name in markdown.extensions and not (markdown.configs.get(name) or {}).get(_STYLE)


def _first_tab(page: ContentPage, name: str, settings: Settings) -> int | None:
    """Give where the first tab of a page begins that an extension makes; None without one."""
    text, begin = page.document.text, page.body_at
    if name == _OTHER_TABS:
        found = _OTHER_TAB.search(without_signs_in_code(text), begin) if "///" in text else None
        return found.end() - len(found[0].lstrip()) if found else None
    if "===" not in text:
        return None
    openings = [_Opening(match, _below(text, match.end())) for match in _OPENING.finditer(text, begin)]
    made, _ = _made_and_seen(text[begin:], tuple(one.token_at - begin for one in openings), settings.markdown)
    tabs = (one for number, one in enumerate(openings) if one.is_tab and str(number) in made)
    return next((one.match.end("indent") for one in tabs), None)


def _drawn(name: str, markdown: MarkdownSettings) -> Text:
    """Say how an extension is asked for tabs that Material draws: with its own options, where it has some."""
    if markdown.configs.get(name):
        return say("write `{form}` below `{key}:` in mkdocs.yml", form=f"{_STYLE}: true", key=name)
    extension = f"{name}: {{{_STYLE}: true}}"
    return say("write `- {extension}` below `markdown_extensions:` in mkdocs.yml", extension=extension)


def _below(text: str, at: int) -> str:
    """Give some lines below the one that ends at a place."""
    return text[at : at + _FAR].partition("\n")[2]


def _on(page: ContentPage, openings: list[_Opening], book: Handbook) -> Iterator[Problem]:
    markdown = book.settings.markdown
    places = tuple(opening.token_at - page.body_at for opening in openings)
    body = page.document.text[page.body_at :]
    made, seen = _made_and_seen(body, places, markdown)
    block = unclosed_block(without_signs_in_code(body))
    for number, opening in enumerate(openings):
        if block and block.start() + page.body_at < opening.match.start() and str(number) not in made:
            continue  # JB477 tells of the HTML that it stands in
        found = _wrong(opening, str(number) in made, str(number) in seen, markdown)
        if found:
            yield page.problem_at("JB455", *found, opening.match.end("indent"))
        elif str(number) in made and (nearly := opening.nearly_in):
            message = say("this is not part of the box above it: there are too few blanks before it")
            hint = say("begin it with four blanks more than the box; or with none, if it goes on below the box")
            yield page.problem_at("JB455", message, hint, nearly)
        elif str(number) in made and (wrong := _unknown_kind(opening, page, book)):
            yield page.problem_at("JB455", *wrong, opening.match.end("indent"))


@lru_cache(maxsize=_MOST_KEPT)  # `serve` checks all pages again after each edit of one
def _made_and_seen(body: str, places: tuple[int, ...], markdown: MarkdownSettings) -> tuple[set[str], set[str]]:
    """Give the numbers of the places that have become titles of boxes or tabs, and of those that readers see."""
    prefix = unused(body)
    html = render(tame(marked(body, places, prefix)), markdown)
    made = set(re.findall(_MADE.format(token=f"{prefix}([0-9]+)z"), html))
    return made, set(re.findall(f"{prefix}([0-9]+)z", without_code(html)))


def _wrong(opening: _Opening, made: bool, seen: bool, markdown: MarkdownSettings) -> tuple[Text, Text] | None:
    """Give what is wrong with a box that is made, or with one that is not and seen as text, and what to write."""
    if made and opening.match["mark"]:
        return _made_wrong(opening)
    if not seen or made or not opening.is_meant:
        return None
    message = _NO_TAB if opening.is_tab else _NO_BOX
    if opening.is_tab and _TABS not in markdown.extensions:
        extension = f"{_TABS}: {{{_STYLE}: true}}"
        return message, say("write `- {extension}` below `markdown_extensions:` in mkdocs.yml", extension=extension)
    if "\u00a0" in opening.match[0]:
        return message, say(
            "write blanks in place of the non-breaking spaces (U+00A0): `{form}`, and four before each line that "
            "belongs into it",
            form=opening.form,
        )
    if opening.form == opening.match[0].strip():
        return message, say("leave the line above it empty; in a table or in HTML there can be none")
    return message, say("write `{form}`, and four blanks before each line that belongs into it", form=opening.form)


def _made_wrong(opening: _Opening) -> tuple[Text, Text] | None:
    if opening.is_empty:
        message = _EMPTY_TAB if opening.is_tab else _EMPTY_BOX
        if opening.has_other_spaces:
            return message, say("write four blanks in place of the non-breaking spaces (U+00A0) before each line")
        if level := _indentation(opening.match["indent"]):
            return message, say(
                "begin each line that belongs into it with {number} blanks, four more than the box has",
                number=level + _LEVEL,
            )
        return message, say("begin each line that belongs into it with four blanks")
    if not _QUOTED.search(opening.match["rest"]) and opening.has_lost_its_title:
        message = say("the title of this box is lost, for it has no quotation marks")
        return message, say("write `{form}`", form=opening.form)
    return None


def _unknown_kind(opening: _Opening, page: ContentPage, book: Handbook) -> tuple[Text, Text] | None:
    """Give what is wrong with a box of a kind that neither the theme nor a style of the handbook's own knows."""
    settings = book.settings
    kinds = [kind for kind in opening.kinds if kind not in _PLACES]
    if not kinds or any(_KIND.fullmatch(kind) or styles_class(settings, page.document.text, kind) for kind in kinds):
        return None
    message = say("there is no box of the kind ‘{kind}’: readers see a note", kind=kinds[0])
    if book.editions and is_name(kinds[0], {*settings.roles, *(edition.name for edition in book.editions)}):
        role = audience_in(kinds[0], settings.roles)
        hint = say(
            "for some alone, write `{begin}` above the box and `{end}` below it; and `{mark} note` here",
            begin=f"<!-- for: {role} -->",
            end="<!-- end for -->",
            mark=opening.match["mark"],
        )
        return message, hint
    if meant := nearest(kinds[0], _KINDS.split("|")) or _OTHERS.get(kinds[0]):
        quoted = _QUOTED.search(opening.match["rest"])
        title = quoted[1] if quoted else kinds[0].capitalize()
        words = [opening.match["mark"], meant, *(kind for kind in opening.kinds if kind in _PLACES)]
        return message, say("write `{form}`", form=f'{" ".join(words)} "{title}"')
    hint = say(
        "write one of {words}; or style `.{kind}` in a file of `extra_css`", words=", ".join(_MOST_SHOWN), kind=kinds[0]
    )
    return message, hint


def _indentation(line: str) -> int:
    line = line.expandtabs(_LEVEL)
    return len(line) - len(line.lstrip(" "))
