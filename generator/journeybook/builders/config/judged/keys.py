"""Keys of mkdocs.yml that MkDocs does not know, that lack a value, or whose value is of the wrong kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from mkdocs.config.base import get_schema
from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.judged.draft import Draft
from journeybook.builders.config.judged.pieces import OURS
from journeybook.builders.config.judged.shapes import misfit
from journeybook.builders.config.options import Options
from journeybook.problems import Path, say
from journeybook.problems.nearest import nearest
from journeybook.source.document import is_empty

_OF_MKDOCS = ("config_file_path", "mdx_configs")
_NOT_WRITTEN = (*_OF_MKDOCS, "pages", "google_analytics")
_OF_THE_THEME = (
    *("name", "language", "features", "palette", "font", "logo", "favicon", "icon", "custom_dir", "direction"),
    *("static_templates", "locale", "admonition"),
)
_OURS = {name for name, _ in get_schema(Options)} - {*_OF_THE_THEME}
_ANALYTICS = ("google_analytics",)
_OTHERS = {
    **dict.fromkeys(("navigation", "menu"), "nav"),
    **dict.fromkeys(("site_title", "title", "name"), "site_name"),
}
"""What people call a key of MkDocs's, where it is sure."""
_CALLED = {
    **dict.fromkeys(("footer", "footer_text", "copyright_notice"), "copyright"),
    **dict.fromkeys(("description", "summary"), "site_description"),
    **dict.fromkeys(("author", "authors"), "site_author"),
    **dict.fromkeys(("url", "base_url", "site"), "site_url"),
    **dict.fromkeys(("repo", "repository", "github"), "repo_url"),
    **dict.fromkeys(("css", "styles", "stylesheets", "style"), "extra_css"),
    **dict.fromkeys(("js", "scripts", "javascript"), "extra_javascript"),
    **dict.fromkeys(("output", "output_dir", "build_dir"), "site_dir"),
    **dict.fromkeys(("content_dir", "content", "source_dir"), "docs_dir"),
}
"""What other programs call a key of MkDocs's; hooks may read such keys as their own."""
_PLACEHOLDER = "Handbook"


def judge_keys(draft: Draft) -> None:
    """Tell keys that MkDocs does not know: an error where it is clear what was meant, else advice."""
    known = [name for name, _ in get_schema(MkDocsConfig) if name not in _NOT_WRITTEN]
    for key in _OF_MKDOCS:
        if key in draft.data:
            del draft.data[key]
            draft.tell(
                "JB202", say("MkDocs sets ‘{key}’ itself", key=key), say("take it out"), path=(key,), at_key=True
            )
    if "pages" in draft.data and "nav" not in draft.data:
        message = say("unknown key ‘{key}’; did you mean ‘{meant}’?", key="pages", meant="nav")
        draft.tell("JB202", message, path=("pages",), at_key=True)
        draft.data["nav"] = draft.data.pop("pages")
    if (code := draft.data.get("google_analytics")) is not None:
        code = code[0] if isinstance(code, list) and code else code
        message = say("‘{key}’ is a key of old versions of MkDocs", key="google_analytics")
        form = f"analytics: {{provider: google, property: {code}}}"
        draft.tell("JB202", message, say("write `{form}` below `extra:`, or take it out", form=form), path=_ANALYTICS)
        del draft.data["google_analytics"]
    for key in map(str, list(draft.data)):
        if key not in (*known, *_NOT_WRITTEN) and not _belongs_above(draft, key):
            _unknown(draft, key, known)


def _belongs_above(draft: Draft, key: str) -> bool:
    """Tell a key that stands below `theme:` without being indented, and put it there."""
    if key not in _OF_THE_THEME or not _follows_empty(draft, key, "theme"):
        return False
    message = say("‘{other}’ stands beside ‘{name}’, not in it", other=key, name="theme")
    draft.tell("JB203", message, say("begin this line with two spaces"), path=(key,), at_key=True)
    theme = draft.data.get("theme")
    draft.data["theme"] = {**(theme if isinstance(theme, dict) else {}), key: draft.data.pop(key)}
    return True


def _follows_empty(draft: Draft, key: str, above: str) -> bool:
    """Tell whether a key comes after another one that has no value, with nothing of MkDocs's in between."""
    node = draft.document((key,)).node
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    names = [name.value for name, _ in pairs]
    if key not in names or above not in names:
        return False
    start, end = names.index(above), names.index(key)
    return start < end and is_empty(pairs[start][1]) and all(name in _OF_THE_THEME for name in names[start + 1 : end])


