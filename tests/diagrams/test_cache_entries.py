"""Single entries of the cache, and files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from diagrams.diagram_pages import filled_journey
from diagrams.diagram_samples import SampleLinks
from journeybook.cards.qr import qr_code
from journeybook.diagrams.draw.cached import cached
from journeybook.diagrams.draw.figure import cached_layout
from journeybook.diagrams.draw.request import Request
from journeybook.diagrams.files.convert import converted
from journeybook.diagrams.paint.render import Renderer
from journeybook.store.cache import Cache, digest
from journeybook.store.files import content_digest, replace_file

KEY, OTHER = digest("a key"), digest("another key")


def test_what_was_put_is_there(tmp_path: Path) -> None:
    """Each text under its own key."""
    cache = Cache(tmp_path)
    cache.put(KEY, "one\ntwo\n")
    assert (cache.get(KEY), cache.get(OTHER)) == ("one\ntwo\n", None)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"0" + data[1:], lambda data: b"\xff"]
)
def test_what_is_damaged_is_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """A single byte that is missing, too many or another one."""
    cache = Cache(tmp_path)
    cache.put(KEY, "text")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get(KEY) is None


def test_what_was_made_of_something_else_is_not_there(tmp_path: Path) -> None:
    """An entry that stands under another's name."""
    cache = Cache(tmp_path)
    cache.put(KEY, "text")
    cache.put(OTHER, "other")
    one, other = (tmp_path / key[:2] / f"{key[2:]}.svg" for key in (KEY, OTHER))
    other.write_bytes(one.read_bytes())
    assert (cache.get(KEY), cache.get(OTHER)) == ("text", None)


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "device"])
def test_what_is_no_file_is_not_there(tmp_path: Path, kind: str) -> None:
    """A pipe would wait for its other end."""
    cache = Cache(tmp_path)
    cache.put(KEY, "text")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.rename(tmp_path / "away")
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to(tmp_path / "away" if kind == "link" else "/dev/zero")
    assert cache.get(KEY) is None


def test_a_digest_and_a_comparison_wait_for_no_pipe(tmp_path: Path) -> None:
    """The one is an error, the other finds another content."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="this is no file"):
        content_digest(tmp_path / "pipe")
    assert replace_file(tmp_path / "pipe", b"new") and (tmp_path / "pipe").read_bytes() == b"new"


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "{}", "null", "[[]]\n{}", '[["stage","a"]]\n""', "é" * 5, "[" * 100_000]
)
def test_an_entry_of_another_form_is_made_again(tmp_path: Path, text: str) -> None:
    """Whole, under the right digest, and none of ours: codes and layouts."""
    cache = _Forged(tmp_path, text)
    assert qr_code("https://a.example", cache) == qr_code("https://a.example")
    assert cached_layout(_Layouts(), cache)("digraph{}") == '{"objects": []}'


@pytest.mark.parametrize("text", ["x", "{}", "[]", "é"])
def test_a_picture_of_another_form_is_made_again(tmp_path: Path, text: str) -> None:
    """Such as one that is no base64."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    assert converted(svg, "png", _Forged(tmp_path, text)) == converted(svg, "png")


ANSWERS = {
    "no JSON": "x",
    "no questions": '{"a": 1}',
    "too few parts": '[["stage", "meet"]]',
    "another question": '[["request", "x", 1]]',
    "a private one": '[["__class__", "x", 1]]',
    "no text": '[["stage", 1, "x"]]',
    "one that has no answer": '[["stage", "nowhere", "x"]]',
    "without end": "[" * 100_000,
}


@pytest.mark.parametrize("asked", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("value", ["", '"forged"', "1"])
def test_a_drawing_of_another_form_is_drawn_again(tmp_path: Path, asked: str, value: str) -> None:
    """Whatever it says that was asked for it."""
    request = Request(filled_journey(3, "Label"), "path", _Links(), "figure")
    made = cached(request, _Forged(tmp_path, f"{asked}\n{value}"), "a text", TypeAdapter(str), lambda asks: "drawn")
    assert made == "drawn"


class _Links(SampleLinks):
    def stage(self, key: str) -> str:
        if key == "nowhere":
            raise KeyError(key)
        return super().stage(key)


class _Layouts(Renderer):
    def layout(self, dot: str) -> str:
        return '{"objects": []}'


@dataclass(frozen=True)
class _Forged(Cache):
    """A cache that holds one text under every key."""

    text: str

    def get(self, key: str) -> str | None:
        return self.text

    def put(self, key: str, text: str) -> None:
        pass


def test_an_entry_is_written_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it takes its place at once, the old one is whole; where it cannot, that stays, and nothing else is left."""
    cache = Cache(tmp_path)
    cache.put(KEY, "old")
    monkeypatch.setattr(os, "replace", _refuse)
    monkeypatch.setattr(os, "rename", _refuse)
    cache.put(KEY, "new")
    assert cache.get(KEY) == "old"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_file_is_written_beside_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is every other file that a command writes."""
    file = tmp_path / "out" / "a.svg"
    assert replace_file(file, b"old") and not replace_file(file, b"old")
    monkeypatch.setattr(Path, "replace", _refuse)
    monkeypatch.setattr(Path, "rename", _refuse)
    monkeypatch.setattr(os, "replace", _refuse)
    with pytest.raises(OSError, match="refused"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old" and list(file.parent.iterdir()) == [file]


def _refuse(*_: object) -> None:
    raise OSError(13, "refused")
