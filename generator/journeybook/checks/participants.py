"""JB443: somebody who takes part, and whose name nearly is that of others, of two, or a number; tags, channels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from journeybook.checks.lists_in_one_text import is_told_at
from journeybook.handbook import Entry, Handbook
from journeybook.model import Journey
from journeybook.model.meant_ids import as_list
from journeybook.model.meant_tags import meant_tag
from journeybook.problems import Code, Example, Path, Problem, Text, say
from journeybook.problems.nearest import nearest

CODES = (
    Code(
        "JB443",
        means=(
            "`participants` names somebody whose name is nearly that of a role, of an actor or of the participants of "
            "another activity, several in one text, everyone, or how many there are; or a tag is nearly another one, "
            "or several of them: readers who filter by one do not find the other; or a channel of a journey is another "
            "one in other letters, such as `Phone` beside `phone`: its map names both."
        ),
        remedy="Take the name that is offered. If it is another one indeed, leave it.",
        example=Example(
            wrong="title: A first talk\nparticipants: [mentro]\n",
            right="title: A first talk\nparticipants: [mentor]\n",
            file="toolkit/talk.yaml",
        ),
    ),
)


_MOST_OF_WORD = 0.75
"""How much of a word is that of another that it is a slip of; `product` and `project` have less in common."""
_FEWEST_LETTERS = 4
"""Letters of a word that may be another one with a typing error."""
_WORDS = re.compile(r"[^\W_]+")
_PEOPLE = re.compile(r"\d{1,4}(?:\s*[–-]\s*\d{1,4})?\+?")
_COUNTED = re.compile(
    r"(?:\d{1,3}(?:\s*(?:[–-]|to)\s*\d{1,3})?\+?(?:\s*[x×])?|an?|one|two|three|four|five|six|some|several|each|every|all)\s+",
    re.I,
)
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")
"""How many there are, before a name, and a note behind it."""
_EVERYONE = re.compile(
    r"(?:all|the whole|whole)(?: (?:the |of the )?(?:participants|people|members|of (?:them|us)|group|class))?|both"
    r"|every(?:one|body)|any(?:one|body)|alle(?: (?:teilnehmer|teilnehmenden))?|jeder|tous|tout le monde|tod[oa]s|tutti"
    r"|iedereen|alla",
    re.I,
)
"""What names nobody for whom readers look."""
_LEADING = ("facilitator", "coordinator", "public")
"""Roles of people who take part in few activities."""
_COMPOUND = re.compile(r"^public\b|^\S+\s+(?:coordinator|facilitator)s?$", re.I)
"""Two words that are the name of one: a mentor coordinator looks after mentors."""
_BETWEEN = re.compile(r"[\s_-]+")
_APART = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*", re.I)


def check(book: Handbook) -> Iterator[Problem]:
    """Report participants whose names are nearly those of others, and two in one text."""
    names = _names(book)
    for activity in book.activities:
        for place, one in enumerate(activity.model.participants):
            if (
                found := _number(one, grouped=activity.model.group is not None)
                or _everyone(one, names)
                or _counted(one, names, grouped=activity.model.group is not None)
                or _several(one, names)
                or _otherwise(one, names)
            ) and not is_told_at(activity.document, ("participants",), place):
                yield activity.problem("JB443", *found, path=("participants", place))
    yield from _tags(book)
    for journey in book.journeys:
        yield from _channels(journey)


def _channels(journey: Entry[Journey]) -> Iterator[Problem]:
    """Report a channel that is one before it but for its capitals, blanks and hyphens: the legend of a map has both."""
    first: dict[str, str] = {}
    for place, stage in enumerate(journey.model.stages):
        for number, touchpoint in enumerate(stage.touchpoints):
            channel = touchpoint.channel or ""
            meant = first.setdefault(_BETWEEN.sub("", channel.casefold()), channel)
            if meant != channel:
                message = say("readers see two channels, ‘{meant}’ and ‘{channel}’", meant=meant, channel=channel)
                path: Path = ("stages", place, "touchpoints", number, "channel")
                yield journey.problem("JB443", message, say("write `{meant}` here, too", meant=meant), path=path)


def _tags(book: Handbook) -> Iterator[Problem]:
    used = Counter(tag for activity in book.activities for tag in activity.model.tags)
    each = {tag: meant_tag(tag, used) for tag in used}
    for activity in book.activities:
        for place, tag in enumerate(activity.model.tags):
            if (meant := each[tag]) and meant not in activity.model.tags:
                message = say("no other tag is ‘{tag}’; did you mean ‘{meant}’?", tag=tag, meant=meant)
                yield activity.problem("JB443", message, path=("tags", place))
            elif used[tag] == 1 and (tags := tag.split()) and len(tags) > 1 and all(used[one] > 1 for one in tags):
                yield activity.problem("JB443", *as_list(tag, tags), path=("tags", place))


@dataclass(frozen=True)
class _Names:
    """What people are called: `used` counts activities, and has the names in the order of their first use."""

    roles: tuple[str, ...]
    actors: tuple[str, ...]
    used: Counter[str]

    def better(self, one: str) -> list[str]:
        """Give the roles, and the names in use that more activities have, or as many and earlier."""
        order = list(self.used)
        more = (
            name
            for name, times in self.used.items()
            if (times, -order.index(name)) > (self.used[one], -order.index(one))
        )
        return [name for name in (*self.roles, *more) if name != one]


def _names(book: Handbook) -> _Names:
    used = Counter(one for activity in book.activities for one in dict.fromkeys(activity.model.participants))
    return _Names(tuple(book.settings.roles), tuple(_actors(book)), used)


def _number(one: str, *, grouped: bool) -> tuple[Text, Text] | None:
    """Say that a number is how many take part, and not who; None of all else."""
    if not _PEOPLE.fullmatch(one):
        return None
    message = say("‘{one}’ is how many people take part, and not who", one=one)
    if one.endswith("+"):  # as ages of young people are said
        written = (
            say("take it out: `group:` says how many; an age is said in words, such as `aged {one}`", one=one),
            say("write `group: {one}`; an age is said in words, such as `aged {one}`", one=one),
        )
    else:
        written = say("take it out: `group:` says how many"), say("write `group: {one}`", one=one)
    return message, written[0] if grouped else written[1]


def _everyone(one: str, names: _Names) -> tuple[Text, Text] | None:
    """Say of `everyone` by which names readers look for them; None where no activity has one."""
    others = [name for name in names.used if not _EVERYONE.fullmatch(name)]
    if not _EVERYONE.fullmatch(_NOTE.sub("", one)) or one in (*names.roles, *names.actors) or not others:
        return None
    roles = [role for role in names.roles if role not in _LEADING]
    meant = roles if any(_same(name, roles) for name in others) else others[:2]
    message = say("readers who look for ‘{meant}’ do not find ‘{one}’", meant=meant[0], one=one)
    hint = say("write `participants: [{names}]`, or take the line out", names=", ".join(meant))
    return message, hint


def _counted(one: str, names: _Names, *, grouped: bool) -> tuple[Text, Text] | None:
    """Say of `1 mentor` and `mentor (leads)` by which name readers look for them; None where no such name is in it."""
    others = {name: None for name in names.used if name != one and not _COUNTED.match(name)}
    known = [*names.roles, *names.actors, *others]
    parts = [_COUNTED.sub("", part).strip() for part in _APART.split(_NOTE.sub("", one)) if part]
    if " ".join(parts) == " ".join(_APART.split(one)) or not parts:
        return None
    found = [_same(part, known) for part in parts]
    meant = [name for name in found if name]
    if len(meant) < len(found):
        return None
    if len(meant) > 1:
        return as_list(one, list(dict.fromkeys(meant)))
    message = say("readers who look for ‘{meant}’ do not find ‘{one}’", meant=meant[0], one=one)
    if not _COUNTED.match(one) or grouped:
        return message, say("write `{meant}`", meant=meant[0])
    return message, say("write `{meant}`; `group:` says how many", meant=meant[0])


def _otherwise(one: str, names: _Names) -> tuple[Text, None] | None:
    """Say what one is called elsewhere; None where that is no other name."""
    meant = None if one in names.roles else _same(one, names.better(one)) or _misspelt(one, names)
    return (
        (say("nobody else is called ‘{one}’; did you mean ‘{meant}’?", one=one, meant=meant), None) if meant else None
    )


def _several(one: str, names: _Names) -> tuple[Text, Text] | None:
    """Say that a text such as `mentor and mentee` is two; None where it is one, or has other names."""
    known = [*names.roles, *names.actors, *(name for name in names.used if name != one)]
    parts = [_known(part, known) for part in _APART.split(one) if part]
    found = [part for part in parts if part]
    if len(parts) > 1:
        return as_list(one, found) if len(found) == len(parts) else None
    is_one = _same(one, known) or _COMPOUND.search(one)
    in_a_row = [] if is_one else _in_a_row(one, (*names.roles, *names.actors))
    return as_list(one, in_a_row) if len(in_a_row) > 1 else None  # a comma is missing


def _in_a_row(one: str, known: Collection[str]) -> list[str]:
    """Give the names that the words of a text are; none where a word is no name, or one is there twice."""
    found = [_same(word, known) for word in one.split()]
    return [name for name in found if name] if all(found) and len(set(found)) == len(found) else []


def _known(part: str, known: list[str]) -> str | None:
    if same := _same(part, known):  # roles come first: `mentors` are the role mentor
        return same
    meant = nearest(part, known) if len(part) >= _FEWEST_LETTERS else None
    ours, theirs = _WORDS.findall(part.casefold()), _WORDS.findall((meant or "").casefold())
    return meant if meant and len(ours) == len(theirs) and not _are_others(part.casefold(), meant.casefold()) else None


def _same(one: str, others: Iterable[str]) -> str | None:
    """Find the name that is the same but for its case, or as a plural."""
    return next((other for other in others if _singular(other) == _singular(one)), None)


def _singular(name: str) -> str:
    return name.casefold().removesuffix("s")


def _misspelt(one: str, names: _Names) -> str | None:
    known = [*names.better(one), *names.actors]
    folded = {name.casefold() for name in known}
    if names.used[one] > 1 or one.casefold() in folded:
        return None
    meant = nearest(one, known)
    meant = next((name for name in known if meant and name.casefold() == meant.casefold()), meant)
    if meant is None or _is_form_of(one.casefold(), meant.casefold()) or _are_others(one.casefold(), meant.casefold()):
        return None
    return meant


def _actors(book: Handbook) -> Iterator[str]:
    for journey in book.journeys:
        for actor in journey.model.actors:
            yield from (actor.title, actor.key)


def _is_form_of(one: str, meant: str) -> bool:
    """Tell whether a word is the other with an ending, as Mentorin is, or one of its words; a letter may be lost."""
    short, long = sorted((one, meant), key=len)
    lost = long == meant and len(long) == len(short) + 1 and not long.endswith("s")
    return (long.startswith(short) and not lost) or short in _WORDS.findall(long)


def _are_others(one: str, meant: str) -> bool:
    """Tell whether of two names in as many words each one has a word that is no slip of the other's.

    A product manager and a project manager are two people.
    """
    ours, theirs = _WORDS.findall(one), _WORDS.findall(meant)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    pairs = zip(ours, theirs, strict=True)
    return not all(_singular(our) == _singular(their) or _is_slip(our, their) for our, their in pairs)


def _is_slip(one: str, meant: str) -> bool:
    """Tell whether two words have most of their letters in common, in order."""
    return nearest(one, [meant]) is not None and SequenceMatcher(None, one, meant).ratio() >= _MOST_OF_WORD
