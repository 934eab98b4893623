"""Makes the changes of mutants.toml one at a time, each in a copy of the project, and sees whether its tests notice.

The exit code is 1 where a change goes unnoticed or can no longer be made, and where tests fail without any change.
"""

from __future__ import annotations

import os
import queue
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from mutants.copy_of import FAILED, Copy
from mutants.listed import LIST, ROOT, Mutant, mutants

MOST_SECONDS = 600.0
"""For the tests of one change; whether those that take longer would have noticed it, nobody knows."""
CAUGHT = "caught"
T = TypeVar("T")


@click.command()
@click.option("--only", default="", help="Words with commas: changes that have one of them in their name or file's.")
@click.option("--list", "file", type=click.Path(exists=True, path_type=Path), default=LIST, help="Another list.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="How many at once.")
def main(only: str, file: Path, jobs: int) -> None:
    """Make changes to guards, one at a time, and tell which go unnoticed."""
    started = time.monotonic()
    chosen = [mutant for mutant in mutants(file) if mutant.has([word for word in only.split(",") if word])]
    made = [mutant for mutant in chosen if not mutant.unchanged]
    if not made:
        raise click.ClickException(f"no change has ‘{only}’ in its name or its file's")
    with tempfile.TemporaryDirectory(prefix="journeybook-mutants-") as folder:
        copies = _Copies(Path(folder), min(jobs, len(made)))
        _refuse_red(copies, made)
        fates = copies.each(made, _fate)
    wrong = [f"{mutant.name}: {fate}" for mutant, fate in zip(made, fates, strict=True) if fate != CAUGHT]
    for line in wrong:
        click.echo(line, err=True)
    click.echo(
        f"{len(made) - len(wrong)} of {len(made)} changes were caught in {time.monotonic() - started:.0f} seconds; "
        f"{len(chosen) - len(made)} change nothing."
    )
    sys.exit(bool(wrong))


class _Copies:
    """Copies of the project, each for one thing at a time."""

    def __init__(self, folder: Path, number: int) -> None:
        self._number = number
        self._free: queue.Queue[Copy] = queue.Queue()
        for place in range(number):
            self._free.put(Copy.of(ROOT, folder / f"copy-{place}"))

    @contextmanager
    def _one(self) -> Iterator[Copy]:
        copy = self._free.get()
        try:
            yield copy
        finally:
            self._free.put(copy)

    def each(self, items: Sequence[T], do: Callable[[Copy, T], str]) -> list[str]:
        """What is found for each thing, in their order."""

        def one(item: T) -> str:
            with self._one() as copy:
                return do(copy, item)

        with ThreadPoolExecutor(self._number) as pool:
            return list(pool.map(one, items))


def _refuse_red(copies: _Copies, made: Sequence[Mutant]) -> None:
    """Stop where a test fails as things are: it would seem to notice every change."""
    files: dict[str, list[str]] = {}
    for test in dict.fromkeys(test for mutant in made for test in mutant.tests):
        files.setdefault(test.partition("::")[0], []).append(test)
    said = copies.each(list(files.values()), _red)
    if red := "\n".join(filter(None, said)):
        raise click.ClickException(f"these tests fail without any change:\n{red}")


def _red(copy: Copy, tests: list[str]) -> str:
    code, said = copy.test(tests, MOST_SECONDS * len(tests))
    return said if code else f"{', '.join(tests)}: no end" if code is None else ""


def _fate(copy: Copy, mutant: Mutant) -> str:
    """What became of a change."""
    text = mutant.changed((copy.folder / mutant.file).read_text("utf-8"))
    if text is None:
        return f"its text does not stand once in {mutant.file}"
    with copy.changed(mutant.file, text):
        code, said = copy.test(mutant.tests, MOST_SECONDS)
    fates = {0: "UNNOTICED", FAILED: CAUGHT, None: "its tests did not end"}
    fate = fates.get(code, f"its tests did not run:\n{said[-1000:]}")
    click.echo(f"{fate:10}{mutant.name}")
    return fate


if __name__ == "__main__":
    main()
