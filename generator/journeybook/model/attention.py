"""Which stages need attention first: a plain count of what their authors have told of them."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model.journey import Measure, Stage

USUAL_EFFORT = 2
"""Up to this effort, a stage costs no more than it should."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What makes a stage need attention; each is 0 or empty where it is no reason.

    `effort` is as written, `feels` the lowest score below 0, `severity` that of the worst pain, `pains` how many are as
    bad, `short` the measures whose value is below their target.
    """

    effort: int
    feels: int
    severity: int
    pains: int
    short: tuple[Measure, ...]

    @property
    def points(self) -> int:
        """How much it needs attention.

        One for each step of effort above 2, for each step of the lowest feeling below 0, for each grade of the worst
        pain, and for each measure below its target.
        """
        return max(0, self.effort - USUAL_EFFORT) - self.feels + self.severity + len(self.short)


def attention(stage: Stage) -> Attention:
    """Give what a stage's effort, feelings, pains and measures say of its need."""
    grades = [pain.severity or 0 for pain in stage.pains]
    worst = max(grades, default=0)
    return Attention(
        effort=stage.effort if stage.effort and stage.effort > USUAL_EFFORT else 0,
        feels=min(0, *(feeling.score for feeling in stage.feelings), 0),
        severity=worst,
        pains=grades.count(worst) if worst else 0,
        short=tuple(measure for measure in stage.measures if _is_short(measure)),
    )


def _is_short(measure: Measure) -> bool:
    return measure.value is not None and measure.target is not None and measure.value < measure.target
