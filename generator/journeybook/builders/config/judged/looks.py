"""The theme in mkdocs.yml: it has to be Material, in a language that Material knows."""

from __future__ import annotations

from typing import Any

from mkdocs.contrib.search import LangOption
from mkdocs.utils import get_theme_names

from journeybook.builders.config.judged import material
from journeybook.builders.config.judged.draft import Draft, named
from journeybook.builders.config.judged.theme_keys import judge_theme_keys
from journeybook.language.named import tag_of
from journeybook.problems import Path as DataPath
from journeybook.problems import say

_THEME = material.NAME
_LANGUAGES = "partials/languages"
_ANY_TAG = say("write the short tag of a language, such as `de`, `fr` or `pt-BR`")


def judge_theme(draft: Draft) -> None:
    """Tell another theme, a folder of templates that is not there, and a language that Material does not know."""
    given = draft.data.get("theme")
    theme: dict[str, Any] = dict(given) if isinstance(given, dict) else {"name": given}
    if theme.get("name") != _THEME:
        _tell_theme(draft, given, theme.get("name"))
        theme = {key: value for key, value in theme.items() if key in ("language", "custom_dir")} | {"name": _THEME}
    _judge_templates(draft, theme)
    _judge_locale(draft, theme)
    judge_theme_keys(draft, theme)
    _judge_language(draft, theme)
    draft.data["theme"] = theme


def _tell_theme(draft: Draft, given: object, name: object) -> None:
    path = ("theme", "name") if isinstance(given, dict) and "name" in given else ("theme",)
    hint = say("write `name: material`") if isinstance(given, dict) else say("write `theme: material`")
    message = say("journeybook needs the theme Material; none is named here")
    if isinstance(name, str):
        message = say("journeybook needs the theme Material; there is no theme ‘{name}’", name=name)
    if isinstance(name, str) and name in get_theme_names():
        message = say("journeybook needs the theme Material, not ‘{name}’", name=name)
    draft.tell("JB344", message, hint, path=path)


def _judge_templates(draft: Draft, theme: dict[str, Any]) -> None:
    name = theme.get("custom_dir")
    if name is None or (isinstance(name, str) and (draft.root / name).is_dir()):
        return
    hint = say("write the path of one that is there, seen from mkdocs.yml, or leave this out")
    draft.tell("JB315", say("there is no folder ‘{name}’", name=name), hint, path=("theme", "custom_dir"))
    del theme["custom_dir"]


def _judge_locale(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell `locale`, which other themes have for what Material calls `language`."""
    locale, path = theme.get("locale"), ("theme", "locale")
    if not isinstance(locale, str) or locale.casefold().startswith("en"):
        return
    meant = tag_of(locale, languages(draft, theme))
    hint = say("write `language: {meant}`", meant=meant) if meant else _ANY_TAG
    if theme.get("language"):
        hint = say("take it out; `language:` is what counts")
    draft.tell("JB343", say("Material does not read ‘locale’"), hint, path=path, at_key=True)
    del theme["locale"]


def _judge_language(draft: Draft, theme: dict[str, Any]) -> None:
    language = theme.get("language")
    if language is None:
        return
    known = languages(draft, theme)
    if isinstance(language, str) and language in known:
        return
    typed = draft.typed(("theme", "language")) or str(language)  # `no` is Norwegian, and read as false
    meant = tag_of(typed, known)
    message = say("Material knows no language ‘{language}’", language=typed)
    hint = say("write `language: {meant}`", meant=meant) if meant else _ANY_TAG
    draft.tell("JB343", message, hint, path=("theme", "language"))
    theme["language"] = meant or "en"


def languages(draft: Draft, theme: dict[str, Any]) -> set[str]:
    """Give the tags of the languages of Material, and of the handbook's own templates."""
    own = draft.root / str(theme["custom_dir"]) if "custom_dir" in theme else None
    folders = (material.folder(), *((own,) if own else ()))
    return {path.stem for folder in folders for path in (folder / _LANGUAGES).glob("*.html")}


def judge_search(draft: Draft) -> None:
    """Tell languages whose words the search cannot fold: it would take English instead."""
    for item in named("plugins", draft.data.get("plugins")):
        if item.name.rpartition("/")[2] == "search" and isinstance(item.options, dict):
            given = item.options.get("lang")
            for place, language in enumerate(given if isinstance(given, list) else [given]):
                if isinstance(language, str) and not _is_searched(language):
                    path: DataPath = (*item.inside, "lang", *((place,) if isinstance(given, list) else ()))
                    _tell_search(draft, path, language)


def _is_searched(language: str) -> bool:
    """Tell whether the search folds words of this language: English always, and it has no file of its own."""
    folded = language.casefold()
    return folded == "en" or folded.startswith(("en-", "en_")) or bool(LangOption().get_lunr_supported_lang(language))


def _tell_search(draft: Draft, path: DataPath, language: str) -> None:
    meant = tag_of(language)
    usable = meant if meant and _is_searched(meant) else None
    in_list = isinstance(path[-1], int)
    hint = say("write `{id}`", id=usable) if in_list else say("write `{option}: {tag}`", option="lang", tag=usable)
    if not usable:
        hint = say("take it out: words are then found as they are written")
    message = say("the search knows no forms of words in the language ‘{language}’", language=language)
    draft.tell("JB343", message, hint, path=path)
