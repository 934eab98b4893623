"""One word of one activity is changed while `journeybook serve` runs: from the write to the new page served.

MkDocs looks for changes every 0.5 s and then waits 0.1 s for more of them. What passes until it says that it has found
one is a column of its own, and so is the pause. While a full build is measured, the server is held.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from frame.bench import Bench, build, forget_but_diagrams
from frame.results import Result
from frame.runs import QUIET, CommandFailedError, cpu_of, in_turns

TITLE = "One edited word under `journeybook serve`"
PAUSE = 0.1
_PATIENCE = 900
_AT_REST = 0.3  # of a second
_FOUND = "Detected file changes"
LARGE = 1000
"""Activities from which on a full build takes so long that an edit is to be a smaller part of it."""
EDIT, FULL = "an edit, served", "a full build, warm"


@dataclass
class Server:
    """A running `journeybook serve`: its process, its address, the folder it builds into, and what it said when."""

    process: subprocess.Popen[str]
    port: int
    temporary: Path
    said: list[tuple[float, str]] = field(default_factory=list)

    def listen(self) -> None:
        """Note every line with its time, until the process ends."""
        for line in self.process.stdout or ():
            self.said.append((time.perf_counter(), line))

    @property
    def site(self) -> Path:
        """Where what is served lies."""
        return next(path for path in self.temporary.glob("journeybook-*") if path.is_dir())

    def get(self, address: str) -> str:
        """Fetch a page of the site; nothing while there is no answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.request("GET", address)
            return connection.getresponse().read().decode("utf-8", "replace")
        except (ConnectionError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def until(self, address: str, text: str) -> float:
        """Wait for a page with that text, and give the moment; CommandFailedError where it is never served."""
        end = time.perf_counter() + _PATIENCE
        while time.perf_counter() < end and self.process.poll() is None:
            if text in self.get(address):
                return time.perf_counter()
            time.sleep(0.005)
        raise CommandFailedError(f"{address} was not served with ‘{text}’:\n" + "".join(line for _, line in self.said))

    def settled(self) -> float:
        """Give the seconds of CPU of the process once it is at rest: a page may be served before its build ends.

        To look for changes takes some at all times, the more the larger a handbook is, and a build takes all there is.
        """
        before, now = -1.0, cpu_of(self.process.pid)
        while now - before > _AT_REST:
            time.sleep(1)
            before, now = now, cpu_of(self.process.pid)
        return before

    @contextmanager
    def held(self) -> Iterator[None]:
        """Stop the server while the block runs."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def serving(book: Path, temporary: Path) -> Iterator[Server]:
    """`journeybook serve`, from its start to its end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "journeybook", "serve", "-a", f"127.0.0.1:{port}"]
    env = {**os.environ, **QUIET, "TMPDIR": str(temporary)}
    out = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=book, env=env, text=True, **out)  # type: ignore[call-overload]
    server = Server(process, port, temporary)
    threading.Thread(target=server.listen, daemon=True).start()
    try:
        yield server
    finally:
        process.terminate()
        process.wait()


def _state(site: Path) -> dict[str, tuple[int, int, bytes]]:
    """Give every page with what changes when it is written again, and its text."""
    found = {}
    for path in site.rglob("*.html"):
        known = path.stat()
        found[str(path.relative_to(site))] = (known.st_mtime_ns, known.st_ino, path.read_bytes())
    return found


def _searched(site: Path) -> set[str]:
    index = json.loads((site / "search" / "index.json").read_text("utf-8"))
    return {entry["location"] for entry in index["docs"]}


def _without_clock(page: bytes) -> bytes:
    """Leave out the moment of a page's build, which MkDocs writes into the home page, its live reload into all."""
    return re.sub(rb"Build Date UTC : [^\n]*|livereload\([^)]*\)", b"", page)


def measure(bench: Bench) -> Result:
    """Give the ratio of an edit to a full build, with and without MkDocs's own waiting."""
    sizes = bench.sizes()
    result = Result(TITLE, __doc__ or "", vars(sizes))
    book, work = bench.book(sizes), bench.folder("edit")
    build(book, work / "site")  # draws
    edited = sorted(path for path in (book / "toolkit").rglob("*.yaml") if path.parent.name != "workshops")[0]
    address = f"/site/toolkit/{edited.stem}/"
    texts = iter(range(10_000))

    def full() -> None:
        forget_but_diagrams(book)
        shutil.rmtree(work / "site", ignore_errors=True)
        with server.held():
            result.add(FULL, build(book, work / "site"))

    def edit() -> None:
        word = f"tidily{next(texts)}"
        before, searched, heard = _state(server.site), _searched(server.site), len(server.said)
        text = re.sub("(cautions: )(?:tidily[0-9]+ )?", rf"\1{word} ", edited.read_text("utf-8"), count=1)
        start, cpu = time.perf_counter(), cpu_of(server.process.pid)
        edited.write_text(text, encoding="utf-8", newline="\n")
        served = server.until(address, word)
        noticed = next(when for when, line in server.said[heard:] if _FOUND in line)
        after = _state(server.site)
        again = [name for name, state in after.items() if state[:2] != before.get(name, (0, 0))[:2]]
        other = [name for name in again if _without_clock(after[name][2]) != _without_clock(before[name][2])]
        found = json.loads((server.site / "search" / "index.json").read_text("utf-8"))
        whole = _searched(server.site) == searched and any(word in entry["text"] for entry in found["docs"])
        result.add(
            EDIT,
            {
                "wall, s": served - start,
                "CPU, s": server.settled() - cpu,
                "MkDocs’s poll, s": noticed - start,
                "MkDocs’s pause, s": PAUSE,
                "without both, s": served - noticed - PAUSE,
                "pages": len(after),
                "pages written again": len(again),
                "pages that differ": len(other),
                "search index whole": float(whole),
            },
        )

    with serving(book, work) as server:
        server.until(address, "</html>")
        server.get("/site/")
        in_turns(bench.rounds, edit, full)
    result.claim(EDIT, FULL, "CPU, s", 0.06 if sizes.activities >= LARGE else 0.08)
    whole_build = result.table[FULL]["wall, s"]
    for column, limit in (("without both, s", None), ("wall, s", None)):
        pairs = zip(result.table[EDIT][column], whole_build, strict=True)
        result.compare(f"{EDIT} ({column}) ÷ {FULL}", [a / b for a, b in pairs], limit)
    result.compare("search index whole after an edit", result.table[EDIT]["search index whole"], 1, way="at least")
    cells = result.table[EDIT]
    pages = zip(cells["pages written again"], cells["pages that differ"], strict=True)
    result.compare("pages written again ÷ pages that differ", [a / max(b, 1) for a, b in pages], 1)
    return result
