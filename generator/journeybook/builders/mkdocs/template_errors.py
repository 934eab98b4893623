"""What is wrong with a template of the theme, without a traceback: its file, its line, and the reason."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


def explained(error: TemplateError, root: Path) -> str:
    """One line that names the template, seen from `root`, and the line in it as far as they are known."""
    missing = f"there is no template ‘{error.name}’" if isinstance(error, TemplateNotFound) else None
    reason = missing or (error.message or type(error).__name__).rstrip(".")
    return f"{_place(error, root)}this template cannot be used: {reason}"


def _place(error: TemplateError, root: Path) -> str:
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or error.name or "", error.lineno
    else:
        name, line = _innermost(error)
    return f"{_seen_from(root, name)}:{line}: " if name else ""


def _innermost(error: TemplateError) -> tuple[str, int]:
    """The template that was at work, which Jinja has put into the traceback between its own Python."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 0)


def _seen_from(root: Path, name: str) -> str:
    path = Path(os.path.abspath(name))  # noqa: PTH100  # links stay as the author named them
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
