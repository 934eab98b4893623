"""JB430: templates of the handbook's own that hide what ours do; and whatever `journeybook.templates` tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import nodes

from journeybook.ground.theme_dir import OURS
from journeybook.handbook import Handbook, Settings
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.store.files import is_file
from journeybook.templates import broken, idle
from journeybook.templates.broken import MOVE, place_of
from journeybook.templates.flow import constant
from journeybook.templates.library import Library, page_library, theme_library

CODES = (
    Code(
        "JB314",
        means=(
            "A [template of your own](publishing.md#your-own-templates) stops every build: something in it is "
            "not closed, a tag or a filter does not exist, it takes itself in, or it names a template that is "
            "not there."
        ),
        remedy="Write what the answer offers. Often an `{% endblock %}` is missing, or a quotation mark is curly.",
        example=Example(
            wrong='{% extends "base.html" %}\n{% block announce %}Welcome\n',
            right='{% extends "base.html" %}\n{% block announce %}Welcome{% endblock %}\n',
            file="overrides/main.html",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ntheme:\n  name: material\n  custom_dir: overrides\nplugins: [journeybook]\n"
                )
            },
        ),
    ),
    Code(
        "JB430",
        means=(
            "A [template of your own](publishing.md#your-own-templates) hides one of journeybook’s, or a block "
            "of your `main.html` leaves out the page, the scripts, the look, the search or the menu: the answer "
            "says what readers lose."
        ),
        remedy=(
            "Take ours in with the line that is offered. If it is meant to be gone, say so in the file with the "
            "note that is offered."
        ),
        example=Example(
            wrong="<h1>Not here</h1>\n",
            right=(
                '{% extends "journeybook/404.html" %}\n'
                "{% block content %}{{ super() }}<p>Write to us.</p>{% endblock %}\n"
            ),
            file="overrides/404.html",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ntheme:\n  name: material\n  custom_dir: overrides\nplugins: [journeybook]\n"
                )
            },
        ),
    ),
    Code(
        "JB431",
        means=(
            "The same as JB314, in a template of your own that no page uses yet, under a condition, or where one "
            "of your plugins or hooks may know the tag, the filter or the template."
        ),
        remedy="Mend it at the line that is named, or leave it if you know that it works.",
        example=Example(
            wrong="{% if %}\n",
            right="{% if page %}{% endif %}\n",
            file="overrides/sketch.html",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ntheme:\n  name: material\n  custom_dir: overrides\nplugins: [journeybook]\n"
                )
            },
        ),
    ),
    Code(
        "JB432",
        means=(
            "No page shows what a template of your own says: its file or its block has a name that nothing asks "
            "for, a text stands outside of every block, or the page stands in an HTML comment."
        ),
        remedy="Take the name that is offered, or put the text into a block.",
        example=Example(
            wrong='{% extends "base.html" %}\n{% block anounce %}Welcome{% endblock %}\n',
            right='{% extends "base.html" %}\n{% block announce %}Welcome{% endblock %}\n',
            file="overrides/main.html",
            beside={
                "mkdocs.yml": (
                    "site_name: Mentoring\ntheme:\n  name: material\n  custom_dir: overrides\nplugins: [journeybook]\n"
                )
            },
        ),
    ),
)

# What readers lose where a file of this name takes the place of ours. The logo is not here: that it changes is seen.
HIDES = {
    "404.html": say("this file hides journeybook’s own page for what is not here, with its ways on"),
    "blog.html": say("this file hides journeybook’s own, and with it the look of lists of posts"),
    "partials/actions.html": say(
        "this file hides journeybook’s own: pages that `journeybook generate` writes have no button to edit them"
    ),
    "partials/banner.html": say("this file hides journeybook’s own: what `banner` in mkdocs.yml says is on no page"),
    "partials/content.html": say("this file hides journeybook’s own, and with it the look of every page"),
    "partials/feedback-link.html": say(
        "this file hides journeybook’s own: the link of `feedback` in mkdocs.yml is on no page"
    ),
    "partials/search.html": say(
        "this file hides journeybook’s own: the search has no name for screen readers, and does not say which words "
        "it takes for others"
    ),
    "partials/source.html": say(
        "this file hides journeybook’s own: the link to the repository may ask another host for something"
    ),
    "partials/tabs-item.html": say(
        "this file hides journeybook’s own: no tab is marked above a journey, an activity or a workshop"
    ),
    "partials/tabs.html": say(
        "this file hides journeybook’s own: beside many chapters, the ways to journeys and toolkit are out of sight"
    ),
}
_OF_THE_THEME = ("main.html", "base.html", "404.html")
_EXTENDS_BASE = re.compile(r"\{%-?\s*extends\s+[\"'](?:base|main)\.html[\"']")
_TABS = '{{% import "{0}" as ours with context %}}{{% set render = ours.render %}}'
_Trees = dict[str, nodes.Template]


def check(book: Handbook) -> Iterator[Problem]:
    """Report templates that stop a build, that take the place of ours, that lack what pages need, or show nowhere."""
    settings = book.settings
    for library in _libraries(settings):
        library.read(settings.file)
        used = broken.used_by(library, _asked(book))
        yield from broken.problems(library, used)
        yield from idle.problems(library, used)
        if library.second:
            yield from _losses(library)
        elif library.folder != settings.overrides:
            yield from _misplaced(settings, library)


def _libraries(settings: Settings) -> Iterator[Library]:
    if settings.overrides:
        yield theme_library(settings.overrides, extended=settings.extended)
    if settings.page_templates:
        yield page_library(settings.page_templates)


def _asked(book: Handbook) -> frozenset[str]:
    """Give the names of templates that pages and mkdocs.yml ask for."""
    pages = (str(page.document.data.get("template", "")) for page in book.pages.values())
    return frozenset((*book.settings.asked, *pages))


def _misplaced(settings: Settings, library: Library) -> Iterator[Problem]:
    """Report templates of the theme in the folder of those of pages, where nothing asks for them."""
    for file in sorted(filter(is_file, library.folder.glob("**/*.html"))):
        name = file.relative_to(library.folder).as_posix()
        text, _ = read_text(file, settings.file(file))
        if text is None or name in library.documents or not (name in _OF_THE_THEME or _EXTENDS_BASE.search(text)):
            continue
        message = say("this is a template of the theme, and no page uses it here")
        hint = say(
            "write `custom_dir: {folder}` below `theme` in mkdocs.yml, in place of `templates: {folder}`",
            folder=settings.file(library.folder),
        )
        if library.documents or settings.overrides:
            hint = say("move it into the folder that `custom_dir` below `theme` in mkdocs.yml names")
        yield Document(settings.file(file), text).problem_at("JB432", message, hint, line=1, column=1)


def _losses(library: Library) -> Iterator[Problem]:
    for name, document in library.documents.items():
        yield from _shadow(name, document, library.trees.get(name))
    for name in _templates_of_every_page(library.trees):
        yield from _left_out(name, library.documents[name], library.trees[name], library.trees)


def _shadow(name: str, document: Document, tree: nodes.Template | None) -> Iterator[Problem]:
    """Report a file in the place of one of ours; one that names ours knows what it does."""
    ours = f"{OURS}/{name}"
    if name in HIDES and ours not in document.text:
        hint = _page_hint(document, tree, ours) if "/" not in name else _part_hint(name, ours)
        yield document.problem_at("JB430", HIDES[name], hint, line=1, column=1)


def _part_hint(name: str, ours: str) -> Text:
    code = (_TABS if name == "partials/tabs-item.html" else '{{% include "{0}" %}}').format(ours)
    note = f"{{# instead of {ours} #}}"
    return say("take ours in with `{code}`; if it is meant to be gone, say so with `{note}`", code=code, note=note)


def _page_hint(document: Document, tree: nodes.Template | None, ours: str) -> Text:
    """Say what to write: a whole page can extend one other only, and adds to it in blocks."""
    code, block = f'{{% extends "{ours}" %}}', "{% block content %}{{ super() }} … {% endblock %}"
    note = f"{{# instead of {ours} #}}"
    if tree and tree.find(nodes.Extends):
        return say(
            "write `{code}` in place of what it extends now, and what you add in `{block}`; "
            "if ours is meant to be gone, say so with `{note}`",
            code=code,
            block=block,
            note=note,
        )
    return say(
        "begin with `{code}`, and write what you add in `{block}`; if ours is meant to be gone, say so with `{note}`",
        code=code,
        block=block,
        note=note,
    )


def _templates_of_every_page(trees: _Trees) -> Iterator[str]:
    """Give the names of the handbook's own main.html, and of what it extends."""
    name, seen = "main.html" if "main.html" in trees else "base.html", set[str]()
    while name in trees and name not in seen:
        yield name
        seen.add(name)
        above = trees[name].find(nodes.Extends)
        name = constant(above.template) if above else ""


