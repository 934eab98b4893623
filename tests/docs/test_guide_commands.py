"""The guide against commands and options."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from docs.guide import FOLDER, ORDER, PAGES, README, codes, fences, prose, rows, section
from journeybook.builders.config.options import Options
from journeybook.builders.config.theming import EXTENSIONS, FEATURES, theme_options
from journeybook.cli import main as journeybook
from journeybook.handbook.settings import ROLES
from journeybook.problems.forms import all_forms
from reference import ROOT

COMMANDS: dict[str, click.Command] = {"journeybook": journeybook, "mkdocs": mkdocs}
TEXTS = {**PAGES, "README.md": README}


def typed() -> list[tuple[str, str]]:
    """Every command of ours or of MkDocs that the guide and the README show, and where."""
    lines = [(str(f), line) for f in fences(TEXTS, "sh") for line in f.text.splitlines()]
    lines += [(page, code) for page, text in TEXTS.items() for code in codes(text)]
    return [(place, line) for place, line in lines if re.match(r"(journeybook|mkdocs) ", line)]


@pytest.mark.parametrize(("place", "line"), typed())
def test_commands_exist_with_their_options(place: str, line: str) -> None:
    """Every command that is shown parses: its name, its options and the number of its arguments."""
    name, *words = shlex.split(line, comments=True)
    command, context = COMMANDS[name], click.Context(COMMANDS[name])
    rest = command.make_parser(context).parse_args(words)[1] if words[0].startswith("-") else words
    if rest and isinstance(command, click.Group):
        found = command.get_command(context, rest[0])
        assert found is not None, f"{place}: there is no {name} {rest[0]}"
        context = click.Context(found, context)
        left = found.make_parser(context).parse_args(rest[1:])[1]
        assert not left, f"{place}: {left} is too much"


def test_every_command_and_long_option_is_told() -> None:
    """Every command of journeybook stands in the guide as code, and so does each of its long options."""
    shown = " ".join([*(code for text in PAGES.values() for code in codes(text)), *(line for _, line in typed())])
    told = set(re.findall(r"--[\w-]+", shown))
    for name, command in journeybook.commands.items():
        assert re.search(rf"\bjourneybook {name}\b", shown), name
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert options - told == set(), name
    assert {"--version", "--help"} <= told


def test_every_format_is_told() -> None:
    """The page on the checker names every form of its answers, and no other."""
    assert set(re.findall(r"--format (\w+)", prose(PAGES["problems.md"]))) == set(all_forms())


def test_every_plugin_option_is_told_with_its_default() -> None:
    """The table of options has every option of the plugin with its default, and no other."""

    def shown(default: object) -> str:
        if default is None:
            return "none"
        if isinstance(default, list):
            return f"`[{', '.join(default)}]`"
        return f"`{str(default).lower() if isinstance(default, bool) else default}`"

    told = {codes(row[0])[0]: row[2] for row in rows(section("publishing.md", "Options"))}
    assert told == {name: shown(option.default) for name, option in Options._schema}


def test_the_roles_are_told() -> None:
    """The page on YAML lists the roles of a handbook that names none of its own."""
    assert f"{', '.join(f'`{role}`' for role in ROLES)}\n" in section("yaml.md", "Audience")


def test_what_is_set_in_material_is_told() -> None:
    """The page on publishing names every setting, feature and extension that the plugin adds."""
    text = section("publishing.md", "What is set for you")
    settings = {codes(row[0])[0]: set(codes(row[1])) for row in rows(text)}
    assert settings.keys() == theme_options(str).keys()
    assert settings["features"] == set(FEATURES)
    assert set(EXTENSIONS) <= set(codes(text))


def test_the_guide_is_a_chapter_with_descriptions() -> None:
    """Every page is in the navigation, in order, with a description of its own."""
    nav = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert re.findall(r"authoring/([\w-]+\.md)", nav) == list(ORDER)
    assert sorted(ORDER) == sorted(path.name for path in FOLDER.glob("*"))
    for page, text in PAGES.items():
        assert re.match(r"---\n(?:audience: coordinator\n)?description: .{40,}\n", text), page
