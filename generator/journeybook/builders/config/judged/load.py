"""Give MkDocs's configuration of a mkdocs.yml, with every fault in it told in words of ours and left out."""

from __future__ import annotations

import copy
import importlib.util
import os
import re
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import yaml
from mkdocs.config.base import get_schema
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import (
    ConfigDirPlaceholder,
    DocsDirPlaceholder,
    RelativeDirPlaceholder,
    get_yaml_loader,
    yaml_load,
)

from journeybook.builders.config.hosts import is_on
from journeybook.builders.config.judged.address import judge_addresses
from journeybook.builders.config.judged.draft import Draft, named
from journeybook.builders.config.judged.extension_options import judge_snippets, tell_extension
from journeybook.builders.config.judged.extra import judge_extra
from journeybook.builders.config.judged.files import read_files
from journeybook.builders.config.judged.keys import judge_keys, judge_validation, judge_values
from journeybook.builders.config.judged.looks import judge_search, judge_theme
from journeybook.builders.config.judged.needs import judge_needs
from journeybook.builders.config.judged.pieces import judge_extensions, judge_hooks, judge_plugins
from journeybook.builders.config.judged.places import judge_chapters, judge_files, judge_navigation, judge_site
from journeybook.builders.config.judged.plugin_options import of_a_plugin, tell_option, tell_warnings
from journeybook.builders.config.judged.texts import judge_texts
from journeybook.problems import HandbookError, Problem, say
from journeybook.source import Document
from journeybook.source.guess_texts import begins
from journeybook.source.quotes import in_quotes

_SOCIAL = ("material/social", "social")
_ASKED = re.compile(r"[,\[{:]\s*(?P<text>[^\s,\[\]{}:\"'?][^,\[\]{}:\"'?]*\?)$")
"""A question between braces or brackets, which PyYAML's own reader refuses at its last sign."""
_JUDGES = (
    *(
        judge_keys,
        judge_theme,
        judge_extra,
        judge_needs,
        judge_plugins,
        judge_search,
        judge_extensions,
        judge_snippets,
        judge_hooks,
        judge_navigation,
        judge_files,
    ),
    *(judge_chapters, judge_site, judge_addresses, judge_validation, judge_values, judge_texts),
)


def load_judged(path: Path, given: Mapping[str, Any]) -> tuple[MkDocsConfig, list[Problem]]:
    """Load a mkdocs.yml as MkDocs would, `given` before what it says, and tell what is wrong with it.

    What was told is left out of the configuration. A HandbookError has the problems where nothing can be loaded, and
    where the handbook is `strict` and MkDocs would warn.
    """
    path = path.absolute()
    files, problems = read_files(path)
    if problems and (not files or any(problem.code != "JB105" for problem in problems)):
        raise HandbookError(problems)
    draft = Draft(path.parent, files, _data(path, files), problems)
    for judge in _JUDGES:
        judge(draft)
    if draft.is_lost:
        raise HandbookError(sorted(draft.problems))
    config = _accepted(path, draft, given)
    _tell_lack(draft, config)
    _tell_no_cards(draft, config)
    if config.strict and any(problem.code == "JB461" for problem in draft.problems):
        raise HandbookError(sorted(draft.problems))
    return config, draft.problems


def _data(path: Path, files: list[Document]) -> dict[str, Any]:
    """Read the data with MkDocs's loader, which follows tags and what is inherited."""
    found: dict[str, Any] = {}
    config = MkDocsConfig(config_file_path=str(path))
    try:
        with path.open("rb") as file:
            found = yaml_load(file, _joining(get_yaml_loader(config=config)))
    except (Exception, SystemExit) as error:  # a tag runs what its module does when it is imported
        raise HandbookError([_unread(path, files, error)]) from error
    return found


