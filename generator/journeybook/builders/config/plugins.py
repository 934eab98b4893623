"""What Material's plugins `blog` and `tags`, and `include-markdown`, read of pages, by their options in mkdocs.yml."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from journeybook.handbook.settings import Blog


def tag_keys_of(config: MkDocsConfig) -> Iterator[str]:
    """Give the keys of front matter that are read as tags."""
    for options in _plugins_named(config, "tags"):
        yield str(options.get("tags_name_property") or "tags")


def include_tags_of(config: MkDocsConfig) -> tuple[str, str]:
    """Give the signs between which the plugin `include-markdown` takes files in."""
    for options in _plugins_named(config, "include-markdown"):
        return str(options.get("opening_tag") or "{%"), str(options.get("closing_tag") or "%}")
    return "{%", "%}"


def blogs_of(config: MkDocsConfig) -> Iterator[Blog]:
    """Give each blog, with the names in its file of authors."""
    for options in _plugins_named(config, "blog"):
        folder = posixpath.normpath(str(options.get("blog_dir") or "blog"))
        posts = str(options.get("post_dir") or "{blog}/posts").replace("{blog}", folder)
        file = posixpath.normpath(str(options.get("authors_file") or "{blog}/.authors.yml").replace("{blog}", folder))
        authors = frozenset(_names(Path(config.docs_dir, file))) if options.get("authors", True) else None
        yield Blog(f"{posixpath.normpath(posts)}/", file, authors, inherits=any(_plugins_named(config, "meta")))


def blog_plugins(config: MkDocsConfig) -> Iterator[Any]:
    """Give the plugin of each blog, in the order of `blogs_of`."""
    return _plugins(config, "blog")


def _plugins_named(config: MkDocsConfig, name: str) -> Iterator[dict[str, object]]:
    """Give the options of each plugin of Material's of that name that is on."""
    return (dict(plugin.config) for plugin in _plugins(config, name))


def _plugins(config: MkDocsConfig, name: str) -> Iterator[Any]:
    """Give each plugin of Material's of that name that is on; it may be named several times."""
    for key, plugin in config.plugins.items():
        if key.partition(" ")[0].removeprefix("material/") == name and plugin.config.get("enabled", True):
            yield plugin


def _names(path: Path) -> Iterator[str]:
    """Give the names of a file of authors; none of one that cannot be read, of which its blog tells."""
    with suppress(OSError, yaml.YAMLError, ValueError, RecursionError):
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
        for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
            if key.value == "authors" and isinstance(value, yaml.MappingNode):
                yield from (str(name.value) for name, _ in value.value)
