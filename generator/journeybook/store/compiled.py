"""Code of templates that Jinja has compiled, for one process alone: on disk, somebody else could put code among it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


@dataclass
class Compiled(BytecodeCache):
    """The code of templates by name and text: for environments that have the same filters and the same syntax."""

    _code: dict[tuple[str, str], CodeType] = field(default_factory=dict)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where one of the same name and text has been compiled."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code
