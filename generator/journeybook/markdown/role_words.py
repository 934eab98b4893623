"""Tell whether words of an author say for whom something is: names of roles, and the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

USUAL_ROLES = ("facilitator", "mentor", "mentee", "coordinator", "public")
"""The roles of a handbook that names no others."""
_ENDINGS = "(?:['’]s|s['’]?|es|er|erne|erna|ów|en?|n|in|[:*_/·]?-?innen|i)?"
ROLE = "\x01"
"""What stands for the name of a role in words that are looked at."""
_PARTS = re.compile(r"[^\W\d_]+|\x01")
_COLON = re.compile(r"[:=：∶]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TELLING = _words(
    "for only not except but without just show shown visible hide hidden hides internal private exclusively"
    " für nur nicht ausschliesslich pour seulement uniquement réservé para solo sólo exclusivamente per soltanto"
    " solamente só somente apenas voor alleen uitsluitend för endast bara til kun bare dla tylko pro jen"
)
"""Words that, with a role, say for whom something is."""
AROUND = _words(
    "a all an and any are be by can do does don t eyes e eines et everybody everyone from in is it may must o of og or"
    " our oder please people persons read reader readers role roles s see seen the them their these this to und us user"
    " users who whom y you your ou le la les los las der die das den dem à a au aux begin start open block part text"
    " audience"
)
"""Words that may stand beside those."""
_NOT = _words(
    "not except without don hide hidden hides nicht ohne ausser pas sans excepté no sin excepto non senza niet zonder"
)
"""Words that say who does not see something."""
_NOTES = _words(
    "todo do fixme xxx tbd note nb ask by author authors owner editor reviewer translator translated written source see"
    " cf check contact lead thanks idea question q image picture photo icon figure heading title section chapter page"
    " link links glossary term word words example template tags"
)
"""Words that begin a note of an author's, or say who did something."""
_MOST_WORDS_BEFORE = 4


def names_only_roles(text: str, roles: tuple[str, ...]) -> bool:
    """Tell whether a text has roles, in one or many, and nothing but joining words beside them."""
    words = set(_PARTS.findall(with_roles_marked(text, roles)))
    return ROLE in words and words <= {ROLE, *AROUND, *TELLING} and not re.search(r"\d", text)


def says_for_whom(text: str, roles: tuple[str, ...]) -> bool:
    """Tell whether a note says for whom something is: `mentors only`, `hide from mentees`, `show: mentor`.

    `for: mentor` does whatever follows it.
    """
    said = with_roles_marked(text, roles)
    if re.match(rf"\W*(?:for|audience)\s*[:;=：]\s*{ROLE}", said):
        return True
    words = set(_PARTS.findall(said))
    if ROLE in words and words & TELLING and words <= {ROLE, *AROUND, *TELLING}:
        return True
    key, rest = [*_COLON.split(said, maxsplit=1), ""][:2]
    before = _PARTS.findall(key)
    is_key = 0 < len(before) <= _MOST_WORDS_BEFORE and ROLE not in before and not _NOTES & {*before}
    return is_key and names_only_roles(rest, ())


def audience_in(text: str, roles: tuple[str, ...], others: Mapping[str, Sequence[str]] = MappingProxyType({})) -> str:
    """Give the roles that a text says it is for, as `audience` has them in YAML; `mentor` where it names none.

    Of one that says whom it is not for, they are all the others. `others` are names of editions, with their roles.
    """
    known = roles or USUAL_ROLES
    folded = text.casefold()
    named = [role for role in known if _single(role).search(folded)]
    if not named:
        named = [role for name, those in others.items() if _single(name).search(folded) for role in those]
    if named and _NOT & {*_PARTS.findall(folded)}:
        named = [role for role in known if role not in (*named, "public")]
    return named[0] if len(named) == 1 else f"[{', '.join(named)}]" if named else "mentor"


def is_name(word: str, names: Collection[str]) -> bool:
    """Tell whether a word is one of these names, of roles or of editions, in one or many."""
    return bool(_named(tuple(sorted(names))).fullmatch(word.casefold()))


def with_roles_marked(text: str, roles: tuple[str, ...]) -> str:
    """Give a text in small letters, with a sign in place of each role of the handbook, and of the usual ones."""
    return _named(roles).sub(f" {ROLE} ", text.casefold())


@lru_cache(maxsize=100)
def _named(roles: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted({role.casefold() for role in (*USUAL_ROLES, *roles)}, key=len, reverse=True)
    names = "|".join(map(_name, known))
    return re.compile(rf"(?<!\w)(?:{names}){_ENDINGS}(?!\w)|{ROLE}")


@lru_cache(maxsize=100)
def _single(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_name(role.casefold())}{_ENDINGS}(?!\w)")


def _name(role: str) -> str:
    return re.escape(role).replace(r"\-", r"[\s_-]+")
