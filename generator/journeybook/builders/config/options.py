"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError

from journeybook.assembly import Reading
from journeybook.cards.sheet import PAPERS
from journeybook.diagrams.files.forms import all_forms
from journeybook.handbook.settings import ROLES
from journeybook.model.types import is_id, slug
from journeybook.pages.books import FORMS
from journeybook.problems import Problem


class Options(Config):
    """The plugin's options, each with a default; folders are seen from mkdocs.yml."""

    journeys = c.Type(str, default="journeys")
    """The folder of journeys."""
    toolkit = c.Type(str, default="toolkit")
    """The folder of activities; workshops are in its folder `workshops`."""
    links = c.ListOfItems(c.Type(str), default=[])
    """Folders outside of the handbook that links in it may lead to."""
    numbers = c.Type(bool, default=True)
    """Whether chapters, sections, figures and tables are numbered."""
    locale = c.Optional(c.Type(str))
    """The language and region of words, dates and numbers, such as en_US; left out, the theme's language."""
    roles = c.ListOfItems(c.Type(str), default=list(ROLES))
    """The roles that `audience:` may name."""
    renderer = c.Choice(("graphviz-pure", "dot"), default="graphviz-pure")
    """What draws the diagrams: the bundled graphviz-pure, or a `dot` on PATH."""
    timeout = c.Type(int, default=20)
    """Seconds after which drawing one diagram is given up."""
    cache = c.Optional(c.Type(str))
    """The folder in which drawings and the like are kept, whose files are believed; left out, one of the user's own."""
    downloads = c.ListOfItems(c.Choice(tuple(all_forms())), default=["svg"])
    """The formats in which each drawing of a journey is a file too."""
    cards = c.ListOfItems(c.Choice(tuple(PAPERS)), default=[])
    """The papers for which the decks of cards are PDF files too: a4, letter."""
    book = c.ListOfItems(c.Choice(FORMS), default=[])
    """The forms of the exported book that the home page offers for download: pdf, epub."""
    html = c.Choice(("escaped", "trusted"), default="escaped")
    """Whether raw HTML in the Markdown fields of YAML is shown as it was typed, or is HTML as in chapters."""
    palette = c.Optional(c.Type(object))
    """The handbook's own colours; what is wrong with them is told with all other problems, so any value passes here."""
    csp = c.Optional(c.Type(object))
    """What the handbook adds to the policy in the site's csp.txt; wrong values are told as those of `palette` are."""
    editions = c.Optional(c.Type(object))
    """The editions, by name: each with its title, and the roles that it is for; wrong values are told as above."""
    edition = c.Optional(c.Type(str))
    """The edition that is made where nobody asks for another."""
    nav_audience = c.Optional(c.Type(object))
    """Whom external links of the navigation are for, by their addresses; wrong values are told as above."""
    banner = c.Optional(c.Type(object))
    """A text in Markdown at the top of every page, or several with their `audience`; wrong values are told as above."""
    feedback = c.Optional(c.Type(object))
    """Where the link at the end of every page leads: an address or a mailbox; wrong values are told as above."""
    templates = c.Optional(c.Type(str))
    """A folder of page templates that go before journeybook's own."""

    def __init__(self, config_file_path: str | bytes | None = None) -> None:
        super().__init__(config_file_path)
        self.refused: dict[str, Any] = {}
        """The values that no option takes, by name: they are told with all other problems."""
        self.asked: str | None = None
        """The edition that a command asks for."""
        self.known: Reading | None = None
        """What has been read already, for one of several builds that are to be of the same handbook."""
        self.problems: list[Problem] = []
        """What else is wrong with mkdocs.yml."""

    @property
    def taken(self) -> set[str]:
        """The names of the options that have a value, and none that was refused."""
        return {name for name, value in self.items() if value is not None and name not in self.refused}

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take what is right, and the default of everything else; MkDocs would stop at the first."""
        for name in set(self) - self._schema_keys:
            self.refused[str(name)] = self.pop(name)
        for name, option in self._schema:
            try:
                self[name] = option.validate(self.get(name))
            except ValidationError:
                self.refused[name] = self[name]
                self[name] = option.validate(option.default)
        if words := run_together(self["roles"]):
            self.refused["roles"], self["roles"] = self["roles"], words
        elif ids := as_ids(self["roles"]):
            self.refused["roles"], self["roles"] = self["roles"], ids
        return [], []


def as_ids(roles: object) -> list[str]:
    """Give roles as `audience:` can name them, where they are written otherwise, as titles are; none where all fit."""
    texts = [role for role in roles if isinstance(role, str)] if isinstance(roles, list) else []
    ids = [slug(role) for role in texts]
    return ids if not all(map(is_id, texts)) and all(ids) else []


def run_together(roles: object) -> list[str]:
    """Give the roles of a list in which commas are missing: at least two words of its one item are usual roles."""
    words = str(roles[0]).split() if isinstance(roles, list) and len(roles) == 1 else []
    return words if len(set(words) & set(ROLES)) > 1 else []
