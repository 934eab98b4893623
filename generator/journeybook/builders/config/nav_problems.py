"""What is wrong with the navigation of mkdocs.yml: entries without a page, and pages without an entry."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from journeybook.builders.config.leniency import Leniency
from journeybook.builders.config.meant_path import meant_path
from journeybook.builders.config.written import config_files
from journeybook.handbook import Handbook
from journeybook.handbook.chapters import INDEXES, nav_paths
from journeybook.handbook.nearly_pages import misnamed, to_rename
from journeybook.markdown.meant import whole as whole_address
from journeybook.markdown.references import KINDS
from journeybook.problems import Problem, say
from journeybook.source import Document


def nav_problems(
    config: MkDocsConfig, files: Files, book: Handbook, generated: frozenset[str], leniency: Leniency
) -> Iterator[Problem]:
    """Find entries whose page is not there, where `nav` stands in a file, and pages that it leaves out."""
    if config.nav is None:
        return
    known = {file.src_uri for file in files if not file.inclusion.is_excluded()} | generated
    for document, node in _entries(config):
        path = posixpath.normpath(node.value.lstrip("/"))
        if _is_ours(node.value) or (not _is_elsewhere(node.value) and node.value not in known):
            yield _missing(document, node, path, known, leniency)
    named = set(nav_paths(config.nav))
    left = book.pages.keys() - generated - misnamed(book.pages) - _posts(book)
    for file in files.documentation_pages():
        if file.src_uri not in named and file.inclusion is InclusionLevel.INCLUDED and file.src_uri in left:
            yield _left_out(book, file.src_uri)


def _missing(document: Document, node: yaml.Node, path: str, known: set[str], leniency: Leniency) -> Problem:
    pages = [page for page in known if page.endswith(".md")]
    meant = next((page for page in _pages_at(path) if page in known), None) or meant_path(path, pages)
    message = say("the navigation names ‘{path}’, which is not there", path=node.value)
    hint = say("write `{path}`", path=meant) if meant else say("make the page, or take the entry out")
    if whole := None if meant else whole_address(node.value):
        hint = say("write `{code}`", code=whole)
    hint = to_rename(path, known) or hint
    mark = node.start_mark
    return document.problem_at(leniency.code("nav"), message, hint, line=mark.line + 1, column=mark.column + 1)


def _posts(book: Handbook) -> set[str]:
    """Give the pages that a blog orders and lists itself."""
    return {path for path in book.pages if any(path.startswith(blog.posts) for blog in book.settings.blogs)}


def _left_out(book: Handbook, path: str) -> Problem:
    message = say("no entry of the navigation leads to this page")
    hint = say("add it to `nav:` in mkdocs.yml, or name it under `not_in_nav:`")
    return book.pages[path].document.problem_at("JB453", message, hint, line=0, column=1)


def _entries(config: MkDocsConfig) -> Iterator[tuple[Document, yaml.ScalarNode]]:
    """Give each entry of the navigation where it stands; none where a plugin or a hook has made it."""
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    for file, text, root in config_files(path):
        items = root.value if isinstance(root, yaml.MappingNode) else []
        nav = next((value for key, value in items if key.value == "nav"), None)
        if nav is not None:
            shown = Path(posixpath.relpath(file.as_posix(), path.parent.as_posix())).as_posix()
            document = Document(shown, text)
            yield from ((document, node) for node in _leaves(nav) if node.value in set(nav_paths(config.nav or [])))
            return


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)


def _is_elsewhere(entry: str) -> bool:
    return ":" in entry or entry.startswith(("//", "#")) or not entry


def _is_ours(entry: str) -> bool:
    """Tell whether an entry is written as a link of a chapter is: the navigation has files."""
    return entry.partition(":")[0] in KINDS


def _pages_at(path: str) -> Iterator[str]:
    """Give the files that may be meant by an address, or by a link as chapters have them."""
    kind, _, id = path.partition(":")
    folder = {"activity": "toolkit/", "journey": "journeys/", "workshop": "toolkit/workshops/"}.get(kind, "")
    stem = posixpath.splitext(f"{folder}{id}" if id else path)[0]
    yield from (path, f"{stem}.md", *(f"{stem}/{name}" for name in INDEXES))
