"""What a template takes in, and what of it is sure to run."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

Taking = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport
_MAYBE = (nodes.If, nodes.For, nodes.Macro, nodes.CallBlock, nodes.CondExpr, nodes.And, nodes.Or)


def always(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give the nodes that run wherever this node does, in the order in which they run."""
    for child in node.iter_child_nodes():
        yield child
        if not isinstance(child, _MAYBE):
            yield from always(child)


def takings(tree: nodes.Template) -> Iterator[tuple[Taking, str, bool]]:
    """Find the templates that one names, each by its node, its name, and whether it is sure to be taken in.

    Names that are computed are left out, and so are those that may be missing.
    """
    sure = {id(node) for node in always(tree)}
    for node in _all(tree):
        name = constant(node.template)
        if name and not getattr(node, "ignore_missing", False):
            yield node, name, id(node) in sure


def _all(tree: nodes.Template) -> Iterator[Taking]:
    yield from tree.find_all(nodes.Extends)
    yield from tree.find_all(nodes.Include)
    yield from tree.find_all(nodes.Import)
    yield from tree.find_all(nodes.FromImport)


def constant(node: nodes.Node) -> str:
    """Give a name that is written out; empty for one that is computed."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def verb(node: Taking) -> str:
    """Give the tag of such a node."""
    return "from" if isinstance(node, nodes.FromImport) else type(node).__name__.lower()
