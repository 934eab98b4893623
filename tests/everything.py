"""The two ends of what a handbook's mkdocs.yml may switch on: nothing at all, and everything that people use."""

from __future__ import annotations

import re
from importlib.resources import files

from journeybook.builders.config.theming import FEATURES as OURS

SETTINGS = ("off", "on")
PLUGINS = {"off": ("search",), "on": ("search", "tags")}
FEATURES = (
    "announce.dismiss", "content.action.edit", "content.action.view", "content.code.annotate", "content.code.copy",
    "content.code.select", "content.footnote.tooltips", "content.lazy", "content.tabs.link", "content.tooltips",
    "header.autohide", "navigation.footer", "navigation.indexes", "navigation.instant", "navigation.instant.prefetch",
    "navigation.instant.preview", "navigation.instant.progress", "navigation.path", "navigation.prune",
    "navigation.sections", "navigation.tabs", "navigation.tabs.sticky", "navigation.top", "navigation.tracking",
    "search.highlight", "search.share", "search.suggest", "toc.follow",
)  # fmt: skip
"""All of Material's that go together: `toc.integrate` shows no contents of pages beside the navigation, and
`navigation.expand` takes `navigation.prune` back."""
APART = {"toc.integrate", "navigation.expand"}
_ROOMS = "announce|content|header|navigation|search(?!\\.result)|toc"
_EXTENSIONS = """
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - meta
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.blocks.admonition
  - pymdownx.blocks.caption
  - pymdownx.blocks.definition
  - pymdownx.blocks.details
  - pymdownx.blocks.html
  - pymdownx.blocks.tab: {alternate_style: true}
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight: {anchor_linenums: true}
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""


def switched(setting: str) -> str:
    """The lines of mkdocs.yml for `off` and for `on`. A list without features would stand for journeybook's own."""
    if setting == "off":
        return "theme: {name: material, features: [none]}\n"
    edits = "repo_url: https://example.org/a/book\nedit_uri: edit/main/content/\n"
    return f"theme: {{name: material, features: [{', '.join(FEATURES)}]}}\n{edits}markdown_extensions:{_EXTENSIONS}"


def known_features() -> set[str]:
    """Every feature that the installed Material asks for, in its templates and its script."""
    theme = files("material").joinpath("templates")
    found = set(OURS)
    for folder in ("", "partials", "partials/javascripts", "assets/javascripts"):
        for file in theme.joinpath(folder).iterdir():
            if file.name.endswith((".html", ".min.js")):
                text = file.read_text("utf-8")
                found |= set(re.findall(r"""["']([a-z]+\.[a-z.]+)["'] (?:not )?in features""", text))
                found |= set(re.findall(rf"""\b[A-Za-z]+\("((?:{_ROOMS})\.[a-z.]+)"\)""", text))
    return found
