"""Folders outside of the handbook: which of them links may lead to, and how the option `links` names them.

A remedy is copied without much thought. So no folder is offered that holds what nobody means to publish, such as keys.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import yaml

from journeybook.store.same_place import lies_in

_UNIX = ("/etc", "/usr", "/bin", "/sbin", "/lib", "/var", "/proc", "/dev", "/sys", "/boot", "/root")
_MACOS = ("/System", "/Library", "/private/etc", "/private/var")
_WINDOWS = tuple(
    os.environ.get(name, "") for name in ("SYSTEMROOT", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMDATA")
)
_SYSTEM = tuple(map(Path, filter(None, _WINDOWS if os.name == "nt" else (*_UNIX, *_MACOS))))


def holds_home(folder: Path) -> bool:
    """Tell whether a folder is or holds the user's own, or is the whole disk."""
    home = _home()
    return lies_in(Path(folder.anchor), folder) or (home is not None and lies_in(home, folder))


def may_be_offered(folder: Path, root: Path) -> bool:
    """Tell whether a message may propose a folder for `links`: not hidden, not the system's, not all that the user has.

    Nor is it one that the handbook in `root` itself lies in.
    """
    return not (holds_home(folder) or _is_hidden(folder, root) or _is_system(folder, root))


def is_usable(entry: object, root: Path) -> bool:
    """Tell whether an entry of `links` names a folder that is there, and not one that holds everything."""
    if not isinstance(entry, str) or not entry:
        return False
    return os.path.isdir(root / entry) and not holds_home(root / entry)  # noqa: PTH112  # one closed to us is no error


def with_folder(entries: Sequence[object], folder: str, root: Path) -> str:
    """Write the option `links` as YAML, in one line: those of its entries that are right, and one folder more."""
    kept = [str(entry) for entry in entries if is_usable(entry, root)]
    return f"[{', '.join(map(as_scalar, dict.fromkeys([*kept, folder])))}]"


def as_scalar(text: str) -> str:
    """Write a text as YAML has it, also in a list in brackets: with quotation marks where it needs them."""
    if not text.isprintable():
        return json.dumps(text)  # double-quoted YAML has the same escapes
    listed = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=float("inf"))
    return str(listed).strip()[1:-1]


def _is_hidden(folder: Path, root: Path) -> bool:
    try:
        around = len(Path(os.path.commonpath([folder, root.resolve()])).parts)
    except ValueError:  # on another drive of Windows
        around = 0
    return any(part.startswith(".") for part in folder.parts[around:])


def _is_system(folder: Path, root: Path) -> bool:
    home = _home()
    if home is not None and lies_in(folder, home):
        return False
    return any(lies_in(folder, system) and not lies_in(root, system) for system in _SYSTEM)


def _home() -> Path | None:
    """Give the user's own folder; None for a user without one, whose home is said to be the whole disk."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home if home != Path(home.anchor) else None
