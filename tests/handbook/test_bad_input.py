"""Bad input of every kind at once: each is told by file and code, within a gigabyte and two minutes."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from small import SMALL, write

pytestmark = pytest.mark.proof

GIGABYTE = 2**30
SECONDS = 120
STAGES = "stages: [a, b]\n"
HANDOUT = "title: x\nhandouts:\n  - {{title: {title}, fields: [a]}}\n"
RESOURCE = "title: x\nresources:\n  - {{title: a, file: {file}}}\n"
BOMB = "title: x\nb0: &b0 [a, a]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(1, 40))

Maker = Callable[[Path], object]
CASES: dict[str, tuple[str | bytes | Maker, str]] = {
    "journeys/bomb.yaml": (BOMB, "JB108"),
    "journeys/deep.yaml": ("title: x\nstages: " + "[" * 10_000 + "]" * 10_000, "JB107"),
    "journeys/deep-blocks.yaml": ("".join(f"{' ' * n}a:\n" for n in range(1_300)), "JB107"),
    "journeys/deep-dashes.yaml": ("title: x\nstages:\n  " + "- " * 10_000 + "a\n", "JB107"),
    "journeys/huge.yaml": (lambda path: path.open("wb").truncate(100_000_000), "JB106"),
    "journeys/zero.yaml": (b"title: a\0b\n", "JB103"),
    "journeys/control.yaml": ("title: a\x1b[31mb\n", "JB103"),
    "journeys/surrogate.yaml": (b"title: a\xed\xa0\x80b\n", "JB102"),
    "journeys/surrogate-escaped.yaml": ('title: "a\\ud800b"\n' + STAGES, "JB104"),
    "journeys/Way.yaml": ("title: x\n" + STAGES, "JB306"),
    f"journeys/{unicodedata.normalize('NFC', 'é')}.yaml": ("title: x\n" + STAGES, "JB302"),
    f"journeys/{unicodedata.normalize('NFD', 'é')}.yaml": ("title: x\n" + STAGES, "JB302"),
    "journeys/con.yaml": ("title: x\n" + STAGES, "JB306"),
    "journeys/index.yaml": ("title: x\n" + STAGES, "JB306"),
    "journeys/x...yaml": ("title: x\n" + STAGES, "JB306"),
    f"journeys/{'a' * 240}.yaml": ("title: x\n" + STAGES, "JB306"),
    "journeys/a\x1b[31m.yaml": ("title: x\n" + STAGES, "JB306"),
    "journeys/\udcff.yaml": ("title: x\n" + STAGES, "JB306"),
    "journeys/folder.yaml": (lambda path: path.mkdir(), "JB101"),
    "journeys/pipe.yaml": (lambda path: os.mkfifo(path), "JB101"),
    "journeys/itself.yaml": (lambda path: path.symlink_to(path.name), "JB101"),
    "journeys/nowhere.yaml": (lambda path: path.symlink_to("nothing"), "JB101"),
    "journeys/parent-chapter.yaml": ("title: x\nchapter: ../..\n" + STAGES, "JB203"),
    "journeys/parent-activity.yaml": ("title: x\nstages: [{title: a, activities: [../../talk]}, b]\n", "JB203"),
    "journeys/absolute-journey.yaml": ("title: x\nstages: [{title: a, journey: /etc/passwd}, b]\n", "JB203"),
    "toolkit/absolute.yaml": (RESOURCE.format(file="/etc/passwd"), "JB203"),
    "toolkit/parent.yaml": (RESOURCE.format(file="../mkdocs.yml"), "JB203"),
    "toolkit/inside-parent.yaml": (RESOURCE.format(file="files/../../mkdocs.yml"), "JB203"),
    "toolkit/windows.yaml": (RESOURCE.format(file="'..\\..\\mkdocs.yml'"), "JB203"),
    "toolkit/drive.yaml": (RESOURCE.format(file="'C:\\secret'"), "JB203"),
    "toolkit/own-folder.yaml": (RESOURCE.format(file="."), "JB203"),
    "toolkit/own-page.yaml": (RESOURCE.format(file="Index.html"), "JB310"),
    "toolkit/long-file.yaml": (RESOURCE.format(file="a" * 390), "JB310"),
    "toolkit/out.yaml": (RESOURCE.format(file="link.txt"), "JB310"),
    "toolkit/long-handout.yaml": (HANDOUT.format(title="a" * 390), "JB311"),
    "toolkit/device.yaml": (HANDOUT.format(title="Con"), "JB311"),
    "toolkit/handout-id.yaml": (HANDOUT.format(title="x, id: ../x"), "JB203"),
    "toolkit/long-text.yaml": (f"title: x\ndescription: {'a' * 30_001}\n", "JB203"),
    "toolkit/many.yaml": ("title: x\nsteps:\n" + "- a\n" * 120_000, "JB108"),
    "content/guide/huge.md": (lambda path: path.open("wb").truncate(100_000_000), "JB106"),
    "content/guide/list.md": ("".join(f"{' ' * 4 * n}- a\n" for n in range(300)), "JB107"),
    "content/guide/brackets.md": ("# x\n\n" + "[" * 50_000, "JB107"),
    "content/guide/parentheses.md": ("# x\n\n" + "[a](" * 20_000, "JB107"),
    "content/guide/surrogate.md": (b"# a\xed\xa0\x80b\n", "JB102"),
    "content/guide/pipe.md": (lambda path: os.mkfifo(path), "JB101"),
    "content/guide/pipe.txt": (lambda path: os.mkfifo(path), "JB101"),
    "content/guide/itself.md": (lambda path: path.symlink_to(path.name), "JB101"),
    "content/guide/nowhere.txt": (lambda path: path.symlink_to("nothing"), "JB101"),
    "content/guide/up": (lambda path: path.symlink_to(".."), "JB312"),
    "content/guide/round": (lambda path: path.symlink_to("."), "JB312"),
    "content/guide/\udcff.md": ("# x\n", "JB311"),
    "content/guide/a\nb.md": ("# x\n", "JB311"),
    "content/guide/aux.md": ("# x\n", "JB311"),
    "content/guide/why?.md": ("# x\n", "JB311"),
    "content/guide/a: b.md": ("# x\n", "JB311"),
    "content/guide/rule #1.md": ("# x\n", ""),
    "content/guide/blank .md": ("# x\n", "JB311"),
    "content/guide/dot..md": ("# x\n", "JB311"),
    "content/guide/rich.md": ("{\\rtf1\\ansi Hello}", "JB102"),
    "content/guide/word.md": (b"PK\x03\x04\x14\x00\x06\x00\x08", "JB102"),
    "toolkit/rich-text.yaml": ("{\\rtf1\\ansi title: x}", "JB102"),
    "content/Guide/index.md": ("# x\n", "JB311"),
    "content/other/INDEX.md": ("# x\n", "JB311"),
    "content/other/index.md": ("# x\n", ""),
    f"content/guide/{unicodedata.normalize('NFC', 'é')}.md": ("# x\n", "JB311"),
    f"content/guide/{unicodedata.normalize('NFD', 'é')}.md": ("# x\n", ""),
    "content/Toolkit/index.md": ("# x\n", "JB311"),
}
# Of two names, the second in the order of letters is told.
TOLD = {
    "content/Guide/index.md": "content/guide",
    "content/Toolkit/index.md": "content/Toolkit",
    "content/other/INDEX.md": "content/other/index.md",
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with all of it."""
    folder = write(tmp_path_factory.mktemp("bad"), SMALL)
    (folder.parent / "secret.txt").write_text("not of this handbook", encoding="utf-8")
    (folder / "toolkit" / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "toolkit" / "Index.html").touch()
    for name, (made, _) in CASES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(made):
            made(path)
        else:
            path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return folder


