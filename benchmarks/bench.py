"""Measure journeybook, side by side with what it stands on and what it is compared with.

    make bench                       all measures at full size; takes hours, and wants an idle machine
    make bench ONLY=edit,reading     some of them
    make bench SIZE=100 ROUNDS=2     to try: all sizes follow the number of activities; nothing is kept

A measure is a module in `measures/` with a docstring, a TITLE and a function `measure(bench)` that gives a `Result`;
a new one is one new file. At full size the findings are kept in `results/`, as JSON and as one page.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

import measures

sys.path.append(str(Path(__file__).parent.parent / "tests"))  # the server and the browser of the tests

from frame.bench import FULL, Bench, own_cache
from frame.report import keep, markdown
from frame.results import Result

RESULTS = Path(__file__).parent / "results"


def names() -> list[str]:
    """Give the names of all measures."""
    return sorted(module.name for module in pkgutil.iter_modules(measures.__path__))


def result_of(name: str, bench: Bench) -> Result:
    """Take a measure, and give what it finds."""
    module: ModuleType = importlib.import_module(f"measures.{name}")
    found: Result = module.measure(bench)
    return found


def chosen(given: str) -> list[str]:
    """Give the measures that a list with commas names; all where it is empty."""
    asked = [name for name in given.split(",") if name]
    if unknown := [name for name in asked if name not in names()]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: the measures are {', '.join(names())}")
    return asked or names()


def main(arguments: list[str] | None = None) -> int:
    """Measure, print every table as soon as it is there, and keep it. 1 where a measure could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=chosen, default=names(), metavar="NAME,NAME", help=", ".join(names()))
    parser.add_argument("--size", type=int, default=FULL.activities, help="activities that stand for 1,000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=Path, help="the Python that has the other generators")
    parser.add_argument("--results", type=Path, help="where findings are kept; left out, only those of the full size")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args(arguments)
    peers = given.peers.absolute() if given.peers else None  # not resolved: a virtual environment's Python is a link
    folder = given.results or (RESULTS if given.size == FULL.activities else None)
    failed = []
    with tempfile.TemporaryDirectory(prefix="journeybook-bench-") as work, own_cache(Path(work)):
        bench = Bench(Path(work), given.size, given.rounds, peers)
        for name in given.only:
            print(f"{time.strftime('%H:%M:%S')} {name} …", file=sys.stderr)
            try:
                result = result_of(name, bench)
            except Exception as error:  # the other measures go on
                failed.append(name)
                print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
                continue
            print(json.dumps({name: result.as_json()}, ensure_ascii=False) if given.json else markdown(result))
            if folder:
                keep(result, name, folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
