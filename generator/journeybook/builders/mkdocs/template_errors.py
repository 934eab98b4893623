"""Say what is wrong with a template, of the theme or of a page, without a traceback: file, line and reason."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, loaders
from mkdocs.exceptions import MkDocsException

from journeybook.problems import JourneybookError

_LOADERS = loaders.__file__


def is_of_a_template(error: Exception) -> bool:
    """Tell whether a template was read or at work when this came up, whatever it is; not what already has its words."""
    if isinstance(error, TemplateError):
        return True
    return not isinstance(error, MkDocsException | JourneybookError | OSError) and bool(_place(error)[0])


def explained(error: Exception, root: Path) -> str:
    """Say in one line which template failed, seen from `root`, and on which line, as far as they are known."""
    name, line = _place(error)
    place = f"{_seen_from(root, name)}:{line}: " if name else ""
    return f"{place}this template cannot be used: {_reason(error)}"


def _reason(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template ‘{error.name}’"
        case TemplateError():
            return (error.message or type(error).__name__).rstrip(".")
        case RecursionError():
            return "it takes itself in, again and again"
        case UnicodeDecodeError():
            return "it is not UTF-8 text; save it in your editor as UTF-8"
    return f"{type(error).__name__}: {error}"


def _place(error: Exception) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    if isinstance(error, UnicodeDecodeError) and (name := _being_read(error)):
        return name, error.object[: error.start].count(b"\n") + 1
    return _innermost(error)


def _being_read(error: Exception) -> str:
    """Find the file that Jinja was reading: only its own variables say so."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == _LOADERS)
    return str(next((frame.f_locals["filename"] for frame in frames if "filename" in frame.f_locals), ""))


def _innermost(error: Exception) -> tuple[str, int]:
    """Find the template that was at work, which Jinja has put into the traceback between its own Python."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_template(frame.filename)]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 0)


def _is_template(name: str) -> bool:
    return not name.endswith((".py", ".pyx")) and not name.startswith("<")


def _seen_from(root: Path, name: str) -> str:
    path = Path(os.path.abspath(name))  # noqa: PTH100  # links stay as the author named them
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
