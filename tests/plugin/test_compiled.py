"""Compiled templates are taken again where their text is the same, and only there."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from journeybook.store.compiled import Compiled


def _environment(texts: dict[str, str], compiled: Compiled) -> Environment:
    return Environment(loader=DictLoader(texts), bytecode_cache=compiled, autoescape=True)


def test_another_environment_compiles_no_template_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment lives as long as a build, what it has compiled as long as `serve`."""
    compiled, texts = Compiled(), {"page": "{{ 1 + 1 }} {{ word }}"}
    _environment(texts, compiled).get_template("page")
    again = _environment(texts, compiled)
    monkeypatch.setattr(again, "compile", None)  # would be called
    assert again.get_template("page").render(word="words") == "2 words"


def test_another_text_is_another_template() -> None:
    """A template that an author changes while `serve` runs is compiled anew, and what it was is still known."""
    compiled = Compiled()
    for text in ("one", "two", "one"):
        assert _environment({"page": text}, compiled).get_template("page").render() == text
