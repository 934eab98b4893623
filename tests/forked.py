"""Commands in processes that begin with everything imported, which saves most of what a short run takes.

As a script it is the runner: it imports journeybook and MkDocs and compiles their templates once, and forks a process
for each line on its standard input. `Runner` is the other end of it. A run can be stopped at a chosen moment: by
SIGKILL before its n-th write, or after some time.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.__main__ import cli as mkdocs
from mkdocs.config.defaults import MkDocsConfig

from journeybook.cli import main

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code (-9 when killed), its writes in their order, its seconds, and what it said."""

    code: int
    writes: list[str]
    seconds: float
    out: str
    err: str


@dataclass(frozen=True)
class Runner:
    """Runs of `journeybook …` and `mkdocs …` in a folder."""

    process: subprocess.Popen[str]
    env: dict[str, str]

    def __call__(
        self,
        folder: Path,
        *command: str,
        before_write: int | None = None,
        after: float | None = None,
        most: float = 120,
    ) -> Ended:
        """Run it to its end, or to a SIGKILL before a write (counted from 1) or after some seconds.

        After `most` seconds it is ended with the code -14 (SIGALRM).
        """
        moment = {"before_write": before_write, "after": after, "most": most}
        order = {"folder": str(folder), "command": command, "env": {**os.environ, **self.env}, **moment}
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return Ended(**json.loads(self.process.stdout.readline()))


def runner(**env: str) -> Runner:
    """A runner, for commands that also have these variables in their environment."""
    return Runner(_process(), env)


@cache
def _process() -> subprocess.Popen[str]:
    """One for all tests of a worker; it ends with it."""
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    atexit.register(process.__exit__, None, None, None)
    return process


def content(folder: Path) -> dict[str, bytes] | None:
    """Every file of a folder by its path; None where the folder is missing."""
    if not folder.is_dir():
        return None
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _serve() -> None:
    from small import SMALL, write  # it imports this module

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
        for arguments in (["build"], ["generate", "out"], ["cards", "--deck", "activities", "-o", "cards.pdf"]):
            os.chdir(warm)
            main(arguments, standalone_mode=False)
            os.chdir("/")
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]  # else plugins live on
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()


def _run(order: dict[str, Any]) -> dict[str, Any]:
    with ExitStack() as stack:
        out, err, writes = (stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for _ in range(3))
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            _child(order, writes.fileno())
        if order["after"] is not None:
            time.sleep(order["after"])
            os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        seconds = time.monotonic() - started
        for file in (out, err, writes):
            file.seek(0)
        ended = Ended(code, writes.read().splitlines(), seconds, out.read(), err.read())
        return asdict(ended)


def _child(order: dict[str, Any], writes: int) -> None:
    count = 0

    def hook(event: str, details: tuple[Any, ...]) -> None:
        nonlocal count
        if event in _CHANGES or (event == "open" and details[2] & _WRITING):
            count += 1
            if count == order["before_write"]:
                os.kill(os.getpid(), signal.SIGKILL)
            os.write(writes, f"{event} {details[0]}\n".encode())

    signal.setitimer(signal.ITIMER_REAL, order["most"])
    os.environ.clear()
    os.environ.update(order["env"])
    os.chdir(order["folder"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    program, *arguments = order["command"]
    sys.argv = [program, *arguments]
    sys.addaudithook(hook)
    code = 1
    try:
        {"journeybook": main, "mkdocs": mkdocs}[program](arguments, prog_name=program)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
