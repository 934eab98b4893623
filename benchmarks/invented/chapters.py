"""Invented chapters: a folder with an opening and some sections."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from invented.prose import phrase, questions, sentences, slug
from invented.words import AIMS


def title(number: int) -> str:
    """Give the title of the chapter of that number, counted from 0; each number has its own."""
    turn, first = divmod(number, len(AIMS))
    round_, other = divmod(turn, len(AIMS) - 1)
    second = AIMS[(first + other + 1) % len(AIMS)]
    return f"{AIMS[first].capitalize()} and {second}" + (f" {round_ + 1}" if round_ else "")


def chapter_id(number: int) -> str:
    """Its id."""
    return slug(title(number))


def pages(
    seed: int,
    number: int,
    *,
    sections: int,
    activities: Sequence[str],
    handouts: Sequence[str],
    journeys: Sequence[str],
) -> Iterator[tuple[str, str]]:
    """Invent file name and Markdown of each page of a chapter; the ids given are what it may link to and show."""
    chance = random.Random(f"{seed} chapter {number}")

    def links() -> str:
        found = [f"[](activity:{chance.choice(activities)})"] if activities else []
        found += [f"[](journey:{chance.choice(journeys)})"] if journeys else []
        return "".join(f"- **{phrase(chance)}.** See {link}.\n" for link in found)

    names = [f"section-{place}.md" for place in range(1, sections + 1)]
    toolkit = f"## This chapter’s toolkit\n\n![](toolkit:{chapter_id(number)})\n" if activities else ""
    ways = "".join(f"- {sentences(chance, 1)} Read [{phrase(chance)}]({name}).\n" for name in names)
    yield (
        "index.md",
        f"---\ndescription: {phrase(chance)}.\n---\n\n# {title(number)}\n\n{sentences(chance, 4)}\n\n"
        f"{sentences(chance, 3)}\n\n## Where to begin\n\n{ways}\n{links()}\n{toolkit}",
    )
    for name in names:
        asked = "".join(f"  - {question}\n" for question in questions(chance, 2))
        parts = "".join(f"## {phrase(chance)}\n\n{sentences(chance, 4)}\n\n{links()}\n" for _ in range(3))
        shown = f"![](handout:{chance.choice(handouts)})\n\n" if handouts and chance.random() < 0.4 else ""
        shown += f"![](journey:{chance.choice(journeys)})\n\n" if journeys and chance.random() < 0.2 else ""
        yield (
            name,
            f"---\ndescription: {phrase(chance)}.\nquestions:\n{asked}---\n\n# {phrase(chance)}\n\n"
            f"{sentences(chance, 3)}\n\n{parts}{shown}!!! warning\n    {sentences(chance, 2)}\n\n![](questions:)\n",
        )
