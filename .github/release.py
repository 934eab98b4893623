"""Hold a release to one version: `python .github/release.py v0.2.0` is silent and 0 where all say the same."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
_DATE = r"\d{4}-\d{2}-\d{2}"


def faults(repository: Path, tag: str) -> Iterator[str]:
    """Find what keeps a tag such as `v0.2.0` from being released, each with what to write instead."""
    package = _in(repository / "generator/journeybook/__init__.py", r'^__version__ = "(.+)"$')
    if tag != f"v{package}":
        yield f"The tag is {tag}, the package’s version is {package}: tag v{package}, or change __version__."
    heading = _in(repository / "CHANGELOG.md", r"^## (.+)$")
    dated = re.fullmatch(rf"{re.escape(package)} – ({_DATE})", heading)
    if not dated:
        yield f"CHANGELOG.md begins with ‘## {heading}’: write ‘## {package} – ’ and today’s date, as 2026-12-31."
    cited = _in(repository / "CITATION.cff", r'^version: "?([^"\n]+)"?$')
    if cited != package:
        yield f"CITATION.cff has version {cited}: write {package}."
    on = _in(repository / "CITATION.cff", rf'^date-released: "?({_DATE})"?$')
    if dated and on != dated[1]:
        yield f'CITATION.cff has {on or "no date-released"}: write ‘date-released: "{dated[1]}"’.'


def _in(file: Path, pattern: str) -> str:
    """Give what the first line of that form says in a file, or nothing."""
    found = re.search(pattern, file.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def main() -> int:
    """Tell what is wrong with the tag that is given; 1 where something is, 2 where none is given."""
    if len(sys.argv) != 2:
        print("Name the tag: python .github/release.py v0.2.0", file=sys.stderr)  # noqa: T201
        return 2
    wrong = list(faults(REPOSITORY, sys.argv[1]))
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")  # noqa: T201
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
