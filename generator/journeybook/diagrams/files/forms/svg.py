"""A finished download as SVG, which it is already."""

from __future__ import annotations

from journeybook.diagrams.files.form import Form

FORM = Form(str.encode, place=1, kept=False)
