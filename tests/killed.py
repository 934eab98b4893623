"""journeybook stopped at a chosen moment: by SIGKILL before its n-th write, or after some time.

As a script it is the runner: it imports journeybook and compiles its templates once, and forks a process for each line
on its standard input, which saves most of what a run takes. `Runner` is the other end of it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from journeybook.cli import main
from small import SMALL, write

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code (-9 when killed), its writes in their order, its seconds, and what it said."""

    code: int
    writes: list[str]
    seconds: float
    said: str


@dataclass(frozen=True)
class Runner:
    """Runs of `journeybook …` in a folder."""

    process: subprocess.Popen[str]

    def __call__(
        self, folder: Path, *arguments: str, before_write: int | None = None, after: float | None = None
    ) -> Ended:
        """Run it to its end, or to a SIGKILL before a write (counted from 1) or after some seconds."""
        order = {"folder": str(folder), "arguments": arguments, "before_write": before_write, "after": after}
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return Ended(**json.loads(self.process.stdout.readline()))


@contextmanager
def runner() -> Iterator[Runner]:
    """A runner; dates are fixed, so that bytes can be compared."""
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "NO_COLOR": "1"},
    )
    with process:
        yield Runner(process)


def content(folder: Path) -> dict[str, bytes] | None:
    """Every file of a folder by its path; None where the folder is missing."""
    if not folder.is_dir():
        return None
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _serve() -> None:
    compiled: dict[Any, Any] = {}
    slow = Environment.compile

    def compile_once(self: Environment, source: Any, *names: Any, **options: Any) -> Any:
        key = (source, *names)
        if key not in compiled:
            compiled[key] = slow(self, source, *names, **options)
        return compiled[key]

    Environment.compile = compile_once  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as warm, contextlib.redirect_stdout(sys.stderr):
        write(Path(warm), SMALL)
        for arguments in (["build"], ["generate", "out"]):
            os.chdir(warm)
            main(arguments, standalone_mode=False)
            os.chdir("/")
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]  # else plugins live on
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()


def _run(order: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said, tempfile.TemporaryFile("w+") as writes:
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            _child(order, writes.fileno())
        if order["after"] is not None:
            time.sleep(order["after"])
            os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        seconds = time.monotonic() - started
        said.seek(0)
        writes.seek(0)
        return {"code": code, "writes": writes.read().splitlines(), "seconds": seconds, "said": said.read()}


def _child(order: dict[str, Any], writes: int) -> None:
    count = 0

    def hook(event: str, details: tuple[Any, ...]) -> None:
        nonlocal count
        if event in _CHANGES or (event == "open" and details[2] & _WRITING):
            count += 1
            if count == order["before_write"]:
                os.kill(os.getpid(), signal.SIGKILL)
            os.write(writes, f"{event} {details[0]}\n".encode())

    os.chdir(order["folder"])
    sys.addaudithook(hook)
    code = 1
    try:
        main([*order["arguments"]], prog_name="journeybook")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
