"""What is wrong with a handbook, as data; only formatters make text of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeybook.problems.code import Severity, severity_of

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A string of the message catalogue (`template`, English) and the values that fill its `{names}`."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def say(template: str, **values: object) -> Text:
    """Give a string of the message catalogue with its values; Babel extracts the first argument of every such call."""
    return Text(template, tuple(values.items()))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    `file` is relative to the handbook's root, with forward slashes; `line` and `column` count from 1 (0 where the
    whole file is meant); `path` leads into the data; `source_line` is the line as the author wrote it. Codes never
    change meaning: JB1xx the file cannot be read, JB2xx the data does not fit, JB3xx the parts do not fit together,
    JB4xx advice, JB5xx the renderer failed.
    """

    file: str
    line: int
    column: int
    code: str
    message: Text = field(compare=False)
    hint: Text | None = field(default=None, compare=False)
    path: Path = field(default=(), compare=False)
    source_line: str = field(default="", compare=False)

    @property
    def severity(self) -> Severity:
        """Advice for JB4xx, an error for everything else."""
        return severity_of(self.code)


class JourneybookError(Exception):
    """The root of all exceptions that journeybook raises on purpose."""


class RemedyError(JourneybookError):
    """Raised where something that is asked for cannot be made: `message` says why, each of `hints` what to do."""

    def __init__(self, message: Text, *hints: Text) -> None:
        self.message, self.hints = message, hints
        super().__init__("; ".join(map(str, (message, *hints))))


class HandbookError(JourneybookError):
    """Raised where the handbook has errors, so nothing was written; `problems` holds everything that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problems")
