"""Links in a handbook's folders, through the commands: what is published, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from small import MKDOCS_YML, SMALL, journeybook, mkdocs, write

pytestmark = pytest.mark.slow

SECRET = "the-secret-of-the-machine"
LINKS = MKDOCS_YML.replace("journeybook]", "journeybook: {links: [../shared]}]")
WAY = "title: A way\nstages: [{title: One, questions: Why?}, {title: Two, questions: What?}]\n"


def link(folder: Path, links: dict[str, str]) -> None:
    """Make links by their paths."""
    for name, target in links.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook, and a folder beside it."""
    write(tmp_path / "shared", {"knots.yaml": "title: Knots\n", "more/index.md": f"# More\n\n{SECRET}\n"})
    return write(tmp_path / "book", SMALL)


@pytest.mark.parametrize("builder", [("mkdocs", "build"), ("build",), ("build", "--builder", "zensical")])
def test_what_links_lead_to_is_in_the_site(book: Path, builder: tuple[str, ...]) -> None:
    """Folders inside of the handbook, and one outside that mkdocs.yml names; links in its chapters work too."""
    write(book, {"mkdocs.yml": LINKS, "inside/rope/index.md": "# Rope\n\n[](activity:knots)\n"})
    link(book, {"content/rope": "../inside/rope", "toolkit/more": "../../shared", "content/more": "../../shared/more"})
    result = mkdocs(book, "build") if builder[0] == "mkdocs" else journeybook(book, *builder)
    assert result.returncode == 0, result.stderr
    assert 'href="../toolkit/knots/"' in (book / "site/rope/index.html").read_text("utf-8")
    assert SECRET in (book / "site/more/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["content/out.md", "content/out.txt", "content/out", "toolkit/out", "journeys/out.yaml"]
)
def test_what_leads_out_is_never_published(book: Path, name: str) -> None:
    """Each command tells file and target, and makes nothing."""
    write(book.parent, {"secret": f"{SECRET}\n"})
    target = "../../shared" if name.endswith("/out") else "../../secret"
    link(book, {name: target})
    for result in (mkdocs(book, "build"), journeybook(book, "build"), journeybook(book, "generate", "out")):
        assert result.returncode == 1 and "Traceback" not in result.stderr
        assert f"{name}: error JB313: this link leads out of the handbook, to {target[3:]}" in result.stderr
        assert SECRET not in result.stdout + result.stderr
    assert not (book / "site").exists() and not (book / "out").exists()


def test_the_option_is_seen_from_mkdocs_yml(book: Path) -> None:
    """Wherever the command is run; with a typing error in it, the answer names the right folder."""
    link(book, {"toolkit/more": "../../shared"})
    write(book, {"mkdocs.yml": LINKS})
    result = journeybook(book.parent, "check", "-f", "book/mkdocs.yml")
    assert result.returncode == 0, result.stdout + result.stderr
    write(book, {"mkdocs.yml": LINKS.replace("shared", "shraed")})
    result = journeybook(book, "check")
    assert result.returncode == 1 and "`links: [../shared]`" in result.stdout, result.stderr


def test_serve_shows_no_link_that_leads_out(book: Path) -> None:
    """The last site stays as it was, though MkDocs itself would follow it; without the link it goes on."""
    site = book.parent / "served"
    config = load_config(str(book / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://localhost/")
    link(book, {"content/out.md": "../../shared/more/index.md", "content/round": "."})
    before = sorted(site.rglob("*"))
    with pytest.raises(Abort):
        _again(config.plugins, book, site)
    assert sorted(site.rglob("*")) == before
    for name in ("out.md", "round"):
        (book / "content" / name).unlink()
    _again(config.plugins, book, site)
    assert sorted(site.rglob("*")) == before


def _again(plugins: object, book: Path, site: Path) -> None:
    """Another build of the same `serve`: MkDocs loads its configuration anew and keeps the plugins."""
    config = load_config(str(book / "mkdocs.yml"), site_dir=str(site))
    config.plugins = plugins  # type: ignore[assignment]
    build(config, serve_url="http://localhost/")


def test_generate_writes_what_links_lead_to(book: Path) -> None:
    """Chapters and templates, so that the written folder has no links and needs nothing else."""
    config = MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: mine}")
    write(book, {"mkdocs.yml": config, "parts/copyright.html": "<p>Mine</p>\n", "rope/index.md": "# Rope\n"})
    link(book, {"mine/partials": "../parts", "content/rope": "../rope"})
    result = journeybook(book, "generate", "out")
    assert result.returncode == 0, result.stderr
    assert (book / "out/overrides/partials/copyright.html").read_text() == "<p>Mine</p>\n"
    assert (book / "out/docs/rope/index.md").is_file()
    assert not [path for path in (book / "out").rglob("*") if path.is_symlink()]


@pytest.mark.parametrize("name", ["journeys/more/way.yaml", "ways/way.yaml", "journeys/way.yaml"])
def test_a_journey_behind_a_link_belongs_to_its_handbook(book: Path, name: str) -> None:
    """However the command names it, the drawing says whose it is; and a mistake in it is told."""
    write(book, {"ways/way.yaml": WAY})
    link(
        book, {"journeys/way.yaml": "../ways/way.yaml"} if name == "journeys/way.yaml" else {"journeys/more": "../ways"}
    )
    result = journeybook(book, "diagram", name, "-o", "way.svg")
    assert result.returncode == 0, result.stderr
    assert "Small handbook" in (book / "way.svg").read_text("utf-8")
    write(book, {"ways/way.yaml": WAY.replace("questions", "questoins")})
    result = journeybook(book, "diagram", name, "-o", "way.svg")
    assert result.returncode == 1 and "JB202" in result.stderr
