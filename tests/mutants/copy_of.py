"""A copy of the project in which files are changed and tests run, so that the project itself never is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

FAILED = 1
"""pytest's exit code where tests have failed; 0 is that they passed, and with all others they did not run."""


class NoCopyError(Exception):
    """Tests in the copy would test something else; the message says what."""


@dataclass(frozen=True)
class Copy:
    """The project's files as they are now, with changes that are not committed."""

    folder: Path

    @classmethod
    def of(cls, root: Path, folder: Path) -> Copy:
        """A new one in an empty folder."""
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
        for name in filter(None, listed.decode(errors="surrogateescape").split("\0")):
            if (root / name).is_file() or (root / name).is_symlink():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, folder / name, follow_symlinks=False)
        # Compiled once, and never when something is changed: two changes in one second have one time.
        subprocess.run([sys.executable, "-m", "compileall", "-q", "generator"], cwd=folder, check=True)
        copy = cls(folder)
        copy._prove()
        return copy

    def _prove(self) -> None:
        command = [sys.executable, "-c", "import journeybook; print(journeybook.__file__)"]
        found = subprocess.run(command, cwd=self.folder, env=self._environment(), capture_output=True, text=True)
        if not Path(found.stdout.strip()).is_relative_to(self.folder):
            raise NoCopyError(f"tests in {self.folder} would test {found.stdout.strip()}")

    @contextmanager
    def changed(self, file: str, text: str) -> Iterator[None]:
        """The copy with another text of a file, for as long as the block runs."""
        path = self.folder / file
        kept = path.read_bytes(), path.stat()
        path.write_text(text, encoding="utf-8", newline="")
        try:
            yield
        finally:
            path.write_bytes(kept[0])
            os.utime(path, ns=(kept[1].st_atime_ns, kept[1].st_mtime_ns))

    def test(self, tests: Sequence[str], seconds: float) -> tuple[int | None, str]:
        """pytest's exit code, None where its time was up and it was ended; and what it said."""
        temporary = self.folder.with_name(f"{self.folder.name}-temporary")
        options = ["-x", "-p", "no:cacheprovider", f"--basetemp={temporary}"]
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            running = subprocess.Popen(
                [sys.executable, "-m", "pytest", *options, *tests],
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            code = None
            try:
                code = running.wait(seconds)
            except subprocess.TimeoutExpired:
                pass
            finally:
                _end(running)
            said.seek(0)
            return code, said.read()

    def _environment(self) -> dict[str, str]:
        """Ours, but for what would make the tests others, with the copy's package before the one that is installed."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("JB_", "PYTEST_"))}
        return ours | {"PYTHONPATH": str(self.folder / "generator"), "PYTHONDONTWRITEBYTECODE": "1"}


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
