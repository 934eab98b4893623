"""The handbook's address on the web, and that of its repository."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from journeybook.builders.config.judged.draft import Draft
from journeybook.checks.near_hosts import unreached
from journeybook.markdown.addresses import has_no_dot
from journeybook.problems import Text, say

_WEB = ("http://", "https://")
_GAP = re.compile(r"(?<=[/.:])\s+|\s+(?=[/.:])")
"""White space where nobody means any."""
_TWICE = re.compile(r"https?://+(?P<scheme>https?)(?:://?|//)", re.I)
"""Two beginnings of one address."""
_EDITED = {"github.com": "edit/main/docs/", "bitbucket.org": "src/default/docs/"}
"""Where MkDocs looks for the chapters in a repository, by its host; it has `master` where GitHub now has `main`."""
_OF_THE_GUIDE = re.compile(r"(?P<branch>/?(?:edit|blob|tree|src|raw)/[^/\s]+/)docs/?")
_PAGES = (".html", ".htm", ".md")


def judge_addresses(draft: Draft) -> None:
    """Tell addresses that no browser opens, or that are those of one page, and ways to edit without a repository."""
    for key in ("site_url", "repo_url"):
        given = draft.data.get(key)
        if not isinstance(given, str) or not given.casefold().startswith(_WEB):
            continue
        if found := _unfit(given, is_site=key == "site_url"):
            draft.tell("JB203", *found, path=(key,))
            del draft.data[key]
        elif key == "site_url":
            _judge_host(draft, given)
        elif found := unreached(given):
            draft.tell("JB498", *found, path=(key,))
    _judge_edit(draft)


def _unfit(address: str, *, is_site: bool) -> tuple[Text, Text] | None:
    general = say("write all of it, such as https://www.example.org/handbook/")
    if not _can_be_opened(address):
        bare = _TWICE.sub(r"\g<scheme>://", _GAP.sub("", address))
        message = say("‘{address}’ cannot be opened", address=address)
        return message, say("write `{meant}`", meant=bare) if bare != address and _can_be_opened(bare) else general
    parts = urlsplit(address)
    if is_site and (parts.query or parts.fragment or parts.path.endswith(_PAGES)):
        path = posixpath.dirname(parts.path) if parts.path.endswith(_PAGES) else parts.path
        meant = f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/"
        message = say("‘{address}’ is the address of one page, not of the handbook", address=address)
        return message, say("write `{meant}`", meant=meant)
    return None


def _can_be_opened(address: str) -> bool:
    """Tell whether an address has a host, a port that can be one, and no white space or comma."""
    if re.search(r"\s", address.strip()):
        return False
    try:
        parts = urlsplit(address)
        is_host = bool(parts.hostname) and not re.search(r"[,;!?*|\"'<>(){}\\]|^[.-]|\.\.", parts.hostname or "")
        is_host = is_host and not _TWICE.match(address)
        return is_host and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _judge_host(draft: Draft, address: str) -> None:
    """Tell a host of one word, and an address of the author's own computer or network, such as that of `serve`.

    Not one that stands in for an `!ENV`: that is for the author alone.
    """
    if has_no_dot(address):
        message = say("nobody outside of your own network can open ‘{address}’: its host has no dot", address=address)
        hint = say(
            "write all of it, such as https://www.example.org/handbook/; for your own network, add `{port}`",
            port=_port(urlsplit(address).scheme),
        )
        draft.tell("JB494", message, hint, path=("site_url",))
    elif draft.typed(("site_url",)) == address and (found := unreached(address)):
        draft.tell("JB498", *found, path=("site_url",))


def _port(scheme: str) -> str:
    return ":443" if scheme == "https" else ":80"


def _judge_edit(draft: Draft) -> None:
    """Tell `edit_uri` without the address that it is seen from."""
    given = draft.data.get("edit_uri")
    if isinstance(given, str) and given and not given.startswith(_WEB) and not draft.data.get("repo_url"):
        message = say("‘edit_uri’ is seen from `repo_url`, which is missing")
        hint = say("write `repo_url: https://…` with the address of the repository, or take this out")
        if not draft.has_told("repo_url"):
            draft.tell("JB201", message, hint, path=("edit_uri",), at_key=True)
        del draft.data["edit_uri"]
    elif isinstance(draft.data.get("repo_url"), str) and not draft.data.get("edit_uri_template"):
        _judge_way(draft, given)


def _judge_way(draft: Draft, given: object) -> None:
    """Advise where “Edit this page” leads into a folder `docs`, which MkDocs takes, and the chapters lie in another.

    A way that is given is judged only where it is that of MkDocs's own guide.
    """
    folder = posixpath.normpath(str(draft.data.get("docs_dir") or "docs"))
    own, key = _EDITED.get((urlsplit(draft.data["repo_url"]).hostname or "").casefold()), "edit_uri"
    if own is None or folder.startswith(("/", "..")) or "docs" in folder.split("/"):
        return
    if given is None:
        key, way = "repo_url", own
    elif isinstance(given, str) and _OF_THE_GUIDE.fullmatch(given):
        way = given
    else:
        return
    message = say("‘Edit this page’ would lead to the folder `docs`; the chapters lie in `{folder}`", folder=folder)
    branch = _OF_THE_GUIDE.sub(rf"\g<branch>{folder}/", way)
    hint = say("write `edit_uri: {way}`, with the branch of your repository", way=branch)
    draft.tell("JB498", message, hint, path=(key,))
