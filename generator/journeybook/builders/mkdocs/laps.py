"""What MkDocs itself spends its time on, told from between its hooks."""

from __future__ import annotations

from typing import Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from journeybook.ground.stopwatch import Stopwatch

BUILDER, MARKDOWN, TEMPLATES, SEARCH, WRITING = (
    "builder",
    "builder: Markdown",
    "builder: templates",
    "builder: search",
    "builder: writing",
)
_FIRST, _LAST = 100, -100  # MkDocs's own names for the two ends of the order of plugins


class _NoOptions(Config):
    """It has none."""


class Laps(BasePlugin[_NoOptions]):
    """Turns the watch before the first and after the last plugin of an event; it changes nothing.

    Search is the one plugin of a handbook without plugins of its author's that works in `on_page_context`, so the time
    between the two ends of that event is taken as its.
    """

    def __init__(self, watch: Stopwatch) -> None:
        self.watch = watch

    @event_priority(_FIRST)
    def _before_markdown(self, /, markdown: str, *, page: Page, **_: Any) -> None:
        self.watch.turn(BUILDER, page.file.src_uri)

    @event_priority(_LAST)
    def _after_markdown(self, /, markdown: str, *, page: Page, **_: Any) -> None:
        self.watch.turn(MARKDOWN, page.file.src_uri)

    on_page_markdown = CombinedEvent(_before_markdown, _after_markdown)

    @event_priority(_FIRST)
    def on_page_content(self, html: str, **_: Any) -> None:
        """Markdown is done."""
        self.watch.turn(BUILDER)

    @event_priority(_LAST)
    def on_env(self, env: Any, **_: Any) -> None:
        """Files are copied next, and the templates that belong to no page."""
        self.watch.turn(WRITING)

    @event_priority(_FIRST)
    def _before_context(self, /, context: Any, *, page: Page, **_: Any) -> None:
        self.watch.turn(SEARCH, page.file.src_uri)

    @event_priority(_LAST)
    def _after_context(self, /, context: Any, *, page: Page, **_: Any) -> None:
        self.watch.turn(TEMPLATES, page.file.src_uri)

    on_page_context = CombinedEvent(_before_context, _after_context)

    @event_priority(_FIRST)
    def _before_post_page(self, /, output: str, *, page: Page, **_: Any) -> None:
        self.watch.turn(BUILDER, page.file.src_uri)

    @event_priority(_LAST)
    def _after_post_page(self, /, output: str, **_: Any) -> None:
        self.watch.turn(WRITING)

    on_post_page = CombinedEvent(_before_post_page, _after_post_page)

    @event_priority(_FIRST)
    def _before_post_build(self, /, **_: Any) -> None:
        self.watch.turn(SEARCH)

    @event_priority(_LAST)
    def _after_post_build(self, /, **_: Any) -> None:
        self.watch.turn(BUILDER)

    on_post_build = CombinedEvent(_before_post_build, _after_post_build)
