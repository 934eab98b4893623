"""What is true of every problem of one code: what it means, what to do, and an example of both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_FORM = re.compile(r"[A-Z]{2,8}[1-5]\d{2}")
_ADVICE = "4"


class Severity(StrEnum):
    """Errors stop a build; advice does so only under `journeybook check --strict`."""

    ERROR = "error"
    ADVICE = "advice"


def severity_of(code: str) -> Severity:
    """Give advice where the first figure of a code is 4, as in JB401; an error for everything else."""
    return Severity.ADVICE if code[-3:-2] == _ADVICE else Severity.ERROR


@dataclass(frozen=True, slots=True)
class Example:
    """What has the problem, and the same put right.

    Both are the text of `file`, a path from the handbook's root, with the files `beside` it where the problem needs
    them; where they cannot be the text of a file, such as a link, `file` is empty and they are told in words.
    """

    wrong: str
    right: str
    file: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """The facts of a code: the guide's table and `journeybook check --explain` are made of them.

    A `code` is two to eight capitals and three figures, of which the first says what kind of problem it is, as it does
    in ours (see `Problem`); a ValueError where it is not. `means` and `remedy` are Markdown, in English as all of the
    guide; `languages` are those of the handbooks in which it is looked for, none for all.
    """

    code: str
    means: str
    remedy: str
    example: Example
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _FORM.fullmatch(self.code):
            raise ValueError(f"‘{self.code}’ is no code: write capitals and three figures, such as AB401")

    @property
    def severity(self) -> Severity:
        """How bad all problems of this code are."""
        return severity_of(self.code)
