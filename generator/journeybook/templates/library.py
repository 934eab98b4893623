"""The two kinds of templates that a handbook can have of its own, each with the folders that are looked into next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jinja2 import Environment, TemplateSyntaxError, nodes

from journeybook.ground.theme_dir import OURS, theme_dir
from journeybook.problems import Problem
from journeybook.source import Document, read_text
from journeybook.source.document import MARKDOWN_BREAK
from journeybook.store.files import is_file
from journeybook.templates.flow import constant, takings

PAGES = ("**/*.j2", "**/*.html", "**/*.md")
PARTS = ("*.html", "*.htm", "partials/**/*.html")


@dataclass
class Library:
    """The templates in a folder of the handbook's own, by their names there.

    `behind` are the folders in which a name is looked for next, ours first. `trees` has those that Jinja can read,
    `failed` why it cannot read the others, `problems` which files are no text. `second`: ours have a second name.
    `extended`: plugins or hooks may add tags, filters and templates, of which nothing is known here.
    """

    folder: Path
    behind: tuple[Path, ...]
    patterns: tuple[str, ...]
    env: Environment
    second: bool = False
    extended: bool = False
    documents: dict[str, Document] = field(default_factory=dict)
    trees: dict[str, nodes.Template] = field(default_factory=dict)
    failed: dict[str, TemplateSyntaxError] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, named: Callable[[Path], str]) -> Library:
        """Read the handbook's own templates, with all that they take in; `named` says how problems call a file."""
        waiting = [path.relative_to(self.folder).as_posix() for path in _in(self.folder, self.patterns)]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop(0)
            if name not in seen and self._is_template(name) and self.find(name) == self.folder / name:
                seen.add(name)
                self._read(name, named(self.folder / name))
                waiting += [taken for _, taken, _ in takings(self.trees[name])] if name in self.trees else []
        return self

    def _is_template(self, name: str) -> bool:
        """Tell whether a file is meant as a template: those of pages end in `.j2`, also where that was forgotten."""
        return self.second or name.endswith(".j2") or f"{name}.j2" in self.given

    def _read(self, name: str, file: str) -> None:
        text, problems = read_text(self.folder / name, file)
        self.problems += problems
        if text is None:
            return
        self.documents[name] = Document(file, text, breaks=MARKDOWN_BREAK)
        try:
            tree = self.env.parse(text)
            self.env.compile(tree, raw=True)  # what is there twice, and filters that are not there
            self.trees[name] = tree
        except TemplateSyntaxError as error:
            self.failed[name] = error
        except RecursionError:
            self.failed[name] = TemplateSyntaxError("brackets or tags are nested too deep", 1)

    def find(self, name: str) -> Path | None:
        """Find the file that a template means by a name, None where there is none."""
        parts = [part for part in name.split("/") if part not in ("", ".")]  # as Jinja's loaders do
        if ".." in parts or not parts:
            return None
        places = [folder.joinpath(*parts) for folder in (self.folder, *self.behind)]
        if parts[0] == OURS and self.second:
            places.append(self.behind[0].joinpath(*parts[1:]))
        return next((place for place in places if is_file(place)), None)

    def tree(self, name: str) -> nodes.Template | None:
        """Give the template of a name, from the handbook's folder or one behind it; None where it cannot be read."""
        path = self.find(name)
        if path is None or path == self.folder / name:
            return self.trees.get(name)
        return _foreign(path)

    @cached_property
    def given(self) -> frozenset[str]:
        """The names of the templates in the folders behind."""
        return frozenset(
            path.relative_to(folder).as_posix() for folder in self.behind for path in _in(folder, self.patterns)
        )

    def chain(self, name: str) -> list[str] | None:
        """Give the names of a template and of those that it extends, from below; None where that cannot be known."""
        names: list[str] = []
        while name not in names:
            tree = self.tree(name)
            if tree is None:
                return None
            names.append(name)
            if tree.find(nodes.Extends) is None:
                return names
            name = next((constant(node.template) for node in tree.body if isinstance(node, nodes.Extends)), "")
        return None


def near(name: str, names: Iterable[str]) -> str | None:
    """Find the template that is most likely meant by a name: the same in another folder, or nearly the same.

    One in another folder is meant only where it is called the same but for its ending.
    """
    here, stem = PurePosixPath(name), _stem(name)

    def likeness(other: str) -> tuple[float, bool, float]:
        there = PurePosixPath(other)
        alike = SequenceMatcher(None, stem, _stem(other)).ratio()
        alike = alike if there.parent == here.parent or stem == _stem(other) else 0
        return alike, there.name == here.name, SequenceMatcher(None, name, other).ratio()

    best = max(sorted(names), key=likeness, default=None)
    return best if best and likeness(best)[0] >= _NEAR else None


def _stem(name: str) -> str:
    return PurePosixPath(name).name.partition(".")[0].casefold()


_NEAR = 0.75


def theme_library(folder: Path, *, extended: bool) -> Library:
    """Give the templates of the theme, in the folder that `custom_dir` names; nothing is read yet."""
    behind = (theme_dir() / "overrides", Path(str(files("material"))) / "templates")
    return Library(folder, behind, PARTS, _theme_env(extended=extended), second=True, extended=extended)


def page_library(folder: Path) -> Library:
    """Give the templates of pages, in the folder that the option `templates` names; nothing is read yet."""
    return Library(folder, (theme_dir() / "templates",), PAGES, page_env())


def _theme_env(*, extended: bool) -> Environment:
    """Make an environment that reads templates as MkDocs does; `extended` by the extensions that hooks often add."""
    more = ["jinja2.ext.do", "jinja2.ext.loopcontrols"] if extended else []
    env = Environment(extensions=["jinja2.ext.i18n", *more])
    env.filters.update(url=str, script_tag=str)
    return env


def page_env() -> Environment:
    """Make an environment that reads templates as `pages.site` does."""
    env = Environment(extensions=["jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True)
    env.filters.update(md=str, combine=dict)
    return env


@cache
def _foreign(path: Path) -> nodes.Template | None:
    """Read a template of the theme's or of ours; cached, since they stay as they are while a program runs."""
    try:
        return _LENIENT.parse(path.read_text("utf-8"))
    except (TemplateSyntaxError, OSError, UnicodeDecodeError):
        return None


_LENIENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True)


def _in(folder: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    found = {path for pattern in patterns for path in folder.glob(pattern)}
    return (path for path in sorted(found) if is_file(path))
