"""What a measure finds: values by row and column, the ratios that are claimed, and notes."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Way = Literal["at most", "at least"]


@dataclass(frozen=True)
class Ratio:
    """One row against another in the same column.

    It is the median of the ratios of each round, so that a machine that is busy in one round is so for both sides.
    """

    says: str
    value: float
    low: float
    high: float
    way: Way = "at most"
    limit: float | None = None

    @property
    def verdict(self) -> str:
        """`yes` or `no`; nothing where no limit was set."""
        if self.limit is None:
            return ""
        held = self.value <= self.limit if self.way == "at most" else self.value >= self.limit
        return "yes" if held else "no"


@dataclass
class Result:
    """The findings of one measure.

    `table` has the values of every round by row and column; a column's name ends with its unit: `wall, s`.
    """

    title: str
    about: str
    sizes: dict[str, Any] = field(default_factory=dict)
    table: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    ratios: list[Ratio] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, row: str, values: Mapping[str, float]) -> None:
        """Add what one round found for a row."""
        for column, value in values.items():
            self.table.setdefault(row, {}).setdefault(column, []).append(value)

    def claim(
        self, row: str, against: str, column: str, limit: float | None = None, *, way: Way = "at most", says: str = ""
    ) -> None:
        """Claim the ratio of two rows. Rounds are paired in their order."""
        pairs = zip(self.table[row][column], self.table[against][column], strict=True)
        self.compare(says or f"{row} ÷ {against} ({column})", [a / b for a, b in pairs if b], limit, way=way)

    def compare(self, says: str, values: list[float], limit: float | None = None, *, way: Way = "at most") -> None:
        """Claim a ratio whose value in each round is given."""
        if values:
            self.ratios.append(Ratio(says, statistics.median(values), min(values), max(values), way, limit))

    def as_json(self) -> dict[str, Any]:
        """Give all values as data for JSON, with the medians and the verdicts."""
        medians = {row: {c: statistics.median(v) for c, v in cells.items()} for row, cells in self.table.items()}
        ratios = [asdict(ratio) | {"held": ratio.verdict} for ratio in self.ratios]
        return asdict(self) | {"medians": medians, "ratios": ratios}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Result:
        """Read the findings that `as_json` wrote."""
        kept = {name: data[name] for name in ("title", "about", "sizes", "table", "notes")}
        ratios = [Ratio(**{k: v for k, v in ratio.items() if k != "held"}) for ratio in data["ratios"]]
        return cls(**kept, ratios=ratios)
