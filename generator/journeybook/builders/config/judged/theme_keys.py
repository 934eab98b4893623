"""What stands below `theme:` and has no effect, or another one: keys, features and colours that Material knows not.

A handbook may have templates and styles that know more; what these name is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from journeybook.builders.config.judged import material
from journeybook.builders.config.judged.draft import Draft, named
from journeybook.markdown.meant import is_on_a_computer
from journeybook.palette.colour import from_css, from_hex
from journeybook.problems import Path as DataPath
from journeybook.problems import Text, say
from journeybook.problems.nearest import nearest
from journeybook.store.shared_folders import as_scalar

_NEEDED = {"language": "en", "font": "false", "favicon": "logo.png", "locale": "en", "static_templates": "[404.html]"}
"""What must not be empty, each with what could stand there."""
_OF_A_PALETTE = ("scheme", "primary", "accent", "media", "toggle")
_COLOURS = ("scheme", "primary", "accent")
_OTHERS = {"dark": "slate", "night": "slate", "light": "default", "day": "default"}
"""What people call Material's two schemes."""
_AS_COLOURS = {
    **{kind: kind for kind in _COLOURS},
    **dict.fromkeys(("color", "colour", "colors", "colours", "primary_color", "primary_colour"), "primary"),
    **dict.fromkeys(("accent_color", "accent_colour"), "accent"),
    **dict.fromkeys(("dark", "dark_mode", "darkmode", "mode"), "scheme"),
}
"""What people write right below `theme:` for what belongs into a palette."""
_AS_FEATURES = ("navigation", "tabs", "footer", "header", "search", "sidebar", "toc", "content", "sections", "instant")
"""What people write there for features."""
_OUR_COLOURS = say(
    "the colours of pages are journeybook's: write `palette: {{accent: {colour}}}` with your own below `journeybook:`, "
    "among the plugins, and take this out",
    colour='"#0b5cab"',
)
_IN_VAIN = say(
    "the colours of pages are journeybook's: write `palette: {{accent: {colour}}}` with your own below `journeybook:`, "
    "among the plugins, and take the lines with `primary` and `accent` out",
    colour='"#0b5cab"',
)
_SHOWN_ALL_THE_SAME = ("custom", "black", "white")
"""Colours of which Material's header shows something, or for which styles of one's own stand."""
_OF_THE_SITE = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "nav", "plugins", "extra", "extra_css"),
    *("extra_javascript", "markdown_extensions", "repo_url", "edit_uri", "docs_dir", "site_dir", "use_directory_urls"),
)
_OWN = (".html", ".css", ".js", ".yml")


