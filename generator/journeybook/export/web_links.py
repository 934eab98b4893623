"""Markdown whose links of ours lead to the web, for what is read away from the handbook."""

from __future__ import annotations

from collections.abc import Callable

from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown.fields import FIELD_SETTINGS
from journeybook.markdown.references import Edit, MarkdownSettings, Reference, find, rewrite
from journeybook.pages.addresses import QUESTIONS, TOOLKIT, target_path
from journeybook.pages.scribe import Scribe
from journeybook.pages.site import Site

_LISTS = {"toolkit": TOOLKIT, "questions": QUESTIONS}
"""The pages that list what an embed without an id shows."""


class WebLinks:
    """The links of a handbook as the web has them; words where it has no address, or nothing is there.

    `shown` gives what stands in the place of something that is shown in place, where it is no link.
    """

    def __init__(self, site: Site, shown: Callable[[Target], str] = lambda target: "") -> None:
        self._site = site
        self._scribe = Scribe(site, "")
        self._shown = shown

    def linked(self, text: str, settings: MarkdownSettings = FIELD_SETTINGS) -> str:
        """Give Markdown in which links and embeds of ours lead to the web."""
        return rewrite(text, find(text, settings), self._link)

    def _link(self, reference: Reference) -> str | Edit:
        found = resolve(self._site.book, reference)
        if isinstance(found, Wrong):  # only what the edition leaves out: all else has stopped the export
            return reference.text
        if reference.embed and (shown := self._shown(found)):
            return shown
        path, fragment = target_path(found)
        path = path if found.entry or found.chapter else _LISTS.get(reference.kind, path)
        address = self._site.on_the_web(path, fragment)
        name = reference.text.strip() or self._scribe.name_of(found)
        if reference.form != "inline" and address:
            return Edit(address)
        return f"[{name}]({address})" if address and name else name
