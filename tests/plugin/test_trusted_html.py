"""Raw HTML in YAML: text as a rule, HTML where the handbook says that it trusts its YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from small import MKDOCS_YML, SMALL, journeybook, text_of, write

pytestmark = pytest.mark.slow

RAW = '<kbd class="key">Ctrl</kbd> *and* <details><summary>more</summary>less</details>'
PAGE = "site/toolkit/talk/index.html"


def built(folder: Path, option: str) -> str:
    """The page of an activity with raw HTML in a Markdown field and in a plain one."""
    plugins = f"\n  - search\n  - journeybook: {{{option}}}\n"
    activity = f"title: 'A <b>talk</b>'\nchapter: guide\npurpose: '{RAW}'\n"
    files = {"mkdocs.yml": MKDOCS_YML.replace("[search, journeybook]", plugins), "toolkit/talk.yaml": activity}
    run = journeybook(write(folder, SMALL | files), "build")
    assert run.returncode == 0, run.stderr
    return (folder / PAGE).read_text("utf-8")


def test_html_in_yaml_is_text(tmp_path: Path) -> None:
    """Without a word in mkdocs.yml, a tag in a Markdown field is shown as it was typed."""
    page = built(tmp_path, "")
    assert "<kbd" not in page and "<details><summary>more" not in page
    assert '<kbd class="key">Ctrl</kbd> and <details>' in text_of(page)


def test_html_is_html_where_it_is_trusted(tmp_path: Path) -> None:
    """With `html: trusted` it is HTML, and Markdown around it stays Markdown; plain fields are text all the same."""
    page = built(tmp_path, "html: trusted")
    assert '<kbd class="key">Ctrl</kbd> <em>and</em> <details><summary>more</summary>less</details>' in page
    assert "A &lt;b&gt;talk&lt;/b&gt;" in page and "<b>talk" not in page


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JavaScript&colon;x"])
@pytest.mark.parametrize("option", ["", "html: trusted"])
def test_links_that_run_are_refused(tmp_path: Path, scheme: str, option: str) -> None:
    """A link with a scheme that runs something is an error with file, line and column, in Markdown and as `url`."""
    plugins = f"\n  - search\n  - journeybook: {{{option}}}\n"
    files = {
        "mkdocs.yml": MKDOCS_YML.replace("[search, journeybook]", plugins),
        "toolkit/talk.yaml": f'title: A talk\nchapter: guide\npurpose: "See [x]({scheme})"\n',
        "toolkit/two.yaml": f'title: Two\nresources:\n  - {{title: x, url: "{scheme}"}}\n',
    }
    run = journeybook(write(tmp_path, SMALL | files), "check")
    assert run.returncode == 1
    assert "toolkit/talk.yaml:3:19: error JB308" in run.stdout
    assert "toolkit/two.yaml:3:21: error JB203" in run.stdout
