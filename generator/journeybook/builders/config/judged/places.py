"""The folders that mkdocs.yml names, and the navigation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from journeybook.builders.config.judged.draft import Draft
from journeybook.markdown.addresses import is_readable
from journeybook.problems import Path as DataPath
from journeybook.problems import say
from journeybook.problems.nearest import nearest
from journeybook.store.shared_folders import as_scalar

_DEFAULT, _USUAL = "docs", ("content", "docs")


def judge_chapters(draft: Draft) -> None:
    """Tell a folder of chapters that is not there, or that holds mkdocs.yml itself."""
    given = draft.data.get("docs_dir", _DEFAULT)
    name, path = _DEFAULT if given is None else str(given), ("docs_dir",)
    folder = draft.root / name
    if folder.is_dir():
        if folder.resolve() in (draft.root.resolve(), *draft.root.resolve().parents):
            message = say("the chapters’ folder cannot be the one that mkdocs.yml lies in")
            draft.tell("JB315", message, say("put the chapters into a folder of their own, `content`"), path=path)
            draft.is_lost = True
        return
    if folder.exists():
        message, hint = say("‘{name}’ is a file, not a folder", name=name), say("name the folder of the chapters")
        draft.tell("JB315", message, hint, path=path)
        draft.is_lost = True
        return
    meant = _meant(draft.root, name)
    hint = say("make the folder `{name}`, which may be empty", name=name)
    if meant:
        hint = say("write `docs_dir: {meant}`, or make the folder `{name}`", meant=as_scalar(meant), name=name)
    draft.tell("JB315", say("there is no folder ‘{name}’ for the chapters", name=name), hint, path=path)
    draft.data["docs_dir"], draft.is_lost = meant, meant is None


def _meant(root: Path, name: str) -> str | None:
    try:
        there = [path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except OSError:
        return None
    return nearest(name, there) or next((usual for usual in _USUAL if usual in there), None)


def judge_site(draft: Draft) -> None:
    """Tell a folder for the site that lies among the chapters, or around them."""
    given = draft.data.get("site_dir")
    if not isinstance(given, str):
        return
    site, chapters = ((draft.root / name).resolve() for name in (given, draft.data.get("docs_dir") or _DEFAULT))
    if site.is_relative_to(chapters) or chapters.is_relative_to(site):
        message = say("the site would lie among the chapters, or they in it")
        draft.tell("JB315", message, say("write `site_dir: site`, or leave this out"), path=("site_dir",))
        del draft.data["site_dir"]


def judge_navigation(draft: Draft) -> None:
    """Tell what in `nav` is no page and no section, and leave the navigation to the files then."""
    given = draft.data.get("nav")
    if given is not None and not _is_list(draft, ("nav",), given, "nav"):
        del draft.data["nav"]


def _is_list(draft: Draft, path: DataPath, given: Any, title: str) -> bool:
    if not isinstance(given, list):
        message = say("below ‘{title}’ a list is expected", title=title)
        draft.tell("JB203", message, say("write each page on a line of its own, with a dash"), path=path)
        return False
    right = [_is_item(draft, (*path, place), item) for place, item in enumerate(given)]  # each is told
    return all(right)


def _is_item(draft: Draft, path: DataPath, item: Any) -> bool:
    if isinstance(item, str):
        return _is_address(draft, path, item)
    if not isinstance(item, dict) or not item:
        message, hint = say("a page or a section is expected here"), say("write `- Title: page.md`")
        draft.tell("JB203", message, hint, path=path)
        return False
    (title, value), *others = item.items()
    if others:
        message = say("a second title stands in this item")
        hint = say("begin it with a dash, in the column of the dash above")
        draft.tell("JB203", message, hint, path=(*path, str(others[0][0])), at_key=True)
        return False
    if value is None:
        message = say("nothing is written after ‘{key}:’", key=title)
        draft.tell(
            "JB201", message, say("write its page, or its pages on the lines below, each with a dash"), path=path
        )
        return False
    inner = (*path, str(title))
    return _is_address(draft, inner, value) if isinstance(value, str) else _is_list(draft, inner, value, str(title))


def judge_files(draft: Draft) -> None:
    """Tell styles and scripts whose addresses nobody can read, and take them out."""
    for key in ("extra_css", "extra_javascript"):
        given = draft.data.get(key)
        if isinstance(given, list):
            draft.data[key] = [one for place, one in enumerate(given) if _is_file(draft, (key, place), one)]


def _is_file(draft: Draft, path: DataPath, item: Any) -> bool:
    name = item.get("path") if isinstance(item, dict) else item
    return not isinstance(name, str) or _is_address(draft, path, name)


def _is_address(draft: Draft, path: DataPath, address: str) -> bool:
    if not is_readable(address):
        message = say("‘{address}’ cannot be read as an address", address=address)
        draft.tell("JB203", message, say("copy it anew from a browser, or take it out"), path=path)
    return is_readable(address)
