"""`journeybook build` killed: the site is the old one or the new one, never a part of either."""

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
    SOURCE: SMALL[SOURCE].replace("First steps", "Second steps"),
    "journeys/more.yaml": "title: More\nstages: [One, Two]\n",
    "content/guide/index.md": "# The guide\n\nNo links any more.\n",
}
BROKEN = {SOURCE: "title: [\n"}
BY_WRITE, BY_TIME = examples(12), examples(4)
FIXED = {"SOURCE_DATE_EPOCH": "1700000000"}  # so that bytes can be compared


@pytest.mark.proof
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    """After each kill the site is one of the two, or between the two renames missing; the next run mends it.

    Both have a file that no build has written.
    Some at each write around the renames, the others anywhere: 20 in every run of the tests, 100 in `make kills`.
    The next run has errors in the handbook, so it builds nothing: what it leaves is what it mended.
    """
    run = runner(**FIXED)
    folder, old, new = _book(tmp_path, run)
    whole = run(folder, "journeybook", "build")
    assert whole.code == 0 and content(folder / "site") == new
    seen = set()
    chance = random.Random(6)
    away = next(n for n, what in enumerate(whole.writes, 1) if what == f"os.rename {folder / 'site'}")
    moments: list[dict[str, float]] = [{"before_write": n} for n in range(away - 1, away + 3)]
    moments += [{"before_write": n} for n in chance.sample(range(1, len(whole.writes) + 1), BY_WRITE)]
    moments += [{"after": chance.uniform(0, whole.seconds)} for _ in range(BY_TIME)]
    for moment in moments:
        _put_back(folder, tmp_path / "old")
        ended = run(folder, "journeybook", "build", **moment)
        assert ended.code == -9 or (ended.code == 0 and "after" in moment), (moment, ended)
        after = content(folder / "site")
        assert after in (old, new, None), moment
        if after is None:
            assert content(folder / ".site.journeybook-old") == old, moment
        seen.add("missing" if after is None else "old" if after == old else "new")
        write(folder, BROKEN)
        assert run(folder, "journeybook", "build").code == 1
        assert content(folder / "site") == (old if after is None else after), moment
        assert _beside(folder) == [], moment
        write(folder, NEWER)
    assert seen == {"old", "missing", "new"}


def test_a_kill_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    """It is the one moment at which there is no site: the next run, whatever becomes of it, takes the old one back."""
    run = runner(**FIXED)
    folder, old, new = _book(tmp_path, run)
    whole = run(folder, "journeybook", "build")
    _put_back(folder, tmp_path / "old")
    away = next(n for n, what in enumerate(whole.writes, 1) if what == f"os.rename {folder / 'site'}")
    run(folder, "journeybook", "build", before_write=away + 1)
    assert content(folder / "site") is None
    write(folder, BROKEN)
    assert run(folder, "journeybook", "build").code == 1
    assert content(folder / "site") == old
    write(folder, NEWER)
    assert run(folder, "journeybook", "build").code == 0
    assert content(folder / "site") == new and _beside(folder) == []


def test_a_kill_of_the_first_build_leaves_no_site(tmp_path: Path) -> None:
    """Where there was none, there is none until one is whole."""
    folder = write(tmp_path / "book", SMALL)
    run = runner(**FIXED)
    assert run(folder, "journeybook", "build", before_write=150).code == -9
    assert not (folder / "site").exists()
    assert run(folder, "journeybook", "build").code == 0
    assert (folder / "site/index.html").is_file() and _beside(folder) == []


def _book(tmp_path: Path, run: Runner) -> tuple[Path, dict[str, bytes] | None, dict[str, bytes] | None]:
    """A handbook that was changed since its site was built; that site, kept in `old` too, and the one that comes."""
    folder = write(tmp_path / "book", SMALL)
    assert run(folder, "journeybook", "build").code == 0
    write(folder, {"site/guide/mine.txt": "mine\n"})
    shutil.copytree(folder / "site", tmp_path / "old")
    write(folder, NEWER)
    assert run(folder, "journeybook", "build", "-d", str(tmp_path / "new")).code == 0
    write(tmp_path, {"new/guide/mine.txt": "mine\n"})
    old, new = content(folder / "site"), content(tmp_path / "new")
    assert old != new
    return folder, old, new


def _put_back(folder: Path, old: Path) -> None:
    shutil.rmtree(folder / "site", ignore_errors=True)
    shutil.copytree(old, folder / "site")


def _beside(folder: Path) -> list[str]:
    """What journeybook left beside or in the site."""
    return [path.name for path in folder.rglob("*journeybook-*")]
