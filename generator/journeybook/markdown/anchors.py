"""What a link can lead to within a page: the ids of its headings, and those that authors have given."""

from __future__ import annotations

from journeybook.markdown.heading_aliases import with_heading_aliases
from journeybook.markdown.output import tags
from journeybook.markdown.settings import MarkdownSettings, render
from journeybook.markdown.tame import tame


def anchors(body: str, settings: MarkdownSettings) -> frozenset[str]:
    """Find the ids of a page's elements, and the names of its anchors."""
    html = render(tame(with_heading_aliases(body, settings)), settings)
    ids = {tag.attributes["id"] for tag in tags(html, "id") if "id" in tag.attributes}
    return frozenset(
        ids | {tag.attributes["name"] for tag in tags(html, "name") if tag.name == "a" and "name" in tag.attributes}
    )
