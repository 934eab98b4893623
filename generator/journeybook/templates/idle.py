"""JB432: what a template says and no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jinja2 import nodes

from journeybook.ground.theme_dir import OURS
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document
from journeybook.templates.broken import place_of
from journeybook.templates.flow import always, constant
from journeybook.templates.library import Library, near

_NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def problems(library: Library, used: frozenset[str]) -> Iterator[Problem]:
    """Report files and blocks that nothing asks for, text outside of blocks, and what stands in HTML comments."""
    for name, document in library.documents.items():
        if name not in used:
            yield from _unasked(library, name, document)
    for name, tree in library.trees.items():
        chain = library.chain(name)
        if chain and len(chain) > 1:
            yield from _blocks(library, chain, tree, library.documents[name])
            yield from _outside(tree, library.documents[name])
        yield from _commented(tree, library.documents[name])


def _unasked(library: Library, name: str, document: Document) -> Iterator[Problem]:
    """Report templates that nothing asks for.

    Of templates of pages, all names are known. Of the theme's, those that are nearly the name of one.
    """
    parts = PurePosixPath(name).parts
    if library.extended or (library.second and len(parts) > 1 + (parts[0] == "partials")):
        return  # Material makes up the names of what is deeper inside
    meant = near(name, library.given)
    if meant or not library.second:
        message = say("no page uses a template of this name")
        hint = (
            say("call it `{name}`", name=meant) if meant else say("give it the name of the one that it is to replace")
        )
        yield document.problem_at("JB432", message, hint, line=1, column=1)


def _blocks(library: Library, chain: list[str], tree: nodes.Template, document: Document) -> Iterator[Problem]:
    trees = [above for name in chain[1:] if (above := library.tree(name))]
    known = {block.name for above in trees for block in above.find_all(nodes.Block)}
    shown = {attribute.attr for t in (tree, *trees) for attribute in t.find_all(nodes.Getattr)}  # self.name()
    for block in _outermost(tree.body):
        if block.name not in known and block.name not in shown:
            meant = nearest(block.name, known)
            message = say("nothing shows a block ‘{name}’", name=block.name)
            hint = say("the blocks are: {known}", known=", ".join(sorted(known)))
            if meant:
                message = say("nothing shows a block ‘{name}’; did you mean ‘{meant}’?", name=block.name, meant=meant)
                hint = say("write `{code}`", code=f"{{% block {meant} %}}")
            line, column = place_of(document, block, "block", block.name)
            yield document.problem_at("JB432", message, hint, line=line, column=column)


def _outermost(body: list[nodes.Node]) -> Iterator[nodes.Block]:
    return (node for node in body if isinstance(node, nodes.Block))


def _outside(tree: nodes.Template, document: Document) -> Iterator[Problem]:
    """Report text beside the blocks of a template that extends another.

    No page shows it, but what is above the tag `extends`: that comes before the first line of every page.
    """
    extended = False
    for node in tree.body:
        extended = extended or isinstance(node, nodes.Extends)
        for data in node.nodes if isinstance(node, nodes.Output) else ():
            text = _NOTE.sub("", data.data).strip() if isinstance(data, nodes.TemplateData) else ""
            if text:
                message = say("this stands outside of every block, so that no page shows it")
                if not extended:
                    message = say(
                        "this stands above `{code}`, and so above the first line of every page", code="{% extends … %}"
                    )
                hint = say(
                    "put it between `{opening}` and `{closing}`, or into another block of what this template extends",
                    opening="{% block announce %}",
                    closing="{% endblock %}",
                )
                yield _at_text(document, text, data.lineno, message, hint)


def _commented(tree: nodes.Template, document: Document) -> Iterator[Problem]:
    """Report the page, or something of ours, between `<!--` and `-->`."""
    extends = any(isinstance(node, nodes.Extends) for node in tree.body)
    for body in tree.find_all(nodes.Block) if extends else (tree,):
        said = ""
        for node in always(body):
            if isinstance(node, nodes.TemplateData):
                said += node.data
            elif (code := _ours(node)) and said.rfind("<!--") > said.rfind("-->"):
                message = say("`{code}` stands in an HTML comment, so that no page shows it", code=code)
                hint = say("take `{opening}` and `{closing}` away", opening="<!--", closing="-->")
                yield _at_text(document, "super" if "super" in code else code, node.lineno, message, hint)


def _ours(node: nodes.Node) -> str:
    """Say how a node is written that takes in the page or something of ours; empty for every other."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super":
        return "{{ super() }}"
    name = constant(node.template) if isinstance(node, nodes.Include) else ""
    return f'{{% include "{name}" %}}' if name.startswith(f"{OURS}/") or name == "partials/content.html" else ""


def _at_text(document: Document, text: str, line: int, message: Text, hint: Text) -> Problem:
    """Make a problem at the first line of a text that stands in the file, at or below a line."""
    needle = text.split("\n")[0].strip()
    for number, shown in enumerate(document.lines[line - 1 :], line):
        if needle in shown:
            at = shown.index(needle)
            column = (shown.rfind("{{", 0, at) if needle == "super" else at) + 1
            return document.problem_at("JB432", message, hint, line=number, column=max(column, 1))
    return document.problem_at("JB432", message, hint, line=line, column=1)
