"""A handbook as JSON, for other programs: everything resolved."""

from __future__ import annotations

import json

from journeybook.export.form import ExportForm, Wanted
from journeybook.export.resolved import handbook_data
from journeybook.pages.mark import mark


def _make(wanted: Wanted) -> bytes:
    data = handbook_data(wanted)
    data = data.model_copy(update={"mark": mark([data.model_dump_json()])})
    fields = {"version": data.version, **data.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
    return (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()


FORM = ExportForm(_make)
