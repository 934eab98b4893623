"""Say what to write in place of what a command does not know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

_EXTRA = re.compile(r"unexpected extra arguments? \((?P<first>\S+)")
_MISSING = re.compile(r"File '(?P<name>[^']+)' does not exist")
_CHOICE = re.compile(r"'(?P<typed>[^']+)' is not one of ")
_DASHES = re.compile(r"[–—−‐‑]{1,2}-?(?P<name>[a-z][\w-]*)")
"""An option with the dashes of a word processor."""

_PDF = (
    "Write `journeybook export handbook.pdf`; for a drawing or for cards `journeybook diagram` or `journeybook cards`, "
    "with `-o FILE.pdf`."
)
_OPTIONS = {
    ("check", "--edition"): "`check` looks at every edition: leave it out.",
    ("check", "--all-editions"): "`check` looks at every edition: leave it out.",
    ("serve", "--port"): "Write `--dev-addr 127.0.0.1:8001`, with the port behind the colon.",
    ("serve", "-p"): "Write `--dev-addr 127.0.0.1:8001`, with the port behind the colon.",
    ("build", "--output"): "Write `--site-dir FOLDER`.",
    ("build", "-o"): "Write `--site-dir FOLDER`.",
    ("build", "--all"): "Write `--all-editions`.",
    ("build", "--editions"): "Write `--edition NAME` for one, or `--all-editions`.",
    **dict.fromkeys((("build", "--pdf"), ("generate", "--pdf")), _PDF),
    **dict.fromkeys(
        [("diagram", f"--{name}") for name in ("landscape", "portrait", "orientation", "horizontal", "vertical")],
        "Paper stands or lies, whichever suits the drawing: leave it out.",
    ),
    ("diagram", "--format"): "Write `-o FILE.pdf`: the ending says what it becomes.",
    ("diagram", "--views"): "Write `--view NAME`: each view is a file of its own.",
}
"""What is meant by options that other programs have, by the command and the option."""
_SHEETS = "Handouts are sheets of their own: write `journeybook export FILE.pdf --only handout:…`, with the activity."
_CHOICES = {
    ("cards", "handouts"): _SHEETS,
    ("cards", "handout"): _SHEETS,
    ("schema", "handout"): "Handouts stand in activities: write activity.",
    ("schema", "page"): "Pages are Markdown, and have no schema.",
    ("schema", "chapter"): "Pages are Markdown, and have no schema.",
}
"""What is meant by a word that a command does not take, by the command and the word."""
_SINGULAR = {"activities": "activity", "glossaries": "glossary"}
_NEW = (
    "A new journey is a file in journeys/, a new activity one in toolkit/, such as toolkit/first-talk.yaml with the "
    "one line `title: First talk`; a new page is a file in content/, such as content/first-talk.md."
)
_DRAW = "Write `journeybook diagram journeys/….yaml --view path -o ….svg`, with the view and the ending that you want."
COMMANDS = {
    "help": "Write `journeybook --help`, or `journeybook build --help` for one command.",
    "explain": "Write `journeybook check --explain JB301`, with the code.",
    "validate": "Write `journeybook check`.",
    "lint": "Write `journeybook check`.",
    "preview": "Write `journeybook serve`.",
    "publish": "`journeybook build` makes the folder site/, which you give to your host.",
    "deploy": "`journeybook build` makes the folder site/, which you give to your host.",
    "gh-deploy": "`journeybook build` makes the folder site/, which you give to your host.",
    **dict.fromkeys(("new", "init", "create", "add", "scaffold", "quickstart"), _NEW),
    **dict.fromkeys(("test", "verify", "doctor", "status"), "Write `journeybook check`."),
    **dict.fromkeys(("run", "start", "watch", "dev", "open", "server"), "Write `journeybook serve`."),
    **dict.fromkeys(("compile", "make", "html", "render"), "Write `journeybook build`."),
    **dict.fromkeys(("draw", "svg", "png", "picture"), _DRAW),
    **dict.fromkeys(("pdf", "print"), _PDF),
    **dict.fromkeys(("epub", "ebook"), "Write `journeybook export handbook.epub`."),
    **dict.fromkeys(
        ("word", "docx"), "Write `journeybook export FILE.docx --only LINK`, with a handout or a workshop."
    ),
    **dict.fromkeys(
        ("update", "upgrade", "self-update", "install"),
        "For a newer journeybook, write `pip install --upgrade journeybook`.",
    ),
    **dict.fromkeys(("version", "about"), "Write `journeybook --version`."),
    "clean": "Nothing needs to be cleaned: `journeybook build` makes the whole folder site/ anew.",
    "editions": "Write `journeybook build --all-editions`; `journeybook check` says what each leaves out.",
}
"""What is meant by commands that other programs have."""


def behind_the_command(option: str, commands: Mapping[str, click.Command]) -> str:
    """Say where an option stands that is typed before the command; nothing where no command has it."""
    having = [name for name, one in commands.items() if any(option in param.opts for param in one.params)]
    name = "build" if "build" in having else next(iter(having), "")
    return f"Write it behind the command: `journeybook {name} {option} …`." if name else ""


def usage_hint(error: click.UsageError, typed: Sequence[str]) -> str:
    """Give a sentence to add to an error of usage, with a blank before it; nothing where none is sure."""
    options = [] if error.ctx is None else [one for param in error.ctx.command.params for one in param.opts]
    if found := _EXTRA.search(error.message):
        return _instead_of_argument(found["first"].rstrip(")"), options)
    if isinstance(error, click.NoSuchOption):
        if hint := _OPTIONS.get((str(error.ctx and error.ctx.info_name), error.option_name)):
            return f" {hint}"
        named = (f"-{one}" for one in typed if re.fullmatch(r"-[a-z][\w-]+", one))
        meant = next((one for one in named if one in options), None)
        return f" Write {meant}, with two hyphens." if meant else ""
    if isinstance(error, click.BadParameter) and (one := _one_of_several(error)):
        return f" Write {one}: each is a file of its own."
    if found := _CHOICE.search(error.message):
        return _meant_choice(str(error.ctx and error.ctx.info_name), found["typed"], error)
    if found := _MISSING.search(error.message):
        there = next((one for one in _paths(found["name"]) if one.is_file()), None)
        return f" Write {there.as_posix()}." if there else ""
    return ""


def _one_of_several(error: click.BadParameter) -> str:
    """Give the option with the first of several choices, as in `--view path,map`; nothing where none are meant."""
    found, param = _CHOICE.match(error.message), error.param
    words = re.split(r"[\s,;+&/]+", found["typed"].strip()) if found else []
    choices = param.type.choices if param is not None and isinstance(param.type, click.Choice) else ()
    is_meant = len(words) > 1 and all(word.casefold() in choices for word in words)
    return f"{param.opts[0]} {words[0].casefold()}" if is_meant and param is not None else ""


def _meant_choice(command: str, typed: str, error: click.UsageError) -> str:
    """Say what to write for a word that a command does not know; nothing where none is sure."""
    said, param = typed.casefold(), error.param if isinstance(error, click.BadParameter) else None
    choices = param.type.choices if param is not None and isinstance(param.type, click.Choice) else ()
    if hint := _CHOICES.get((command, said)):
        return f" {hint}"
    one = _SINGULAR.get(said, said.removesuffix("s"))
    many = next((choice for choice in choices if choice in (one, f"{one}s") and choice != said), None)
    option = "" if param is None or isinstance(param, click.Argument) else f"{param.opts[0]} "
    return f" Write {option}{many}." if many else ""


def _instead_of_argument(word: str, options: Sequence[str]) -> str:
    dashes = _DASHES.fullmatch(word)
    if dashes and f"--{dashes['name']}" in options:
        return f". Write --{dashes['name']}, with two hyphens."
    if Path(word).exists():
        is_settings = Path(word).name in ("mkdocs.yml", "mkdocs.yaml") and "--config-file" in options
        return f". Write -f {word}." if is_settings else ". This is for the whole handbook: leave it out."
    if "--edition" in options and re.fullmatch(r"[\w-]+", word):
        return f". For an edition, write --edition {word}."
    return ""


def _paths(name: str) -> list[Path]:
    """Give the files that are meant by the name of a journey, or by a path without its ending."""
    folder, ending = Path("journeys"), ("", ".yaml", ".yml")
    return [Path(place, f"{name}{end}") for place in (Path(), folder) for end in ending]
