"""`journeybook cards`."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import click

from journeybook.builders.config.settings import site_of
from journeybook.cards.deck import NAMES, Deck, DeckName, Decks
from journeybook.cards.pdf import deck_pdf, is_deck
from journeybook.cards.sheet import DUPLEX, PAPERS, Duplex
from journeybook.cli import screen
from journeybook.cli.errors import CannotRun
from journeybook.cli.project import config_option, edition_option, open_project, output_option
from journeybook.handbook import Handbook
from journeybook.handbook.targets import Wrong, unknown_chapter
from journeybook.model.types import slug
from journeybook.pages.site import Site
from journeybook.problems import say
from journeybook.store.files import replace_file


@click.command("cards")
@click.option(
    "--deck", "name", type=click.Choice(NAMES, case_sensitive=False), required=True, help="What the cards show."
)
@click.option("--chapter", help="The id of a chapter; left out, the cards are those of all chapters.")
@click.option(
    "--paper",
    type=click.Choice(tuple(PAPERS), case_sensitive=False),
    default="a4",
    show_default=True,
    help="The sheets' size.",
)
@click.option(
    "--duplex",
    type=click.Choice(DUPLEX, case_sensitive=False),
    default="long-edge",
    show_default=True,
    help="The edge on which the printer turns a sheet; none, for fronts and backs on sheets of their own.",
)
@output_option("The PDF to write; left out, one named after the deck in this folder.", required=False)
@config_option
@edition_option
@click.pass_context
def command(
    context: click.Context,
    name: DeckName,
    chapter: str | None,
    paper: str,
    duplex: Duplex,
    output: Path | None,
    config_file: Path | None,
    edition: str | None,
) -> None:
    """Print a deck of cards as sheets in PDF, several cards a sheet, to be cut at the marks.

    Each back lies behind its front when the sheets are printed on both sides at 100 %.
    """
    if output and output.suffix.lower() != ".pdf":
        raise click.BadParameter(f"write a name that ends in .pdf, not ‘{output.name}’", param_hint="-o")
    project = open_project(config_file, edition=edition)
    reading = project.read()
    if reading.errors:
        screen.show(reading.errors, screen.err, reading.tell)
        screen.closing(reading.errors, screen.err)
        context.exit(1)
    site = site_of(project.config, project.options, project.in_edition(reading.book))
    deck = _deck(site, name, chapter)
    output = output or _named_after(name, chapter)
    replace_file(output, deck_pdf(site, deck, paper, duplex))
    sheets = -(-len(deck.cards) // deck.grid.places)
    screen.out.print(
        f"{output} is written: {site.words.many('{number} card', '{number} cards', len(deck.cards))} "
        f"on {site.words.many('{number} sheet', '{number} sheets', sheets)}."
    )
    if not site.address:
        screen.err.print(
            "The cards have no QR codes: mkdocs.yml does not say where the handbook is. Write site_url in it."
        )


def _named_after(name: DeckName, chapter: str | None) -> Path:
    """Give the file of a deck where none was asked for; CannotRun where somebody else's has its name."""
    path = Path("-".join(("cards", name, *((chapter,) if chapter else ()))) + ".pdf")
    if os.path.lexists(path) and not (path.is_file() and is_deck(path.read_bytes())):
        raise CannotRun(f"{path} is there, and journeybook has not made it. Name another file: -o my-cards.pdf")
    return path


def _deck(site: Site, name: DeckName, chapter: str | None) -> Deck:
    """Give the cards; CannotRun where the chapter is unknown or there is no card."""
    text = site.words.text
    if chapter is not None and chapter not in site.book.chapters:
        wrong = _no_chapter(site.book, chapter)
        hint = f"; {text(wrong.hint)}" if wrong.hint else ""
        raise CannotRun(text(wrong.message) + hint)
    deck = Decks(site).deck(name, chapter)
    if not deck.cards:
        nothing = {
            ("activities", True): say("there is nothing to print: the handbook has no activity"),
            ("questions", True): say("there is nothing to print: the handbook has no reflective question"),
            ("activities", False): say(
                "there is nothing to print: the chapter ‘{chapter}’ has no activity", chapter=chapter
            ),
            ("questions", False): say(
                "there is nothing to print: the chapter ‘{chapter}’ has no reflective question", chapter=chapter
            ),
        }
        raise CannotRun(text(nothing[name, chapter is None]))
    return deck


def _no_chapter(book: Handbook, given: str) -> Wrong:
    """Say what is called so by its id, its file or its title, and in which chapter it is."""
    names = {given.casefold(), slug(given)}
    for page in book.pages.values():
        called = {page.path.casefold(), page.path.removesuffix(".md").casefold(), PurePosixPath(page.path).stem}
        if page.chapter in book.chapters and not page.is_index and names & {*called, slug(page.title)}:
            message = say("‘{given}’ is a page of the chapter ‘{chapter}’", given=given, chapter=page.chapter)
            return Wrong(message, say("write `{code}`", code=f"--chapter {page.chapter}"))
    for shelf, message in (
        (book.journeys, say("‘{id}’ is a journey, and no chapter", id=given)),
        (book.activities, say("‘{id}’ is an activity, and no chapter", id=given)),
        (book.workshops, say("‘{id}’ is a workshop, and no chapter", id=given)),
    ):
        for entry in shelf:
            if names & {entry.id, slug(entry.title)}:
                chapter = getattr(entry.model, "chapter", None)
                known = say("known: {some}", some=", ".join(sorted(book.chapters)[:8]))
                is_in_one = chapter in book.chapters
                return Wrong(message, say("write `{code}`", code=f"--chapter {chapter}") if is_in_one else known)
    return unknown_chapter(book, given)
