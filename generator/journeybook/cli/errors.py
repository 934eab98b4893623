"""What cannot run says so in one line, and never with a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException

from journeybook.builders.mkdocs.template_errors import explained, is_of_a_template
from journeybook.cli import screen
from journeybook.cli.usage import COMMANDS, behind_the_command, usage_hint
from journeybook.problems import HandbookError, JourneybookError
from journeybook.store.files import reason

CANNOT_RUN = 2
_TYPED = "journeybook.typed"


class CannotRun(click.ClickException):
    """The command could not do its work; exit code 2."""

    exit_code = CANNOT_RUN


class HonestGroup(click.Group):
    """A group whose commands turn the exceptions that are meant for users into one line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; one of a command's says where it stands."""
        ctx.meta[_TYPED] = list(args)  # by which a slip can be told
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if hint := behind_the_command(error.option_name, self.commands):
                raise click.UsageError(f"No such option here: {error.option_name}. {hint}", ctx) from error
            raise

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one of other programs says what is meant."""
        if args and args[0] not in self.commands and (hint := COMMANDS.get(args[0])):
            raise click.UsageError(f"No such command: {args[0]}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            hint = usage_hint(error, ctx.meta.get(_TYPED, []))
            if not hint:
                raise
            is_option = isinstance(error, click.NoSuchOption)  # of which click offers one that only looks like it
            said = error.message if is_option else error.format_message()
            raise click.UsageError(said + hint, ctx=error.ctx) from error
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
