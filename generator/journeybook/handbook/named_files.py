"""Which files among the chapters something leads to or names: pages, YAML, settings, and files that name others."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml
from pydantic import BaseModel

from journeybook.handbook.addressed import KindOfText, addresses, form_of, is_address_key, is_text_key, links
from journeybook.handbook.text_files import text_of

_IS_NAME = re.compile(r"/|\.\w")
"""What has a slash or an ending; any other word is one of prose or of a program, and names no file."""
_BEFORE = re.compile(r"[\w./@~%+-]*$")
_FAR = 400
"""So many characters before a name tell in which folder that is."""
_MOST_BYTES = 20_000_000
"""A text that is longer is data, which names nothing; bundles of games and slides have some millions."""
_END = r"(?=[\"'`$\s)(*{}<>,;:!?|\]_~”’»]|\.(?![\w./])|$)"
_JOINED = r"(?=[\"'`]\s*\+|\$?\{|%\d*[ds](?![0-9a-f])|\$\w+\$)"
"""What follows in programs where the rest of a name is made up."""
_ENDS_OF_NAMES, _END_OF_NAME = re.compile(r"(?<!\w)(?=(\w+\.\w+)(?!\w))"), re.compile(r"(?<!\w)\w+\.\w+$")
_ENDS_OF_FOLDERS, _END_OF_FOLDER = re.compile(r"(?<![\w-])([\w-]+)(?=[/\"'`])"), re.compile(r"[\w-]+$")
"""The last words of what may be names; to look for each name in all texts takes long."""
_ENDS = (".js", ".mjs", ".cjs", ".json", ".py", ".webmanifest")


class TextKind(Enum):
    """What a text is: in a page a folder is that of its pages; a script is seen from the pages that have it."""

    PAGE = "page"
    SCRIPT = "script"
    OTHER = "other"


class NamingText:
    """A text that may name files, whose addresses start from some folders among the chapters, the likeliest first."""

    def __init__(
        self,
        text: str,
        folders: Iterable[str],
        kind: TextKind = TextKind.OTHER,
        form: KindOfText = KindOfText.DATA,
        fields: Collection[str] = (),
    ) -> None:
        """Keep what it takes; `fields` are those of its values that are addresses."""
        self.text = text
        self.folders = tuple(dict.fromkeys(folders))
        self.kind = kind
        self.form = form
        self.fields = fields

    @cached_property
    def plain(self) -> str:
        """The text in small letters and one line, in all its writings, to look for names in."""
        return plain(self.text)


def plain(text: str) -> str:
    """Give a text, and below it the same text without escapes, so that a name is found in every writing of it."""
    as_typed = unicodedata.normalize("NFC", text).casefold()
    read = unquote(html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)))
    return f"{in_one_line(as_typed)}\n{in_one_line(unicodedata.normalize('NFC', read).casefold())}\n"


def plain_as_shown(text: str) -> str:
    """Give a text as `plain` does, and below it without tags and signs of emphasis, which may stand within a name."""
    return plain(text) + plain(re.sub(r"</?[A-Za-z][^<>\n]{0,200}>|[*`~^=+]+|__+", "", text))


def in_one_line(text: str) -> str:
    """Write any blanks as one: the words of a name may stand in two lines, of a quotation too."""
    return re.sub(r"\s*\n[\s>]*|\s+", " ", text)


def of_page(path: str, text: str) -> NamingText:
    """Give the text of a page: an address is seen from its folder, and in HTML from the one that it becomes."""
    return NamingText(text, (posixpath.dirname(path), path.removesuffix(".md")), TextKind.PAGE, KindOfText.PAGE)


def of_model(model: BaseModel, folders: Iterable[str]) -> NamingText:
    """Give the texts of an entry, as an edition has it."""
    told, fields = "\n".join(texts_in(model)), tuple(_fields(model.model_dump()))
    return NamingText(told, ("", *folders), TextKind.PAGE, KindOfText.PAGE, fields)


def texts_in(model: BaseModel) -> Iterator[str]:
    """Give all texts of a model, keys of mappings too."""
    return _strings(model.model_dump())


def of_file(path: str, content: bytes) -> NamingText | None:
    """Give the text of a file, by its path among the chapters; None where it is none."""
    text = text_of(content) if len(content) <= _MOST_BYTES else None
    if text is None:
        return None
    if "\N{REPLACEMENT CHARACTER}" in text:  # as offices write web pages
        text += f"\n{content.decode('cp1252', 'replace')}"
    kind = TextKind.SCRIPT if path.casefold().endswith(_ENDS) else TextKind.OTHER
    return NamingText(text, (posixpath.dirname(path),), kind, form_of(path))


def of_settings(files: Iterable[yaml.Node | None], without: Collection[str] = ()) -> NamingText:
    """Give the values of mkdocs.yml, and of what it inherits, which stand there for what a site shows.

    `without` are values that are for others.
    """
    nodes = [*files]
    values = [one for node in nodes for one, _ in _scalars(node) if one not in without]
    fields = [one for node in nodes for one, keys in _scalars(node) if one not in without and _leads(keys)]
    return NamingText("\n".join(values), ("",), TextKind.PAGE, KindOfText.PAGE, fields)


def _leads(keys: tuple[str, ...]) -> bool:
    """Tell whether a value of mkdocs.yml may be an address, by the keys above it.

    No text is one, nor what only a template of the author's reads, but for what is called so.
    """
    is_read = "copyright" in keys or any(map(is_text_key, keys[2:] or keys[-1:]))
    return not is_read and (keys[:1] != ("extra",) or any(map(is_address_key, keys)))


_NO_FILES = {
    *("docs_dir", "site_dir", "INHERIT", "watch", "not_in_nav", "exclude_docs", "draft_docs", "custom_dir"),
    *("repo_url", "edit_uri", "site_url", "site_name", "site_description"),
}
"""Keys that say where something lies, or what is left out."""


def _scalars(node: yaml.Node | None, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give values with the keys that they are below."""
    if isinstance(node, yaml.ScalarNode) and not _NO_FILES.intersection(keys):
        yield str(node.value), keys
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, keys)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            called = name.value if isinstance(name, yaml.ScalarNode) else ""
            if called != "journeybook":
                yield from _scalars(value, (*keys, called))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(key)
            yield from _strings(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _strings(one)


def _fields(value: Any, key: str = "") -> Iterator[str]:
    """Give the values of an entry that are addresses."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _fields(one, str(name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _fields(one, key)
    elif isinstance(value, str) and key in ("url", "file"):
        yield value


class NamedFiles:
    """The files of a folder, by their paths, as texts lead to them.

    `home` is the site's own address, `content` how the folder is called from the handbook's root; `pages` are the
    paths of all its pages, which no file is.
    """

    def __init__(self, files: Collection[str], *, content: str, home: str = "", pages: Iterable[str] = ()) -> None:
        self._files = {unicodedata.normalize("NFC", path): path for path in files}
        self._names = {posixpath.basename(path) for path in self._files}
        self._names |= {PurePosixPath(path).parent.name for path in self._files if path.endswith("/index.html")}
        self._with_pages = {posixpath.dirname(path).casefold() for path in pages}
        folders = {one.as_posix() for path in self._files for one in PurePosixPath(path).parents}
        self._places = {path.casefold() for path in (*self._files, *folders)} - {"."}
        self._home, self._content = urlsplit(home), f"{content}/"

    def led_to(self, text: NamingText) -> Iterator[str]:
        """Give the files to which the addresses in a text lead, each from the first of its folders that has one.

        What it only mentions, in a sentence, an item or a comment, it does not lead to.
        """
        for address in {*addresses(text.text, text.form), *text.fields}:
            for form in {address, address.rpartition("=")[2]}:
                if _IS_NAME.search(form):
                    yield from self._led_to(form, text.folders)
        for address in {*links(text.text, text.form)}:
            yield from self._led_to(address, text.folders)

    def at(self, address: str, folder: str) -> str | None:
        """Give the file at an address, seen from a folder; the first page of one where it leads to a folder."""
        path = posixpath.normpath(posixpath.join(folder, unicodedata.normalize("NFC", address)))
        is_file = path in self._files and not address.endswith("/")
        return self._files.get(path if is_file else f"{path}/index.html")

    def _led_to(self, token: str, folders: tuple[str, ...]) -> Iterator[str]:
        address = unquote(html.unescape(token).partition("#")[0].partition("?")[0]).strip()
        if posixpath.basename(unicodedata.normalize("NFC", address).rstrip("/")) not in self._names:
            return
        if "://" in address or address.startswith(("/", self._content)):
            within = self._within(address)
            found = None if within is None else self.at(within, "")
            yield from (one for one in (found,) if one)
            return
        near = {self.at(address, folder) for folder in folders} - {None}
        yield from (one for one in near or {self.at(address, "")} if one)

    def _within(self, address: str) -> str | None:
        """Give the path of an address of the site's own from its root; None elsewhere."""
        root = self._home.path.strip("/")
        if "://" in address:
            host, _, path = address.partition("://")[2].partition("/")
            if not self._home.netloc or host.removeprefix("www.") != self._home.netloc.removeprefix("www."):
                return None
        else:
            path = address.lstrip("/").removeprefix(self._content) if not address.startswith("//") else ""
        return path.lstrip("/").removeprefix(f"{root}/" if root else "")

    def named_in(self, texts: Iterable[NamingText], among: Iterable[str]) -> Iterator[str]:
        """Give those of some files that a text names otherwise: by their names, or a folder with its slash."""
        asked, among = [*texts], [*among]
        whole = "\n".join(text.plain for text in asked) if among else ""
        ends, ends_of_folders = set(_ENDS_OF_NAMES.findall(whole)), set(_ENDS_OF_FOLDERS.findall(whole))

        @cache
        def beginnings(folder: str) -> set[tuple[bool, str]]:
            """Give what names of files in a folder begin with, and whether a page says so; nothing means all."""
            *above, name = folder.split("/")
            end = _END_OF_FOLDER.search(name)
            naming = [text for text in asked if name in text.plain] if not end or end[0] in ends_of_folders else []
            return {(text.kind is TextKind.PAGE, one) for text in naming for one in self._named_of(text, above, name)}

        for path in among:
            place = in_one_line(unicodedata.normalize("NFC", path)).casefold()
            *folders, name = place.split("/")
            end = _END_OF_NAME.search(name)
            may_be = "." in name.strip(".") and (end[0] in ends if end else name in whole)
            if (may_be and any(self._is_named(text, place) for text in asked)) or any(
                place.removeprefix(f"{folder}/").startswith(begin) and not (of_page and self._has_pages(folder, place))
                for folder in ("/".join(folders[:depth]) for depth in range(1, len(folders) + 1))
                for of_page, begin in beginnings(folder)
            ):
                yield path

    def _is_named(self, text: NamingText, place: str) -> bool:
        *folders, name = place.split("/")
        found = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text.plain) if name in text.plain else ()
        return any(self._leads(text, one, folders, name, place) for one in found)

    def _named_of(self, text: NamingText, above: list[str], name: str) -> Iterator[str]:
        """Give how the files begin that a text names by their folder: not at all, or in a script with some letters."""
        begins = "" if text.kind is TextKind.PAGE else rf"|[\w.-]*{_JOINED}"
        slash = "/" if text.kind is TextKind.PAGE else r"(?:/|[\"'`]\s*\+\s*[\"'`]/)"
        ends = rf"{slash}(?P<begin>{_END}{begins})|(?<=/{re.escape(name)})(?=[\"'`])"
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?:{ends})", text.plain):
            if self._leads(text, found, above, name, "/".join([*above, name])):
                yield found["begin"] or ""

    def _has_pages(self, folder: str, place: str) -> bool:
        """Tell whether there are pages in a folder, or in one between it and a file."""
        inside = (one.as_posix() for one in PurePosixPath(place).parents)
        return any(one in self._with_pages for one in inside if one == folder or one.startswith(f"{folder}/"))

    def _leads(self, text: NamingText, found: re.Match[str], folders: list[str], name: str, place: str) -> bool:
        """Tell whether what stands before a name fits to its folders, and leads to nothing else of that name."""
        before = text.plain[max(0, found.start() - _FAR) : found.start()]
        for first in range(len(folders) + 1):
            inside = "".join(f"{folder}/" for folder in folders[first:])
            if not before.endswith(inside):
                continue
            rest = before[: len(before) - len(inside)]
            match = _BEFORE.search(rest)
            run = (match[0] if match else "").removeprefix(self._content.casefold())
            is_whole = first == 0 and run.startswith("/") and not run.startswith("//")
            if is_whole or all(part in ("", ".", "..") for part in run.split("/")):
                return not run.startswith("//") and not self._leads_elsewhere(text, f"{run}{inside}{name}", place)
        return False

    def _leads_elsewhere(self, text: NamingText, address: str, place: str) -> bool:
        if text.kind is TextKind.SCRIPT:
            return False
        near = {posixpath.normpath(posixpath.join(folder.casefold(), address)) for folder in text.folders}
        there = (near & self._places) or {posixpath.normpath(address)} & self._places
        return bool(there) and place not in there


