"""Problems as text, as JSON and as annotations of GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence

from journeybook.problems import Problem, Severity, Text

Tell = Callable[[Text], str]
"""What says a text: `str` in English, `Words.text` in another language."""
_JOINERS = "\u200c\u200d"  # Persian and emoji are spelt with them


def plain(problem: Problem, tell: Tell = str) -> str:
    """A problem with its place, the line as the author wrote it, a caret, and what to write instead."""
    lines = [f"{place(problem)}: {problem.severity} {problem.code}: {tell(problem.message)}"]
    if problem.source_line.strip():
        lines += [f"    {shown}" for shown in excerpt(problem)]
    if problem.hint:
        lines.append(f"    {_sentence(tell(problem.hint))}")
    return "\n".join(map(printable, lines))


def printable(line: str) -> str:
    """A line without what a terminal would obey or cannot show: names of files may have it."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in line)


def _sentence(said: str) -> str:
    """A hint with a capital and a full stop."""
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '…')) else '.'}"


def place(problem: Problem) -> str:
    """file:line:column, or the file alone where the whole of it is meant."""
    return printable(f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file)


def excerpt(problem: Problem, width: int = 100) -> tuple[str, str]:
    """The source line, cut around the column where it is long, and a caret below it."""
    line = problem.source_line.replace("\t", " ").rstrip()
    line = "".join(c if c.isprintable() or c in _JOINERS else "�" for c in line)
    at = min(problem.column - 1, len(line))
    start = max(0, at - width // 2) if len(line) > width else 0
    shown = line[start : start + width]
    return shown.rstrip(), " " * sum(map(_cells, line[start:at])) + "^"


def _cells(character: str) -> int:
    """How many cells of a terminal a character takes: two for Han and Kana, none for what is set on another one."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def count(problems: Sequence[Problem]) -> str:
    """How many errors and pieces of advice there are."""
    wrong = sum(problem.severity is Severity.ERROR for problem in problems)
    advice = len(problems) - wrong
    errors = f"{wrong} error{'' if wrong == 1 else 's'}"
    return f"{errors}, {advice} piece{'' if advice == 1 else 's'} of advice" if advice else errors


def as_text(problems: Sequence[Problem], tell: Tell = str) -> str:
    """All problems, one below the other."""
    return "\n".join(plain(problem, tell) for problem in problems)


def as_json(problems: Sequence[Problem], tell: Tell = str) -> str:
    """All problems as a JSON list."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "path": list(problem.path),
            "message": tell(problem.message),
            "hint": tell(problem.hint) if problem.hint else None,
        }
        for problem in problems
    ]
    # Halves of pairs, as in names that are not UTF-8, cannot be written to a stream.
    return json.dumps(rows, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()


def as_github(problems: Sequence[Problem], tell: Tell = str) -> str:
    """All problems as annotations of GitHub Actions."""
    return "\n".join(_annotation(problem, tell) for problem in problems)


def _annotation(problem: Problem, tell: Tell) -> str:
    kind = "error" if problem.severity is Severity.ERROR else "warning"
    place = f"file={_property(problem.file)}"
    place += f",line={problem.line},col={problem.column}" if problem.line else ""
    hint = f". {_sentence(tell(problem.hint))}" if problem.hint else ""
    said = f"::{kind} {place},title={problem.code}::{_data(f'{tell(problem.message)}{hint}')}"
    return said.encode("utf-8", "replace").decode()


def _data(text: str) -> str:
    """The escapes of a message in GitHub's workflow commands; more than these three would be shown as they are."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The escapes of a property there, where colons and commas separate."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem], Tell], str]] = {"text": as_text, "json": as_json, "github": as_github}
