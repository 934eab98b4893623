"""Options that other plugins refuse, or do not know: MkDocs tells of them in one sentence for all."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.plugins import get_plugins

from journeybook.builders.config.judged.draft import Draft, NamedPart, named
from journeybook.builders.config.judged.pieces import take_out
from journeybook.builders.config.judged.shapes import misfit
from journeybook.problems import say
from journeybook.problems.nearest import nearest

_OF_A_PLUGIN = re.compile(r"Plugin '(?P<plugin>[^']+)' option '(?P<option>[^']+)': (?P<said>.*)", re.S)
_NEXT = "\nPlugin '"
_UNKNOWN = "Unrecognised configuration name"
Refusal = re.Match[str]
"""What MkDocs says of one plugin's option, in its parts."""


def of_a_plugin(said: str) -> Refusal | None:
    """Take apart what MkDocs says of a plugin's option; None where it speaks of something else."""
    return _OF_A_PLUGIN.match(said.partition(_NEXT)[0])


def tell_option(draft: Draft, refusal: Refusal) -> None:
    """Tell an option that a plugin refuses, and take the plugin out."""
    item, option = _item(draft, refusal), refusal["option"]
    way = (*item.inside, option)
    value = item.options.get(option) if isinstance(item.options, dict) else None
    kind = _kinds(refusal["plugin"]).get(option)
    if kind is not None and (found := misfit(kind, option, value, draft.typed(way))):
        code, rest, message, hint = found
        draft.tell(code, message, hint, path=(*way, *rest))
    else:
        said = refusal["said"].partition("\n")[0]
        message = say(
            "the plugin ‘{name}’ refuses its option ‘{option}’: {said}", name=item.name, option=option, said=said
        )
        draft.tell("JB203", message, say("write it as the plugin’s guide shows, or take it out"), path=way)
    take_out(draft, item)


def tell_warnings(draft: Draft, warnings: list[tuple[str, str]]) -> None:
    """Tell what MkDocs warns of; of unknown keys of the file all is told by then."""
    for key, said in warnings:
        refusal = of_a_plugin(said)
        if refusal and refusal["said"].startswith(_UNKNOWN):
            _tell_unknown(draft, refusal)
        elif not said.startswith(_UNKNOWN):
            hint = say("write it as MkDocs’s guide shows, or take it out")
            if "specified multiple times" in said:
                hint = say("keep one of the two")
            draft.tell("JB461", say("MkDocs warns of ‘{key}’: {said}", key=key, said=said), hint, path=(key,))


def _tell_unknown(draft: Draft, refusal: Refusal) -> None:
    item, option = _item(draft, refusal), refusal["option"]
    known = list(_kinds(refusal["plugin"]))
    message, code = say("the plugin ‘{name}’ has no option ‘{option}’", name=item.name, option=option), "JB461"
    hint = say("take it out") if not known else say("known here: {known}", known=", ".join(known))
    if meant := nearest(option, known):
        code, hint = "JB202", say("write `{meant}`", meant=meant)
    draft.tell(code, message, hint, path=(*item.inside, option), at_key=True)


def _item(draft: Draft, refusal: Refusal) -> NamedPart:
    name = refusal["plugin"].partition(" #")[0].rpartition("/")[2]
    return next(one for one in named("plugins", draft.data.get("plugins")) if one.name.rpartition("/")[2] == name)


def _kinds(plugin: str) -> dict[str, Any]:
    """Give the options that a plugin has, each with what it takes."""
    return dict(get_plugins()[plugin.partition(" #")[0]].load().config_scheme)
