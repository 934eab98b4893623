"""JB430 and JB431: templates in the handbook's own theme folder that hide what ours do, or that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from journeybook.ground.theme_dir import OURS
from journeybook.handbook import Handbook, Settings
from journeybook.problems import Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.source.document import MARKDOWN_BREAK

# What readers lose where a file of this name takes the place of ours. The logo is not here: that it changes is seen.
HIDES = {
    "404.html": say("this file hides journeybook’s own page for what is not here, with its ways on"),
    "partials/actions.html": say(
        "this file hides journeybook’s own: pages that `journeybook generate` writes have no button to edit them"
    ),
    "partials/content.html": say("this file hides journeybook’s own, and with it the look of every page"),
    "partials/search.html": say(
        "this file hides journeybook’s own: the search has no name for screen readers, and each visit loads its index"
    ),
    "partials/source.html": say(
        "this file hides journeybook’s own: the link to the repository may ask another host for something"
    ),
    "partials/tabs-item.html": say(
        "this file hides journeybook’s own: no tab is marked above a journey, an activity or a workshop"
    ),
}
_TAKES_IN = {"404.html": 'extends "{}"', "partials/tabs-item.html": 'import "{}" as ours with context'}

# MkDocs adds the first extension; hooks of a handbook's own often add the others.
_PARSER = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"])
_Documents = dict[str, Document]
_Trees = dict[str, nodes.Template]


def check(book: Handbook) -> Iterator[Problem]:
    """Files that take the place of ours, what the template of every page leaves out, and what is no template."""
    documents, unread = _read(book.settings)
    yield from unread
    for name, document in documents.items():
        yield from _shadow(name, document)
    trees, unparsed = _parsed(documents)
    yield from unparsed
    for name in _templates_of_every_page(trees):
        yield from _left_out(documents[name], trees[name], trees)


def _read(settings: Settings) -> tuple[_Documents, list[Problem]]:
    """The templates in the handbook's own folder by their paths there, and what could not be read."""
    documents: _Documents = {}
    found: list[Problem] = []
    folder = settings.overrides
    for path in sorted([*folder.glob("*.html"), *folder.glob("partials/**/*.html")]) if folder else ():
        text, problems = read_text(path, settings.file(path))
        found += problems
        if text is not None:
            name = path.relative_to(folder or path).as_posix()
            documents[name] = Document(settings.file(path), text, breaks=MARKDOWN_BREAK)
    return documents, found


def _parsed(documents: _Documents) -> tuple[_Trees, list[Problem]]:
    trees: _Trees = {}
    found: list[Problem] = []
    for name, document in documents.items():
        try:
            trees[name] = _PARSER.parse(document.text)
        except TemplateSyntaxError as error:
            message = say("this template cannot be read: {reason}", reason=(error.message or "").rstrip("."))
            found.append(_at(document, error.lineno, "JB431", message))
    return trees, found


def _shadow(name: str, document: Document) -> Iterator[Problem]:
    """A file in the place of one of ours. One that names ours knows what it does."""
    ours = f"{OURS}/{name}"
    if name in HIDES and ours not in document.text:
        code = "{% " + _TAKES_IN.get(name, 'include "{}"').format(ours) + " %}"
        note = "{# instead of " + ours + " #}"
        hint = say("take ours in with `{code}`; if it is meant to be gone, say so with `{note}`", code=code, note=note)
        yield document.problem_at("JB430", HIDES[name], hint, line=1, column=1)


def _at(document: Document, line: int, code: str, message: Text, hint: Text | None = None) -> Problem:
    """A problem at the first tag of a line."""
    column = document.lines[line - 1].find("{%") + 1 if line <= len(document.lines) else 1
    return document.problem_at(code, message, hint, line=line, column=max(column, 1))


def _templates_of_every_page(trees: _Trees) -> Iterator[str]:
    """The handbook's own main.html, and what it extends."""
    name, seen = "main.html" if "main.html" in trees else "base.html", set[str]()
    while name in trees and name not in seen:
        yield name
        seen.add(name)
        above = trees[name].find(nodes.Extends)
        name = _constant(above.template) if above else ""


def _left_out(document: Document, tree: nodes.Template, trees: _Trees) -> Iterator[Problem]:
    """What such a template does not take in: the page in our box, and our scripts."""
    blocks = {block.name: block for block in tree.find_all(nodes.Block)}
    for names, has, message in _NEEDS:
        lost = next((blocks[name] for name in names if name in blocks and not has(blocks[name], trees)), None)
        if lost:
            hint = say("write `{code}` in this block, where Material’s own is to stand", code="{{ super() }}")
            yield _at(document, lost.lineno, "JB430", message, hint)
        elif not tree.find(nodes.Extends) and not has(tree, trees):
            hint = say("begin with `{code}`, and write blocks", code='{% extends "base.html" %}')
            yield document.problem_at("JB430", message, hint, line=1, column=1)


def _has_page(node: nodes.Node, trees: _Trees, inside: tuple[str, ...] = ()) -> bool:
    """Whether the page's content is taken in, by Material's block or through any file that is included."""
    names = [_constant(include.template) for include in node.find_all(nodes.Include)]
    deeper = (name for name in names if name in trees and name not in inside)
    return (
        _takes_in_block(node)
        or any(name.endswith("partials/content.html") or not name for name in names)
        or any(_has_page(trees[name], trees, (*inside, name)) for name in deeper)
    )


def _has_scripts(node: nodes.Node, _: _Trees) -> bool:
    return _takes_in_block(node) or any(found.attr == "extra_javascript" for found in node.find_all(nodes.Getattr))


# Blocks of Material's, the outer one first, what they have to hold, and what is told where they do not.
_NEEDS: list[tuple[tuple[str, ...], Callable[[nodes.Node, _Trees], bool], Text]] = [
    (("container", "content"), _has_page, say("the page as journeybook dresses it is left out here")),
    (("scripts",), _has_scripts, say("the scripts of the handbook are left out here")),
]


def _takes_in_block(node: nodes.Node) -> bool:
    """Whether it says `super()`, or `self.` and the name of a block."""
    called = (call.node for call in node.find_all(nodes.Call))
    return any(_is_name(at, "super") or (isinstance(at, nodes.Getattr) and _is_name(at.node, "self")) for at in called)


def _is_name(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _constant(node: nodes.Node) -> str:
    """A name that is written out; empty for one that is computed."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""
