"""A person's word over a rule: what it gives instead, and why; the computed points stay visible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.criterion import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Points awarded by a person, or (``points`` is None) that a criterion does not apply."""

    points: Fraction | None = None
    reason: str = ""
    # Whether a council ruled so, and not an appraiser; the points are the same.
    is_ruling: bool = False

    @property
    def is_not_applicable(self) -> bool:
        """Whether it takes the criterion out instead of awarding points."""
        return self.points is None


Overrides = Mapping[str, Override]

# Codes of reasons that tell what a person decided.
DECIDED = frozenset({"override.points", "override.not_applicable"})


def overridden(outcome: Outcome, override: Override) -> Outcome:
    """The outcome as a person decided it; the reason keeps what the rule had given.

    Points are kept within nothing and the maximum and rounded as the set rounds.
    """
    facts = {
        "override": override,
        "computed": outcome.points if outcome.status is Status.SCORED else None,
        "maximum": outcome.maximum,
    }
    if override.points is None:
        award = Award(
            Status.NOT_APPLICABLE, 0, 1, Reason("override.not_applicable", facts, (outcome.reason,))
        )
        return replace(outcome, status=award.status, quanta=0, award=award)
    points = min(max(override.points, Fraction(0)), outcome.maximum)
    reason = Reason("override.points", facts, (outcome.reason,))
    award = Award(Status.SCORED, points.numerator, points.denominator, reason)
    quanta = outcome.rounding.quanta(points.numerator, points.denominator)
    return replace(outcome, status=award.status, quanta=quanta, award=award)
