"""The views of a journey: the shapes that its stages can be drawn in, one module each, found by its name.

A new view is one new module here with its `VIEW`, its shape in `diagrams/shapes/` and its looks in
`theme/assets/css/diagrams/`, all of one name. A package of other people's adds one as an entry point of the group
`journeybook.views`, whose name is the view's and whose object is a `View` with a `shape`. The models are made of these
facts, so that their modules import no model, but for types.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, GetJsonSchemaHandler, create_model, model_validator
from pydantic_core import CoreSchema, PydanticKnownError

from journeybook.ground.extensions import Extension, ExtensionError, extensions
from journeybook.model.base import Model
from journeybook.model.types import fail
from journeybook.model.view import View
from journeybook.problems import say

GROUP = "journeybook.views"
_NAME = re.compile("[a-z][a-z0-9]*")


def _ours() -> dict[str, View]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found: dict[str, View] = {name: importlib.import_module(f"{__name__}.{name}").VIEW for name in names}
    return dict(sorted(found.items(), key=lambda pair: pair[1].place))


def find() -> tuple[dict[str, View], ExtensionError | None]:
    """Find our views, then those of other packages; and why one of these cannot be used."""
    found = _ours()
    try:
        for one in extensions(GROUP):
            found[one.name] = _foreign(one, found)
    except ExtensionError as error:
        return found, error
    return found, None


def _foreign(one: Extension, known: dict[str, View]) -> View:
    if not isinstance(one.value, View) or not one.value.shape:
        raise one.wrong("is no view: it needs to be a View with the name of the module that is its `shape`")
    if one.name in known or not _NAME.fullmatch(one.name):
        raise one.wrong("needs another name: small letters and figures, and none that another view has")
    return replace(one.value, package=one.package)


VIEWS, UNUSABLE = find()
"""Every view by its name, in the order of lists; and the error to raise where a package's view cannot be used."""
NAMED = tuple(name for name, view in VIEWS.items() if view.named)
"""The names that authors may write."""


class _Drawing(Model):
    """One view of a journey; its name can stand for it."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: Any) -> Any:
        if isinstance(data, dict | _Drawing):
            return data
        if data not in NAMED:
            raise PydanticKnownError("enum", {"expected": " or ".join(", ".join(NAMED).rsplit(", ", 1))})
        return {str(data): {}}

    @model_validator(mode="after")
    def _is_one(self) -> _Drawing:
        if len(self.model_fields_set) != 1:
            raise fail(say("each item of `views` is one view"), say("write one view a line: - map"))
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "enum": list(NAMED)}, handler(schema)]}

    @classmethod
    def of(cls, view: str) -> Self:
        """Give a view with its default settings."""
        return cls.model_validate(view)

    @property
    def view(self) -> str:
        """The name of the view."""
        return next(iter(self.model_fields_set))

    @property
    def settings(self) -> Model | None:
        """The settings of the view."""
        found: Model | None = getattr(self, self.view)
        return found


if TYPE_CHECKING:

    class Drawing(_Drawing):
        """One view of a journey, with a field for the settings of each."""

else:
    Drawing = create_model(
        "Drawing",
        __base__=_Drawing,
        __doc__=_Drawing.__doc__,
        __module__=__name__,
        **{name: (VIEWS[name].settings | None, Field(None, description=VIEWS[name].about)) for name in NAMED},
    )


def each_once(drawings: tuple[Drawing, ...]) -> tuple[Drawing, ...]:
    """Give the views as they are; raise an error where one is there twice."""
    names = [drawing.view for drawing in drawings]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise fail(say("‘{view}’ is in `views` twice", view=twice), say("take one of them out"))
    return drawings
