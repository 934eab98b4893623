"""The option `book`: what was exported last is offered for download on the home page, and no build makes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from forked import runner
from small import SMALL, journeybook, run, write

pytestmark = pytest.mark.proof
SECRET = "q7bcd4"  # a mark, and no password
CONFIG = """
site_name: Small
docs_dir: content
theme: material
plugins:
  - search
  - journeybook:
      book: [epub]
"""
EDITIONS = (
    CONFIG
    + """\
      edition: mentee
      editions:
        mentee: {title: For mentees, audience: [mentee, public]}
        team: {title: For the team}
"""
)
FILES = {**SMALL, "mkdocs.yml": CONFIG}
_OFFER = re.compile(r'<a class="jb-btn" href="(book/[^"]+)" download>.*?</i> ([^<]*)</a>')


def _built(folder: Path, *arguments: str) -> tuple[list[tuple[str, str]], str]:
    """What the home page offers, and what the build says of books."""
    done = journeybook(folder, "build", *arguments)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stderr.split())
    return _OFFER.findall((folder / "site/index.html").read_text("utf-8")), said


def _export(folder: Path, name: str, *arguments: str) -> None:
    done = journeybook(folder, "export", name, *arguments)
    assert done.returncode == 0, done.stderr


def test_the_last_export_is_offered(tmp_path: Path) -> None:
    """With its form, its size and its version; a build makes none, and says what to run."""
    write(tmp_path, FILES)
    found, said = _built(tmp_path)
    assert found == [] and not (tmp_path / "book").exists()
    assert "there is no book/handbook.epub to offer: run `journeybook export book/handbook.epub`" in said
    _export(tmp_path, "book/handbook.epub")
    found, said = _built(tmp_path)
    ((address, text),) = found
    assert address == "book/handbook.epub" and re.fullmatch(r"EPUB, \d+ kB, v [0-9a-f]{6}", text)
    assert (tmp_path / "site" / address).read_bytes() == (tmp_path / address).read_bytes()
    assert "INFO" not in said
    assert "Nothing has changed" in journeybook(tmp_path, "build").stdout


def test_an_old_one_is_told(tmp_path: Path) -> None:
    """And still offered, as it is, until it is made again; MkDocs says so, too."""
    write(tmp_path, FILES)
    _export(tmp_path, "book/handbook.epub")
    before = (tmp_path / "book/handbook.epub").read_bytes()
    (tmp_path / "toolkit/talk.yaml").write_text(
        SMALL["toolkit/talk.yaml"].lstrip().replace("A talk", "A walk"), "utf-8"
    )
    found, said = _built(tmp_path)
    assert len(found) == 1 and "book/handbook.epub is older than the handbook" in said
    assert (tmp_path / "book/handbook.epub").read_bytes() == before
    mkdocs = run(tmp_path, "mkdocs", "build", "--strict", NO_MKDOCS_2_WARNING="1")
    assert mkdocs.returncode == 0 and "older than the handbook" in mkdocs.stderr
    _export(tmp_path, "book/handbook.epub")
    assert "INFO" not in _built(tmp_path)[1]


def test_an_unchanged_book_costs_nothing(tmp_path: Path) -> None:
    """It is not made again, and other papers and parts are others."""
    write(tmp_path, FILES)
    _export(tmp_path, "book/handbook.epub")
    file = tmp_path / "book/handbook.epub"
    before = file.stat().st_mtime_ns
    done = journeybook(tmp_path, "export", "book/handbook.epub")
    assert "nothing has changed" in done.stdout and file.stat().st_mtime_ns == before
    file.write_bytes(b"torn")
    _export(tmp_path, "book/handbook.epub")
    assert file.read_bytes().startswith(b"PK")
    assert "is written" in journeybook(tmp_path, "export", "book/handbook.epub", "--only", "activity:talk").stdout


def test_no_other_file_is_offered(tmp_path: Path) -> None:
    """Neither parts of a handbook, nor what somebody has put there."""
    write(tmp_path, FILES)
    _export(tmp_path, "book/handbook.epub", "--only", "activity:talk")
    found, said = _built(tmp_path)
    assert found == [] and "book/handbook.epub is not offered" in said
    _export(tmp_path, "book/handbook.epub")
    (tmp_path / "book/handbook.epub").write_bytes(b"another")
    assert _built(tmp_path)[0] == []


def test_no_edition_offers_what_is_of_another(tmp_path: Path) -> None:
    """Whatever its file is called, and whatever the edition had when it was exported."""
    write(tmp_path, {**FILES, "mkdocs.yml": EDITIONS})
    _export(tmp_path, "book/team.epub", "--edition", "team")
    _export(tmp_path, "book/mentee.epub", "--edition", "team")  # a slip
    found, said = _built(tmp_path)
    assert found == [] and "book/mentee.epub is not offered" in said
    assert not (tmp_path / "site/book").exists()
    _export(tmp_path, "book/mentee.epub")
    found, _ = _built(tmp_path)
    assert [address for address, _ in found] == ["book/mentee.epub"]
    assert [path.name for path in (tmp_path / "site/book").iterdir()] == ["mentee.epub"]
    talk = SMALL["toolkit/talk.yaml"].lstrip() + "audience: mentor\n"
    (tmp_path / "toolkit/talk.yaml").write_text(talk, "utf-8")
    (tmp_path / "content/guide/index.md").write_text("# The guide\n\nRead.\n", "utf-8")
    found, said = _built(tmp_path)
    assert found == [] and "might have what this edition now leaves out" in said
    found, said = _built(tmp_path, "--edition", "team")
    assert [address for address, _ in found] == ["book/team.epub"] and "book/team.epub is older" in said


def test_all_builders_and_editions_offer_theirs(tmp_path: Path) -> None:
    """Each edition its own, at its own address."""
    write(tmp_path, {**FILES, "mkdocs.yml": EDITIONS})
    for edition in ("mentee", "team"):
        _export(tmp_path, f"book/{edition}.epub", "--edition", edition)
    done = journeybook(tmp_path, "build", "--all-editions")
    assert done.returncode == 0 and "INFO" not in done.stderr, done.stderr
    books = sorted(path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.epub"))
    assert books == ["mentee/book/mentee.epub", "team/book/team.epub"]
    assert journeybook(tmp_path, "generate", "out").returncode == 0
    assert (tmp_path / "out/docs/book/mentee.epub").is_file() and not (tmp_path / "out/docs/book/team.epub").exists()
    done = journeybook(tmp_path, "build", "--builder", "zensical", "-d", "other")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "other/book/mentee.epub").is_file()


@pytest.mark.parametrize("name", ["made.epub", "made.json", "made.pdf"])
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path, name: str) -> None:
    """Whole, whenever it comes; the next run makes it, and nothing else is left beside it."""
    killed = runner(SOURCE_DATE_EPOCH="1700000000", XDG_CACHE_HOME=str(tmp_path / "cache"))
    folder, made = write(tmp_path / "hb", FILES), tmp_path / "hb" / "out" / name
    assert killed(folder, "journeybook", "export", f"out/{name}").code == 0
    old = made.read_bytes()
    journey = SMALL["journeys/first-steps.yaml"].replace("First steps", "Next steps")
    write(folder, {"journeys/first-steps.yaml": journey})
    for _ in range(2):  # the second time with all in the cache, as it is after each kill
        made.write_bytes(old)
        whole = killed(folder, "journeybook", "export", f"out/{name}")
    new = made.read_bytes()
    assert whole.code == 0 and new != old
    of_file = [number for number, what in enumerate(whole.writes, 1) if str(made.parent) in what]
    assert of_file, whole.writes
    seen = set()
    for moment in sorted({number + by for number in of_file for by in (-1, 0, 1)}):
        made.write_bytes(old)
        ended = killed(folder, "journeybook", "export", f"out/{name}", before_write=moment)
        assert ended.code in (-9, 0) and made.read_bytes() in (old, new), moment
        seen.add(made.read_bytes() == new)
        assert killed(folder, "journeybook", "export", f"out/{name}").code == 0
        assert made.read_bytes() == new
    assert seen == {True, False}


def test_another_form_is_told(tmp_path: Path) -> None:
    """With those that there are."""
    write(tmp_path, {**FILES, "mkdocs.yml": CONFIG.replace("[epub]", "[docx]")})
    done = journeybook(tmp_path, "check")
    assert done.returncode == 1 and "epub" in done.stdout + done.stderr
