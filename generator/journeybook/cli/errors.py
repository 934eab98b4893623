"""What cannot run says so in one line, and never with a traceback."""

from __future__ import annotations

from typing import Any

import click
from mkdocs.exceptions import Abort, MkDocsException

from journeybook.problems import JourneybookError
from journeybook.store.files import reason

CANNOT_RUN = 2


class CannotRun(click.ClickException):
    """The command could not do its work; exit code 2."""

    exit_code = CANNOT_RUN


class HonestGroup(click.Group):
    """A group whose commands turn the exceptions that are meant for users into one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except Abort as error:
            raise CannotRun(str(error) or "stopped") from error
        except (MkDocsException, JourneybookError) as error:
            raise CannotRun(str(error)) from error
        except OSError as error:
            raise CannotRun(reason(error)) from error
