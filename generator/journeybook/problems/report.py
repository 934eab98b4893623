"""The parts of which problems are told: a place, a sentence, a line with a caret, a count. The whole are `forms`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from journeybook.problems import Problem, Severity, Text

Tell = Callable[[Text], str]
"""What says a text: `str` in English, `Words.text` in another language."""
_JOINERS = "\u200c\u200d"  # Persian and emoji are spelt with them


def plain(problem: Problem, tell: Tell = str) -> str:
    """Write a problem with its place, the line as the author wrote it, a caret, and what to write instead."""
    lines = [f"{place(problem)}: {problem.severity} {problem.code}: {tell(problem.message)}"]
    if problem.source_line.strip():
        lines += [f"    {shown}" for shown in excerpt(problem)]
    if problem.hint:
        lines.append(f"    {sentence(tell(problem.hint))}")
    return "\n".join(map(printable, lines))


def printable(line: str) -> str:
    """Replace in a line what a terminal would obey or cannot show: names of files may have it."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in line)


def sentence(said: str) -> str:
    """Write a hint with a capital and a full stop."""
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '…')) else '.'}"


def place(problem: Problem) -> str:
    """Write file:line:column, or the file alone where the whole of it is meant."""
    return printable(f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file)


def excerpt(problem: Problem, width: int = 100) -> tuple[str, str]:
    """Give the source line, cut around the column where it is long, and a caret below it."""
    line = problem.source_line.replace("\t", " ").rstrip()
    line = "".join(c if c.isprintable() or c in _JOINERS else "�" for c in line)
    at = min(problem.column - 1, len(line))
    start = max(0, at - width // 2) if len(line) > width else 0
    shown = line[start : start + width]
    return shown.rstrip(), " " * sum(map(_cells, line[start:at])) + "^"


def _cells(character: str) -> int:
    """Count the cells of a terminal that a character takes: two for Han and Kana, none if set on another one."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def count(problems: Sequence[Problem]) -> str:
    """Say how many errors and pieces of advice there are."""
    wrong = sum(problem.severity is Severity.ERROR for problem in problems)
    advice = len(problems) - wrong
    errors = f"{wrong} error{'' if wrong == 1 else 's'}"
    return f"{errors}, {advice} piece{'' if advice == 1 else 's'} of advice" if advice else errors
