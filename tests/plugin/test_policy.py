"""The policy that a build writes into the site: what the theme writes is allowed, and nothing that authors write."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.builders.config.policy import NAME, Inline, hash_of, policy_text
from journeybook.model.policy import Policy, read_policy
from journeybook.source import Document
from small import MKDOCS_YML, SMALL, journeybook, write

slow = pytest.mark.slow

REST = (
    "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'\n"
)
GIVEN = f"sha256-{'A' * 43}="
EVIL = "alert('a chapter’s own')"
ANNOUNCED = '{% extends "base.html" %}{% block announce %}<script>owner(1)</script>{% endblock %}'
BOOK = SMALL | {
    "mkdocs.yml": MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: own}").replace(
        "journeybook]", f"journeybook: {{csp: {{frame-src: [https://video.example.org], script-src: {GIVEN}}}}}]"
    ),
    "own/main.html": ANNOUNCED,
    "content/evil.md": f'---\ntitle: "<script>{EVIL}//title</script>"\n---\n# Evil\n\n<script>{EVIL}</script>\n\n'
    f"<!-- </div></article> --></div></article><script>{EVIL}//out</script>\n\n<style>p {{ color: red }}</style>\n",
    "content/deep/er/index.md": "# Deep\n",
}


def policy(text: str) -> dict[str, list[str]]:
    """Each directive of a policy with its sources."""
    return {name: sources for name, *sources in (part.split() for part in text.strip().split("; "))}


def test_the_policy_is_the_one_that_was_agreed() -> None:
    """Without an inline script it is this text; each script and style adds its hash, once, and a block of data none."""
    page = (
        "<p>1 < 2</p><script>a()\r\n</script><script src=b.js></script><script type='application/json'>{}</script>"
        "<script type=module>c()</script><SCRIPT>a()\n</SCRIPT>"
    )
    assert policy_text(["<p>Nothing</p>"], Policy()) == f"default-src 'self'; script-src 'self'; {REST}"
    hashes = " ".join(sorted({hash_of("a()\n"), hash_of("c()")}))
    assert policy_text([page, page], Policy()) == f"default-src 'self'; script-src 'self' {hashes}; {REST}"
    assert hash_of("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    styled = policy(policy_text(["<style>p{}</style>"], Policy()))
    assert styled["style-src"] == ["'self'", hash_of("p{}")]


@pytest.mark.parametrize(
    ("given", "directive", "sources"),
    [
        ({"img-src": "https://a.example"}, "img-src", ["'self'", "data:", "https://a.example"]),
        ({"connect-src": ["https://a.example"]}, "connect-src", ["'self'", "https://a.example"]),
        ({"frame-ancestors": ["https://*.a.example:8443"]}, "frame-ancestors", ["'self'", "https://*.a.example:8443"]),
        ({"frame-ancestors": "none"}, "frame-ancestors", ["'none'"]),
        ({"worker-src": ["blob:", "self"]}, "worker-src", ["'self'", "blob:"]),
        ({"script-src": ["'unsafe-eval'"]}, "script-src", ["'self'", "'unsafe-eval'"]),
        ({"style-src": ["sha256-" + "b" * 43 + "="]}, "style-src", ["'self'", "'sha256-" + "b" * 43 + "='"]),
    ],
)
def test_what_is_added(given: dict[str, object], directive: str, sources: list[str]) -> None:
    """A directive keeps what it had, or ‘self’ where it only had what `default-src` says; ‘none’ stands alone."""
    added, problems = read_policy(Document("mkdocs.yml", "", {"csp": given}))
    assert problems == [] and added is not None
    assert policy(policy_text([], added))[directive] == sources


@slow
@pytest.mark.parametrize(
    ("builder", "plugins"), [("mkdocs", "search"), ("zensical", "search"), ("zensical", "search, offline")]
)
def test_no_text_of_an_author_gets_a_hash(tmp_path: Path, builder: str, plugins: str) -> None:
    """Not in a page, not in its title that stands in the navigation, and not where it pretends to be outside of both.

    The owner's own main.html is theme; the pages that lie at several depths need no more than what is there.
    """
    config = {"mkdocs.yml": BOOK["mkdocs.yml"].replace("[search", f"[{plugins}")}
    folder = write(tmp_path, BOOK | config | {"content/flat/chapter.md": "# Flat\n"})
    ended = journeybook(folder, "build", "--builder", builder)
    assert ended.returncode == 0, ended.stderr
    found = policy((folder / "site" / NAME).read_text("utf-8"))
    assert found["frame-src"] == ["'self'", "https://video.example.org"]
    assert f"'{GIVEN}'" in found["script-src"]
    assert hash_of("owner(1)") in found["script-src"]
    stopped: set[str] = set()
    for page in (folder / "site").rglob("*.html"):
        inline = Inline(page.read_text("utf-8"))
        stopped |= {text for text in inline.scripts if hash_of(text) not in found["script-src"]}
        stopped |= {text for text in inline.styles if hash_of(text) not in found["style-src"]}
    assert stopped <= {EVIL, EVIL + "//title", EVIL + "//out", "p { color: red }"} and EVIL in stopped
    told = next(line for line in ended.stderr.splitlines() if f"{NAME} does not allow the inline scripts of" in line)
    assert told.startswith("WARNING") and "evil" in told


OTHER = """{% extends "base.html" %}
{% block config %}<script id="__config" type="application/json">{{
  {"base": base_url, "features": [], "translations": {}, "search": "own/worker.js" | url} | tojson }}</script>
{% endblock %}"""


@slow
def test_what_a_handbook_has_of_its_own_is_left(tmp_path: Path) -> None:
    """A csp.txt among the chapters stays, and the index is whole where the pages start another worker than ours."""
    own = {"own/main.html": OTHER, "content/csp.txt": "default-src *\n", "content/own/worker.js": ""}
    folder = write(tmp_path, BOOK | own)
    ended = journeybook(folder, "build")
    assert ended.returncode == 0, ended.stderr
    assert (folder / "site" / NAME).read_text("utf-8") == "default-src *\n"
    assert "Say more." in (folder / "site/search/search_index.json").read_text("utf-8")
    assert not (folder / "site/search/index.json").exists()
