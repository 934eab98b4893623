"""Draw DOT as SVG with a Graphviz program. Besides this module, only builders/zensical starts processes.

The program is held: no shell starts it, it has so much time, memory and output and no more, and it opens no file that a
DOT text names.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from journeybook.problems import JourneybookError, Text, say

RendererName = Literal["graphviz-pure", "dot"]
PINNED = ("-Kneato", "-n2")
"""The layout that leaves every node and every curve where DOT puts it."""
_RANKED = ("-Kdot",)
MOST_MEMORY = 512 * 2**20
"""Bytes of address space of one run; a drawing of twenty stages takes less than a quarter of it (seen)."""
_DAY = 24 * 60 * 60
MOST_OUTPUT = 32 * 2**20
"""Bytes that one run may write; drawings have some ten thousand."""
_NEEDED = ("PATH", "SYSTEMROOT")
"""A `dot` may be a script of a package manager, which looks for its programs; on Windows, no program starts without."""
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
# Attributes with which Graphviz opens files or runs something, outside of texts; and pictures in HTML-like labels.
_FILES = re.compile(r"\b(?:image|imagepath|shapefile|fontpath|stylesheet|_background)\b\s*=|<\s*IMG\b", re.IGNORECASE)


_HINTS = ("image", "shapefile", "fontpath", "stylesheet", "_background", "img")


def _names_a_file(dot: str) -> bool:
    """Tell whether a DOT text names a file; nearly none has even a word like those."""
    folded = dot.casefold()
    return any(hint in folded for hint in _HINTS) and bool(_FILES.search(_STRING.sub('""', dot)))


class RenderError(JourneybookError):
    """Raised where a diagram could not be drawn. `renderer` is the program's name, `detail` what it said or did.

    `late`: it was ended because its time was up.
    """

    def __init__(self, message: Text, renderer: str, detail: str = "", *, late: bool = False) -> None:
        self.message = message
        self.late = late
        self.renderer = renderer
        self.detail = detail
        super().__init__(str(message))


@dataclass(frozen=True, slots=True)
class Renderer:
    """A Graphviz program: the bundled `graphviz-pure`, or a `dot` on PATH.

    `timeout` bounds each run, in seconds; `executable` names the program's file where it is not to be searched for.
    """

    name: RendererName = "graphviz-pure"
    timeout: float = 20
    executable: Path | None = None

    def program(self) -> Path:
        """Find the program's file; a RenderError where there is none."""
        found = self.executable or _find(self.name)
        if found is None:
            raise RenderError(
                say(
                    "the program ‘{renderer}’, which draws the diagrams, is not installed; run "
                    "`pip install graphviz-pure`, or install Graphviz and choose the renderer `dot`",
                    renderer=self.name,
                ),
                self.name,
            )
        return found

    def version(self) -> str:
        """Give a text that changes when the program does; drawings of another version are not taken from the cache.

        A program that is not there has a version too, of which no drawing comes to be: drawing says what is wrong.
        """
        try:
            file = self.program().stat()
        except (RenderError, OSError):
            return f"no {self.name}"
        return f"{self.name} {file.st_size} {file.st_mtime_ns}"

    def svg(self, dot: str, layout: tuple[str, ...] = PINNED) -> str:
        """Draw a DOT text as SVG, as the program writes it; a RenderError where it fails."""
        return self._run(dot, *layout, "-Tsvg")

    def layout(self, dot: str) -> str:
        """Find places for nodes and edges with `dot`, as Graphviz's JSON; a RenderError where it fails."""
        found = self._run(dot, *_RANKED, "-Tjson0")
        with self.reading():
            json.loads(found)["objects"]
        return found

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Turn whatever fails while the program's output is read into a RenderError: it wrote something else."""
        try:
            yield
        except (ElementTree.ParseError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            said = f"it wrote something that is no drawing ({error})"
            raise self._failed(said) from error

    def _run(self, dot: str, *options: str) -> str:
        """Run the program on a DOT text, and give what it writes.

        It has failed with an exit code other than 0, with no output, and with `Error` on standard error: each of the
        three was seen without the others.
        """
        if _names_a_file(dot):
            raise self._failed("the drawing names a file")
        code, written, said = self._held([str(self.program()), *options], dot.encode())
        if code:
            raise self._failed(said or f"exit code {code}")
        if re.search(r"^(.*: )?Error\b", said, re.MULTILINE):
            raise self._failed(said)
        if not written.strip():
            raise self._failed(said or "no output")
        return written

    def _held(self, command: list[str], given: bytes) -> tuple[int, str, str]:
        """Run a command, and end it with all that it has started when its time is up; give its code, output and errors.

        The output goes to files: a pipe would grow in our own memory, and stay open for as long as a child of the
        program lives.
        """
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            try:
                running = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=out,
                    stderr=err,
                    env=_environment(),
                    start_new_session=True,
                    creationflags=_NO_WINDOW,
                )
            except OSError as error:
                raise self._failed(error.strerror or str(error)) from error
            with running:
                try:
                    _limit(running.pid, self.timeout)
                    running.communicate(given, timeout=self.timeout)
                except subprocess.TimeoutExpired:
                    raise self._late() from None
                finally:
                    if running.poll() is None:
                        _end(running)
            if out.seek(0, os.SEEK_END) >= MOST_OUTPUT:
                raise self._failed(f"more than {MOST_OUTPUT} bytes of output")
            out.seek(0)
            err.seek(0)
            return (
                running.returncode,
                out.read().decode(errors="replace"),
                err.read(10_000).decode(errors="replace").strip(),
            )

    def _late(self) -> RenderError:
        message = say(
            "‘{renderer}’ did not finish a diagram within {seconds} seconds; use fewer stages or labels",
            renderer=self.name,
            seconds=f"{self.timeout:g}",
        )
        return RenderError(message, self.name, late=True)

    def _failed(self, detail: str) -> RenderError:
        first = detail.splitlines()[0][:300]
        return RenderError(
            say("‘{renderer}’ could not draw a diagram: {detail}", renderer=self.name, detail=first), self.name, detail
        )


