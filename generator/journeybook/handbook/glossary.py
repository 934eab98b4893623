"""The glossary of a handbook: `glossary.yaml` beside mkdocs.yml, the terms in it, and what leads to each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from journeybook.handbook.entries import Entry
from journeybook.handbook.settings import GLOSSARIES, Settings
from journeybook.handbook.strays import YAML, beside_mkdocs_yml
from journeybook.markdown.terms import TermFinder
from journeybook.model.editions import Edition, seen
from journeybook.model.glossary import Glossary, Term
from journeybook.model.types import slug
from journeybook.model.validate import validate
from journeybook.problems import Problem, Text, say
from journeybook.source import Document, read_text
from journeybook.source.read import parse_list
from journeybook.store.dependencies import Results
from journeybook.store.links import walk

TERMS = "terms"
"""The key below which the document has the list; the file has none."""
_IS_ONE = re.compile(r"^-[ \t]+(?:term|definition)[ \t]*:", re.M)
_KEYS = ("term", "definition")


@dataclass(frozen=True)
class TermShelf:
    """The terms of a handbook; `entry` has the whole file, None where there is none that can be read.

    `unreadable`: there is a file, and what is wrong with it is told, so that nobody knows which terms there are.
    """

    entry: Entry[Any] | None = None
    terms: tuple[Term, ...] = ()
    unreadable: bool = False
    language: str = "en"
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """The terms by their anchors."""
        return {term.id: term for term in reversed(self.terms)}

    @cached_property
    def by_word(self) -> dict[str, Term]:
        """The terms by all that stands for them, folded; of two with one word, the first."""
        return {folded(word): term for term in reversed(self.terms) for word in reversed(term.words)}

    @cached_property
    def finder(self) -> TermFinder:
        """What finds all that stands for the terms in a text."""
        words = {word: term.id for term in reversed(self.terms) for word in reversed(term.words)}
        return TermFinder(words, self.language)

    def synonyms_in(self, text: str) -> list[str]:
        """Give all that stands for the terms which a text uses, in whichever form."""
        used = dict.fromkeys(id for _, _, id in self.finder.find(text))
        return [word for id in used for word in self.by_id[id].words]

    def named(self, word: str) -> Term | None:
        """Give the term that somebody names: by its anchor, itself, or one of its other forms."""
        ids = {slug(form): term for form, term in self.by_word.items()}
        return self.by_id.get(word) or self.by_word.get(folded(word)) or ids.get(slug(word))

    def see_of(self, term: Term) -> list[Term]:
        """Give the terms to which one leads, as far as there are."""
        found = (self.named(word) for word in term.see)
        return list({one.id: one for one in found if one is not None and one is not term}.values())


def folded(word: str) -> str:
    """Write a word so that the same one is the same, in whichever capitals, blanks and quotation marks it stands."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().replace("’", "'").split())


def read_glossary(settings: Settings, results: Results) -> TermShelf:
    """Read the glossary of a handbook; without one, there are no terms."""
    beside = {path.name: path for path in beside_mkdocs_yml(settings)}
    found = [beside[name] for name in GLOSSARIES if name in beside]
    strays = tuple(_strays(settings, set(found)))
    if not found:
        return TermShelf(language=settings.language, problems=strays)
    path, *others = found
    file = settings.file(path)
    text, problems = read_text(path, file)
    entry: Entry[Any] | None = None
    if text is not None:
        entry, problems = results.get((Glossary, file, text), lambda: _entry(text, file, settings.roles))
    problems = [*problems, *strays, *(_second(settings.file(other), file) for other in others)]
    terms = cast(Glossary, entry.model).terms if entry else ()
    return TermShelf(entry, terms, entry is None, settings.language, tuple(problems))


def in_edition(shelf: TermShelf, edition: Edition) -> TermShelf:
    """Give the terms that an edition carries: none leads to what it lacks; one that does nothing else is left out."""
    if shelf.entry is None:
        return shelf
    terms = seen(edition, cast(Glossary, shelf.entry.model)).terms
    for _ in range(len(terms) + 1):  # each may be what another leads to
        kept = {term.id for term in terms}
        led = (_without(term, shelf, kept) for term in terms)
        terms = tuple(term for term in led if term.definition is not None or term.see)
    if terms == shelf.terms:
        return shelf
    entry: Entry[Any] = Entry("glossary", cast(Any, Glossary(terms=terms)), shelf.entry.document)
    return TermShelf(entry if terms else None, terms, language=shelf.language)


def _without(term: Term, shelf: TermShelf, kept: set[str]) -> Term:
    see = tuple(word for word in term.see if (to := shelf.named(word)) and to.id in kept)
    return term if see == term.see else term.model_copy(update={"see": see})


def _entry(text: str, file: str, roles: tuple[str, ...]) -> tuple[Entry[Any] | None, list[Problem]]:
    document, problems = parse_list(text, file, TERMS)
    if document is None:
        return None, problems
    if told := _no_list(document):
        return None, [*problems, told]
    model, more = validate(document, Glossary, roles)
    return (Entry("glossary", cast(Any, model), document) if model else None), [*problems, *more]


def _no_list(document: Document) -> Problem | None:
    """Say what to write for a glossary that is no list: one term alone, terms as keys, or a key above the list."""
    data, whole = document.data, document.mark(())
    listed = document.mark((TERMS,)) if TERMS in data else None
    if not data or (listed and whole and (listed.line, listed.column) == (whole.line, whole.column)):
        return None
    message = say("the glossary is a list of terms, each behind a dash")
    key, value = next(iter(data.items()))
    if isinstance(value, list):
        return document.problem(_CODE, message, _take_out(key), path=(key,), at_key=True)
    if any(one in data for one in _KEYS):
        return document.problem(_CODE, message, say("begin with `- term: …`, and what belongs to it below `term`"))
    shown = f"{{term: {key}, definition: …}}"
    hint = say("write `- {item}` for ‘{key}’, and all others so", item=shown, key=key)
    return document.problem(_CODE, message, hint, path=(key,), at_key=True)


_CODE = "JB346"


def _take_out(key: str) -> Text:
    return say("take `{key}:` out, and begin each term at the start of a line: `- term: …`", key=key)


def _second(file: str, first: str) -> Problem:
    message = say("there is another glossary, {file}, and this one is not read", file=first)
    return Problem(file, 0, 0, "JB349", message, say("put all terms into {file}, and delete this file", file=first))


def _strays(settings: Settings, read: set[Path]) -> Iterator[Problem]:
    """Tell files that look like a glossary and lie where nothing reads them, or are called otherwise."""
    for path in beside_mkdocs_yml(settings):
        if path not in read and looks_like_glossary(path):
            message = say("this looks like a glossary, which has another name")
            yield Problem(settings.file(path), 0, 0, "JB349", message, say("rename it to {name}", name=GLOSSARIES[0]))
    for found in walk(settings.content, settings.bounds):
        path = Path(found.path)
        if not found.is_folder and not found.lost and YAML.search(path.name) and looks_like_glossary(path):
            message = say("this looks like a glossary, but none is looked for here")
            hint = say("move it beside mkdocs.yml, as {name}: what lies here is published as it is", name=GLOSSARIES[0])
            yield Problem(settings.file(path), 0, 0, "JB349", message, hint)


def looks_like_glossary(path: Path) -> bool:
    """Tell whether a file has a list of terms, whatever its name."""
    text = read_text(path, path.name)[0] if path.is_file() else None
    return bool(text and _IS_ONE.search(text))