def _left_out(name: str, document: Document, tree: nodes.Template, trees: _Trees) -> Iterator[Problem]:
    """Report what such a template does not take in: the page in our box, our scripts, and what makes the look."""
    blocks = {block.name: block for block in tree.find_all(nodes.Block)}
    for names, has, message in _NEEDS:
        lost = next((blocks[n] for n in names if n in blocks and not has(blocks[n], trees)), None)
        note = f"{{# instead of block {lost.name} #}}" if lost else ""
        if lost and note not in document.text:
            hint = say(
                "write `{code}` in this block, where Material’s own is to stand; if it is meant to be gone, "
                "say so with `{note}`",
                code="{{ super() }}",
                note=note,
            )
            line, column = place_of(document, lost, "block", lost.name)
            yield document.problem_at("JB430", message, hint, line=line, column=column)
        elif not lost and not tree.find(nodes.Extends) and not has(tree, trees):
            hint = say("begin with `{code}`, and write blocks", code='{% extends "base.html" %}')
            hint = MOVE if name == "base.html" else hint
            yield document.problem_at("JB430", message, hint, line=1, column=1)


def _has_page(node: nodes.Node, trees: _Trees) -> bool:
    return _has(node, trees, "partials/content.html")


def _has_scripts(node: nodes.Node, trees: _Trees) -> bool:
    return _has(node, trees) or any(found.attr == "extra_javascript" for found in node.find_all(nodes.Getattr))


