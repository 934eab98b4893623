"""An audience in a file that gives front matter to a folder is refused: nothing reads it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from journeybook.builders.config.edition_leaks import EditionError, refuse_hidden_audiences, refuse_unguarded_extensions
from small import write

META = {"material/meta": SimpleNamespace(config={"meta_file": "all.yml"})}


@pytest.mark.parametrize(
    ("name", "text", "plugins", "line"),
    [
        (".meta.yml", "audience: mentor\n", META, 1),
        (".meta.yml", "audience: mentor\n", {}, 1),
        (".meta.yaml", "tags: [a]\naudiense: mentor\n", {}, 2),
        ("all.yml", "{audience: mentor}\n", META, 1),
        ("all.yml", 'tags: [a]\n"audience": mentor\n', META, 2),
        ("all.yml", "\ufeffAudience: mentor\n", META, 1),
        ("all.yml", "visible_to: [mentor]\n", META, 1),
        ("all.yml", "a: [\naudience: mentor\n", META, 2),
    ],
)
def test_an_audience_of_a_folder_is_refused(
    tmp_path: Path, name: str, text: str, plugins: dict[str, Any], line: int
) -> None:
    """However it is written, under the name that the plugin knows, and under its usual one without the plugin."""
    config: Any = SimpleNamespace(plugins=plugins)
    write(tmp_path, {name: text})
    with pytest.raises(EditionError, match=rf"{name}:{line}: .* ‘mentee’"):
        refuse_hidden_audiences(config, [tmp_path / name], "mentee")


@pytest.mark.parametrize(
    ("name", "text", "plugins"),
    [
        (".meta.yml", "tags: [mentor]\ndescription: Of an audience\n", META),
        ("all.yml", "audience: mentor\n", {}),
        ("index.md", "---\naudience: mentor\n---\n", META),
        ("all.yml", "", META),
    ],
)
def test_other_files_are_not_refused(tmp_path: Path, name: str, text: str, plugins: dict[str, Any]) -> None:
    """Tags of a folder, a file that no plugin reads, and pages."""
    config: Any = SimpleNamespace(plugins=plugins)
    write(tmp_path, {name: text})
    refuse_hidden_audiences(config, [tmp_path / name], "mentee")


@pytest.mark.parametrize(
    ("written", "known", "line"),
    [
        ("markdown_extensions:\n  - tables\n  - markdown_include.include\n", "markdown_include.include", 3),
        ("markdown_extensions:\n  mdx_include: {base_path: .}\n", "mdx_include", 2),
    ],
)
def test_an_extension_that_takes_in_any_file_is_refused(tmp_path: Path, written: str, known: str, line: int) -> None:
    """It would take in a page for others; where a handbook only speaks of it, nothing is refused."""
    write(tmp_path, {"mkdocs.yml": written})
    config: Any = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), markdown_extensions=["toc", known])
    with pytest.raises(EditionError, match=rf"mkdocs.yml:{line}:\d+: the extension ‘{known}’ .* `pymdownx.snippets`"):
        refuse_unguarded_extensions(config)
    config.markdown_extensions = ["toc"]
    refuse_unguarded_extensions(config)