def held(folder: Path, *command: str, drop: tuple[int, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the command with a gigabyte of address space, and without some capabilities (Linux's numbers)."""

    def hold() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
        for capability in drop:
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP: gone with the next program

    run = subprocess.run(
        [sys.executable, "-m", "journeybook", *command],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        preexec_fn=hold,
    )
    assert "Traceback" not in run.stdout + run.stderr
    return run


def test_everything_bad_is_told(bad: Path) -> None:
    """The check ends with 1, and names each file with its code and a reason."""
    run = held(bad, "check", "--format", "json")
    assert run.returncode == 1, run.stderr
    told = {(row["file"], row["code"]) for row in json.loads(run.stdout)}
    named = {name: TOLD.get(name, name).encode("utf-8", "replace").decode() for name in CASES}
    expected = {(named[name], code) for name, (_, code) in CASES.items() if code}
    assert expected - told == set()
    errors = {file for file, code in told if not code.startswith("JB4")}
    assert errors <= {file for file, _ in expected} | {"journeys/way.yaml"}


def test_nothing_is_built_of_it(bad: Path) -> None:
    """A build tells the same, shows no character that a terminal would obey, and writes nothing."""
    run = held(bad, "build")
    assert run.returncode == 1, run.stderr
    assert "nothing was written" in run.stderr
    assert "\x1b" not in run.stdout + run.stderr
    assert not (bad / "site").exists()
    for form in ("text", "github"):
        assert held(bad, "check", "--format", form).returncode == 1


def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    """Files and folders without permission are errors, for root too once it has no right to read all the same."""
    folder = write(tmp_path, SMALL | {"content/guide/closed.md": "# x\n", "content/guide/closed.txt": "x"})
    write(folder, {"journeys/closed.yaml": "title: x\n", "toolkit/shut/talk-two.yaml": "title: x\n"})
    closed = ["content/guide/closed.md", "content/guide/closed.txt", "journeys/closed.yaml", "toolkit/shut"]
    for name in closed:
        (folder / name).chmod(0)
    run = held(folder, "check", "--format", "json", drop=(1, 2))  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    (folder / "toolkit/shut").chmod(0o755)
    assert run.returncode == 1, run.stderr
    assert {(row["file"], row["code"]) for row in json.loads(run.stdout)} >= {(name, "JB101") for name in closed}


def test_a_large_good_field_is_read_in_time(tmp_path: Path) -> None:
    """A field of brackets, as long as it may be, is shown as it was typed, and keeps nobody waiting."""
    for number, piece in enumerate(("[a](", "![a](<", "[a] ", "*a **b ", "` ", "<a ", '[a](x "')):
        text = json.dumps(piece * (30_000 // len(piece)))
        write(tmp_path, SMALL | {f"toolkit/field-{number}.yaml": f"title: {number}\ndescription: {text}\n"})
    nested = "".join(f"{'    ' * n}- a\n" for n in range(110))
    write(tmp_path, {"toolkit/nested.yaml": f"title: x\ndescription: {json.dumps(nested)}\n"})
    run = held(tmp_path, "check", "--format", "json")
    assert {row["code"] for row in json.loads(run.stdout)} <= {"JB404", "JB308", "JB444"}