def _unknown(draft: Draft, key: str, known: list[str]) -> None:
    meant = _OTHERS.get(key.casefold()) or nearest(key, known)
    if meant and meant not in draft.data:
        message = say("unknown key ‘{key}’; did you mean ‘{meant}’?", key=key, meant=meant)
        draft.tell("JB202", message, path=(key,), at_key=True)
        draft.data[meant] = draft.data.pop(key)
    elif key == OURS:
        hint = say(
            "write it as `- journeybook:` under `plugins`, and its options below it, indented by four more spaces"
        )
        message = say("‘{key}’ is a plugin, and no key of MkDocs’s", key=key)
        draft.tell("JB202", message, hint, path=(key,), at_key=True)
        del draft.data[key]
    elif key in _OURS or (key == "palette" and _has_own_colours(draft.data[key])):
        hint = say("indent it below `- journeybook:`, which stands under `plugins`")
        draft.tell("JB202", say("‘{key}’ is an option of journeybook", key=key), hint, path=(key,), at_key=True)
        del draft.data[key]
    else:
        hint = say("keys of your own go below `extra`; the others are in MkDocs’s guide, under Configuration")
        if key in _OF_THE_THEME:
            hint = say("write it below `theme:`, beside `name: material`, with two spaces before it")
        if (name := _CALLED.get(key.casefold())) and name not in draft.data:
            hint = say("write `{key}: …` in its place; keys of your own go below `extra`", key=name)
        draft.tell("JB461", say("MkDocs knows no key ‘{key}’", key=key), hint, path=(key,), at_key=True)


def _has_own_colours(given: Any) -> bool:
    """Tell the colours of a handbook's own from the theme's `palette`, which has names of Material's."""
    colours = given if isinstance(given, dict) else {}
    return bool({"stages", "ink", "paper", "dark"} & set(colours)) or str(colours.get("accent")).startswith("#")


def judge_validation(draft: Draft) -> None:
    """Tell what `validation` does not take: a name that it has not, and a word that is no level."""
    given = draft.data.get("validation")
    if given is None:
        return
    if not isinstance(given, dict):
        hint = say("write below it, indented, such as `links: {{anchors: warn}}`")
        draft.tell(
            "JB203", say("keys are expected below ‘{key}’, not a text", key="validation"), hint, path=("validation",)
        )
        del draft.data["validation"]
        return
    before = len(draft.problems)
    _judge_levels(draft, ("validation",), given, inner=_kinds_of_links())
    if len(draft.problems) > before:
        del draft.data["validation"]


def _kinds_of_links() -> dict[str, dict[str, Any]]:
    """Give the parts of `validation`, `nav` and `links`, each with what can be set in it."""
    parts: list[tuple[str, Any]] = list(MkDocsConfig.Validation._schema)
    return {name: dict(option.config_class._schema) for name, option in parts}


def _judge_levels(draft: Draft, path: Path, given: Any, inner: Mapping[str, dict[str, Any]]) -> None:
    levels = {name: option for part in inner.values() for name, option in part.items()}
    for name, value in given.items() if isinstance(given, dict) else ():
        if len(path) == 1 and name in inner and not isinstance(value, dict):
            form = ", ".join(f"{key}: {value}" for key, option in inner[name].items() if str(value) in option.levels)
            message = say("keys are expected below ‘{key}’, not a text", key=name)
            if value is None:
                message = say("keys are expected below ‘{key}’, and there is nothing", key=name)
            hint = say("write `{key}: {{{shown}}}`", key=name, shown=form or "not_found: warn")
            draft.tell("JB203", message, hint, path=(*path, name))
        elif len(path) == 1 and name in inner:
            _judge_levels(draft, (*path, name), value, {name: inner[name]})
        elif name not in levels:
            _tell_level(draft, (*path, name), str(name), [*(inner if len(path) == 1 else ()), *levels], at_key=True)
        elif str(value) not in levels[name].levels:
            _tell_level(draft, (*path, name), str(value), list(levels[name].levels))


def _tell_level(draft: Draft, path: Path, given: str, words: list[str], *, at_key: bool = False) -> None:
    message, hint = say("‘{given}’ is not known here", given=given), say("write one of {words}", words=", ".join(words))
    if meant := nearest(given, words):
        message = say("‘{given}’ is not known here; did you mean ‘{meant}’?", given=given, meant=meant)
    draft.tell("JB204", message, hint, path=path, at_key=at_key)


def judge_values(draft: Draft) -> None:
    """Tell values of the wrong kind, and a handbook without a name."""
    for key, option in get_schema(MkDocsConfig):
        if key not in _NOT_WRITTEN and (found := misfit(option, key, draft.data.get(key), draft.typed((key,)))):
            code, way, message, hint = found
            draft.tell(code, message, hint, path=(key, *way))
            del draft.data[key]
    name = draft.data.get("site_name")
    if name is None or (isinstance(name, str) and not name.strip()):
        if not draft.has_told("site_name"):
            hint = say("write `site_name: …` with the handbook’s name")
            draft.tell("JB201", say("‘site_name’ is missing"), hint, path=("site_name",))
        draft.data["site_name"] = _PLACEHOLDER
