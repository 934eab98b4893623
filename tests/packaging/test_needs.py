"""What tests need of the system: each need is found and installed by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import needs
import reader_fonts
from needs import Need, provide, tell


def test_each_need_is_installed_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is missing is installed, and what cannot be installed keeps nothing else from it."""
    here, calls = {"browser"}, []

    def apt_get(command: str, *packages: str) -> bool:
        calls.append((command, *packages))
        here.update({"fonts-a": ["font"], "other": ["other"]}.get("".join(packages), []))
        return "broken" not in packages

    monkeypatch.setattr(needs, "apt_get", apt_get)
    monkeypatch.setattr(needs, "may_install", lambda: True)
    wanted = {"browser": "chromium", "lost": "broken", "font": "fonts-a"}
    all_needs = [Need(name, lambda name=name: name in here, (package,)) for name, package in wanted.items()]
    another = Need("second", lambda: "second" in here, ("none",), or_else=lambda: here.add("second"))
    assert [need.name for need in provide([*all_needs, another])] == ["lost"]
    assert calls == [("update",), ("install", "broken"), ("install", "fonts-a"), ("install", "none")]
    calls.clear()
    assert provide([all_needs[0], all_needs[2]]) == []
    assert calls == []


def test_without_root_one_command_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Who may not install is told what is missing and one command for it, and the exit code is 1 only then."""
    monkeypatch.setattr(needs, "apt_get", lambda *_: pytest.fail("installs"))
    monkeypatch.setattr(needs, "may_install", lambda: False)
    missing = provide([Need("a", lambda: False, ("p", "q")), Need("b", lambda: False, ("r",), "elsewhere x")])
    assert tell(missing) == 1
    assert "need a, b. Install it: on Debian, as root, `apt-get install p q r`; elsewhere x." in capsys.readouterr().err
    assert tell([]) == 0
    assert capsys.readouterr().err == ""


def test_fonts_are_looked_for_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every package of the sets of fonts is a need of its own, by the families that are in it."""
    found: list[tuple[Path, set[str]]] = []
    monkeypatch.setattr(reader_fonts, "installed", lambda: iter(found))
    packages = [package for fonts in reader_fonts.FONT_SETS.values() for package in fonts]
    fonts = [need for need in reader_fonts.font_needs() if need.packages[0] in packages]
    assert [need.packages for need in fonts] == [(package,) for package in packages]
    assert not any(need.found() for need in fonts)
    found.append((Path("waree.ttf"), {"Waree", "Waree Oblique"}))
    assert [need.packages for need in fonts if need.found()] == [("fonts-tlwg-waree-ttf",)]
