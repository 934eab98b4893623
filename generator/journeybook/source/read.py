"""Read a file's bytes into a `Document`, or into problems that say what to type instead."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from journeybook.problems import Problem, Text, say
from journeybook.source.document import LINE_BREAK, Document, compose, is_empty
from journeybook.source.guess_lines import no_space, slip
from journeybook.source.guess_texts import begins
from journeybook.source.limits import MAX_BYTES, MAX_NODES, too_deep_at
from journeybook.source.messages import explain
from journeybook.source.second_items import second_items
from journeybook.source.spaces import at_odd_space, odd_at, odd_in_item, odd_space

_NOT_MEANT = ("JB104", "JB109")  # the data is not what the author meant: what a model says of it only follows
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map", "int", "float", "bool", "timestamp")}
_NO_PLAIN_TEXT = re.compile(r"\s*(?:\{\\rtf|<!doctype\b|<html\b|<\?xml\b)", re.I)
MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?: .*)?\r?$", re.M)
"""A line that git writes around what two people have changed at once."""
BOTH_SIDES = (
    say("this is a mark of git: what two people have changed stands here twice"),
    say("keep what is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"),
)
_SEPARATOR = re.compile("[\u2028\u2029]")
_DOCUMENTS = (b"{\\rtf", b"PK\3\4", b"\xd0\xcf\x11\xe0", b"%PDF-")
"""How documents of word processors begin, whatever the name of the file says: RTF, docx and odt, doc, PDF."""
_BANG = re.compile(r"(?:^|[\s\[,{-])![ \t]", re.M)
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that say in which direction letters run: around a key, they make another key of it."""
_FIELD = re.compile("[a-z_]+")
"""What keys are but the names of variations, which are texts in any script."""
_WIDE_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Read the text of a UTF-8 file, with or without a byte order mark; None and the problems where that fails."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):  # a pipe would wait for its other end
            return None, [Problem(file, 0, 0, "JB101", say("this is a pipe or a device, not a file"))]
        with path.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except OSError as error:
        message = say("this file cannot be opened: {reason}", reason=error.strerror or str(error))
        return None, [Problem(file, 0, 0, "JB101", message)]
    if len(raw) > MAX_BYTES:
        size = max(found.st_size, len(raw))
        message = say("this file is {size} bytes long; {most} is the most", size=size, most=MAX_BYTES)
        return None, [Problem(file, 0, 0, "JB106", message, say("split it into several files"))]
    if raw.startswith(_DOCUMENTS):
        return None, [_no_text(file)]
    if raw.startswith(_WIDE_BOMS) or raw[:1] == b"\0" or raw[1:2] == b"\0":  # UTF-16 and 32, marked or not
        return None, [_not_utf8(file, 1, 1, "")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        unmarked = bytes(error.object)  # without the byte order mark
        before = LINE_BREAK.split(unmarked[: error.start].decode("utf-8"))
        line = LINE_BREAK.split(unmarked.decode("utf-8", "replace"))[len(before) - 1]
        return None, [_not_utf8(file, len(before), len(before[-1]) + 1, line)]


def _no_text(file: str) -> Problem:
    message = say("this is a document of a word processor, whatever its name says, and no plain text")
    hint = say("open it there, and save it as plain text, with the ending that it has now")
    return Problem(file, 1, 1, "JB102", message, hint)


def _not_utf8(file: str, line: int, column: int, source: str) -> Problem:
    message = say("this file is not UTF-8 text")
    return Problem(file, line, column, "JB102", message, say("save it in your editor as UTF-8"), (), source)


def read_document(path: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read a YAML file into a document, None where it cannot be read; problems have code JB1xx."""
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    return parse(text, file)


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Parse a YAML text into a document, None where it cannot be read; problems have code JB1xx."""
    bare = Document(file, text)
    node, problems = composed(bare)
    return (None, problems) if problems else _document(bare, node)


def parse_list(text: str, file: str, key: str) -> tuple[Document | None, list[Problem]]:
    """Parse a YAML text that is one list, as a document that has it below a key; None where it cannot be read.

    The document of a text without a list has other data: whoever asks for the list tells what is wrong.
    """
    bare = Document(file, text)
    node, problems = composed(bare)
    if problems:
        return None, problems
    if node is None or is_empty(node):
        return Document(file, text), []
    if isinstance(node, yaml.MappingNode):
        return _read(bare, node, partial(compose, text))
    if not isinstance(node, yaml.SequenceNode):
        hint, line = say("begin each item with a dash and its first key, as in `- term: …`"), node.start_mark.line + 1
        return None, [bare.problem_at("JB110", say("this file is no list"), hint, line=line, column=1)]
    return _read(bare, _below(key, node), lambda: _below(key, compose(text)))


def _below(key: str, node: yaml.Node | None) -> yaml.MappingNode:
    """Give a mapping that has a node below one key, at the node's own place."""
    assert node is not None
    named = yaml.ScalarNode("tag:yaml.org,2002:str", key, node.start_mark, node.start_mark)
    return yaml.MappingNode("tag:yaml.org,2002:map", [(named, node)], node.start_mark, node.end_mark)


def composed(bare: Document) -> tuple[yaml.Node | None, list[Problem]]:
    """Compose the nodes of a document's text, or give the problem that hinders it."""
    text = bare.text
    if found := _UNPRINTABLE.search(text):
        code = f"U+{ord(found[0]):04X}"
        message = say("there is an invisible control character here ({code})", code=code)
        return None, [_at(bare, "JB103", found.start(), message, say("delete it and type the word again"))]
    if mark := MERGE_MARK.search(text):
        return None, [_at(bare, "JB104", mark.start(), *BOTH_SIDES)]
    if _NO_PLAIN_TEXT.match(text):
        message = say("this is a document of a word processor or of the web, and not plain text")
        return None, [_at(bare, "JB104", 0, message, say("save it as plain text, with a name that ends in .yaml"))]
    if (offset := too_deep_at(text)) is not None:
        message = say("this is nested too deep")
        hint = say("write fewer levels; brackets that belong to a text need quotes around the text")
        return None, [_at(bare, "JB107", offset, message, hint)]
    try:
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        return None, [_separator_near(bare, error) or _odd_near(bare, error) or explain(bare, error)]
    if not isinstance(node, yaml.MappingNode) and (odd := odd_space(bare)):
        return None, [odd]
    return node, []


def _separator_near(document: Document, error: yaml.MarkedYAMLError) -> Problem | None:
    """Tell a separator of lines that no editor shows, from the line where the parser began something to its stop."""
    places = [mark.index for mark in (error.problem_mark, error.context_mark) if mark]
    begin = document.text.rfind("\n", 0, min(places)) + 1 if places else 0
    found = _SEPARATOR.search(document.text, begin, max(places) + 1) if places else None
    return separator(document, "JB104", found.start()) if found else None


def separator(document: Document, code: str, offset: int) -> Problem:
    """Say that there is a separator of lines at a place in the text."""
    message = say("there is a line separator (U+2028) here, which nobody sees")
    return _at(document, code, offset, message, say("delete it, and press the space bar"))


def _odd_near(document: Document, error: yaml.MarkedYAMLError) -> Problem | None:
    """Tell an odd space between where the parser began something and where it stopped, or on the line above."""
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    return odd_space(document, min(marks) - 1, max(marks)) if marks else None


def _at(document: Document, code: str, offset: int, message: Text, hint: Text) -> Problem:
    before = LINE_BREAK.split(document.text[:offset])
    return document.problem_at(code, message, hint, line=len(before), column=len(before[-1]) + 1)


def _document(bare: Document, node: yaml.Node | None) -> tuple[Document | None, list[Problem]]:
    if node is None or is_empty(node):
        message = say("there is nothing but comments in this file") if bare.text.strip() else say("this file is empty")
        return None, [bare.problem_at("JB110", message, say("begin it with `title: …`"), line=1, column=1)]
    if not isinstance(node, yaml.MappingNode):
        if told := slip(bare, node.start_mark.line):
            line, column = told.line + 1, told.column + 1
            return None, [bare.problem_at("JB104", told.message, told.hint, line=line, column=column)]
        placed = Document(bare.file, bare.text, compose=lambda: node)
        if isinstance(node, yaml.ScalarNode) and (told := no_space(bare, node.start_mark.line)):
            line, column = told.line + 1, told.column + 1
            return None, [bare.problem_at("JB110", told.message, told.hint, line=line, column=column)]
        hint = say("begin it with `title: …`, each key at the start of its line")
        return None, [placed.problem("JB110", say("this file has no keys"), hint)]
    return _read(bare, node, partial(compose, bare.text))


def _read(
    bare: Document, node: yaml.MappingNode, compose: Callable[[], yaml.Node | None]
) -> tuple[Document | None, list[Problem]]:
    reader = _Reader(bare)
    data = reader.value(node)
    reader.tell_lost_anchors()
    if reader.fatal or reader.lost or any(problem.code in _NOT_MEANT for problem in reader.problems):
        return None, reader.problems
    return Document(bare.file, bare.text, data, compose, gaps=reader.gaps), reader.problems


class _Reader:
    """Turns nodes into plain data, and refuses what YAML has and handbooks do not need, each with its place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.fatal = False
        self.gaps = False
        self.lost = False
        """Whether an item is not read, so that what is said of all others may only follow."""
        self._items: dict[int, int] = {}
        self._marked = "&" in document.text or bool(_BANG.search(document.text))
        self._open: set[int] = set()
        self._anchored: dict[int, tuple[yaml.Node, int]] = {}
        self._count = 0

    def value(self, node: yaml.Node) -> Any:
        if self.fatal:
            return None
        if type(node) is yaml.ScalarNode and node.tag in _TAGS and not self._marked and self._count < MAX_NODES:
            self._count += 1
            return None if is_empty(node) else node.value
        self._count += 1
        if id(node) in self._open or self._count > MAX_NODES:
            self._refuse_aliases(node)
            return None
        if node.tag not in _TAGS:
            self._tell_begin(node)
        if self._begins(node) == "!" and isinstance(node, yaml.ScalarNode) and node.tag in _TAGS and not node.style:
            self._tell_begin(node)  # `title: ! Tea` would be shown without its sign
        if self._begins(node) == "&":
            self._anchored[id(node)] = node, self._anchored.get(id(node), (node, 0))[1] + 1
        self._open.add(id(node))
        try:
            return self._by_kind(node)
        finally:
            self._open.discard(id(node))

    def _by_kind(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.SequenceNode):
            self._tell_hidden_keys(node)
            if not node.flow_style:
                self._items |= {id(item): node.start_mark.column for item in node.value}
            return [self.value(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        return None if is_empty(node) else node.value

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        first: dict[str, yaml.Node] = {}
        data: dict[str, Any] = {}
        seconds = second_items(self.document.text, node, self._items.get(id(node)))
        if seconds:
            self.problems += [
                self.document.problem_at("JB105", *one.told, line=one.line, column=one.column) for one in seconds
            ]
            self.lost = True
        for key, item in node.value[: seconds[0].place] if seconds else node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._tell_bracket(key, node)
            elif key.value == "<<" and not key.style:
                message = say("‘<<’ does not bring the keys of another place here")
                self._tell(key, "JB109", message, say("write the keys out"))
            elif re.fullmatch(r"-\d", key.value) and not key.style:
                hint = say(
                    "for a feeling, write `{{score: {number}, label: …}}`; a text needs quotes", number=key.value
                )
                self._tell(key, "JB104", say("a number stands in the place of a key"), hint)
            elif key.value.startswith("-") and not key.style:
                hint = say("write `- {rest}: …`", rest=key.value[1:])
                self._tell(key, "JB104", say("a space is missing after the dash"), hint)
            elif not key.style and (odd := odd_at(key.value)) is not None:
                mark = key.start_mark
                self.problems.append(at_odd_space(self.document, mark.line + 1, mark.column + odd + 1))
            elif (unseen := _UNSEEN.search(key.value)) and _FIELD.fullmatch(_UNSEEN.sub("", key.value)):
                message = say("there is a sign here (U+{code}), which nobody sees", code=f"{ord(unseen[0]):04X}")
                self._tell(key, "JB104", message, say("delete it"))
            elif key.value in first:
                line = first[key.value].start_mark.line + 1
                message = say("‘{key}’ stands twice here; the first is on line {line}", key=key.value, line=line)
                self._tell(key, "JB105", message, say("keep one of them; for several values write a list"))
            else:
                first[key.value] = key
                value = self.value(item)
                if value is None:  # nothing after the colon means left out
                    self.gaps = True
                else:
                    data[key.value] = value
        return data

    def _tell_hidden_keys(self, node: yaml.SequenceNode) -> None:
        """Report items such as `title: A` with an odd space after the colon: they are read as texts."""
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and not item.style and (odd := odd_in_item(item.value)) is not None:
                mark = item.start_mark
                self.problems.append(at_odd_space(self.document, mark.line + 1, mark.column + odd + 1))

    def _refuse_aliases(self, node: yaml.Node) -> None:
        self.fatal = True
        message = say("aliases (*name) make this file too large")
        if id(node) in self._open:
            message = say("an alias (*name) stands inside of what it repeats")
        self._tell(node, "JB108", message, say("write the values out instead"))

    def tell_lost_anchors(self) -> None:
        """Report every text that begins with &: it loses its first word, and the parser says nothing of it."""
        for node, times in self._anchored.values():
            if times == 1 and isinstance(node, yaml.ScalarNode) and not self.fatal:
                self._tell_begin(node)

    def _begins(self, node: yaml.Node) -> str:
        return self.document.text[node.start_mark.index : node.start_mark.index + 1]

    def _tell_bracket(self, key: yaml.Node, mapping: yaml.MappingNode) -> None:
        """Report brackets in place of a key: a text that lacks quotes (`title: {{ name }}`), or `[purpose]: Why`."""
        if mapping.flow_style:
            self._tell_begin(mapping)
        else:
            self._tell(key, "JB109", say("a key is one word"), say("take the brackets out, or quote the text"))

    def _tell_begin(self, node: yaml.Node) -> None:
        told = begins(self.document, node.start_mark.line, node.start_mark.column)
        self._tell(node, "JB109", told.message, told.hint)

    def _tell(self, node: yaml.Node, code: str, message: Text, hint: Text) -> None:
        mark = node.start_mark
        self.problems.append(self.document.problem_at(code, message, hint, line=mark.line + 1, column=mark.column + 1))
