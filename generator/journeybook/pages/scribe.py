"""What a template can ask for while one page is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from journeybook.handbook import Chapter, ContentPage, Entry
from journeybook.handbook.captions import Given, Numbered
from journeybook.handbook.targets import Target, Wrong, resolve
from journeybook.markdown import fields
from journeybook.markdown.captions import caption_key
from journeybook.markdown.escape import escape
from journeybook.markdown.references import Edit, Reference, find, rewrite
from journeybook.markdown.tokens import unused
from journeybook.model import Journey
from journeybook.model.views import Drawing
from journeybook.pages.addresses import HOME, path_of, target_path
from journeybook.pages.artifact import Fills
from journeybook.pages.foreign import settle, unmarked
from journeybook.pages.site import COLUMN, DESK, WIDE, Picture, Site
from journeybook.store.dependencies import dependencies

_PRE = re.compile(r"(<pre.*?</pre>)", re.S)


def tidy(html: str) -> str:
    """Take out empty lines and indentation of HTML, which Markdown would take for something else."""
    parts = _PRE.split(html)
    parts[::2] = ["\n".join(line.strip() for line in part.split("\n") if line.strip()) for part in parts[::2]]
    return "".join(parts).strip()


class Scribe:
    """One page while it is written: its links, its fills and its fields.

    `page` in every template. Methods that return Markup have escaped what authors wrote. `address` is the path of the
    HTML that the page is written to, where `path` does not tell that; `given` has the numbers of the page's captions.
    """

    def __init__(self, site: Site, path: str, fills: Fills | None = None, address: str = "") -> None:
        self.site = site
        self.path = path
        self.links = site.links(address or path)
        self.fills = fills or Fills()
        self.given = Given([])

    def block(self, caller: Callable[[], str]) -> Markup:
        """Keep the HTML between `{% call page.block() %}` and `{% endcall %}`; give a placeholder for the Markdown."""
        return Markup("\n\n" + self.fills.block(self._finished(caller())) + "\n\n")

    def late(self, caller: Callable[[], str]) -> Markup:
        """Keep a part of a block until search has read the page, which costs less; give a placeholder for it."""
        return Markup(self.fills.late(self._finished(caller())))

    def _finished(self, html: str) -> str:
        return settle(tidy(html), self.site.words.page)

    def href(self, target: str | Entry[Any] | Chapter | ContentPage, fragment: str = "") -> str:
        """Give the relative address of a page."""
        match target:
            case str():
                return self.links.to(target, fragment)
            case Entry():
                return self.links.to(path_of(target), fragment)
            case Chapter():
                return self.links.to(target.opening.path, fragment)
            case _:
                return self.links.to(target.path, fragment)

    def file(self, path: str) -> str:
        """Give the relative address of a file that is no page."""
        return self.links.file(path)

    def field(self, text: str | None, level: int = 3) -> Markup:
        """Render a Markdown field of YAML to HTML; its headings begin at `level`."""
        if not text:
            return Markup()
        embeds: list[str] = []
        token = unused(text, "jbembed")

        def shown(reference: Reference, html: str) -> str:
            embeds.append(html)
            return f"{token}{len(embeds)}z"

        references = find(text, fields.FIELD_SETTINGS)
        markdown = rewrite(text, references, lambda r: self.replacement(r, shown, self._address))
        html = unmarked(fields.render(markdown, heading_level=level, trusted=self.site.trusted))
        if not embeds:
            return Markup(html)
        return Markup(re.sub(rf"(?:<p>)?{token}([0-9]+)z(?:</p>)?", lambda match: embeds[int(match[1]) - 1], html))

    def _address(self, reference: Reference, path: str, fragment: str) -> str:
        return self.links.to(path, fragment)

    def replacement(
        self,
        reference: Reference,
        shown: Callable[[Reference, str], str],
        address: Callable[[Reference, str, str], str],
    ) -> str | Edit | None:
        """Give what to put in a reference's place: `shown` takes an embed's HTML, `address` makes a link's address."""
        found = resolve(self.site.book, reference)
        if isinstance(found, Wrong):
            return reference.text if found.soft else None
        if reference.embed:
            return shown(reference, self.embed(reference, found))
        name = None if reference.text.strip() or reference.form != "inline" else self.name_of(found)
        return Edit(address(reference, *target_path(found)), name)

    def name_of(self, target: Target) -> str:
        """Say in Markdown what an empty link is called."""
        words, entry = self.site.words, target.entry
        if target.captioned is not None:
            return self._name_of_captioned(target.captioned)
        if target.chapter is not None:
            number = target.chapter.number
            name = words("chapter {number}, {title}", number=number, title=target.chapter.title)
            return escape(name if number else target.chapter.title)
        if target.term is not None:
            return escape(target.term.term)
        if entry is None:
            return ""
        if target.handout is not None:
            return escape(target.handout.title)
        if target.stage is not None:
            name = words(
                "{journey}, stage {number}, {stage}",
                journey=entry.title,
                number=target.stage.number,
                stage=target.stage.title,
            )
            return escape(name)
        if entry.number is not None:
            return escape(words("toolkit activity {number}, {title}", number=entry.number, title=entry.title))
        return escape(entry.title)

    def _name_of_captioned(self, captioned: Numbered) -> str:
        """Say the number of a figure or a table; outside chapters, where it has none, its caption."""
        what, number, words = captioned.what, captioned.number, self.site.words
        if not number:
            return what.text or escape(self.site.book.journeys[what.journey].title)
        is_figure = what.kind == "figure"
        return escape(words("figure {number}", number=number) if is_figure else words("table {number}", number=number))

    def embed(self, reference: Reference, target: Target) -> str:
        """Render what an embed shows in place."""
        page = self.site.book.pages.get(self.path)
        if reference.kind == "journey" and target.entry is not None:
            caption = reference.text or target.entry.title
            width = COLUMN if page else DESK  # chapters have columns on both sides, the home page has none
            width = WIDE if self.path == HOME else width
            numbered = self.given.take(caption_key(reference))
            return str(self.figure(target.entry, target.view, caption=caption, width=width, numbered=numbered))
        html = self.site.render(f"parts/{reference.kind}.html.j2", page=self, target=target, own=page)
        return tidy(html)

    def figure(
        self,
        journey: Entry[Journey],
        view: str = "",
        *,
        caption: str = "",
        how: str = "",
        width: int = DESK,
        also: Sequence[Drawing] = (),
        numbered: Numbered | None = None,
    ) -> Markup:
        """Keep a journey's figure, which is drawn once all pages are written; give a placeholder for it.

        `how` says what can be done with it on a screen, and is not printed. `also` are the journey's other drawings on
        the page, to which the figure leads; `numbered` has its number.
        """
        placeholder = self.fills.figure("")
        key = next(reversed(self.fills.figures))
        shown = view or journey.model.views[0].view
        picture = Picture(
            *(self.site, self.fills, key, journey, shown, self.links, caption, width),
            *(dependencies(), also, numbered, how),
        )
        self.site.pictures.append(picture)
        return Markup(placeholder)
