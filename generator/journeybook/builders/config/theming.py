"""Dress Material as journeybook; what mkdocs.yml says itself always wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from markupsafe import Markup, escape
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from journeybook.builders.config.hosts import is_on
from journeybook.builders.config.settings import language_of
from journeybook.ground.theme_dir import OURS, theme_dir
from journeybook.language.words import Words
from journeybook.markdown.escape import inert
from journeybook.markdown.slugs import heading_id
from journeybook.pages.assets import BACK, SCRIPT, SHIM, STYLESHEET
from journeybook.pages.foreign import settle

FEATURES = [
    "content.action.edit",
    "content.code.copy",
    "navigation.footer",
    "navigation.indexes",
    "navigation.instant",
    "navigation.prune",
    "navigation.tabs",
    "navigation.tabs.sticky",
    "navigation.top",
    "search.highlight",
    "search.suggest",
    "toc.follow",
]
_UNPKG = "https://unpkg.com/iframe-worker/shim"
EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "pymdownx.details")


def theme_options(words: Callable[[str], str]) -> dict[str, Any]:
    """Give the options of Material that journeybook sets where mkdocs.yml does not; no font, for ours come along."""
    light = {"scheme": "default", "primary": "custom", "accent": "custom"}
    dark = {"scheme": "slate", "primary": "custom", "accent": "custom"}
    return {
        "font": False,
        "features": list(FEATURES),
        "palette": [
            {
                "media": "(prefers-color-scheme: light)",
                **light,
                "toggle": {"icon": "material/weather-night", "name": words("Switch to dark")},
            },
            {
                "media": "(prefers-color-scheme: dark)",
                **dark,
                "toggle": {"icon": "material/weather-sunny", "name": words("Switch to light")},
            },
        ],
    }


def strings(words: Words) -> dict[str, str]:
    """Give the texts of the theme's own templates, such as 404, as HTML."""
    said = {
        "lost_title": words("This page is not here"),
        "lost_text": words("It may have moved, or the address has a typing error. These ways lead on:"),
        "home": words("The start of the handbook"),
        "journeys": words("All journeys"),
        "toolkit": words("All activities"),
        "search": words("Or search with the field above."),
        "version": words("v {mark}", mark="{}"),
    }
    shown = {name: settle(str(escape(text)), words.page) for name, text in said.items()}
    return shown | {"search_said": _search_line(words), "tabs": _tabs(words)}


def _tabs(words: Words) -> str:
    """Begin the list of tabs that scrolls, with what its buttons are called (scrolling.css)."""
    back, more = escape(words("Chapters before these")), escape(words("Chapters after these"))
    return settle(f'<ul class="md-tabs__list jb-tabs-more" data-jb-back="{back}" data-jb-more="{more}">', words.page)


def _search_line(words: Words) -> str:
    """Make the line that says what the search has changed, with the texts that its script fills (said.js)."""
    texts = {
        "also": words("Also found: {words}."),
        "instead": words("Nothing for ‘{word}’; shown: {words}."),
        "failed": words("The search could not be loaded. Type again to try once more."),
        "loading": words("Loading the search …"),
    }
    attributes = "".join(f' data-jb-{name}="{escape(text)}"' for name, text in texts.items())
    return settle(f'<p class="jb-search-said" role="status"{attributes}></p>', words.page)


def dress(config: MkDocsConfig) -> None:
    """Add our templates, stylesheet, script and defaults to a site with the theme Material."""
    theme = config.theme
    if theme.name != "material":
        raise PluginError(
            f"journeybook needs the theme Material. Write in mkdocs.yml:\n\n  theme: material\n\n"
            f"(it says ‘{theme.name or theme.custom_dir}’ now)"
        )
    plain = Theme(name="material")
    for key, value in theme_options(Words(language_of(config))).items():
        if theme.get(key) == plain.get(key):  # mkdocs.yml does not say
            theme[key] = value
    folder = str(theme_dir() / "overrides")
    if folder not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, folder)
    for name in EXTENSIONS:
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_id)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)
    if SCRIPT not in map(str, config.extra_javascript):
        script = ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.insert(0, script)
    config.extra["polyfills"] = polyfills_of(config)


def polyfills_of(config: MkDocsConfig) -> list[Any]:
    """Give what comes before Material's script: ours for the back button, and the list under `extra.polyfills`.

    With the plugin `offline`, also our copy of the script it needs. Where one called iframe-worker is listed, Material
    and Zensical add none of their own, from another host.
    """
    given = config.extra.get("polyfills") or []
    named = list(given) if isinstance(given, list) else [given]
    listed = named if BACK in map(str, named) else [BACK, *named]
    if not is_on(config, "offline"):
        return listed
    own = [script for script in listed if str(script) != _UNPKG]
    return own if any("iframe-worker" in str(script) for script in own) else [SHIM, *own]


def name_ours(env: Environment) -> None:
    """Let templates of the handbook's own take in those of ours that they hide, such as `journeybook/404.html`."""
    assert env.loader is not None
    env.loader = ChoiceLoader([env.loader, PrefixLoader({OURS: FileSystemLoader(theme_dir() / "overrides")})])


def escape_names(config: MkDocsConfig) -> None:
    """Escape the site's name, description and author: Material puts them into its HTML as they are.

    They are marked as escaped, so that templates which do escape them do not do it twice.
    """
    config.site_name = _as_text(config.site_name)
    config.site_description = _as_text(config.site_description) if config.site_description else None
    config.site_author = _as_text(config.site_author) if config.site_author else None


def _as_text(name: str) -> Markup:
    return name if isinstance(name, Markup) else escape(inert(name))
