"""No DOT text opens a file: neither ours, nor what a label may hold, nor one that got past both."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from diagrams.diagram_samples import LabelledLinks, journey_of
from journeybook.diagrams import Renderer, RenderError, draw

pytestmark = pytest.mark.slow

SECRET = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
EVIL = '"]; x [image="{file}" shapefile="{file}" label=<<IMG SRC="{file}"/>>]; y ["'
NAMES = ("graphviz-pure", *(("dot",) if shutil.which("dot") else ()))
WAYS = (
    'x [image="{file}"]',
    "x [ IMAGE = {file} ]",
    'x [shape=none shapefile="{file}"]',
    'graph [imagepath="{file}"]',
    'graph [fontpath="{file}"]',
    'graph [stylesheet="{file}"]',
    'x [label=<<TABLE><TR><TD><IMG SRC="{file}"/></TD></TR></TABLE>>]',
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_a_text_that_names_a_file_is_not_drawn(tmp_path: Path, name: str, way: str) -> None:
    """Every attribute of Graphviz that opens a file is refused before a program starts."""
    file = tmp_path / "secret.svg"
    file.write_text(SECRET, "utf-8")
    with pytest.raises(RenderError, match="names a file"):
        Renderer(name).svg(f"digraph {{ {way.format(file=file)} }}")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_labels_that_name_a_file_are_text(tmp_path: Path, name: str) -> None:
    """A label that would end its own place and name a file is drawn as it is written."""
    evil = EVIL.format(file=tmp_path / "secret.svg")
    figure = draw(journey_of(3, evil), "path", LabelledLinks(evil), name="n", renderer=Renderer(name))  # type: ignore[arg-type]
    assert "secret.svg" in re.sub(r"</text><text[^>]*>", "", figure.desk)
    assert not re.search(r"<image|href=\"[^\"]*secret", figure.desk)
