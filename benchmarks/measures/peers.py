"""200 journeys against what people would use instead: two extensions of MkDocs, and Sphinx.

All have one page for each journey with the same texts, and six drawings of its stages on it, one for each view. The
peers' drawings are what one would write by hand: stages as boxes with arrows, a table for the map and the blueprint;
each is drawn by `dot` as SVG. Ours are drawn at up to three sizes. Nothing is kept of earlier builds on either side.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from frame.bench import FULL, Bench, build, forget_all
from frame.drawing import journeys
from frame.results import Result
from frame.runs import in_turns, run
from handbooks import Sizes
from journeybook.model import Journey
from journeybook.model.journey import Stage
from journeybook.model.views import NAMED

TITLE = "200 journeys against other generators"
OURS = "journeybook"
INLINE, GRAPHVIZ, SPHINX = "MkDocs, markdown-inline-graphviz", "MkDocs, mkdocs-graphviz", "Sphinx, sphinx.ext.graphviz"
_DRAWING = re.compile(r'<svg[^>]* width="[0-9.]+pt"|data:image/svg\+xml;base64')
_TABLES = {
    "map": ("goals", "actions", "thoughts"),
    "blueprint": ("actions", "frontstage", "backstage", "support"),
}


def dot_of(journey: Journey, view: str) -> str:
    """Write a view of a journey as one would in DOT by hand."""
    if view in _TABLES:
        rows = "".join(_table_row([getattr(s, lane) for s in journey.stages]) for lane in _TABLES[view])
        head = "".join(f"<TD BGCOLOR='lightgrey'>{stage.title}</TD>" for stage in journey.stages)
        return f"digraph {{ node [shape=plain]; a [label=<<TABLE><TR>{head}</TR>{rows}</TABLE>>]; }}"
    boxes = "".join(f'n{n} [label="{_label(view, stage)}"]; ' for n, stage in enumerate(journey.stages))
    keys = [stage.key for stage in journey.stages]
    ways = [(n, n + 1) for n in range(len(keys) - 1)]
    ways += [(n, keys.index(way.to)) for n, stage in enumerate(journey.stages) for way in stage.next]
    ways += [(len(keys) - 1, 0)] if view == "cycle" else []
    arrows = " ".join(f"n{a} -> n{b};" for a, b in sorted(set(ways)))
    direction = "TB" if view == "funnel" else "LR"
    return f"digraph {{ rankdir={direction}; node [shape=box, style=rounded]; {boxes}{arrows} }}"


def _label(view: str, stage: Stage) -> str:
    below = {"funnel": f"{stage.count} people", "vision": str(stage.horizon), "cycle": ""}
    return rf"{stage.title}\n{below.get(view, ', '.join(t.title for t in stage.touchpoints))}"


def _table_row(lists: list[tuple[str, ...]]) -> str:
    return "<TR>" + "".join(f"<TD>{'<BR/>'.join(texts)}</TD>" for texts in lists) + "</TR>"


def _texts(stage: Stage) -> Iterator[str]:
    """Give each text of a stage that its page shows, as a list item or a paragraph."""
    yield from filter(None, (stage.summary, stage.description))
    for item in (*stage.goals, *stage.actions, *stage.thoughts, *stage.frontstage, *stage.backstage, *stage.support):
        yield f"- {item}"
    for point in stage.touchpoints:
        yield f"- {point.title} ({point.channel})"
    for pain, chance in zip(stage.pains, stage.opportunities, strict=False):
        yield f"- {pain.text}: {chance.text}"
    for task in stage.responsibilities:
        yield f"- {task.actor}: {task.does}"
    for question in stage.questions:
        yield f"- {question.text}"


def _page(journey: Journey, heading: tuple[str, str], drawing: str) -> str:
    """Write a page in Markdown or reStructuredText; `drawing` has places for a name, a program and the DOT."""
    parts = [heading[0].format(journey.title, "=" * len(journey.title)), journey.summary or "", journey.goal or ""]
    for view in NAMED:
        parts.append(drawing.format(name=view, dot=dot_of(journey, view)))
    for stage in journey.stages:
        parts.append(heading[1].format(stage.title, "-" * len(stage.title)))
        parts += _texts(stage)
    return "\n\n".join(parts) + "\n"


def _mkdocs(folder: Path, journeys: list[Journey], settings: str, drawing: str) -> Path:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Journeys\n", encoding="utf-8")
    for number, journey in enumerate(journeys):
        page = _page(journey, ("# {0}", "## {0}"), drawing)
        (docs / f"journey-{number}.md").write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"site_name: Journeys\ntheme: material\n{settings}\n", encoding="utf-8")
    return folder


def _sphinx(folder: Path, journeys: list[Journey]) -> Path:
    folder.mkdir(parents=True)
    config = 'project = "Journeys"\nextensions = ["sphinx.ext.graphviz"]\ngraphviz_output_format = "svg"\n'
    (folder / "conf.py").write_text(config, encoding="utf-8")
    listed = "".join(f"   journey-{number}\n" for number in range(len(journeys)))
    (folder / "index.rst").write_text(f"Journeys\n========\n\n.. toctree::\n\n{listed}", encoding="utf-8")
    for number, journey in enumerate(journeys):
        page = _page(journey, ("{0}\n{1}", "{0}\n{1}"), ".. graphviz::\n\n   {dot}")
        (folder / f"journey-{number}.rst").write_text(page, encoding="utf-8")
    return folder


def _drawings(site: Path) -> int:
    """Find the drawings of a site: in its pages, where Graphviz measures in points, and in files of their own."""
    inline = sum(len(_DRAWING.findall(path.read_text("utf-8"))) for path in site.rglob("*.html"))
    return inline + len(list(site.rglob("graphviz-*.svg")))


def measure(bench: Bench) -> Result:
    """Give the ratio of ours to each of the others; the limit is for the fastest of them."""
    if bench.peers is None:
        raise ValueError("give --peers, a Python with the packages of the dependency group `bench`; `make bench` does")
    count = bench.scaled(2 * FULL.journeys)
    result = Result(TITLE, __doc__ or "", {"journeys": count})
    drawn, work, python = journeys(count), bench.folder("peers"), bench.peers
    book = bench.book(Sizes(0, count, 0, 1))
    site = work / "site"
    quiet = ("-m", "mkdocs", "build", "--quiet", "-d", site)
    inline = _mkdocs(
        work / "a", drawn, "markdown_extensions: [markdown_inline_graphviz]", "{{% dot {name}.svg\n{dot}\n%}}"
    )
    fenced = _mkdocs(work / "b", drawn, "plugins: [search, mkdocs_graphviz]", "```dot\n{dot}\n```")
    rst = _sphinx(work / "c", drawn)
    others = (INLINE, GRAPHVIZ, SPHINX)

    def ours() -> None:
        forget_all(book)
        result.add(OURS, build(book, site))
        shutil.rmtree(site)

    def peer(row: str, cwd: Path, *command: str | Path) -> None:
        result.add(row, run(python, *command, cwd=cwd).columns)
        result.add(row, {"drawings": _drawings(site)})
        shutil.rmtree(site)

    in_turns(
        bench.rounds,
        ours,
        lambda: peer(INLINE, inline, *quiet),
        lambda: peer(GRAPHVIZ, fenced, *quiet),
        lambda: peer(SPHINX, rst, "-m", "sphinx", "-q", "-E", "-b", "html", rst, site),
    )
    rounds = range(bench.rounds)
    fastest = [min(result.table[row]["wall, s"][r] for row in others) for r in rounds]
    mine = result.table[OURS]["wall, s"]
    result.compare(f"{OURS} ÷ the fastest of the others (wall, s)", [mine[r] / fastest[r] for r in rounds], 0.5)
    for row in others:
        result.claim(OURS, row, "wall, s")
    return result
