"""Golden cases: `cases/<name>.md` with what is found in it (`.json`) and the page rewritten (`.out.md`).

A new case is a new Markdown file; `JB_UPDATE=1 pytest` writes the rest.
"""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

import pytest

from journeybook.markdown.references import KINDS, Edit, MarkdownSettings, Reference, find, rewrite, split_front_matter

CASES = Path(__file__).parent / "cases"
SITE = MarkdownSettings(
    (
        "toc", "tables", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "abbr", "smarty",
        "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.highlight", "pymdownx.inlinehilite",
        "pymdownx.smartsymbols", "pymdownx.magiclink", "pymdownx.tasklist", "pymdownx.keys", "pymdownx.caret",
    ),
    {"pymdownx.tabbed": {"alternate_style": True}, "toc": {"permalink": True}},
)  # fmt: skip


def shown(reference: Reference) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(reference).items() if value not in ("", (), False)}


def replacement(reference: Reference) -> str | Edit | None:
    if reference.kind not in KINDS:
        return None
    if reference.alone:
        return "\n".join([f"BLOCK {reference.kind}", "OF TWO LINES"]) if reference.own_lines else "INSIDE A LINE"
    return Edit(f"../{reference.target}.md", None if reference.text else "A title")


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.md") if not path.stem.endswith(".out")))
def test_golden(case: str) -> None:
    """Each page's references, and the page after rewriting, are those on file."""
    text = (CASES / f"{case}.md").read_bytes().decode()
    references = find(text, SITE, offset=split_front_matter(text)[2])
    # Through JSON, so that tuples compare as the lists that they become.
    found = json.dumps([shown(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"
    rewritten = rewrite(text, references, replacement)
    for path, now in ((CASES / f"{case}.json", found), (CASES / f"{case}.out.md", rewritten)):
        if os.environ.get("JB_UPDATE"):
            path.write_bytes(now.encode())
        assert path.read_bytes().decode() == now
