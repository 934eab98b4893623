"""What is wrong with journeybook's own options: one that there is not, or a value that it does not take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.base import get_schema
from mkdocs.config.defaults import MkDocsConfig

from journeybook.builders.config.judged import material
from journeybook.builders.config.judged.shapes import misfit
from journeybook.builders.config.options import Options, as_ids, run_together
from journeybook.builders.config.written import written
from journeybook.language import tags
from journeybook.language.named import is_tag, tag_of
from journeybook.model.meant_ids import NOT_AN_ID
from journeybook.model.types import is_id
from journeybook.problems import Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document


def refused(config: MkDocsConfig, options: Options) -> Iterator[Problem]:
    """Tell what the options have refused, and a language that is none, each where it stands."""
    wrong = dict(options.refused)
    if options.locale is not None and not (is_tag(options.locale) and tags.is_tag(options.locale)):
        wrong["locale"] = options.locale
    if options.timeout < 1:
        wrong["timeout"] = options.timeout
    places = written(config, wrong) if wrong else {}
    for name, value in wrong.items():
        document = places.get(name) or Document(Path(config.config_file_path or "mkdocs.yml").name, "", {name: value})
        yield _problem(document, name, value)


def _problem(document: Document, name: str, value: object) -> Problem:
    known = dict(get_schema(Options))
    if name not in known:
        return _unknown(document, name, list(known))
    if name == "timeout" and isinstance(value, int):
        hint = say("write a number from {low} on", low=1)
        return document.problem("JB205", say("{number} seconds are too few", number=value), hint, path=(name,))
    if name == "roles" and (words := run_together(value)):
        hint = say("write `{key}: [{shown}]`", key=name, shown=", ".join(words))
        return document.problem("JB203", say("there are no commas between these"), hint, path=(name,))
    if name == "roles" and isinstance(value, list) and (ids := as_ids(value)):
        text = next(role for role in value if not is_id(role))
        hint = say("write `{key}: [{shown}]`", key=name, shown=", ".join(ids))
        return document.problem("JB203", say(NOT_AN_ID.template, text=text), hint, path=(name, value.index(text)))
    if name == "locale" and isinstance(value, str):
        return document.problem("JB343", *_no_locale(value), path=(name,))
    found = misfit(known[name], name, value, document.typed((name,)))
    if found is None:
        return document.problem("JB203", say("‘{key}’ cannot have this value", key=name), path=(name,))
    code, way, message, hint = found
    return document.problem(code, message, hint, path=(name, *way))


def _unknown(document: Document, name: str, known: list[str]) -> Problem:
    if name in dict(get_schema(MkDocsConfig)):
        hint = say("write it at the top of the file, at the start of a line")
        message = say("‘{key}’ is a key of MkDocs’s, and no option of journeybook", key=name)
        return document.problem("JB202", message, hint, path=(name,), at_key=True)
    if name in material.theme_keys():
        hint = say("write it below `theme:`, beside `name: material`, with two spaces before it")
        message = say("‘{key}’ is a key of the theme’s, and no option of journeybook", key=name)
        return document.problem("JB202", message, hint, path=(name,), at_key=True)
    hint = say("known here: {known}", known=", ".join(known))
    message = say("journeybook has no option ‘{key}’", key=name)
    if meant := nearest(name, known):
        message = say("journeybook has no option ‘{key}’; did you mean ‘{meant}’?", key=name, meant=meant)
    return document.problem("JB202", message, None if meant else hint, path=(name,), at_key=True)


def _no_locale(value: str) -> tuple[Text, Text]:
    hint = say("write the short tag of a language, such as `de` or `en-US`")
    if meant := tags.meant_tag(value) if is_tag(value) else tag_of(value):
        hint = say("write `locale: {meant}`", meant=meant)
    return say("‘{language}’ is not the tag of a language", language=value), hint
