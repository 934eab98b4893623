"""Whatever a file holds, the reader answers with data or with problems that an editor can jump to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fuzz import examples
from journeybook.model import Activity, Journey, Workshop
from journeybook.model.validate import validate
from journeybook.problems import Problem, report
from journeybook.problems.forms import all_forms
from journeybook.source import read_document, read_text
from journeybook.source.read import parse

pytestmark = pytest.mark.slow

_PIECES = (
    "title", "stages", "a", "b c", ":", ": ", ":\n", "- ", "-", "? ", "[", "]", "{", "}", ", ", ",", '"', "'",
    "\\", "#", " # ", "&a", "*a", "&a ", "*a ", "!", "!!str ", "!x ", "<<", "<<: *a", "|", "|\n", ">-\n", "%", "@", "`",
    "~", "null", "---\n", "...\n", "\t", " ", "  ", "    ", "\n", "\n  ", "\r\n", "\r", "\x85", "\u2028", "\ufeff",
    "\u200b", "\x00", "\x07", "é", "日本", "🙂", "{{", "}}", "{x}", "%YAML 1.1\n",
)  # fmt: skip
_yamlish = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
_texts = _yamlish | st.text(max_size=120)
_bytes = st.binary(max_size=120) | _texts.map(lambda t: t.encode("utf-8", "surrogatepass"))
_encoded = st.tuples(_texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]))


def _sound(problem: Problem, lines: list[str]) -> None:
    """The place of a problem is in the file, its line is that line, and every form of it can be written."""
    assert 1 <= problem.line <= len(lines)
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    assert problem.source_line == lines[problem.line - 1]
    for form in all_forms().values():
        assert form.written([problem])


def _lines(text: str) -> list[str]:
    """The lines as YAML counts them, worked out without the reader's own expression."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.split("\n")


@settings(max_examples=examples(600), deadline=None)
@given(_texts)
@example("title: {{ name }}")
@example("? [a]\n: b")
@example("title: &a [*a]")
@example("- x\n\x85y: [")
@example('a: "\n\n')
def test_any_text_is_read_or_told_with_a_true_place(text: str) -> None:
    """parse() never raises, and each of its problems stands on a line and a column that exist, with that line."""
    document, problems = parse(text, "journeys/a.yaml")
    assert (document is None) <= bool(problems)
    for problem in problems:
        _sound(problem, _lines(text))
        assert problem.code.startswith("JB1")


@settings(max_examples=examples(400), deadline=None)
@given(_texts, st.sampled_from([Journey, Activity, Workshop]))
@example("title: x\nstages: {a: {b: [c]}}", Journey)
@example("title: x\nduration: {min: [1], max: {a: b}}", Activity)
def test_what_can_be_read_fits_a_model_or_is_told(text: str, model: type[Journey | Activity | Workshop]) -> None:
    """Every model takes any data that the reader can return, with problems in place of exceptions."""
    document, _ = parse(text, "journeys/a.yaml")
    if document is None:
        return
    found, problems = validate(document, model)
    assert (found is None) == bool(problems)
    for problem in problems:
        _sound(problem, _lines(text))
        assert problem.code.startswith("JB2")


@settings(max_examples=examples(300), deadline=None)
@given(_bytes | _encoded.map(lambda pair: pair[0].encode(pair[1], "replace")))
@example(b"\xef\xbb\xbftitle: \xff")
@example(b"a\r\n\xff")
@example("a\x85\u2028b".encode() + b"\xff\n")
@example(b"\x00t\x00i")
def test_any_bytes_are_read_or_told(tmp_path_factory: object, raw: bytes) -> None:
    """A file of any bytes yields a document or a problem whose source line holds its column."""
    path = _scratch(tmp_path_factory)
    path.write_bytes(raw)
    document, problems = read_document(path, "a.yaml")
    assert (document is None) <= bool(problems)
    for problem in problems:
        assert report.plain(problem)
        assert problem.line >= 1
        assert 1 <= problem.column <= len(problem.source_line) + 1


def _scratch(factory: object) -> Path:
    return Path(str(factory.getbasetemp())) / "bytes.yaml"  # type: ignore[attr-defined]


def test_nesting_that_crashes_the_parser_is_refused_before_it(tmp_path: Path) -> None:
    """100,000 brackets, 100,000 dashes and a megabyte too many end as a problem, not as a dead process."""
    for raw, code in (
        (b"[" * 100_000, "JB107"),
        (b"a: " + b"{a: " * 100_000, "JB107"),
        (b"- " * 100_000, "JB107"),
        (b"? " * 100_000, "JB107"),
        (b"".join(b" " * n + b"a:\n" for n in range(500)), "JB107"),
        (b"a" * 1_000_001, "JB106"),
    ):
        path = tmp_path / "deep.yaml"
        path.write_bytes(raw)
        document, problems = read_document(path, "deep.yaml")
        assert document is None
        assert [problem.code for problem in problems] == [code]


def test_a_file_that_cannot_be_opened_is_told_with_the_reason(tmp_path: Path) -> None:
    """JB101 names the file and what the system said, and points to no line."""
    text, (problem,) = read_text(tmp_path, "journeys/a.yaml")
    assert text is None
    assert report.plain(problem).startswith("journeys/a.yaml: error JB101: this file cannot be opened: ")
    assert "Is a directory" in report.plain(problem)
