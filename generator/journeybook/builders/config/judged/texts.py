"""Texts of mkdocs.yml that readers see: their signs of Markdown or HTML, and what YAML takes for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from journeybook.builders.config.judged.draft import Draft
from journeybook.checks.typed_markup import bare, sign_in
from journeybook.problems import say
from journeybook.source import Document
from journeybook.source.quotes import quoted

_NAMES = ("site_name", "site_description", "site_author")
_HTML = ("copyright",)
_SWITCHES = ("yes", "no", "on", "off", "true", "false")
_CUT = re.compile(r"[ \t]+(?P<rest>#[^\s#!].*)")
"""A `#` that stands right before a word: notes have a space between."""
_CURLY = re.compile(r"(?:[“”„‟](?P<text>[^“”„‟]+)[“”]|[‘‚](?!T(?:is|was|il)\b)(?P<inner>[^‘‚’]+)[’‘])")
_IN_BRACKETS = re.compile(r"<((?:https?://|[^\s<>@\"'=:/]+@)[^\s<>\"'@]+\.[^\s<>\"'@]+)>")
_ALSO_HTML = ("tag", "entity")
"""Signs that titles of the navigation and the copyright may have: Material takes them for HTML."""


def judge_texts(draft: Draft) -> None:
    """Tell what the handbook's name, its description and the titles of the navigation have lost, or show as typed."""
    for key in (*_NAMES, *_HTML):
        document = draft.document((key,))
        node = document.at((key,)) if document.has((key,)) else None
        if isinstance(node, yaml.ScalarNode):
            _tell_cut(draft, document, node)
            if key in _NAMES:
                _tell_curly(draft, document, node)
            if key in _NAMES and not draft.has_told(key):
                _tell_signs(draft, document, node)
            elif not draft.has_told(key):
                _tell_signs(draft, document, node, _ALSO_HTML)
                _tell_address(draft, document, node)
    document = draft.document(("nav",))
    if document.has(("nav",)):
        for title in _titles(document.at(("nav",))):
            _tell_signs(draft, document, title, _ALSO_HTML)
            _tell_switch(draft, document, title)
            _tell_curly(draft, document, title)


def _tell_cut(draft: Draft, document: Document, node: yaml.ScalarNode) -> None:
    end = node.end_mark
    line = document.lines[end.line] if end.line < len(document.lines) else ""
    found = None if node.style else _CUT.match(line, end.column)
    if found:
        message = say("‘{rest}’ is a comment, so readers do not see it", rest=found["rest"].strip()[:40])
        hint, column = quoted(f"{node.value}{found[0]}"), found.start("rest") + 1
        draft.problems.append(document.problem_at("JB407", message, hint, line=end.line + 1, column=column))


def _tell_signs(draft: Draft, document: Document, node: yaml.ScalarNode, but: tuple[str, ...] = ()) -> None:
    text = str(node.value)
    while (found := sign_in(text)) and any(found[kind] for kind in but):
        text = text[found.end() :]
    if found is None:
        return
    hint = say("write `{bare}`", bare=bare(found)) if bare(found) else say("take it out; nothing but text stands here")
    mark = node.start_mark
    message = say("‘{signs}’ is shown as it is typed here", signs=found[0])
    draft.problems.append(document.problem_at("JB441", message, hint, line=mark.line + 1, column=mark.column + 1))


def _tell_address(draft: Draft, document: Document, node: yaml.ScalarNode) -> None:
    """Tell an address in pointed brackets, which HTML takes for a tag: readers would not see it."""
    if found := _IN_BRACKETS.search(str(node.value)):
        way = found[1] if "://" in found[1] else f"mailto:{found[1]}"
        message = say("‘{text}’ is taken for a tag of HTML, so readers do not see it", text=found[0])
        hint = say("write `{form}`", form=f'<a href="{way}">{found[1]}</a>')
        mark = node.start_mark
        draft.problems.append(document.problem_at("JB441", message, hint, line=mark.line + 1, column=mark.column + 1))


def _tell_curly(draft: Draft, document: Document, node: yaml.ScalarNode) -> None:
    """Tell curly quotation marks that are meant for YAML, which takes them for letters."""
    if not node.style and (found := _CURLY.fullmatch(node.value)):
        text = found["text"] or found["inner"]
        mark, sign = node.start_mark, "'" if '"' in text else '"'
        message = say("YAML takes the typographic quotation marks around this text for letters, and readers see them")
        hint = say("write `{text}`", text=f"{sign}{text}{sign}")
        draft.problems.append(document.problem_at("JB465", message, hint, line=mark.line + 1, column=mark.column + 1))


def _tell_switch(draft: Draft, document: Document, title: yaml.ScalarNode) -> None:
    """Tell a title such as `Yes`, which YAML takes for a switch: readers would see “True”."""
    if not title.style and title.value.casefold() in _SWITCHES:
        mark = title.start_mark
        message = say("‘{typed}’ is read as something else than a text", typed=title.value)
        hint = say("write `{quoted}`", quoted=f'"{title.value}"')
        draft.problems.append(document.problem_at("JB203", message, hint, line=mark.line + 1, column=mark.column + 1))


def _titles(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Give the titles of a navigation, those of sections among them."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _titles(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key
            yield from _titles(value)
