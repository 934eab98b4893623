"""What every form of a handed-on handbook says of itself: which handbook, which edition, which version."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.export.form import Wanted
from journeybook.export.order import book_order
from journeybook.pages.mark import mark
from journeybook.pages.site import Site


def imprint(site: Site, marks: Sequence[str]) -> str:
    """Say whose it is, for whom, and its version; `marks` are those of its pages, of which one stands for itself."""
    edition, name = site.book.edition, site.book.settings.name
    is_said = edition is None or name.endswith(edition.title)
    version = site.words("v {mark}", mark=version_of(marks))
    return " · ".join([name, *([] if is_said or edition is None else [edition.title]), version])


def version_of_book(wanted: Wanted) -> str:
    """Give the version mark of all that is wanted, as it stands on its cover."""
    return version_of([wanted.pages[part.path].mark for part in book_order(wanted) if part.path])


def version_of(marks: Sequence[str]) -> str:
    """Give the version mark of several pages together."""
    return marks[0] if len(marks) == 1 else mark(marks)
