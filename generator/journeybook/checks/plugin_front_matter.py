"""JB332: front matter that MkDocs, or a plugin of mkdocs.yml, cannot read, so that a build stops or prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import yaml

from journeybook.handbook import ContentPage, Handbook
from journeybook.handbook.settings import Blog
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.model.meant_dates import meant_dates
from journeybook.problems import Code, Example, Problem, Text, say
from journeybook.problems.nearest import nearest
from journeybook.source import Document

CODES = (
    Code(
        "JB332",
        means=(
            "MkDocs, or the plugin `blog` or `tags` of mkdocs.yml, cannot read a page's front matter: a date that is "
            "none, tags in one text, a post without a date. A build would stop, or print the front matter."
        ),
        remedy="Write it as the answer shows: dates as 2026-11-28, tags, categories and authors as lists.",
        example=Example(
            wrong="---\ndate: 2026-11-31\n---\n\n# News\n",
            right="---\ndate: 2026-11-30\n---\n\n# News\n",
            file="content/news.md",
        ),
    ),
)

_CODE = "JB332"
_TAG = "tag:yaml.org,2002:"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What MkDocs reads front matter with."""
_LOADER_OF_POSTS: Any = yaml.SafeLoader
_LISTS = ("categories", "authors")
_SWITCHES = ("draft", "pin")


def check(book: Handbook) -> Iterator[Problem]:
    """Report dates that are none on all pages, tags that are no list, and posts that their blog would stop at."""
    today = f"{book.settings.today:%Y-%m-%d}"
    for path, page in book.pages.items():
        blog = next((blog for blog in book.settings.blogs if path.startswith(blog.posts)), None)
        yield from _on(page, blog, book.settings.tag_keys, today)


def _on(page: ContentPage, blog: Blog | None, tag_keys: tuple[str, ...], today: str) -> Iterator[Problem]:
    front = _as_read(page, _LOADER_OF_POSTS if blog else _LOADER)
    if isinstance(front, Problem):
        yield front
    elif front is not None:
        yield from _no_dates(front)
        for key in tag_keys:
            yield from _tags(front, key)
        yield from _post(front, today, blog) if blog else ()
    elif blog and not blog.inherits and not split_front_matter(page.document.text)[0].strip():
        yield _undated(page.document, today)


def _as_read(page: ContentPage, loader: Any) -> Document | Problem | None:
    """Give a page's front matter with nodes of MkDocs's types; None where it has none, or where it has been told."""
    text = split_front_matter(page.document.text)[0]
    if not text.strip() or not page.document.data:
        return None
    try:
        node = yaml.compose(f"\n{text}", Loader=loader)  # the line of dashes above it keeps its place in the count
    except yaml.MarkedYAMLError as error:
        return _unreadable(page.document, error)
    return replace(page.document, compose=lambda: node)


def _unreadable(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    """Tell what all parsers take but that of blogs: a tab between a key and its value."""
    line, column = (error.problem_mark.line + 1, error.problem_mark.column + 1) if error.problem_mark else (1, 1)
    message, hint = say("a blog cannot read the front matter from here on"), say("write one space, and no tab")
    return document.problem_at(_CODE, message, hint, line=line, column=column)


def _no_dates(front: Document) -> Iterator[Problem]:
    """Report a date that the calendar has not, at which MkDocs gives up the whole front matter, and prints it."""
    for node in front.nodes():
        if isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}timestamp" and not _is_date(node):
            mark, message = node.start_mark, say("‘{date}’ is no date of the calendar", date=node.value)
            yield front.problem_at(
                _CODE, message, say("write the day that is meant"), line=mark.line + 1, column=mark.column + 1
            )


def _is_date(node: yaml.ScalarNode) -> bool:
    try:
        yaml.SafeLoader("").construct_yaml_timestamp(node)
    except ValueError:
        return False
    return True