def _environment() -> dict[str, str]:
    """Give what the system needs to start a program, and what makes Graphviz refuse files that a DOT text names.

    That is Graphviz's rule for web servers. Nothing else is handed on: some variables lead Graphviz to files and
    plugins (GV_FILE_PATH, GVBINDIR), others hold what is nobody's business.
    """
    return {name: os.environ[name] for name in _NEEDED if name in os.environ} | {"SERVER_NAME": "journeybook"}


def _limit(process: int, seconds: float) -> None:
    """Bound the memory, the output and the work of a process that has just begun to wait for its input.

    Its time is up before its work is; but should all of ours be killed, nobody ends it when its time is up.

    Only Linux lets one process bound another. `preexec_fn`, which other systems have, may lock up with threads.
    """
    if sys.platform == "linux":
        import resource

        work = ceil(min(max(seconds, 0), _DAY)) + 1
        with contextlib.suppress(ProcessLookupError):  # it has ended already
            resource.prlimit(process, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (MOST_OUTPUT, MOST_OUTPUT))
            resource.prlimit(process, resource.RLIMIT_CPU, (work, work))
            resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a process and what it has started; nothing happens where they have ended."""
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()
    running.wait()


# Without this, a console window flashes up on Windows for every diagram.
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


@cache
def _find(name: str) -> Path | None:
    """Find the program of that name: the bundled one beside this Python or in its scripts folder, then on PATH.

    `shutil.which` would look into the working folder first on Windows, and that may be a stranger's handbook.
    """
    own = [str(Path(sys.executable).parent), sysconfig.get_path("scripts")] if name == "graphviz-pure" else []
    folders = map(Path, [*own, *os.environ.get("PATH", os.defpath).split(os.pathsep)])
    endings = os.environ.get("PATHEXT", ".EXE").split(";") if sys.platform == "win32" else [""]
    files = (folder / f"{name}{ending}" for folder in folders if folder.is_absolute() for ending in endings)
    return next((file for file in files if os.access(file, os.X_OK) and file.is_file()), None)