def _joining(loader: type[Any]) -> type[Any]:
    """Give a loader to which keys at the top that stand twice are one, with all that belongs to either.

    JB105 tells of them; of what stands in the other one, nobody is to be told that it is missing.
    """

    class Joining(loader):  # type: ignore[misc]  # MkDocs makes the class as it runs
        def get_single_node(self) -> yaml.Node | None:
            node: yaml.Node | None = super().get_single_node()
            if isinstance(node, yaml.MappingNode):
                node.value = _joined(node.value)
            return node

    return Joining


def _joined(pairs: list[tuple[yaml.Node, yaml.Node]]) -> list[tuple[yaml.Node, yaml.Node]]:
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for number, (key, value) in enumerate(pairs):
        name = f"{number}" if key.value == "<<" else f"{key.value}"  # which may stand twice
        other = found.setdefault(name, (key, value))[1]
        if other is not value and isinstance(other, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            other.value = [*other.value, *value.value]
        elif other is not value and isinstance(other, yaml.SequenceNode) and isinstance(value, yaml.SequenceNode):
            items: dict[str, yaml.Node] = {}
            for item in (*other.value, *value.value):
                if isinstance(item, yaml.MappingNode) or _name(item) not in items:  # rather the one that has options
                    items[_name(item)] = item
            other.value = [*items.values()]
    return [*found.values()]


def _name(item: yaml.Node) -> str:
    """Give the name of a plugin or an extension, with options or without."""
    first = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
    return f"{first.value}"


def _unread(path: Path, files: list[Document], error: BaseException) -> Problem:
    """Say what a tag cannot do, such as `!!python/name:`, or a text that begins with an exclamation mark."""
    marked = error.__cause__ or error.__context__
    if not isinstance(marked, yaml.MarkedYAMLError) or marked.problem_mark is None:
        message = say("this file cannot be read: {said}", said=f"{type(error).__name__}: {error}")
        return files[0].problem_at("JB341", message, say("mend what its tags (!…) name"), line=1, column=1)
    mark = marked.problem_mark
    document = next((one for one in files if _is_same(path.parent / one.file, mark.name)), files[0])
    if asked := _ASKED.search(document.lines[mark.line][: mark.column + 1]):
        message = say("MkDocs reads no question mark at the end of a text between braces or brackets")
        hint = say("put the text in quotes: {shown}", shown=in_quotes(asked["text"]))
        at = asked.start("text") + 1
        return document.problem_at("JB109", message, hint, line=mark.line + 1, column=at)
    if not document.lines[mark.line][mark.column :].startswith("!!"):
        guess = begins(document, mark.line, mark.column)
        return document.problem_at("JB109", guess.message, guess.hint, line=mark.line + 1, column=mark.column + 1)
    message = say("Python cannot give what this tag names: {said}", said=str(marked.problem))
    hint = say("install the package that it is in, write its name rightly, or take it out")
    return document.problem_at("JB341", message, hint, line=mark.line + 1, column=mark.column + 1)


def _is_same(path: Path, name: str) -> bool:
    return os.path.normpath(path) == os.path.normpath(name)


def _accepted(path: Path, draft: Draft, given: Mapping[str, Any]) -> MkDocsConfig:
    """Let MkDocs judge what is left, again without what it refuses, until it refuses nothing."""
    while True:
        _kept_warnings()
        config = MkDocsConfig(config_file_path=str(path))
        try:
            config.load_dict(
                {key: _copy(_without_gaps(key, value), config) for key, value in draft.data.items()} | dict(given)
            )
            errors, warnings = config.validate()
        except (Exception, SystemExit) as error:  # what a plugin or a hook does as it is loaded
            _stop(draft, error)
        tell_warnings(draft, [*warnings, *_kept_warnings()])
        if not errors:
            return config
        for key, wrong in errors:
            _tell_refused(draft, key, str(wrong), given)


def _kept_warnings() -> list[tuple[str, str]]:
    """Take the warnings that MkDocs's options keep where they are refused, and would give with the next handbook."""
    found = [(key, said) for key, option in get_schema(MkDocsConfig) for said in option.warnings]
    for _, option in get_schema(MkDocsConfig):
        option.reset_warnings()
    return found


def _without_gaps(key: str, value: Any) -> Any:
    """Give a list of plugins or extensions without the gaps that what was told has left in it."""
    if key not in ("plugins", "markdown_extensions") or not isinstance(value, list):
        return value
    return [one for one in value if one is not None]


def _copy(value: Any, config: MkDocsConfig) -> Any:
    """Copy lists and mappings, which MkDocs empties as it reads them, and tie `!relative` to this `config`."""
    if isinstance(value, dict):
        return {key: _copy(item, config) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item, config) for item in value]
    if isinstance(value, ConfigDirPlaceholder | DocsDirPlaceholder | RelativeDirPlaceholder):
        value = copy.copy(value)
        value.config = config
    return value


