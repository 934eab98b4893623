"""Tell by their names which files are meant as pages and are none, are copies, or are what programs leave behind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from journeybook.language.named import is_tag
from journeybook.problems import Text, say

_NEARLY = re.compile(r"(?P<stem>.+?)\.(?:md\.(?:md|txt|text)|markdown|mdown|mkdn?|md)", re.I)
"""Windows hides the .txt that its Notepad adds; MkDocs takes some of the others for pages, and journeybook none."""
OF_MKDOCS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings of files that MkDocs makes pages of, and journeybook does not know."""
OF_TEMPLATES = say("MkDocs takes the folder ‘templates’ for templates of its own, and leaves it out of the site")
OTHER_THAN_TEMPLATES = say(
    "call the folder otherwise, or write in mkdocs.yml, below the line `exclude_docs: |`, the line `  !/templates/`"
)
_OPENINGS = ("index.md", "readme.md")
_HOMES = ("home.md", "homepage.md")
_COPY = re.compile(
    r"(?:copy|kopie|copie|copia)[ _](?:\(\d{1,2}\)[ _])?(?:of|von|de|di)[ _](?P<behind>.+?)(?:[ _]\(\d{1,2}\))?"
    r"|(?P<before>.+?)(?:[ _]\(\d{1,2}\)"
    r"|[ _]+(?:-[ _])?\(?(?:copy|kopie|copie|copia|kopia|kopya)\)?(?:[ _]\(?\d{1,2}\)?)?"
    r"|[ _]\([^()]{0,60}(?:conflicted copy|conflict|konflikt|in conflitto)[^()]{0,40}\)"
    r"|\.sync-conflict-[\w-]{1,60})",
    re.I,
)
"""What file managers name a copy: `talk (1)`, `talk copy 2`, `talk - Copy (2)`, `talk (copy)`, `Copy of talk`, in some
languages; and what programs that share folders do where two people changed it: `talk (Anna's conflicted copy)`.
"""
_VERSION = r"[-_]?(?:v|version|nr|no)?[-_]?\d{1,2}"
_COPY_ID = re.compile(
    r"(?:copy|kopie|copie|copia|old|alt|backup)[-_](?:(?:of|von|de|di)[-_])?(?P<behind>.+)"
    rf"|(?P<before>.+?)(?:[-_](?:copy|kopie|copie|copia|old|alt|new|neu|backup|bak|final)(?:{_VERSION})?"
    r"|[-_](?:v|version)?[-_]?\d{1,2})",
    re.I,
)
"""What people call a copy in the name of a file of YAML: `walk-copy`, `walk-v2`, `old-walk`, `walk-2`."""
_OF_LANGUAGE = re.compile(r"(?P<stem>.+)\.(?P<tag>[a-z]{2}(?:[-_][A-Za-z]{2})?)\.md")
_LEFT = re.compile(
    r"~\$.+|.+~|.+\.(?:bak|orig|old|swp|tmp|rej)|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|#.+#|~.+\.tmp", re.I
)
"""Copies from before a change, of editors and merges, and what systems put into folders."""
_DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pages", ".txt", ".html", ".htm", ".pdf")


def page_name(name: str, beside: Collection[str] = ()) -> str | None:
    """Give the name that a file should have to be the page that it is meant to be; None where it is one, or is none.

    `beside` are the names in its folder: what opens a folder is meant only where nothing else does.
    """
    found = _NEARLY.fullmatch(name)
    right = f"{found['stem']}.md" if found else name
    folded = right.casefold()
    if folded in _OPENINGS:
        there = {"index.md", "README.md"} & {*beside} - {name}
        return None if there or name in ("index.md", "README.md") else "index.md"
    return right if right != name else None


def home_name(name: str, beside: Collection[str]) -> str | None:
    """Give `index.md` for a page that is meant as the home page by its name, where the handbook has none."""
    return "index.md" if name.casefold() in _HOMES and not {"index.md", "README.md"} & {*beside} else None


def misnamed(paths: Collection[str]) -> set[str]:
    """Give those pages of a handbook that should have another name; what to do is said of that alone."""
    folders: dict[str, set[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, set()).add(name)
    found = set[str]()
    for folder, names in folders.items():
        wrong = [name for name in names if page_name(name, names) or (not folder and home_name(name, names))]
        found.update(f"{folder}/{name}".lstrip("/") for name in wrong)
    return found


def copied(name: str, beside: Collection[str]) -> str | None:
    """Give the name of the file beside it that a file is a copy of, by its name."""
    path = PurePosixPath(name)
    found = _COPY.fullmatch(path.stem)
    original = f"{found['before'] or found['behind']}{path.suffix}" if found else ""
    return original if original in beside else None


def translated(name: str, beside: Collection[str]) -> str | None:
    """Give the name of the page beside it that a page is in another language, by its name: `talk.de.md`."""
    found = _OF_LANGUAGE.fullmatch(name)
    original = f"{found['stem']}.md" if found else ""
    return original if found and original in beside and is_tag(found["tag"].replace("_", "-")) else None


def is_copy_of(id: str, other: str) -> bool:
    """Tell whether a file of YAML is called like a copy of another one: `walk-copy`, `walk-v2` or `old-walk`."""
    found = _COPY_ID.fullmatch(id)
    return found is not None and other in (found["behind"], found["before"])


def is_left_behind(name: str) -> bool:
    """Tell whether a file is what a program leaves behind, such as `talk.md~`, `Thumbs.db` or `~$talk.docx`."""
    return _LEFT.fullmatch(name) is not None


def to_rename(path: str, known: Iterable[str]) -> Text | None:
    """Say which file to rename to be the page of a path that is missing: one of its folder that nearly has its name."""
    wanted = PurePosixPath(path)
    folder = [other for one in known if (other := PurePosixPath(one)).parent == wanted.parent and other != wanted]
    names = {other.name for other in folder}
    for other in folder:
        if wanted.name.casefold() == (page_name(other.name, names) or "").casefold():
            return say("rename `{file}` to `{name}`", file=other.as_posix(), name=wanted.name)
    for other in folder:
        if wanted.suffix == ".md" and other.stem == wanted.stem and other.suffix.lower() in _DOCUMENTS:
            return say("write what is in `{file}` in `{name}`, as Markdown", file=other.as_posix(), name=wanted.name)
    return None
