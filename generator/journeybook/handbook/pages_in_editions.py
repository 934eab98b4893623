"""Give the authors' pages as an edition carries them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

import yaml

from journeybook.handbook.chapters import ContentPage, make_page
from journeybook.handbook.included import includes, takes_in, with_included
from journeybook.handbook.settings import Settings
from journeybook.markdown.audience_blocks import without_blocks
from journeybook.markdown.frontmatter import split_front_matter
from journeybook.markdown.taken_in import without_hidden_definitions
from journeybook.model.editions import Edition, seen

_TOLD_APART = ("audience", "questions")
"""Keys of front matter that no edition's text has: MkDocs hands a page's whole front matter on."""


def in_edition(page: ContentPage, edition: Edition, settings: Settings, hidden: Mapping[str, Set[str]]) -> ContentPage:
    """Give a page as an edition carries it: without the blocks, and the questions, that it does not.

    Its text is what that leaves; of its front matter go the keys that say for whom it is, and those that name what is
    `hidden`: ids, by the key that would name one.
    """
    told = {key for key, ids in hidden.items() if getattr(page.front, key) in ids}
    whole = page.document.text
    text = without_blocks(whole, page.blocks, edition.shows, definitions=includes(whole, settings))
    if takes_in(whole, settings):  # what it takes in may use its notes, or be the only one that does
        all_of_it = with_included(whole[page.body_at :], page.path, settings)
        body = without_hidden_definitions(text[page.body_at :], all_of_it, settings.markdown, edition.shows)
        text = text[: page.body_at] + body
    text = _without_keys(text, {*_TOLD_APART, *told})
    if text == page.document.text:
        return page
    found, _ = make_page(text, page.document.file, page.path, settings)
    if found is None:
        raise ValueError(f"{page.document.file} cannot be read without its blocks")
    front = seen(edition, page.front).model_copy(update={"title": found.front.title})
    return replace(found, front=front, title=front.title or found.title, chapter=page.chapter)


def _without_keys(text: str, keys: Set[str]) -> str:
    """Give a page's text without some keys of its front matter."""
    front, body, _ = split_front_matter(text)
    try:
        read = yaml.safe_load(front) if any(key in front for key in keys) else None
    except yaml.YAMLError:  # then MkDocs takes none of it either
        return body
    if not isinstance(read, dict) or not read.keys() & keys:
        return text
    kept = {key: value for key, value in read.items() if key not in keys}
    return f"---\n{yaml.safe_dump(kept, sort_keys=False, allow_unicode=True)}---\n\n{body}" if kept else body