def follow(
    names: NamedFiles,
    texts: Iterable[NamingText],
    read: Callable[[str], NamingText | None],
    may_go: Callable[[str], bool],
    *,
    loosely: Collection[str] = (),
    begun: Iterable[str] = (),
) -> set[str]:
    """Give the files to which texts lead, and those to which these lead in turn.

    `read` gives the text of a file, `may_go` tells whether one may go at all; `loosely` are those for which their name
    is enough, or that of their folder. `begun` are files that go anyhow.
    """
    found, left, first = set(begun), set(loosely), [*texts]
    waiting = [*first, *(text for path in found if (text := read(path)))]
    while waiting:
        led = {path for text in waiting for path in names.led_to(text)}
        led |= set(names.named_in(waiting, left - found - led))
        new = {path for path in led - found if may_go(path)}
        found |= new
        waiting = [text for path in sorted(new) if (text := read(path))]
    return found


def reader(folder: Path, texts: Mapping[str, str] | None = None) -> Callable[[str], NamingText | None]:
    """Give what reads the texts of a folder, each once; None for what is no text, or cannot be read.

    `texts` has other ones, by their paths, than stand there.
    """
    known: dict[str, NamingText | None] = {path: of_file(path, text.encode()) for path, text in (texts or {}).items()}

    def read(path: str) -> NamingText | None:
        if path not in known:
            known[path] = None
            source = folder / path
            try:
                if source.is_file() and source.stat().st_size <= _MOST_BYTES:  # a pipe would be waited for without end
                    known[path] = of_file(path, source.read_bytes())
            except OSError:  # others tell of what cannot be opened
                pass
        return known[path]

    return read
