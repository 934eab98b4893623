"""Tell whether the words of a comment, or of an attribute, are to show something to some and to hide it from others.

Names of roles and editions alone do not tell that, nor do single words: a comment is read clause by clause, and one
counts where it has a name, a word of showing or hiding, and nothing that goes with neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from journeybook.markdown.role_words import AROUND, ROLE, TELLING, with_roles_marked


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TAKING = _words(
    "only just not never nothing without except unless hide hidden hides hiding exclusively solely nobody restricted"
    " invisible internal private confidential secret nur nicht ausschliesslich ausschließlich seulement uniquement"
    " solo sólo exclusivamente soltanto solamente só somente apenas alleen uitsluitend endast kun tylko"
)
"""Words that, with a name, take something from others whatever stands beside them."""
_BEGINNING = _words(
    "begin begins start starts end ends ende stop stops fin if ifdef ifndef endif endunless when region"
)
_ENDING = _words("end ends ende stop stops fin endregion until close closes closing finish of here")
_REMOVING = _words("remove omit cut strip skip drop delete exclude suppress leave keep include filter withhold redact")
"""Words that take something away, or leave it in, where they say from whom or for whom."""
_THINGS = _words(
    "note notes content contents section sections part parts block blocks region endregion text texts material"
    " materials edition editions version versions area zone stuff"
)
"""What is for somebody, and called so in a comment."""
_OTHER_THINGS = _words(
    "page pages paragraph paragraphs info information tip tips hint hints answer answers guidance remark remarks"
    " comment comments box table list line lines rest following below above next chapter handbook site view everything"
    " sentence sentences item items heading up as with on off out into"
    " meant intended available must should will would never get gets have has given copy more than that it s ones each"
)
"""Words that may stand beside those that take something from others."""
_IN = _words("in out on of within into copy site handbook book")
_PEOPLE = _words(
    "staff team trainer trainers teacher teachers leader leaders organiser organisers organizer organizers coach"
    " coaches tutor tutors volunteer volunteers employees admin admins manager managers board supervisors insiders us"
)
"""Readers that a handbook need not have as roles: it is meant where the comment says that it is for them only."""
_NOTES = _words(
    "todo fixme xxx tbd nb idea question ask check photo picture image icon figure logo source cf thanks contact author"
    " owner editor reviewer translator written by glossary example template tags see review rewrite update"
)
"""Words that begin an author's note to himself."""
_TOKEN = re.compile(rf"[^\W\d_]+|{ROLE}|\d+")
_CLAUSES = re.compile(r"[.,;:!?()\[\]{}|=]+|\s[-–—]+\s|\n")
_FROM_WHOM = re.compile(rf"\b(?:for|from|to|unless|when|if) (?:the |all |any |a )*{ROLE}")
_IN_WHICH = re.compile(rf"\b(?:in|out of|of) (?:the |all |any |a )*{ROLE} (?:edition|version|site|handbook|copy|book)")
_REMOVED = re.compile(rf"(?:{'|'.join(sorted(_REMOVING))})(?: {ROLE})+")
_MOST_WORDS = 16


def hides_by_words(said: str, names: Collection[str]) -> bool:
    """Tell whether a comment has a clause that says for whom, or for whom not, something is.

    An author's own note, such as `TODO: ask the mentors`, does not.
    """
    clauses = _clauses(said, names)
    return _says_for_some([word for words in clauses for word in words]) or any(_takes(words) for words in clauses)


def takes_by_words(said: str, names: Collection[str]) -> bool:
    """Tell whether a comment has a clause that takes something from others: `mentors only`, but not `for mentors`."""
    return any(_takes(words) for words in _clauses(said, names))


def _clauses(said: str, names: Collection[str]) -> list[list[str]]:
    """Give the words of each clause, with a sign for each name; of an author's own note, none."""
    found = [_TOKEN.findall(one) for one in _CLAUSES.split(with_roles_marked(said, tuple(sorted(names))))]
    clauses = [words for words in found if words]
    return [] if clauses and clauses[0][0] in _NOTES else clauses


def is_a_label(said: str, names: Collection[str]) -> bool:
    """Tell whether a comment is a name and what is called after it, such as `mentor notes`, and nothing else."""
    words = {*_TOKEN.findall(with_roles_marked(said, tuple(sorted(names))))}
    return ROLE in words and bool(words & _THINGS) and words <= {ROLE, "the", "a", "of", "s", *_THINGS}


def is_of_people(said: str, names: Collection[str]) -> bool:
    """Tell whether a comment names people who are no role or edition of the handbook, and what is theirs."""
    words = {*_TOKEN.findall(with_roles_marked(said, tuple(sorted(names))))}
    return bool(words & _PEOPLE) and words <= {"the", "s", "of", "only", *_PEOPLE, *_THINGS}


def is_an_end(said: str, names: Collection[str]) -> bool:
    """Tell whether a comment is to end something, and does not say what else: `end`, `/`, `end of mentor notes`."""
    words = _TOKEN.findall(with_roles_marked(said, tuple(sorted(names))))
    if not {*words} <= {ROLE, "the", "s", *_ENDING, *_THINGS, *_PEOPLE, "only"}:
        return False
    return said.strip().startswith("/") or bool(words and words[0] in _ENDING - {"of", "here"})


def _says_for_some(words: list[str]) -> bool:
    """Tell whether words have a name and a word of showing, of beginning or of removing, and none of another matter."""
    if len(words) > _MOST_WORDS:
        return False
    if _takes(words):
        return True
    among, said = {*words}, " ".join(words)
    if ROLE not in among or not among <= {ROLE, *TELLING, *AROUND, *_THINGS, *_BEGINNING, *_REMOVING, *_IN}:
        return False
    if among & {"keep", "leave"} and "from" not in among:
        return False
    if among & _REMOVING:
        return bool(_FROM_WHOM.search(said) or _IN_WHICH.search(said) or _REMOVED.fullmatch(said))
    return bool(among & (TELLING | _BEGINNING))


def _takes(words: list[str]) -> bool:
    """Tell whether a clause has a name and a word that takes something from others."""
    among = {*words}
    if "only" in among and ROLE not in among:
        among = {ROLE if word in _PEOPLE else word for word in among}
    known = {ROLE, *TELLING, *AROUND, *_THINGS, *_OTHER_THINGS, *_BEGINNING, *_TAKING, *_REMOVING, *_IN}
    return len(words) <= _MOST_WORDS and ROLE in among and bool(among & _TAKING) and among <= known
