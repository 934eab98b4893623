"""Build a site with MkDocs, from a program."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from journeybook.assembly import Reading
from journeybook.builders.config.listener import BuildStep, Listener
from journeybook.builders.config.project import Project
from journeybook.builders.mkdocs.finished import FinishedPages
from journeybook.builders.mkdocs.hooks import JourneybookPlugin
from journeybook.ground.stopwatch import timed
from journeybook.problems import HandbookError


def build_mkdocs(
    project: Project, listener: Listener, folder: Path, finished: FinishedPages | None = None
) -> tuple[int, Reading]:
    """Build the handbook into a folder of `site_swap`, and give the number of its pages and what was read.

    `finished` keeps its pages. A HandbookError has the problems that stopped it, of which the listener knows;
    an Abort says what else did.
    """
    config, plugin = project.config, _plugin_of(project)
    asked, pages = config.site_dir, 0
    config.site_dir, plugin.config = str(folder), project.options

    def count(step: BuildStep) -> None:
        nonlocal pages
        pages += step == "page"
        listener.progress(step)

    config.plugins.on_startup(command="build", dirty=False)
    plugin.run.finished = finished
    plugin.run.swap, plugin.run.listener = folder, Listener(listener.show, count, listener.note)
    try:
        with timed("builder"):
            build(config)
    except Abort as error:
        reading, undrawn = plugin.run.reading, plugin.run.undrawn
        if reading and (reading.errors or undrawn):
            raise HandbookError([*reading.problems, *undrawn]) from error
        raise
    finally:
        config.plugins.on_shutdown()
        config.site_dir = asked
    assert plugin.run.reading
    return pages, plugin.run.reading


def _plugin_of(project: Project) -> JourneybookPlugin:
    plugin = project.config.plugins["journeybook"]
    assert isinstance(plugin, JourneybookPlugin)  # that has made the options of the project
    return plugin
