"""`journeybook generate` killed: the next run, even one that writes nothing, leaves the old or the new folder."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from forked import Runner, content, runner
from fuzz import examples
from small import SMALL, write

pytestmark = pytest.mark.slow

SOURCE = "journeys/first-steps.yaml"
NEWER = {
    SOURCE: SMALL[SOURCE].replace("First steps", "Second steps").replace("talk", "other"),
    "journeys/more.yaml": "title: More\nstages: [One, Two]\n",
    "toolkit/other.yaml": "title: Other\n",
    "content/guide/index.md": "# The guide\n\nRead [](activity:other).\n",
}
BROKEN = {SOURCE: "title: [\n"}
BY_WRITE, BY_TIME = examples(12), examples(4)
FIXED = {"SOURCE_DATE_EPOCH": "1700000000"}  # so that bytes can be compared


@pytest.mark.proof
def test_a_kill_at_any_moment_leaves_a_folder_that_the_next_run_completes(tmp_path: Path) -> None:
    """After each kill every file is whole, an old or a new one; the next run makes all of them old or all new.

    Some around the moment from which the new ones count, the others anywhere: 20 in every run, 100 in `make kills`.
    The next run has errors in the handbook, so it writes nothing of its own: what it leaves is what it mended.
    """
    run = runner(**FIXED)
    folder, out, old, new = _book(tmp_path, run)
    shutil.copytree(tmp_path / "old", out)
    whole = run(folder, "journeybook", "generate", str(out))
    assert whole.code == 0 and content(out) == new
    seen = set()
    chance = random.Random(7)
    ready = next(n for n, what in enumerate(whole.writes, 1) if what == f"os.rename {out / '.journeybook-new'}")
    moments: list[dict[str, float]] = [{"before_write": n} for n in range(ready - 1, ready + 3)]
    moments += [{"before_write": chance.randrange(1, len(whole.writes) + 1)} for _ in range(BY_WRITE)]
    moments += [{"after": chance.uniform(0, whole.seconds)} for _ in range(BY_TIME)]
    for moment in moments:
        shutil.rmtree(out)
        shutil.copytree(tmp_path / "old", out)
        ended = run(folder, "journeybook", "generate", str(out), **moment)
        assert ended.code == -9 or (ended.code == 0 and "after" in moment), (moment, ended)
        _each_is_whole(out, old, new)
        write(folder, BROKEN)
        assert run(folder, "journeybook", "generate", str(out)).code == 1
        after = content(out)
        assert after in (old, new), moment
        seen.add("old" if after == old else "new")
        write(folder, NEWER)
    assert seen == {"old", "new"}


@pytest.mark.proof
def test_a_kill_of_the_first_run_is_completed(tmp_path: Path) -> None:
    """A folder in which the first run was killed is not somebody else's."""
    folder, out = write(tmp_path / "book", SMALL), tmp_path / "out"
    run = runner(**FIXED)
    whole = run(folder, "journeybook", "generate", str(tmp_path / "whole"))
    for moment in range(len(whole.writes) - 220, len(whole.writes), 20):
        run(folder, "journeybook", "generate", str(out), before_write=moment)
        assert run(folder, "journeybook", "generate", str(out)).code == 0
        assert content(out) == content(tmp_path / "whole")
        shutil.rmtree(out)


@pytest.mark.proof
def test_a_kill_while_the_manifest_is_written_leaves_nothing_behind(tmp_path: Path) -> None:
    """The list of what the folder holds is itself written whole or not at all, with no half of it among the files."""
    run = runner(**FIXED)
    folder, out, _, new = _book(tmp_path, run)
    shutil.copytree(tmp_path / "old", out)
    writes = run(folder, "journeybook", "generate", str(out)).writes
    moments = [n for n, what in enumerate(writes, 1) if ".journeybook.json" in what]
    assert len(moments) >= 3
    for moment in {near for n in moments for near in (n, n + 1)}:
        shutil.rmtree(out)
        shutil.copytree(tmp_path / "old", out)
        run(folder, "journeybook", "generate", str(out), before_write=moment)
        assert run(folder, "journeybook", "generate", str(out)).code == 0
        assert content(out) == new, writes[moment - 1]


def _book(tmp_path: Path, run: Runner) -> tuple[Path, Path, dict[str, bytes], dict[str, bytes]]:
    """A handbook that was changed since `old` was written; the folder to write; what was there, and what will be."""
    folder, out = write(tmp_path / "book", SMALL), tmp_path / "out"
    assert run(folder, "journeybook", "generate", str(tmp_path / "old")).code == 0
    (folder / "toolkit/talk.yaml").unlink()
    write(folder, NEWER)
    assert run(folder, "journeybook", "generate", str(tmp_path / "new")).code == 0
    old, new = content(tmp_path / "old"), content(tmp_path / "new")
    assert old and new and old != new and old.keys() - new.keys() and new.keys() - old.keys()
    return folder, out, old, new


def _each_is_whole(out: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    for name, data in (content(out) or {}).items():
        if not name.startswith(".journeybook"):
            assert data in (old.get(name), new.get(name)), name
