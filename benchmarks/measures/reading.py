"""Reading, linking and checking a handbook against PyYAML's C composer alone on the same YAML files.

Both run in one new process a round, with files that the system has in memory, and take turns in who begins.
Ours also reads the chapters, links them, and runs all checks; `journeybook check` is that, the start of Python
and of MkDocs's configuration.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from frame.bench import Bench, forget_all
from frame.results import Result
from frame.runs import python, spent

TITLE = "Reading, linking and checking"
OURS, COMPOSER, COMMAND = "read, link, check", "PyYAML’s C composer", "journeybook check"


def measure(bench: Bench) -> Result:
    """Give the ratio of both."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    book = bench.book(sizes)
    here = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])}
    for number in range(bench.rounds):
        forget_all(book)
        command = [sys.executable, "-m", "measures.reading", "ours first" if number % 2 else "ours last"]
        said = subprocess.run(
            command, cwd=book, env={**os.environ, **here}, capture_output=True, text=True, check=True
        ).stdout
        for row, seconds in json.loads(said).items():
            result.add(row, {"CPU, s": seconds})
        result.add(COMMAND, python("journeybook", "check", cwd=book).columns)
    result.claim(OURS, COMPOSER, "CPU, s", 5.5)
    files = [path for path in book.rglob("*.yaml") if path.is_file()]
    result.notes.append(f"{len(files)} YAML files, {sum(path.stat().st_size for path in files) / 1e6:.2f} MB")
    return result


def _once(first: bool) -> dict[str, float]:
    """Give the seconds of CPU of both in this process, for the handbook in the working folder."""
    import yaml

    from journeybook import checks
    from journeybook.builders.config.settings import settings_of
    from journeybook.cli.project import open_project
    from journeybook.handbook import load

    project = open_project(Path("mkdocs.yml"))
    settings = settings_of(project.config, project.options)
    texts = [path.read_text("utf-8") for folder in ("journeys", "toolkit") for path in Path(folder).rglob("*.yaml")]

    def compose() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CBaseLoader)

    def ours() -> None:
        checks.run(load(settings))

    works = {OURS: ours, COMPOSER: compose}
    order = [OURS, COMPOSER] if first else [COMPOSER, OURS]
    return {row: spent(works[row])["CPU, s"] for row in order}


if __name__ == "__main__":
    print(json.dumps(_once(sys.argv[1] == "ours first")))
