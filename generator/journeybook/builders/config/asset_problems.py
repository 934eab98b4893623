"""Files that mkdocs.yml or a page names and that are not there: styles, scripts, the logo, templates."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.builders.config.leniency import Leniency
from journeybook.builders.config.meant_path import meant_file
from journeybook.handbook import Handbook
from journeybook.handbook.config_files import config_files
from journeybook.problems import Problem, say
from journeybook.source import Document

_WAYS = (("extra_css",), ("extra_javascript",), ("extra_javascript", "path"), ("theme", "logo"), ("theme", "favicon"))
"""The keys on the way to such names; lists on the way do not count."""
_OF_THE_THEME = "assets/"


def template_problems(config: MkDocsConfig, book: Handbook) -> Iterator[Problem]:
    """Find pages whose front matter asks for a template that is not there, which stops a build."""
    for page in book.pages.values():
        name = page.document.data.get("template")
        if isinstance(name, str) and not any(Path(folder, name).is_file() for folder in config.theme.dirs):
            message = say("there is no template ‘{name}’", name=name)
            hint = say("take `template:` out, or put the file into the folder that `custom_dir` in mkdocs.yml names")
            yield page.document.problem("JB322", message, hint, path=("template",))


def asset_problems(config: MkDocsConfig, files: Files, leniency: Leniency) -> Iterator[Problem]:
    """Find names of files that no folder of the site has; what has an address of the web is left alone."""
    path = Path(config.config_file_path or "mkdocs.yml").resolve()
    known = [file.src_uri for file in files if not file.inclusion.is_excluded()]
    for file, text, root in config_files(path):
        document = Document(Path(os.path.relpath(file, path.parent)).as_posix(), text)
        for node in (node for way in _WAYS for node in _named(root, way)):
            if meant := _from_the_top(config, node.value, known):
                yield _at_the_top(document, node, meant, leniency)
            elif not _is_there(config, node.value, known):
                yield _problem(document, node, known, leniency)


def _named(node: yaml.Node | None, way: tuple[str, ...]) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item, way)
    elif isinstance(node, yaml.MappingNode) and way:
        for key, value in node.value:
            if key.value == way[0]:
                yield from _named(value, way[1:])
    elif isinstance(node, yaml.ScalarNode) and not way and node.tag == "tag:yaml.org,2002:str":
        yield node


def _from_the_top(config: MkDocsConfig, name: str, known: list[str]) -> str | None:
    """Give the file of the site that is meant by `/logo.png`; None for other names, and where a server may have it."""
    if not name.startswith("/") or name.startswith("//"):
        return None
    bare = name.lstrip("/")
    if _is_there(config, bare, known):
        return bare
    meant = meant_file(bare, known)
    return meant if meant and os.path.basename(meant) == os.path.basename(bare) else None  # noqa: PTH119


def _at_the_top(document: Document, node: yaml.ScalarNode, meant: str, leniency: Leniency) -> Problem:
    message = say("‘{address}’ begins with /, so it is seen from the top of the server", address=node.value)
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    hint = say("write `{path}`", path=meant)
    return document.problem_at(leniency.code("absolute_links"), message, hint, line=line, column=column)


def _is_there(config: MkDocsConfig, name: str, known: list[str]) -> bool:
    if ":" in name or name.startswith(("/", _OF_THE_THEME)):
        return True
    path = os.path.normpath(name).replace(os.sep, "/")
    return path in known or any(Path(folder, path).is_file() for folder in config.theme.dirs)


def _problem(document: Document, node: yaml.ScalarNode, known: list[str], leniency: Leniency) -> Problem:
    meant = meant_file(node.value, known)
    message = say("there is no ‘{path}’", path=node.value)
    hint = say("put the file into the folder of the chapters, or take the entry out")
    if meant:
        hint = say("write `{path}`", path=meant)
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    return document.problem_at(leniency.code("not_found"), message, hint, line=line, column=column)
