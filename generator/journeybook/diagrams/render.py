"""DOT drawn as SVG by a Graphviz program: the only place of journeybook that starts a process."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from journeybook.problems import JourneybookError, Text, say

Name = Literal["graphviz-pure", "dot"]
PINNED = ("-Kneato", "-n2")
"""The layout that leaves every node and every curve where DOT puts it."""
_RANKED = ("-Kdot",)


class RenderError(JourneybookError):
    """A diagram could not be drawn. `renderer` is the program's name, `detail` what it said or did."""

    def __init__(self, message: Text, renderer: str, detail: str = "") -> None:
        self.message = message
        self.renderer = renderer
        self.detail = detail
        super().__init__(str(message))


@dataclass(frozen=True, slots=True)
class Renderer:
    """A Graphviz program: the bundled `graphviz-pure`, or a `dot` on PATH.

    `timeout` bounds each run, in seconds; `executable` names the program's file where it is not to be searched for.
    """

    name: Name = "graphviz-pure"
    timeout: float = 20
    executable: Path | None = None

    def program(self) -> Path:
        """The program's file; a RenderError where there is none."""
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
        """What changes when the program does; drawings of another version are not taken from the cache."""
        file = self.program().stat()
        return f"{self.name} {file.st_size} {file.st_mtime_ns}"

    def svg(self, dot: str, layout: tuple[str, ...] = PINNED) -> str:
        """The SVG of a DOT text, as the program writes it; a RenderError where it fails."""
        return self._run(dot, *layout, "-Tsvg")

    def layout(self, dot: str) -> str:
        """The places that `dot` finds for nodes and edges, as Graphviz's JSON; a RenderError where it fails."""
        return self._run(dot, *_RANKED, "-Tjson0")

    def _run(self, dot: str, *options: str) -> str:
        """What the program writes about a DOT text.

        It has failed with an exit code other than 0, with no output, and with `Error` on standard error: each of the
        three was seen without the others.
        """
        try:
            run = subprocess.run(
                [str(self.program()), *options],
                input=dot.encode(),
                capture_output=True,
                timeout=self.timeout,
                check=False,
                creationflags=_NO_WINDOW,
            )
        except subprocess.TimeoutExpired:
            raise RenderError(
                say(
                    "‘{renderer}’ did not finish a diagram within {seconds} seconds; use fewer stages or labels",
                    renderer=self.name,
                    seconds=f"{self.timeout:g}",
                ),
                self.name,
            ) from None
        except OSError as error:
            raise self._failed(error.strerror or str(error)) from error
        said = run.stderr.decode(errors="replace").strip()
        if run.returncode:
            raise self._failed(said or f"exit code {run.returncode}")
        if re.search(r"^(.*: )?Error\b", said, re.MULTILINE):
            raise self._failed(said)
        if not run.stdout.strip():
            raise self._failed(said or "no output")
        return run.stdout.decode(errors="replace")

    def _failed(self, detail: str) -> RenderError:
        first = detail.splitlines()[0][:300]
        return RenderError(
            say("‘{renderer}’ could not draw a diagram: {detail}", renderer=self.name, detail=first), self.name, detail
        )


# Without this, a console window flashes up on Windows for every diagram.
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


@cache
def _find(name: str) -> Path | None:
    """The program of that name: beside this Python, in its scripts folder, then on PATH."""
    beside = [str(Path(sys.executable).parent), sysconfig.get_path("scripts")]
    own = next((found for place in beside if (found := shutil.which(name, path=place))), None)
    found = own if name == "graphviz-pure" and own else shutil.which(name)
    return Path(found) if found else None
