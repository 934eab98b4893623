"""The folders that mkdocs.yml names, and the navigation."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from journeybook.builders.config.judged.draft import Draft, named
from journeybook.builders.config.judged.pieces import OURS
from journeybook.markdown.addresses import is_readable
from journeybook.problems import Path as DataPath
from journeybook.problems import say
from journeybook.problems.nearest import nearest
from journeybook.source.quotes import in_quotes
from journeybook.store.shared_folders import as_scalar

_DEFAULT, _USUAL = "docs", ("content", "docs")


def judge_chapters(draft: Draft) -> None:
    """Tell a folder of chapters that is not there, or that holds mkdocs.yml itself."""
    given = draft.data.get("docs_dir", _DEFAULT)
    name, path = _DEFAULT if given is None else str(given), ("docs_dir",)
    if isinstance(given, list | dict):
        name = str(next(iter(given))) if len(given) == 1 else "content"
        hint = say("write `{key}: {value}`", key="docs_dir", value=as_scalar(name))
        draft.tell("JB203", say("a text is expected here, not a list or keys"), hint, path=path)
        draft.data["docs_dir"], draft.is_lost = name, not (draft.root / name).is_dir()
        return
    folder = draft.root / name
    if _is_of_others(draft, folder):
        return
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


def _is_of_others(draft: Draft, chapters: Path) -> bool:
    """Tell folders of which two are one: of the chapters, the journeys and the toolkit."""
    options = next((item for item in named("plugins", draft.data.get("plugins")) if item.name == OURS), None)
    given = options.options if options and isinstance(options.options, dict) else {}
    journeys, toolkit = (str(given.get(name) or name) for name in ("journeys", "toolkit"))
    places = {name: (draft.root / folder).resolve() for name, folder in (("journeys", journeys), ("toolkit", toolkit))}
    if (twin := next((name for name, place in places.items() if place == chapters.resolve()), None)) is not None:
        if options and twin in given:
            message = say("‘{name}’ is the folder of the chapters", name=chapters.name)
            hint = say("write `{key}: {key}`, or leave this out", key=twin)
            draft.tell("JB315", message, hint, path=(*options.inside, twin))
            draft.is_lost = True
            return True
        message = say("‘{name}’ is the folder of the {parts}, not of the chapters", name=chapters.name, parts=twin)
        meant = next((usual for usual in _USUAL if (draft.root / usual).is_dir()), "content")
        draft.tell("JB315", message, say("write `docs_dir: {meant}`", meant=meant), path=("docs_dir",))
    elif options and places["journeys"] == places["toolkit"]:
        message = say("journeys and activities cannot lie in one folder")
        key = "toolkit" if "toolkit" in given else "journeys"
        draft.tell(
            "JB315", message, say("write `{key}: {key}`, or leave this out", key=key), path=(*options.inside, key)
        )
    elif options and _is_of_workshops(places["toolkit"], toolkit):
        message = say(
            "‘{name}’ is the folder of the workshops, which is looked for in that of the toolkit", name=toolkit
        )
        hint = say("write `toolkit: {meant}`", meant=as_scalar(Path(toolkit).parent.as_posix()))
        draft.tell("JB315", message, hint, path=(*options.inside, "toolkit"))
    else:
        return False
    draft.is_lost = True
    return True


def _is_of_workshops(folder: Path, name: str) -> bool:
    """Tell whether a folder is that of the workshops in a toolkit, which has activities beside it."""
    return folder.name == "workshops" and "/" in name and any(folder.parent.glob("*.y*ml"))


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
    followed = zip(given, [*given[1:], None], strict=True)
    right = [_is_item(draft, (*path, place), item, below) for place, (item, below) in enumerate(followed)]
    return all(right)  # each is told


def _is_item(draft: Draft, path: DataPath, item: Any, below: Any) -> bool:
    """Tell whether an item is a page or a section; `below` is the one that follows it in its list, if any."""
    if isinstance(item, str):
        return not _is_run_together(draft, path, item) and _is_address(draft, path, item)
    if not isinstance(item, dict) or not item:
        message, hint = say("a page or a section is expected here"), say("write `- Title: page.md`")
        if title := _noted_title(draft, path):
            message = say("‘{title}’ is a note here, for a # begins it", title=title)
            hint = say("put the title in quotes: `- {title}:`", title=in_quotes(title))
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
        hint = say("write its page, or its pages on the lines below, each with a dash")
        mark = draft.document(path).mark(path)
        if mark and (page := _page_below(str(title), below)):
            hint = say(
                "begin `{page}`, and what else belongs to ‘{title}’, in column {column}; or write its page",
                page=page,
                title=title,
                column=mark.column + 3,
            )
        draft.tell("JB201", message, hint, path=path)
        return False
    inner = (*path, str(title))
    if not isinstance(value, str):
        return _is_list(draft, inner, value, str(title))
    return not _is_run_below(draft, inner, value, str(title)) and _is_address(draft, inner, value)


def _noted_title(draft: Draft, path: DataPath) -> str | None:
    """Give the title above a list that begins with a # and so is none."""
    document = draft.document(path)
    node = document.at(path)
    above = document.lines[node.start_mark.line - 1] if node and node.start_mark.line else ""
    found = re.fullmatch(r"\s*-\s+(?P<title>#.*\S)\s*:\s*", above)
    return found["title"] if found else None


def _page_below(title: str, item: Any) -> str | None:
    """Give the page that stands beside a title rather than below it: one without a title, or of the title's folder."""
    if isinstance(item, str):
        return f"- {item}"
    name, page = next(iter(item.items()), ("", None)) if isinstance(item, dict) else ("", None)
    is_below = isinstance(page, str) and page.casefold().startswith(f"{title.casefold()}/")
    return f"- {name}: {page}" if is_below else None


def _is_run_together(draft: Draft, path: DataPath, item: str) -> bool:
    """Tell an item whose dash stands further to the right than the one above, so that both are one text.

    Below the title of a section, which has lost its colon, it stands right.
    """
    document = draft.document(path)
    node = document.at(path)
    if node is None or " - " not in item or node.start_mark.line == node.end_mark.line:
        return False
    line = node.start_mark.line + 1
    title = document.lines[line - 1].strip().removeprefix("- ").strip()
    if not re.search(r"[/\\]|\.\w+$", title):
        message, hint = say("a colon is missing after ‘{name}’", name=title), say("write `- {name}:`", name=title)
        column = len(document.lines[line - 1].rstrip()) + 1
        draft.problems.append(document.problem_at("JB203", message, hint, line=line, column=column))
        return True
    while line < len(document.lines) - 1 and not document.lines[line].lstrip().startswith("- "):
        line += 1
    column = len(document.lines[line]) - len(document.lines[line].lstrip())
    message = say("this line is indented further than the line above")
    hint = say("begin its dash in the column of the dash above it")
    draft.problems.append(document.problem_at("JB203", message, hint, line=line + 1, column=column + 1))
    return True


def _is_run_below(draft: Draft, path: DataPath, value: str, title: str) -> bool:
    """Tell the page of a title that has others below it, so that all are one text: the first lacks its own dash."""
    node = draft.document(path).at(path)
    page, *others = value.split(" - ")
    if node is None or not others or node.start_mark.line == node.end_mark.line or not page.endswith(".md"):
        return False
    message = say("this page and those below it are one text")
    hint = say("write `- {page}` on a line of its own below ‘{title}:’, as those below it", page=page, title=title)
    draft.tell("JB203", message, hint, path=path)
    return True


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
