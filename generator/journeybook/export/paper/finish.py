"""What WeasyPrint leaves to be mended in a PDF."""

from __future__ import annotations

from typing import Any


def finish(document: Any, pdf: Any) -> None:
    """Mend the groups of radio buttons: WeasyPrint lists each button beside its group, with the group's name."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    objects: list[Any] = [one for one in pdf.objects if isinstance(one, dict)]
    buttons = {one.reference: one for one in objects if "Parent" in one and "Rect" in one}
    for button in buttons.values():
        button.pop("T", None)  # the group's: a button of its own would be another field
    form["Fields"][:] = [field for field in form["Fields"] if field not in buttons]
