"""What the commands refuse to write into, and what plain MkDocs does not get to delete."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from forked import content, runner
from small import MKDOCS_YML, SMALL, journeybook, mkdocs, write

pytestmark = pytest.mark.proof

CONFIG = MKDOCS_YML.replace("theme: material", "theme: {name: material, custom_dir: mine}").replace(
    "[search, journeybook]", "[search, journeybook: {templates: own, cache: kept/drawings}]"
)
FILES = SMALL | {
    "mkdocs.yml": CONFIG,
    "mine/partials/copyright.html": "<p>Mine</p>\n",
    "own/note.txt": "mine\n",
    "kept/drawings/aa/bb.svg": "x\n",
    "toolkit/workshops/day.yaml": 'title: A day\ndays: [{start: "9:00", blocks: [{activity: talk}]}]\n',
}
MOVED = "def on_pre_build(config):\n    config.site_dir = config.config_file_path.replace('mkdocs.yml', 'journeys')\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook in a repository, with a folder of everything that can be precious, and a link to its chapters."""
    folder = write(tmp_path / "repository/book", FILES)
    write(tmp_path / "repository", {".git/HEAD": "ref: refs/heads/main\n", "file.txt": "mine\n"})
    (folder / "chapters").symlink_to("content")
    return folder


TARGETS = {
    "docs_dir, by a link": ("chapters", "destroy the chapters"),
    "inside docs_dir, by a link": ("chapters/guide", "mix its files with the chapters"),
    "journeys": ("journeys", "destroy the journeys"),
    "toolkit": ("toolkit", "destroy the toolkit"),
    "inside toolkit": ("toolkit/workshops/site", "mix its files with the toolkit"),
    "templates": ("own", "destroy the templates"),
    "custom_dir": ("mine", "destroy the templates"),
    "inside custom_dir": ("mine/partials", "mix its files with the templates"),
    "the cache": ("kept", "destroy what builds keep"),
    "inside a .git": ("../.git/site", "destroy the history of a repository"),
    "a folder with other files": ("../other", "destroy what no build has put there, such as ‘letter.txt’"),
}
Command = Callable[[Path, str], subprocess.CompletedProcess[str]]
COMMANDS: dict[str, Command] = {
    "build": lambda book, target: journeybook(book, "build", "-d", target),
    "build by Zensical": lambda book, target: journeybook(book, "build", "--builder", "zensical", "-d", target),
    "mkdocs build": lambda book, target: mkdocs(book, "build", "-d", target),
    "mkdocs gh-deploy": lambda book, target: mkdocs(book, "gh-deploy", "-d", target),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(("target", "said"), TARGETS.values(), ids=TARGETS)
def test_no_command_builds_where_something_would_be_lost(book: Path, target: str, said: str, command: Command) -> None:
    """Each ends with one sentence and no traceback, and not a byte is another one."""
    write(book / "../other", {"letter.txt": "mine\n"})
    _refused(command(book, target), book, said)


@pytest.mark.parametrize("target", [".", ".."])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_holds_mkdocs_yml_is_refused(book: Path, target: str, command: Command) -> None:
    """Also where nothing else of the handbook is in that folder."""
    for name in ("content", "journeys", "toolkit", "mine", "own", "kept"):
        (book / name).rename(book.parents[1] / name)
    away = CONFIG.replace("content", "../../content").replace("mine", "../../mine").replace("own", "../../own")
    options = "{journeys: ../../journeys, toolkit: ../../toolkit, cache: ../../kept, "
    write(book, {"mkdocs.yml": away.replace("{templates", f"{options}templates").replace(", cache: kept/drawings", "")})
    before = content(book.parents[1])
    result = command(book, target)
    assert result.returncode in (1, 2) and f"destroy the settings in {book / 'mkdocs.yml'}; name a" in result.stderr
    assert content(book.parents[1]) == before


OURS = {
    "docs_dir": ("content", "destroy the chapters"),
    "inside docs_dir": ("content/site", "mix its files with the chapters"),
    "the handbook": (".", "destroy the chapters"),
    "around it": ("../..", "destroy the chapters"),
    "nothing": ("", "destroy the chapters"),
    "of a shell": ("~/site", "‘~’ in "),
}


@pytest.mark.parametrize(("target", "said"), OURS.values(), ids=OURS)
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_our_command_refuses_in_its_own_words(book: Path, target: str, said: str, builder: str) -> None:
    """What MkDocs would refuse first, and blame mkdocs.yml for; as an argument, and as the option of mkdocs.yml."""
    results = [journeybook(book, "build", "--builder", builder, "-d", target)]
    write(book, {"mkdocs.yml": f"{CONFIG}site_dir: '{target}'\n"})
    results.append(journeybook(book, "build", "--builder", builder))
    write(book, {"mkdocs.yml": CONFIG})
    for result in results:
        _refused(result, book, said)
        assert "configuration" not in result.stderr and "`-d site`" in result.stderr
        assert not (book / "~").exists()


def test_a_site_dir_that_is_no_text_is_told(book: Path) -> None:
    """With what to write instead."""
    write(book, {"mkdocs.yml": f"{CONFIG}site_dir: [site]\n"})
    result = journeybook(book, "build")
    assert result.returncode == 2 and "site_dir in mkdocs.yml is no folder: ['site']. Write site_dir" in result.stderr


def test_a_site_dir_that_holds_the_chapters_is_no_secret_of_build(book: Path) -> None:
    """Other commands end there too, and do not say that all is well."""
    write(book, {"mkdocs.yml": f"{CONFIG}site_dir: content\n"})
    result = journeybook(book, "check")
    assert result.returncode and "No problems found" not in result.stdout and "site_dir" in result.stdout


def test_a_site_dir_in_an_inherited_file_counts(book: Path) -> None:
    """And an argument goes before it."""
    write(
        book, {"base.yml": "site_dir: !ENV [NO_SUCH_VARIABLE, public]\n", "mkdocs.yml": f"INHERIT: base.yml\n{CONFIG}"}
    )
    assert journeybook(book, "build").returncode == 0 and (book / "public/index.html").is_file()
    assert journeybook(book, "build", "-d", "other").returncode == 0 and (book / "other/index.html").is_file()
    assert not (book / "site").exists()


@pytest.mark.parametrize(
    "command", [("diagram", "journeys/first-steps.yaml"), ("cards", "--deck", "activities"), ("schema",)]
)
def test_no_command_makes_a_folder_of_a_tilde(book: Path, command: tuple[str, ...]) -> None:
    """A shell that has not made a path of it leaves that to us."""
    result = journeybook(book, *command, "--output", "~/x.svg")
    assert result.returncode == 2 and "‘~/x.svg’ begins with ~" in result.stderr and not (book / "~").exists()


def test_what_links_lead_to_is_as_precious(book: Path) -> None:
    """A folder of the handbook behind a link, and one that an option names; one around the handbook does not count."""
    (book / "toolkit/linked").symlink_to("../inner")
    write(book, {"inner/deep/rope.yaml": "title: Rope\n", "../beside/x.txt": "mine\n"})
    options = "journeybook: {links: [.., ../beside], "
    write(book, {"mkdocs.yml": CONFIG.replace("journeybook: {", options)})
    for target in ("inner", "inner/deep", "inner/site", "../beside/site"):
        before = _authors(book)
        _refused(mkdocs(book, "build", "-d", target), book, " what links lead to in ", before)
    assert journeybook(book, "build").returncode == 0


def test_a_site_dir_in_mkdocs_yml_is_no_better(book: Path) -> None:
    """The option counts as the argument does."""
    write(book, {"mkdocs.yml": FILES["mkdocs.yml"] + "site_dir: journeys\n"})
    for command in (journeybook, mkdocs):
        _refused(command(book, "build"), book, "destroy the journeys in")


def test_a_hook_that_moves_the_site_is_no_better(book: Path) -> None:
    """It is looked at again just before MkDocs empties the folder."""
    write(book, {"mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [hook.py]\n", "hook.py": MOVED})
    for command in (journeybook, mkdocs):
        _refused(command(book, "build"), book, "destroy the journeys in")


GENERATED = {
    **{name: said for name, said in TARGETS.items() if name != "a folder with other files"},
    "the handbook": (".", "destroy the chapters"),
    "around the repository": ("..", "destroy the chapters"),
    "a site": ("site", "has files that journeybook did not write"),
    "of a shell": ("~/out", "‘~’ in ~"),
}


@pytest.mark.parametrize(("target", "said"), GENERATED.values(), ids=GENERATED)
def test_generate_refuses_the_same(book: Path, target: str, said: str) -> None:
    """And says what to write instead; a site of ours is no folder of its."""
    if target == "site":
        assert journeybook(book, "build").returncode == 0
    result = journeybook(book, "generate", target)
    assert "journeybook generate out" in result.stderr or target == "site"
    _refused(result, book, said, before=None if target == "site" else _authors(book))


def test_generate_writes_beside_mkdocs_yml_and_into_a_worktree(book: Path) -> None:
    """A new folder, its own, and one that has nothing but a `.git`."""
    write(book, {"tree/.git": "gitdir: ../../.git/worktrees/tree\n"})
    for target in ("out", "out", "tree", "tree"):
        result = journeybook(book, "generate", target)
        assert result.returncode == 0, result.stderr
    assert (book / "tree/.git").is_file() and (book / "out/mkdocs.yml").is_file()


def test_generate_writes_over_nothing_of_somebody_else(book: Path) -> None:
    """A file of a foreign hand in its folder, and a folder that became a link, are told and stay; so does the rest."""
    assert journeybook(book, "generate", "out").returncode == 0
    write(book, {"out/docs/note.txt": "mine\n", "content/note.txt": "new\n"})
    before = content(book / "out")
    result = journeybook(book, "generate", "out")
    assert result.returncode == 2 and f"{Path('out/docs/note.txt')} is not as journeybook" in result.stderr
    assert content(book / "out") == before
    (book / "content/note.txt").unlink()
    (book / "out/docs").rename(book / "away")
    (book / "out/docs").symlink_to("../content")
    chapters = content(book / "content")
    result = journeybook(book, "generate", "out")
    assert result.returncode == 2 and "out/docs is not as journeybook" in result.stderr
    assert content(book / "content") == chapters


def test_published_pages_in_a_worktree_are_a_site(book: Path) -> None:
    """Its `.git`, a file, stays with every command, and nobody is told of it."""
    write(book, {"site/.git": "gitdir: ../../.git/worktrees/site\n"})
    for command in (mkdocs, journeybook, mkdocs, journeybook):
        result = command(book, "build")
        assert result.returncode == 0 and "Kept" not in result.stderr, result.stderr
        assert (book / "site/.git").read_text() == "gitdir: ../../.git/worktrees/site\n"


def test_a_foreign_file_is_kept_and_told_by_each_build(book: Path) -> None:
    """By the one that builds, with either builder, and by the one that finds that nothing has changed."""
    assert journeybook(book, "build").returncode == 0
    write(book, {"site/docs.pdf": "%PDF\n", "site/more/a.txt": "mine\n"})
    for options in ([], [], ["--builder", "zensical"]):
        result = journeybook(book, "build", *options)
        assert result.returncode == 0
        assert f"Kept in {book / 'site'}, since no build has written it: docs.pdf, more\n" in result.stderr
    assert result.stdout.startswith("14 pages") and (book / "site/docs.pdf").read_text() == "%PDF\n"
    assert not (book / "site/search").exists()  # MkDocs's, which Zensical's site has not


def test_plain_mkdocs_deletes_nothing_of_a_foreign_hand(book: Path) -> None:
    """It is refused where something would be lost, with what to do; then each of the three ways out works."""
    assert mkdocs(book, "build").returncode == 0
    write(book, {"site/docs.pdf": "%PDF\n"})
    before = content(book / "site")
    for command in ("build", "gh-deploy"):
        result = mkdocs(book, command)
        assert result.returncode == 1 and "Traceback" not in result.stderr
        assert f"MkDocs would delete what no build has put into {book / 'site'}: docs.pdf; use" in result.stderr
        assert content(book / "site") == before
    assert mkdocs(book, "build", "--dirty").returncode == 0 and (book / "site/docs.pdf").is_file()
    assert journeybook(book, "build").returncode == 0 and (book / "site/docs.pdf").is_file()
    (book / "site/docs.pdf").rename(book / "content/docs.pdf")
    assert mkdocs(book, "build").returncode == 0 and (book / "site/docs.pdf").is_file()
    assert mkdocs(book, "build").returncode == 0


def test_plain_mkdocs_takes_over_an_old_site_but_for_its_cname(book: Path) -> None:
    """A site without a list is replaced; its `CNAME` has to be among the chapters, or the build is refused."""
    assert mkdocs(book, "build").returncode == 0
    (book / "site/.journeybook.site.json").unlink()
    write(book, {"site/CNAME": "a.example\n", "site/old.html": "old\n", "site/.nojekyll": ""})
    result = mkdocs(book, "build")
    assert result.returncode == 1 and ": CNAME; use `journeybook build`" in result.stderr
    write(book, {"content/CNAME": "b.example\n"})
    assert mkdocs(book, "build").returncode == 0
    assert (book / "site/CNAME").read_text() == "b.example\n" and (book / "site/.nojekyll").is_file()
    assert not (book / "site/old.html").exists()


def test_plain_mkdocs_writes_through_no_link(book: Path) -> None:
    """A link in an old site, which MkDocs does not remove, would let it write over an author's files."""
    assert mkdocs(book, "build").returncode == 0
    (book / "site/.journeybook.site.json").unlink()
    (book / "site/guide").rename(book / "away")
    (book / "site/guide").symlink_to("../mine")
    write(book, {"mine/index.html": "mine\n"})
    result = mkdocs(book, "build")
    assert result.returncode == 1 and f"through a link in {book / 'site'}: guide; take the link out" in result.stderr
    assert (book / "mine/index.html").read_text() == "mine\n"
    assert journeybook(book, "build").returncode == 0 and (book / "mine/index.html").read_text() == "mine\n"


def test_plain_mkdocs_overwrites_nothing_hidden_of_a_foreign_hand(book: Path) -> None:
    """What is hidden survives its emptying, so it is looked at before it would be written over."""
    hidden = {"mkdocs.yml": FILES["mkdocs.yml"] + "exclude_docs: '!.well-known'\n"}
    write(book, hidden | {"site/.well-known/token": "mine\n", "content/.well-known/token": "new\n"})
    result = mkdocs(book, "build")
    assert result.returncode == 1 and "overwrite what no build has put into" in result.stderr
    assert (book / "site/.well-known/token").read_text() == "mine\n"
    write(book, {"site/.well-known/token": "new\n"})
    assert mkdocs(book, "build").returncode == 0
    write(book, {"content/.well-known/token": "newer\n"})
    assert mkdocs(book, "build").returncode == 0  # it is ours by now
    assert (book / "site/.well-known/token").read_text() == "newer\n"


def test_all_commands_leave_the_same_list(book: Path) -> None:
    """It names the same files in the same bytes."""
    lists = []
    for command in (mkdocs, journeybook, mkdocs):
        assert command(book, "build").returncode == 0
        lists.append((book / "site/.journeybook.site.json").read_bytes())
    assert lists[0] == lists[1] == lists[2] and b'"sitemap.xml.gz"' in lists[0]


def test_a_killed_mkdocs_build_is_built_again(book: Path) -> None:
    """Half a site is nobody else's, whenever the kill came; and a foreign file that came after the kill is kept."""
    run = runner(SOURCE_DATE_EPOCH="1700000000")
    assert run(book, "mkdocs", "build", "-d", "../first").code == 0  # all drawings are made
    whole = run(book, "mkdocs", "build")
    assert whole.code == 0
    new = content(book / "site")
    first = next(n for n, what in enumerate(whole.writes, 1) if "journeybook-list" in what)
    for moment in (*range(first, len(whole.writes), (len(whole.writes) - first) // 4), len(whole.writes)):
        shutil.rmtree(book / "site")
        assert run(book, "mkdocs", "build", before_write=moment).code == -9
        again = run(book, "mkdocs", "build")
        assert again.code == 0, (whole.writes[moment - 1], again.err)
        assert content(book / "site") == new
    shutil.rmtree(book / "site")
    assert run(book, "mkdocs", "build", before_write=len(whole.writes) - 5).code == -9
    write(book, {"site/docs.pdf": "%PDF\n"})
    assert run(book, "mkdocs", "build").code == 1
    assert run(book, "journeybook", "build").code == 0
    assert content(book / "site") == (new or {}) | {"docs.pdf": b"%PDF\n"}


def _authors(book: Path) -> dict[str, bytes]:
    """Every file around the handbook, but for the drawings that checking makes."""
    found = content(book.parents[1]) or {}
    return {name: data for name, data in found.items() if "/kept/" not in name or name.endswith("bb.svg")}


def _refused(
    result: subprocess.CompletedProcess[str], book: Path, said: str, before: dict[str, bytes] | None = None
) -> None:
    assert result.returncode in (1, 2), result.stdout
    assert said in result.stderr and "Traceback" not in result.stderr, result.stderr
    assert before is None or _authors(book) == before
    for name, text in FILES.items():
        if name != "mkdocs.yml" and (book / name).parent.exists():
            assert (book / name).read_text("utf-8") == text.lstrip("\n"), name
    assert (book / "journeys/first-steps.yaml").is_file() and (book.parent / ".git/HEAD").is_file()
