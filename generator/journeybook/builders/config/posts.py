"""The pages that Material's plugin `blog` takes for posts: it orders and lists them itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig


def posts(config: MkDocsConfig, paths: Iterable[str]) -> set[str]:
    """Give those paths of pages that are posts."""
    folders = tuple(_folders(config))
    return {path for path in paths if path.startswith(folders)}


def _folders(config: MkDocsConfig) -> Iterator[str]:
    for plugin in plugins_named(config, "blog"):
        blog = posixpath.normpath(str(plugin.get("blog_dir") or "blog"))
        folder = str(plugin.get("post_dir") or "{blog}/posts").replace("{blog}", blog)
        yield f"{posixpath.normpath(folder)}/"


def plugins_named(config: MkDocsConfig, name: str) -> Iterator[dict[str, object]]:
    """Give the options of each plugin of Material's of that name that is on; it may be named several times."""
    for key, plugin in config.plugins.items():
        if key.partition(" ")[0].removeprefix("material/") == name and plugin.config.get("enabled", True):
            yield dict(plugin.config)