def _tags(front: Document, key: str) -> Iterator[Problem]:
    told = partial(front.problem, _CODE)
    node = front.at((key,)) if front.has((key,)) else None
    if isinstance(node, yaml.ScalarNode) and node.tag != f"{_TAG}null":
        yield told(say("tags are a list"), _as_list(key, node.value), path=(key,))
    elif isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            if not isinstance(item, yaml.ScalarNode) or item.tag in (f"{_TAG}null", f"{_TAG}timestamp"):
                hint = say("write a word there, in quotation marks where it is a date; or take it out")
                yield told(say("this tag is no word"), hint, path=(key, place))


def _as_list(key: str, typed: str) -> Text:
    words = [word.strip() for word in typed.split(",") if word.strip()]
    return say("write `{form}`", form=f"{key}: [{', '.join(words)}]")


def _post(front: Document, today: str, blog: Blog) -> Iterator[Problem]:
    if front.has(("date",)):
        yield from _date(front, today)
    elif not blog.inherits:
        yield _undated(front, today)
    for key in _LISTS:
        yield from _words(front, key)
    for key in _SWITCHES:
        node = front.at((key,)) if front.has((key,)) else None
        if node is not None and node.tag not in (f"{_TAG}bool", f"{_TAG}null"):
            message, hint = say("‘{key}’ is true or false in a post", key=key), say("write `{key}: true`", key=key)
            yield front.problem(_CODE, message, hint, path=(key,))
    yield from _unknown(front, blog)


def _undated(document: Document, today: str) -> Problem:
    message = say("this post has no date, and a blog is in the order of dates")
    hint = say("write `date: {today}` into its front matter, between lines of three hyphens", today=today)
    return document.problem_at(_CODE, message, hint, line=1, column=1)


def _date(front: Document, today: str) -> Iterator[Problem]:
    path = ("date", "created") if isinstance(front.data.get("date"), dict) else ("date",)
    node = front.at(path) if front.has(path) else None
    if node is not None and node.tag == f"{_TAG}timestamp":
        return
    typed = node.value if isinstance(node, yaml.ScalarNode) else ""
    message = say("‘{date}’ is no date as a blog reads it", date=typed) if typed else say("this date is empty")
    meant = meant_dates(typed)
    date = meant[0] if len(meant) == 1 else today
    hint = say("write `date: {date}`, without quotation marks", date=date)
    if len(meant) > 1:
        one, other = (f"date: {found}" for found in meant[:2])
        hint = say("write `{one}` or `{other}`, whichever is meant", one=one, other=other)
    yield front.problem(_CODE, message, hint, path=path)


def _words(front: Document, key: str) -> Iterator[Problem]:
    node = front.at((key,)) if front.has((key,)) else None
    if isinstance(node, yaml.ScalarNode) and node.tag != f"{_TAG}null":
        hint = _as_list(key, node.value)
        yield front.problem(_CODE, say("‘{key}’ is a list in a post", key=key), hint, path=(key,))
    for place, item in enumerate(node.value if isinstance(node, yaml.SequenceNode) else ()):
        if item.tag != f"{_TAG}str":
            typed = item.value if isinstance(item, yaml.ScalarNode) else ""
            hint = say("write `{word}`", word=f'"{typed}"') if typed else say("write a word there, or take it out")
            yield front.problem(_CODE, say("this is no word"), hint, path=(key, place))


def _unknown(front: Document, blog: Blog) -> Iterator[Problem]:
    named = front.data.get("authors")
    for place, name in enumerate(named if isinstance(named, list) else ()):
        if isinstance(name, str) and blog.authors is not None and name not in blog.authors:
            near = nearest(name, blog.authors)
            hint = say("write `{name}`", name=near) if near else say("add it to `{file}`", file=blog.authors_file)
            message = say("‘{file}’ has no author ‘{name}’", file=blog.authors_file, name=name)
            yield front.problem(_CODE, message, hint, path=("authors", place))
