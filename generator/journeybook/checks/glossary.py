"""JB346 to JB349, JB434: a glossary that is no list, terms twice, `see` of nobody, another file, a term never used."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.handbook import Handbook
from journeybook.handbook.glossary import TERMS, TermShelf, folded
from journeybook.model.glossary import Term
from journeybook.model.walk import markdown_fields, plain_fields
from journeybook.problems import Code, Example, Problem, say
from journeybook.problems.nearest import nearest

_PAGE = "# Welcome\n\nWe begin with a pilot.\n"
_PILOT = "- term: pilot\n  definition: A first group, to learn from.\n"
_PAIR = "- term: pair\n  definition: A mentor and a mentee.\n"

CODES = (
    Code(
        "JB346",
        means="`glossary.yaml` is no list: a term stands alone, terms stand as keys, or there is a key above the list.",
        remedy="Begin each term with a dash, and write `term` and `definition` behind it.",
        example=Example(
            wrong="pilot: A first group, to learn from.\n",
            right=_PILOT,
            file="glossary.yaml",
            beside={"content/index.md": _PAGE},
        ),
    ),
    Code(
        "JB347",
        means="A word stands for two terms of the glossary, or two terms have one address: nobody can tell which.",
        remedy="Keep it in one of them; or make one term of both.",
        example=Example(
            wrong=f"{_PILOT}- term: trial\n  definition: A first try.\n  forms: [pilot]\n",
            right=f"{_PILOT}- term: trial\n  definition: A first try.\n",
            file="glossary.yaml",
            beside={"content/index.md": "# Welcome\n\nWe begin with a pilot, which is a trial.\n"},
        ),
    ),
    Code(
        "JB348",
        means="`see` of a term names none that the glossary has, or the term itself.",
        remedy="Write the term that is offered, or take it out.",
        example=Example(
            wrong=f"{_PILOT}  see: pairs\n{_PAIR}",
            right=f"{_PILOT}  see: pair\n{_PAIR}",
            file="glossary.yaml",
            beside={"content/index.md": "# Welcome\n\nWe begin with a pilot of one pair.\n"},
        ),
    ),
    Code(
        "JB349",
        means=(
            "A file looks like a glossary, and nothing reads it: it lies among the chapters, which would publish it "
            "as it is, has another name, or there are two."
        ),
        remedy="Have one, called `glossary.yaml`, beside `mkdocs.yml`.",
        example=Example(
            wrong=_PILOT,
            right="A file that nobody takes for a glossary.\n",
            file="content/glossary.yaml",
            beside={"content/index.md": f"{_PAGE}\n[A file](glossary.yaml)\n"},
        ),
    ),
    Code(
        "JB434",
        means="No page uses a term of the glossary, in none of its forms.",
        remedy="Add the form that your pages use to its `forms`, or take the term out.",
        example=Example(
            wrong="- term: trial run\n  definition: A first group, to learn from.\n",
            right="- term: trial run\n  definition: A first group, to learn from.\n  forms: [pilot]\n",
            file="glossary.yaml",
            beside={"content/index.md": _PAGE},
        ),
    ),
)


def check(book: Handbook) -> Iterator[Problem]:
    """Report what is wrong between the terms of a glossary, and those that no page uses."""
    shelf = book.glossary
    if shelf.entry is None:
        return
    yield from _twice(shelf)
    yield from _see(shelf)
    yield from _unused(book)


def _twice(shelf: TermShelf) -> Iterator[Problem]:
    assert shelf.entry is not None
    first: dict[str, tuple[int, Term]] = {}
    for place, term in enumerate(shelf):
        for number, word in enumerate(term.words):
            path = (TERMS, place, *(("forms", number - 1) if number else ("term",)))
            other = first.setdefault(folded(word), (place, term))
            if other[0] != place:
                message = say("‘{word}’ stands for the term ‘{term}’ already", word=word, term=other[1].term)
                hint = say("keep it in one of them, or make one term of both")
                yield shelf.entry.problem("JB347", message, hint, path=path)
    ids: dict[str, tuple[int, Term]] = {}
    for place, term in enumerate(shelf):
        other = ids.setdefault(term.id, (place, term))
        if other[0] != place and folded(other[1].term) != folded(term.term):
            message = say("‘{word}’ has the same address as ‘{term}’", word=term.term, term=other[1].term)
            hint = say("write one of them in other words, and what it was as one of its `forms`")
            yield shelf.entry.problem("JB347", message, hint, path=(TERMS, place, "term"))


def _see(shelf: TermShelf) -> Iterator[Problem]:
    assert shelf.entry is not None
    for place, term in enumerate(shelf):
        for number, word in enumerate(term.see):
            path, to = (TERMS, place, "see", number), shelf.named(word)
            if to is term:
                message = say("‘{word}’ leads to itself", word=word)
                yield shelf.entry.problem("JB348", message, say("name another term, or take it out"), path=path)
            elif to is None:
                meant = nearest(word, [one.term for one in shelf if one is not term])
                message = say("the glossary has no term ‘{word}’", word=word)
                some = ", ".join(sorted(one.term for one in shelf if one is not term)[:8])
                hint = say("write `{term}`", term=meant) if meant else say("known: {some}", some=some)
                if not some:
                    hint = say("take it out")
                yield shelf.entry.problem("JB348", message, hint, path=path)


def _unused(book: Handbook) -> Iterator[Problem]:
    """Report terms that stand nowhere: on no page, in no YAML and in the meaning of no other term."""
    shelf, shelves = book.glossary, (book.journeys, book.activities, book.workshops)
    assert shelf.entry is not None
    if book.settings.extended or book.contents.unreadable or any(one.unreadable or one.closed for one in shelves):
        return  # what nobody has read may use them
    left = {term.id for term in shelf if term.definition}  # one that leads to others is for those who look for it
    for text, own in _texts(book):
        if left:
            left -= {id for _, _, id in shelf.finder.find(text) if id != own}
    for place, term in enumerate(shelf):
        if term.id in left and shelf.by_word[folded(term.term)] is term:  # else it is told as one that stands twice
            message = say("no page uses ‘{term}’, in none of its forms", term=term.term)
            hint = say("add the form that your pages use to its `forms:`, or take the term out")
            yield shelf.entry.problem("JB434", message, hint, path=(TERMS, place, "term"))


def _texts(book: Handbook) -> Iterator[tuple[str, str]]:
    """Give all texts of a handbook, the meaning of a term with that term's id."""
    for page in book.read_pages:
        yield page.document.text, ""
    for entry in book.written:
        if entry is not book.glossary.entry:
            yield from ((text, "") for fields in (plain_fields, markdown_fields) for _, text in fields(entry.model))
    for term in book.glossary:
        yield term.definition or "", term.id
