"""What an edition has of a blog of Material's, which makes lists and addresses of its own from a folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.builders.config.plugins import blog_plugins
from journeybook.handbook import Handbook
from journeybook.handbook.settings import Blog
from journeybook.markdown.frontmatter import split_front_matter


def close_blogs(config: MkDocsConfig, book: Handbook) -> None:
    """Turn off each blog of which an edition has neither the first page nor a post.

    The plugin would make the first page itself, and lists of nothing.
    """
    assert book.whole
    for blog, plugin in zip(book.settings.blogs, [*blog_plugins(config)], strict=True):
        index = posixpath.normpath(posixpath.join(str(plugin.config["blog_dir"]), "index.md"))
        inside = {path for path in book.whole.pages if path == index or path.startswith(blog.posts)}
        if index in inside and inside.isdisjoint(book.pages):
            plugin.config["enabled"] = False
            with suppress(AttributeError):  # it deletes its folder after each build, and makes one only where it is on
                Path(plugin.temp_dir).mkdir(exist_ok=True)


def hidden_in_blogs(config: MkDocsConfig, book: Handbook, files: Files) -> set[str]:
    """Give the paths of posts, and of lists of posts, that an edition lacks, as the plugin has them.

    `files` are those of the whole handbook, none of which is in a site yet.
    """
    assert book.whole
    found = set[str]()
    for blog, plugin in zip(book.settings.blogs, [*blog_plugins(config)], strict=True):
        shown, hidden = set[str](), set[str]()
        for file in files:
            if file.src_uri.startswith(blog.posts) and file.src_uri in book.whole.pages:
                addresses = _addresses(plugin, file, config)
                (shown if file.src_uri in book.pages else hidden).update(addresses)
        found |= hidden - shown
    return found


def _addresses(plugin: Any, file: File, config: MkDocsConfig) -> Iterator[str]:
    """Give the paths that the plugin gives to a post, to those of its categories and to that of its year.

    Nobody but the plugin can say them, by options that are functions too; nothing where its code has other names.
    """
    with suppress(Exception):  # what it raises of a post that it cannot read, `check` tells
        post = import_module("material.plugins.blog.structure").Post(file, config)
        yield plugin._format_path_for_post(post, config)
        yield plugin._format_path_for_archive(post, config)
        yield from map(plugin._format_path_for_category, post.config.categories)


def authors_shown(book: Handbook) -> Iterator[tuple[str, str]]:
    """Give each file of authors, by its path among the chapters, with what it says of those who have a post here."""
    for blog in book.settings.blogs:
        if blog.authors is not None and not blog.inherits:
            with suppress(OSError, yaml.YAMLError, ValueError, AttributeError):
                known = yaml.safe_load(Path(book.settings.content, blog.authors_file).read_text("utf-8-sig"))["authors"]
                names = set(_authors(book, blog))
                yield blog.authors_file, yaml.safe_dump({name: known[name] for name in names & known.keys()})


def _authors(book: Handbook, blog: Blog) -> Iterator[str]:
    for path, page in book.pages.items():
        if path.startswith(blog.posts):
            with suppress(yaml.YAMLError, ValueError, AttributeError):
                front = yaml.safe_load(split_front_matter(page.document.text)[0])
                yield from map(str, front.get("authors") or ())