def _part(part: str) -> Callable[[nodes.Node, _Trees], bool]:
    return lambda node, trees: _has(node, trees, part)


def _text(text: str) -> Callable[[nodes.Node, _Trees], bool]:
    """Give a function that tells whether a text stands in what is written out: an address, a name."""

    def has(node: nodes.Node, trees: _Trees) -> bool:
        said = (data.data for data in node.find_all(nodes.TemplateData))
        constants = (str(found.value) for found in node.find_all(nodes.Const))
        return _has(node, trees) or any(text in words for words in (*said, *constants))

    return has


def _has(node: nodes.Node, trees: _Trees, part: str = "", inside: tuple[str, ...] = ()) -> bool:
    """Tell whether Material's own block is taken in, or that part, through any file that is included."""
    names = [constant(include.template) for include in node.find_all(nodes.Include)]
    deeper = (name for name in names if name in trees and name not in inside)
    return (
        _takes_in_block(node)
        or any((part and name.endswith(part)) or not name for name in names)
        or any(_has(trees[name], trees, part, (*inside, name)) for name in deeper)
    )


# Blocks of Material's, the outer one first, what they have to hold, and what is told where they do not.
_NEEDS: list[tuple[tuple[str, ...], Callable[[nodes.Node, _Trees], bool], Text]] = [
    (("container", "content"), _has_page, say("the page as journeybook dresses it is left out here")),
    (("scripts",), _has_scripts, say("the scripts of the handbook are left out here")),
    (("styles",), _text("stylesheets/main."), say("the look of every page is left out here")),
    (("config",), _text("__config"), say("what the search and all scripts of Material need is left out here")),
    (("site_meta",), _text("viewport"), say("what makes pages fit a phone is left out here")),
    (
        ("header",),
        _part("partials/header.html"),
        say("the search, and the way to the menu on a phone, are left out here"),
    ),
    (("site_nav",), _part("partials/nav.html"), say("the menu of the handbook is left out here")),
]


def _takes_in_block(node: nodes.Node) -> bool:
    """Tell whether a node says `super()`, or `self.` and the name of a block."""
    called = (call.node for call in node.find_all(nodes.Call))
    return any(_is_name(at, "super") or (isinstance(at, nodes.Getattr) and _is_name(at.node, "self")) for at in called)


def _is_name(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name