def judge_theme_keys(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell what Material does not read, and leave out of the theme what it could not be built with."""
    own = OwnTexts(draft, theme)
    for key in map(str, list(theme)):
        _judge_key(draft, theme, key, own)
    _judge_empty(draft, theme)
    _judge_files(draft, theme)
    _judge_direction(draft, theme)
    _judge_font(draft, theme)
    _judge_features(draft, theme, own)
    _judge_search(draft, theme)
    _judge_icon(draft, theme, own)
    _judge_palette(draft, theme, own)


class OwnTexts:
    """The handbook's own templates and styles, which may name what Material does not know."""

    def __init__(self, draft: Draft, theme: dict[str, Any]) -> None:
        self._draft, self._theme = draft, theme

    def has(self, name: str) -> bool:
        """Tell whether they have a name somewhere, or may have it where one comes from another host."""
        away = any("//" in style for style in _texts(self._draft.data.get("extra_css")))
        return away or name in self._read

    def reads(self, key: str) -> bool:
        """Tell whether they read a key below `theme:`, or below `icon:` there."""
        return bool(re.search(rf"\b(?:theme|icon)(?:\.|\[['\"]){re.escape(key)}\b", self._read))

    def reads_extra(self, key: str) -> bool:
        """Tell whether they read a key below `extra:`."""
        return bool(re.search(rf"\bextra(?:['\"]\])?(?:\.get\(['\"]|\.|\[['\"]){re.escape(key)}\b", self._read))

    @cached_property
    def _read(self) -> str:
        try:
            return "\n".join(path.read_text("utf-8", "replace") for path in self._files())
        except OSError:  # a build tells what cannot be opened
            return ""

    def _files(self) -> Iterable[Path]:
        templates = self._theme.get("custom_dir")
        if isinstance(templates, str):
            found = sorted((self._draft.root / templates).rglob("*"))
            yield from (path for path in found if path.suffix in _OWN and path.is_file())
        chapters = self._draft.root / str(self._draft.data.get("docs_dir") or "docs")
        styles = self._draft.data.get("extra_css")
        yield from (path for name in _texts(styles) if (path := chapters / name).is_file())


def _texts(given: object) -> list[str]:
    return [item for item in given if isinstance(item, str)] if isinstance(given, list) else []


def _judge_key(draft: Draft, theme: dict[str, Any], key: str, own: OwnTexts) -> None:
    if key not in material.theme_keys() and not own.has(key) and (hint := _hint(key, theme)):
        message = say("Material knows no ‘{key}’ here, so it has no effect", key=key)
        draft.tell("JB471", message, hint, path=("theme", key), at_key=True)
        return
    meant = nearest(key, material.theme_keys())
    if key in material.theme_keys() or meant is None or meant in theme or own.reads(key):
        return
    message = say("Material knows no ‘{key}’; did you mean ‘{meant}’?", key=key, meant=meant)
    draft.tell("JB471", message, say("write `{meant}`", meant=meant), path=("theme", key), at_key=True)


def _hint(key: str, theme: dict[str, Any]) -> Text | None:
    """Say where something belongs that people write right below `theme:`; None of what may be another theme's."""
    word, value = key.casefold().replace("-", "_"), theme[key]
    if key in _OF_THE_SITE:
        return say("begin it at the start of its line: it does not belong below `theme:`")
    kind = _AS_COLOURS.get(word)
    if kind in ("primary", "accent") and isinstance(value, str):
        return _ours(_OUR_COLOURS, value)
    if kind and isinstance(value, str | bool):
        if isinstance(value, bool) or (name := _known_as(kind, value)) is None:
            name = next(iter(_OTHERS.values())) if kind == "scheme" else "indigo"
        if value is False:
            return say("take the line out")
        if "palette" in theme:
            return say("write `{line}` below `{key}:`", line=f"{kind}: {as_scalar(name)}", key="palette")
        return say("write `palette: {{{kind}: {name}}}`", kind=kind, name=as_scalar(name))
    if word in _AS_FEATURES:
        wanted = [value] if isinstance(value, str) else []
        wanted = [word] if value is True else wanted
        given = re.sub(r"[\s_]+", ".", str(next(iter(wanted), "")).casefold())
        named = (given, f"{word}.{given}", f"navigation.{given}")
        if feature := next((name for name in named if name in material.features()), None):
            if "features" in theme:
                return say("write `{line}` below `{key}:`", line=f"- {feature}", key="features")
            return say("write `features: [{feature}]`", feature=feature)
        return say("take the line out")
    return None


def _judge_empty(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell keys without a value, which is something else here than a key that is left out."""
    for key, such in _NEEDED.items():
        if key in theme and theme[key] is None:
            typed = draft.typed(("theme", key)) or ""
            message = say("nothing is written after ‘{key}:’", key=key)
            if typed not in ("", "~", "null"):  # of an `!ENV`
                message = say("‘{name}’ is not set here", name=typed)
            hint = say("write a value, such as `{key}: {value}`, or take the line out", key=key, value=such)
            draft.tell("JB343" if key == "language" else "JB201", message, hint, path=("theme", key), at_key=True)
            del theme[key]


def _judge_files(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell a logo or a favicon that is no path of a file."""
    for key in ("logo", "favicon"):
        value, hint = theme.get(key), say("write the path of a picture, seen from the folder of the chapters")
        if isinstance(value, str) and is_on_a_computer(value):
            message = say("‘{path}’ is on one computer alone", path=value)
            hint = say("put a copy into the folder of the chapters, and write `{name}`", name=_name(value))
        elif not value or isinstance(value, str):
            continue
        else:
            message = say("a path is expected here, not a list or keys")
            icon = value.get("icon") if isinstance(value, dict) else None
            if key == "logo" and isinstance(icon, str):
                hint = say("write `icon: {{logo: {icon}}}` in its place", icon=icon)
        draft.tell("JB203", message, hint, path=("theme", key))
        del theme[key]


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _judge_direction(draft: Draft, theme: dict[str, Any]) -> None:
    if theme.get("direction") not in (None, "ltr", "rtl"):
        path, given = ("theme", "direction"), theme.pop("direction")
        hint = say("write `ltr` (from left to right) or `rtl`, or leave it to the language")
        draft.tell("JB204", say("‘{given}’ is not known here", given=draft.typed(path) or given), hint, path=path)


def _judge_font(draft: Draft, theme: dict[str, Any]) -> None:
    given = theme.get("font")
    if isinstance(given, dict):
        for key in map(str, given):
            _tell_near(draft, ("theme", "font", key), key, ("text", "code"))
    elif given not in (None, False):
        hint = say("write `font: {{text: {name}}}`, or leave it out", name=draft.typed(("theme", "font")) or given)
        draft.tell(
            "JB203", say("keys are expected below ‘{key}’, not a text", key="font"), hint, path=("theme", "font")
        )
        del theme["font"]


def _tell_near(draft: Draft, path: DataPath, key: str, known: Iterable[str]) -> None:
    known = list(known)
    if key not in known and (meant := nearest(key, known)):
        message = say("Material knows no ‘{key}’; did you mean ‘{meant}’?", key=key, meant=meant)
        draft.tell("JB471", message, say("write `{meant}`", meant=meant), path=path, at_key=True)


def _judge_features(draft: Draft, theme: dict[str, Any], own: OwnTexts) -> None:
    """Tell features that are nearly Material's."""
    given = theme.get("features")
    if not given:  # none at all
        return
    if not isinstance(given, list):
        cut = [key for key, value in theme.items() if value is None and key in material.features()]  # by a comma
        hint = _as_list(", ".join([given, *cut]) if isinstance(given, str) else given)
        draft.tell("JB203", say("‘{key}’ is a list", key="features"), hint, path=("theme", "features"))
        del theme["features"]
        return
    for place, name in enumerate(given):
        if isinstance(name, dict):
            _tell_switch(draft, place, name)
            continue
        if not isinstance(name, str) or name in material.features() or own.has(name):
            continue
        parts = name.replace(",", " ").split()
        if len(parts) > 1 and material.features().issuperset(parts):
            message = say("‘{text}’ is one text, and a list is meant", text=name)
            shown = " ".join(f"`- {part}`" for part in parts)
            hint = say("write one a line, each with a dash: {shown}", shown=shown)
            draft.tell("JB471", message, hint, path=("theme", "features", place))
        elif meant := nearest(name, material.features()):
            message = say("Material has no feature ‘{name}’; did you mean ‘{meant}’?", name=name, meant=meant)
            hint = say("write `{meant}`", meant=meant)
            draft.tell("JB471", message, hint, path=("theme", "features", place))


def _judge_search(draft: Draft, theme: dict[str, Any]) -> None:
    """Tell the first feature of a search that no plugin makes: MkDocs’s is gone where `plugins` does not name it."""
    features, plugins = theme.get("features"), draft.data.get("plugins")
    if not isinstance(features, list) or not isinstance(plugins, list | dict) or draft.has_told("plugins"):
        return
    if any("search" in part.name for part in named("plugins", plugins)):
        return
    place = next((place for place, name in enumerate(features) if str(name).startswith("search.")), None)
    if place is not None:
        message = say("readers have no search: no plugin of `plugins:` makes one, so that this has no effect")
        hint = say("write `- search` below `plugins:`, or take this out")
        draft.tell("JB471", message, hint, path=("theme", "features", place))


def _tell_switch(draft: Draft, place: int, given: dict[Any, Any]) -> None:
    """Tell a feature that is switched on or off by a value: it is on where it stands."""
    for key, value in given.items():
        name = str(key) if key in material.features() else nearest(str(key), material.features())
        message = say("‘{feature}’ takes no value: with one, Material has no such feature", feature=key)
        hint = say("write `- {feature}`", feature=name)
        if value is False or name is None:
            hint = say("take the line out: a feature is on only where its name stands")
        draft.tell("JB471", message, hint, path=("theme", "features", place))


def _as_list(given: object) -> Text:
    known = material.features()
    parts = [part for part in str(given).replace(",", " ").split() if part in known]
    if not parts:
        return say("write one feature a line, each with a dash, such as `- navigation.tabs`")
    return say("write `{key}: [{shown}]`", key="features", shown=", ".join(parts))


def _judge_icon(draft: Draft, theme: dict[str, Any], own: OwnTexts) -> None:
    given = theme.get("icon")
    if isinstance(given, dict):
        for key in map(str, given):
            if not own.reads(key):
                _tell_near(draft, ("theme", "icon", key), key, material.parts_with_icons())
    elif given:
        hint = say("write `icon: {{logo: {icon}}}`", icon=draft.typed(("theme", "icon")) or "material/library")
        draft.tell(
            "JB203", say("keys are expected below ‘{key}’, not a text", key="icon"), hint, path=("theme", "icon")
        )
        del theme["icon"]


def _judge_palette(draft: Draft, theme: dict[str, Any], own: OwnTexts) -> None:
    given, path = theme.get("palette"), ("theme", "palette")
    if isinstance(given, list) and all(isinstance(one, dict) for one in given):
        for place, one in enumerate(given):
            _judge_colours(draft, (*path, place), one, own)
        _tell_in_vain(draft, {(*path, place): one for place, one in enumerate(given)}, own)
    elif isinstance(given, dict):
        _judge_colours(draft, path, given, own)
        _tell_in_vain(draft, {path: given}, own)
    elif given:
        draft.tell(
            "JB203", say("keys are expected below ‘{key}’, not a text", key="palette"), _as_palette(given), path=path
        )
        del theme["palette"]


def _tell_in_vain(draft: Draft, palettes: dict[DataPath, dict[Any, Any]], own: OwnTexts) -> None:
    """Tell the first colour of Material's that journeybook's styles do not show; own styles may show it.

    Some of Material's rules name a scheme and a primary colour, and so colour links before ours.
    """
    found = [
        (path, kind, name)
        for path, one in palettes.items()
        for kind in ("primary", "accent")
        if isinstance(name := one.get(kind), str)
        and name.replace(" ", "-") in material.colours(kind) - {*_SHOWN_ALL_THE_SAME}
    ]
    if not found or any(own.has(name) for name in ("data-md-color", "--md-primary", "--md-accent")):
        return
    path, kind, name = found[0]
    if path == ("theme", "palette") and palettes[path].keys() <= {"primary", "accent"}:
        message = say("this palette gives pages no colour, and takes away the switch between light and dark")
        draft.tell("JB471", message, _ours(_OUR_COLOURS, name), path=path, at_key=True)
        return
    draft.tell(
        "JB471",
        say("‘{key}’ gives pages no colour here, links at most", key=kind),
        _ours(_IN_VAIN, name),
        path=(*path, kind),
        at_key=True,
    )


def _ours(hint: Text, colour: str) -> Text:
    """Show a colour as the option of journeybook has it, where it is one of CSS."""
    meant = from_hex(colour) or from_css(colour)
    return say(hint.template, colour=f'"{meant}"' if meant else '"#0b5cab"')


def _as_palette(given: object) -> Text:
    if (name := _known_as("scheme", str(given))) is not None:
        return say("write `palette: {{{kind}: {name}}}`", kind="scheme", name=name)
    return _ours(_OUR_COLOURS, str(given))


def _known_as(kind: str, name: str) -> str | None:
    """Give a value of Material's for a word: itself, what it has another word for, or the nearest."""
    known = material.colours(kind)
    name = name.casefold()
    other = _OTHERS.get(name, name.replace(" ", "-"))
    return other if other in known else nearest(name, known)


def _judge_colours(draft: Draft, path: DataPath, given: dict[Any, Any], own: OwnTexts) -> None:
    for key in map(str, given):
        _tell_near(draft, (*path, key), key, _OF_A_PALETTE)
    for kind in _COLOURS:
        name = given.get(kind)
        if kind in given and name is None and (noted := _noted_colour(draft, (*path, kind))):
            message = say("what follows # is a note that nobody reads, so that there is no colour here")
            hint = say("write one of {words}", words=", ".join(sorted(material.colours(kind))))
            hint = hint if kind == "scheme" else _ours(_OUR_COLOURS, noted)
            draft.tell("JB471", message, hint, path=(*path, kind), at_key=True)
        if isinstance(name, str) and name.replace(" ", "-") not in material.colours(kind) and not own.has(name):
            _tell_colour(draft, (*path, kind), kind, name)
    if isinstance(toggle := given.get("toggle"), dict) and not toggle.get("icon"):
        hint = say("write one, such as `icon: material/brightness-4`")
        draft.tell("JB201", say("‘icon’ is missing"), hint, path=(*path, "toggle"))
        given.pop("toggle")


def _noted_colour(draft: Draft, path: DataPath) -> str:
    """Give the colour that stands as a note behind a key without a value, such as `#1f643c`; empty where none does."""
    document = draft.document(path)
    node = document.at(path)
    line = document.lines[node.start_mark.line] if node else ""
    found = re.search(rf"\b{path[-1]}:[ \t]+(#[0-9a-fA-F]{{3,8}})[ \t]*$", line)
    return found[1] if found else ""


def _tell_colour(draft: Draft, path: DataPath, kind: str, name: str) -> None:
    meant = _known_as(kind, name)
    message = say("Material has no {kind} colour ‘{name}’", kind=kind, name=name)
    hint = _ours(_IN_VAIN, name)
    if kind == "scheme":
        message = say("Material has no scheme ‘{name}’", name=name)
        hint = say("write one of {words}", words=", ".join(sorted(material.colours(kind))))
    if kind == "scheme" and meant:
        hint = say("write `{key}: {value}`", key=kind, value=as_scalar(meant))
    draft.tell("JB471", message, hint, path=path)