def _stop(draft: Draft, error: BaseException) -> NoReturn:
    """Tell what has stopped MkDocs, and which hook it was in, where it was in one."""
    frames = traceback.extract_tb(error.__traceback__)
    hooks = {str((draft.root / str(name)).resolve()): name for name in draft.data.get("hooks") or []}
    of_hook = [frame for frame in frames if str(Path(frame.filename).resolve()) in hooks]
    said = str(error) if isinstance(error, MkDocsException) else f"{type(error).__name__}: {error}"
    if of_hook:
        name = hooks[str(Path(of_hook[-1].filename).resolve())]
        message = say(
            "the hook ‘{name}’ has failed in line {line}: {said}", name=name, line=of_hook[-1].lineno, said=said
        )
        place = draft.data["hooks"].index(name)
        draft.tell("JB341", message, say("mend the file, or take it out here"), path=("hooks", place))
    else:
        message = say("MkDocs cannot load this file: {said}", said=said)
        draft.tell("JB341", message, say("take out one plugin after the other to see which one it is"))
    raise HandbookError(sorted(draft.problems)) from error


def _tell_refused(draft: Draft, key: str, said: str, given: Mapping[str, Any]) -> None:
    """Tell what MkDocs has refused in a sentence around its own, and take it out."""
    if found := of_a_plugin(said):
        tell_option(draft, found)
        return
    if key == "markdown_extensions" and tell_extension(draft, said):
        return
    hint = say("write it as MkDocs’s guide shows, or take it out")
    draft.tell("JB203", say("‘{key}’ cannot be used: {said}", key=key, said=said.partition("\n")[0]), hint, path=(key,))
    if key in given or key not in draft.data:
        raise HandbookError(sorted(draft.problems))
    del draft.data[key]


def _tell_lack(draft: Draft, config: MkDocsConfig) -> None:
    """Advise to install what the search needs for Chinese, which has no spaces between its words."""
    language = str(config.theme.get("language") or "")
    if language.partition("-")[0] == "zh" and is_on(config, "search") and importlib.util.find_spec("jieba") is None:
        message = say("jieba, which parts Chinese words for the search, is not installed")
        hint = say(
            "install it: `pip install jieba`; then two words that are typed as one are found in other places too"
        )
        draft.tell("JB462", message, hint, path=("theme", "language"))


def _tell_no_cards(draft: Draft, config: MkDocsConfig) -> None:
    """Advise to install what Material's plugin `social` draws its cards with: without it, it warns of each page."""
    item = next((one for one in named("plugins", draft.data.get("plugins")) if one.name in _SOCIAL), None)
    plugin = next((config.plugins[name] for name in _SOCIAL if name in config.plugins), None)
    if item and plugin and is_on(config, "social") and plugin.config.get("cards", True):
        module = sys.modules[type(plugin).__module__]
        if getattr(module, "import_errors", None) or getattr(module, "cairosvg_error", ""):
            message = say("what the plugin ‘{name}’ draws its pictures with is not installed", name=item.name)
            hint = say(
                "install it: `{command}`; or take the plugin out", command='pip install "mkdocs-material[imaging]"'
            )
            draft.tell("JB462", message, hint, path=item.path, at_key=True)
