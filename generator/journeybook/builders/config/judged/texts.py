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
_STANDS_IN = re.compile(
    r"\{{1,2}[ ]*(?:current_?)?(?:year|yyyy|date|today|now|version|site_name)\b[^{}]*\}{1,2}"
    r"|\$\{?(?:year|date)\b\}?|%Y\b|\[(?:year|yyyy)\]",
    re.I,
)
"""What another program would put a value in place of."""
_BLANK_IN_ADDRESS = re.compile(r"https?://\S+\s+\S.*", re.I)
_GAP = re.compile(r"(?<=[/:])\s+|\s+(?=[/?#])")
"""White space of which no address has any, not even as `%20`."""
_HASH_ALONE = re.compile(r"[ \t]+#[ \t]*(?:\r?\n|$)")
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
            _tell_stand_in(draft, document, node)
            if key in _NAMES and not draft.has_told(key):
                _tell_signs(draft, document, node)
            elif not draft.has_told(key):
                _tell_signs(draft, document, node, _ALSO_HTML)
                _tell_address(draft, document, node)
    document = draft.document(("nav",))
    if document.has(("nav",)):
        for title, _ in nav_titles(document.at(("nav",))):
            _tell_signs(draft, document, title, _ALSO_HTML)
            _tell_switch(draft, document, title)
            _tell_curly(draft, document, title)
        _tell_blanks(draft, document)
    document = draft.document(("markdown_extensions",))
    if document.has(("markdown_extensions",)):
        _tell_hash(draft, document)


def _tell_stand_in(draft: Draft, document: Document, node: yaml.ScalarNode) -> None:
    """Tell `{year}` and the like, where no hook and no plugin that puts values in can mean it."""
    are_others = draft.data.get("hooks") or "macros" in repr(draft.data.get("plugins"))
    found = None if are_others else _STANDS_IN.search(str(node.value))
    if found:
        message = say("‘{signs}’ is shown as it is typed here", signs=found[0])
        hint = say("write what it stands for, such as the year itself: nothing is put in its place")
        mark = node.start_mark
        draft.problems.append(document.problem_at("JB441", message, hint, line=mark.line + 1, column=mark.column + 1))


def _tell_blanks(draft: Draft, document: Document) -> None:
    """Tell addresses of the navigation that have white space in them."""
    root = document.at(("nav",))
    for node in _values(root):
        if _BLANK_IN_ADDRESS.fullmatch(str(node.value)):
            right, mark = re.sub(r"\s+", "%20", _GAP.sub("", node.value)), node.start_mark
            message = say("a blank stands in the address ‘{address}’", address=node.value)
            hint = say("write `{code}` in its place", code=right)
            draft.problems.append(
                document.problem_at("JB498", message, hint, line=mark.line + 1, column=mark.column + 1)
            )


def _tell_hash(draft: Draft, document: Document) -> None:
    """Tell a `#` alone where an extension has a sign to show: to YAML it begins a comment, and nothing stands there."""
    for node in document.nodes():
        line = document.lines[node.end_mark.line] if node.end_mark.line < len(document.lines) else ""
        is_empty = isinstance(node, yaml.ScalarNode) and not node.style and not node.value
        is_text = bool(
            re.search(r"(?<!\w)(?:permalink|anchorlink_text|separator|\w+_text):$", line[: node.end_mark.column])
        )
        if is_empty and is_text and _HASH_ALONE.fullmatch(line[node.end_mark.column :]):
            column = node.end_mark.column + 1 + line[node.end_mark.column :].index("#")
            message = say("‘{rest}’ is a comment, so readers do not see it", rest="#")
            hint = say("write `{quoted}`", quoted='"#"')
            draft.problems.append(
                document.problem_at("JB407", message, hint, line=node.end_mark.line + 1, column=column)
            )


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


def _values(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Give what the entries of a navigation lead to."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _values(value)


def nav_titles(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Give the titles of a navigation, those of sections among them, each with what it stands above."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from nav_titles(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value
            yield from nav_titles(value)
