"""What cannot run says so in one line, and never with a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException

from journeybook.builders.mkdocs.template_errors import explained, is_of_a_template
from journeybook.cli import screen
from journeybook.problems import HandbookError, JourneybookError
from journeybook.store.files import reason

CANNOT_RUN = 2


class CannotRun(click.ClickException):
    """The command could not do its work; exit code 2."""

    exit_code = CANNOT_RUN


_OPTIONS = {
    ("check", "--edition"): "`check` looks at every edition: leave it out.",
    ("check", "--all-editions"): "`check` looks at every edition: leave it out.",
    ("serve", "--port"): "Write `--dev-addr 127.0.0.1:8001`, with the port behind the colon.",
    ("serve", "-p"): "Write `--dev-addr 127.0.0.1:8001`, with the port behind the colon.",
    ("build", "--output"): "Write `--site-dir FOLDER`.",
    ("build", "-o"): "Write `--site-dir FOLDER`.",
    ("build", "--all"): "Write `--all-editions`.",
    ("build", "--editions"): "Write `--edition NAME` for one, or `--all-editions`.",
}
"""What is meant by options that other programs have, by the command and the option."""
_COMMANDS = {
    "help": "Write `journeybook --help`, or `journeybook build --help` for one command.",
    "explain": "Write `journeybook check --explain JB301`, with the code.",
    "validate": "Write `journeybook check`.",
    "lint": "Write `journeybook check`.",
    "preview": "Write `journeybook serve`.",
    "publish": "`journeybook build` makes the folder site/, which you give to your host.",
    "deploy": "`journeybook build` makes the folder site/, which you give to your host.",
    "gh-deploy": "`journeybook build` makes the folder site/, which you give to your host.",
}
"""What is meant by commands that other programs have."""


class HonestGroup(click.Group):
    """A group whose commands turn the exceptions that are meant for users into one line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; one of a command's says where it stands."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            having = [name for name, one in self.commands.items() if error.option_name in _options_of(one)]
            if not having:
                raise
            name = "build" if "build" in having else having[0]
            hint = f"Write it behind the command: `journeybook {name} {error.option_name} …`."
            raise click.UsageError(f"No such option here: {error.option_name}. {hint}", ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one of other programs says what is meant."""
        if args and args[0] not in self.commands and (hint := _COMMANDS.get(args[0])):
            raise click.UsageError(f"No such command: {args[0]}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            name = error.ctx.info_name if error.ctx else None
            if (hint := _OPTIONS.get((str(name), error.option_name))) is None:
                raise
            raise click.UsageError(f"No such option: {error.option_name}. {hint}", error.ctx) from error
        except HandbookError as error:
            screen.show(error.problems, screen.err)
            screen.closing(error.problems, screen.err)
            ctx.exit(1)
        except Abort as error:
            raise CannotRun(str(error) or "stopped") from error
        except (MkDocsException, JourneybookError) as error:
            raise CannotRun(str(error)) from error
        except TemplateError as error:  # some are errors of the system, too
            raise CannotRun(explained(error, Path.cwd())) from error
        except OSError as error:
            raise CannotRun(reason(error)) from error
        except Exception as error:
            if is_of_a_template(error):
                raise CannotRun(explained(error, Path.cwd())) from error
            raise


def _options_of(command: click.Command) -> set[str]:
    return {name for param in command.params for name in param.opts}
