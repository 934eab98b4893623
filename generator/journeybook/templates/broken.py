"""JB314 and JB431: templates that stop a build, because they cannot be read, have no end, or name what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from journeybook.ground.theme_dir import OURS
from journeybook.problems import Problem, Text, say
from journeybook.source import Document
from journeybook.templates.flow import Taking, takings, verb
from journeybook.templates.library import Library, near
from journeybook.templates.syntax import told
from journeybook.templates.tags import tags


def problems(library: Library, used: frozenset[str]) -> Iterator[Problem]:
    """Report what is wrong: an error where pages use the template and nothing could make it right, else advice."""
    yield from library.problems
    for name, error in library.failed.items():
        document = library.documents[name]
        found = told(_text(document), error, library.env)
        code = _code(library, name in used and (found.sure or not library.extended))
        yield document.problem_at(code, found.message, found.hint, line=found.line, column=found.column)
    for name, tree in library.trees.items():
        yield from _twice_above(library, name, tree, used)
        for node, taken, sure in takings(tree):
            yield from _taken(library, name, node, taken, sure=sure and name in used)


def _code(library: Library, stops: bool) -> str:
    return "JB314" if stops else "JB431"


def _text(document: Document) -> str:
    return "\n".join(document.lines)


def place_of(document: Document, node: nodes.Node, name: str, within: str = "") -> tuple[int, int]:
    """Find the tag of that name, with that in it, at or below its node: its line and column."""
    found = [tag for tag in tags(_text(document)) if tag.name == name and within in tag.rest]
    near = min(found, key=lambda tag: abs(tag.line - node.lineno), default=None)
    return (near.line, near.column) if near else (node.lineno, 1)


def _at(document: Document, node: Taking, name: str, code: str, message: Text, hint: Text | None) -> Problem:
    line, column = place_of(document, node, verb(node), name)
    return document.problem_at(code, message, hint, line=line, column=column)


def _twice_above(library: Library, name: str, tree: nodes.Template, used: frozenset[str]) -> Iterator[Problem]:
    above = [node for node in tree.body if isinstance(node, nodes.Extends)]
    if len(above) > 1:
        document = library.documents[name]
        last = [tag for tag in tags(_text(document)) if tag.name == "extends"][-1]
        message = say("this template extends two others, and can extend only one")
        hint = say("keep one of the two lines")
        code = _code(library, name in used)
        yield document.problem_at(code, message, hint, line=last.line, column=last.column)


def _taken(library: Library, name: str, node: Taking, taken: str, *, sure: bool) -> Iterator[Problem]:
    document = library.documents[name]
    if library.find(taken) is None:
        message, hint = _missing(library, node, taken)
        code = _code(library, sure and not library.extended)
        yield _at(document, node, taken, code, message, hint)
    elif sure and _leads_back(library, taken, name):
        message = say("this template takes itself in, again and again")
        yield _at(document, node, taken, "JB314", message, _instead(library, name, node, taken))


def _missing(library: Library, node: Taking, taken: str) -> tuple[Text, Text | None]:
    known = {*library.given, *library.documents}
    known |= (
        {f"{OURS}/{name}" for name in library.given if (library.behind[0] / name).is_file()}
        if library.second
        else set()
    )
    meant = near(taken, known)
    if not meant:
        return say("there is no template ‘{name}’", name=taken), say("mend the name, or take the tag out")
    message = say("there is no template ‘{name}’; did you mean ‘{meant}’?", name=taken, meant=meant)
    return message, say("write `{code}`", code=_code_of(node, meant))


def _code_of(node: Taking, name: str) -> str:
    return f'"{name}"' if verb(node) in ("import", "from") else f'{{% {verb(node)} "{name}" %}}'


def _leads_back(library: Library, start: str, name: str) -> bool:
    """Tell whether a template is sure to take in the one of that name, itself or through others."""
    waiting, seen = [start], set[str]()
    while waiting:
        at = waiting.pop()
        path = library.find(at)
        if path == library.folder / name:
            return True
        tree = library.tree(at)
        if at not in seen and tree is not None:
            seen.add(at)
            waiting += [taken for _, taken, sure in takings(tree) if sure]
    return False


def _instead(library: Library, name: str, node: Taking, taken: str) -> Text:
    """Say what to write in place of a name that leads back."""
    if library.second and name == "base.html":
        return MOVE
    if library.second and name == "main.html" and isinstance(node, nodes.Extends):
        return say("write `{code}`", code=_code_of(node, "base.html"))
    if library.second and taken == name and (library.behind[0] / name).is_file():
        return say("write `{code}`, which is journeybook’s own", code=_code_of(node, f"{OURS}/{name}"))
    if library.second and taken == name in library.given:
        return say(
            "Material’s own has no other name: write here all that is to stand in its place, "
            "or use a block of `main.html`"
        )
    if taken == name in library.given:
        return say("copy journeybook’s own from its folder `theme/templates` into this file, and change it here")
    return say("take one of the tags out through which it leads back to itself")


MOVE = say(
    "write what you add into blocks of a `main.html`, below `{code}`, and delete this file, which hides Material’s own",
    code='{% extends "base.html" %}',
)
"""The way out for a `base.html`, which can take nothing in from the one that it hides."""
_NAMED = re.compile(r"""["']([^"'\n]+)["']""")


def used_by(library: Library, roots: frozenset[str]) -> frozenset[str]:
    """Find those of the handbook's own templates that pages use: the given names, and whatever these name."""
    waiting = [name for name in library.documents if name in roots or name in library.given]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in _NAMED.findall(library.documents[name].text) if other in library.documents]
    return frozenset(found)
