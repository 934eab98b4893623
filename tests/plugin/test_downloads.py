"""The plugin's option `downloads`: the drawings of journeys as files beside their pages."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from small import MKDOCS_YML, SMALL, journeybook, mkdocs, write

pytestmark = pytest.mark.proof

VIEWS = {"journeys/first-steps.yaml": SMALL["journeys/first-steps.yaml"] + "views: [path, vision]\n"}


def with_option(value: str) -> dict[str, str]:
    """The small handbook with two views, and the option as given."""
    plugins = f"plugins:\n  - search\n  - journeybook:\n      downloads: {value}\n"
    return SMALL | VIEWS | {"mkdocs.yml": MKDOCS_YML.replace("plugins: [search, journeybook]\n", plugins)}


def files(folder: Path) -> list[str]:
    """What lies beside the journey's page in the built site."""
    return sorted(path.name for path in (folder / "site/journeys/first-steps").iterdir() if path.suffix != ".html")


def test_svg_is_written_for_every_view(tmp_path: Path) -> None:
    """Without the option, each view of a journey is one SVG file, and nothing else is made."""
    folder = write(tmp_path, SMALL | VIEWS)
    assert mkdocs(folder, "build", "--strict").returncode == 0
    assert files(folder) == ["first-steps-path.svg", "first-steps-vision.svg"]


def test_png_and_pdf_are_made_where_asked_for(tmp_path: Path) -> None:
    """All three formats, each with its own signature; a second build gives the same bytes."""
    folder = write(tmp_path, with_option("[svg, png, pdf]"))
    runs = []
    for _ in range(2):
        assert mkdocs(folder, "build", "--strict").returncode == 0
        names = files(folder)
        runs.append({name: (folder / "site/journeys/first-steps" / name).read_bytes() for name in names})
    assert [name.rpartition(".")[2] for name in runs[0]] == ["pdf", "png", "svg"] * 2
    assert runs[0] == runs[1]
    starts = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}
    assert all(data.startswith(starts[name.rpartition(".")[2]]) for name, data in runs[0].items())


def test_none_are_made_where_none_are_wanted(tmp_path: Path) -> None:
    """An empty list switches the files off."""
    folder = write(tmp_path, with_option("[]"))
    assert mkdocs(folder, "build", "--strict").returncode == 0
    assert files(folder) == []


def test_an_unknown_format_is_an_error(tmp_path: Path) -> None:
    """A wrong word in the option is told before anything is built."""
    result = mkdocs(write(tmp_path, with_option("[gif]")), "build")
    assert result.returncode == 1 and "downloads" in result.stderr and "Traceback" not in result.stderr


def test_a_missing_library_stops_the_build_before_the_old_site_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PDF without Pango: one message with the remedy, and yesterday's site is whole."""
    folder = write(tmp_path, with_option("[svg]"))
    assert mkdocs(folder, "build").returncode == 0
    write(folder, with_option("[svg, pdf]") | {"lib/weasyprint.py": "raise OSError('cannot load library libpango')\n"})
    monkeypatch.setenv("PYTHONPATH", str(folder / "lib") + os.pathsep + os.environ.get("PYTHONPATH", ""))
    result = mkdocs(folder, "build")
    assert result.returncode == 1 and "pip install weasyprint" in result.stderr
    assert "Traceback" not in result.stderr
    assert files(folder) == ["first-steps-path.svg", "first-steps-vision.svg"]


def test_templates_can_link_to_them(tmp_path: Path) -> None:
    """`download_links` gives label, path and format of what was made; none for a view that the journey has not."""
    template = (
        "{% for label, path, format in download_links(entry, 'vision') %}"
        "[{{ label }} {{ page.file(path) }} {{ format }}]{% endfor %}"
        "{{ download_links(entry, 'funnel') }}\n"
    )
    folder = write(tmp_path, with_option("[pdf, svg]") | {"own/journey.md.j2": "# {{ entry.title }}\n\n" + template})
    options = (folder / "mkdocs.yml").read_text("utf-8") + "      templates: own\n"
    (folder / "mkdocs.yml").write_text(options, "utf-8")
    assert mkdocs(folder, "build", "--strict").returncode == 0
    html = (folder / "site/journeys/first-steps/index.html").read_text("utf-8")
    assert "[SVG first-steps-vision.svg svg][PDF first-steps-vision.pdf pdf][]" in html


def test_generate_hands_them_over(tmp_path: Path) -> None:
    """The plain folder has the drawings and the script, and MkDocs alone builds both into its site."""
    folder = write(tmp_path, SMALL | VIEWS)
    assert journeybook(folder, "generate", "out").returncode == 0
    assert mkdocs(folder, "build", "--strict", "-f", "out/mkdocs.yml").returncode == 0
    site = folder / "out/site"
    assert (site / "journeys/first-steps/first-steps-vision.svg").read_bytes().startswith(b"<svg")
    html = (site / "journeys/first-steps/index.html").read_text("utf-8")
    scripts = re.findall(r'<script[^>]* src="([^"]*/journeybook\.js)"', html)
    assert len(scripts) == 1 and 'data-jb-app="download"' in html
    loader = (site / "journeys/first-steps" / scripts[0]).resolve()
    assert loader.is_file() and (loader.parent / "apps/download.js").is_file()
