"""Sentences and paragraphs that read like a handbook's, made by a seed."""

from __future__ import annotations

import random
import re

from invented.words import AIMS, DOINGS, PEOPLE, THINGS, WAYS

_SENTENCES = (
    "A {thing} that has only been talked about is forgotten by the second month.",
    "Ask the {person} to {doing} a {thing}, and leave the silence that follows as it is.",
    "People who {doing} first and explain later say more about {aim} than they had meant to.",
    "It shows what is there, makes room for {aim}, and leaves a path between the two.",
    "Nobody has to {doing} the whole {thing} at once; a corner of it is enough for today.",
    "Mentor and mentee come back to the {thing} at every review, and change what no longer holds.",
    "Whoever speaks about {aim} for the first time needs more time than the plan allows.",
    "The {person} knows best which part of {aim} is worth an hour.",
    "Take care that the {thing} stays with the one who made it.",
    "When a group is tired, {doing} the {thing} in pairs and leave the round out.",
    "Do not explain {aim} beforehand: the {thing} does that by itself.",
    "Half of the time goes into the {thing}, the other half into what it says about {aim} and {other}.",
    "In a {way}, {aim} and {other} are often taken for the same thing.",
    "What looks like a lack of {aim} is quite often a lack of sleep, money or news.",
    "Let them {doing} it once more, this time with the eyes of a {person}.",
    "If the {thing} stays empty, begin with the last good week and what made it so.",
    "One sentence about {aim} is enough; two are a speech.",
    "Write down who will ask about the {thing}, and when.",
)
_QUESTIONS = (
    "What in your {thing} is already there in a small way?",
    "Who would notice first if {aim} were easier for you?",
    "What would you have to give up for more {aim}?",
    "How did you {doing} the last {thing} that you were proud of?",
    "Which part of the {thing} belongs to somebody else?",
    "When did {aim} matter more to you than {other}?",
    "What would a {person} ask about your {thing}?",
    "Where does {aim} begin for you, and where does it end?",
)


def slug(text: str) -> str:
    """Turn a text into an id: lower-case letters and digits, with hyphens between them."""
    return re.sub("[^a-z0-9]+", "-", text.lower().replace("’", "")).strip("-")


def _filled(chance: random.Random, form: str) -> str:
    aim, other = chance.sample(AIMS, 2)
    return form.format(
        aim=aim,
        other=other,
        thing=chance.choice(THINGS),
        doing=chance.choice(DOINGS),
        person=chance.choice(PEOPLE),
        way=chance.choice(WAYS),
    )


def sentences(chance: random.Random, count: int) -> str:
    """So many sentences, none of them of the same form as another."""
    return " ".join(_filled(chance, form) for form in chance.sample(_SENTENCES, count))


def questions(chance: random.Random, count: int) -> list[str]:
    """So many questions that yes or no does not answer."""
    return [_filled(chance, form) for form in chance.sample(_QUESTIONS, count)]


def phrase(chance: random.Random) -> str:
    """Invent a few words, as in a list or on a diagram."""
    return f"{chance.choice(DOINGS)} the {chance.choice(THINGS)} of {chance.choice(AIMS)}".capitalize()
