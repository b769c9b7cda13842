"""``manual``: points awarded by people, within bounds and steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.exact import Disputed, assessed
from chamdiem.core.form import Assessed, Clamp, Node
from chamdiem.core.inputs import POINTS_UNIT, Input
from chamdiem.core.points import Rounding
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import Explain, Rule, Scope, scored

POINTS = "points"
# What the field is called; pages may say it in another language.
POINTS_LABEL = "Điểm chấm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualRule(Rule):
    """Points given directly, by one person or combined from several assessors.

    The letter ``points`` holds the points agreed; ``points_1``, ``points_2`` …
    hold the marks of assessors who do not see each other's.
    """

    kind: ClassVar[str] = "manual"
    step: Fraction | None = None
    guide: str = ""
    assessors: int = 1
    combine: Literal["mean", "median", "consensus"] = "mean"
    tolerance: Fraction | None = None

    @property
    def letters(self) -> list[str]:
        """The letters this rule brings with it."""
        numbers = range(1, self.assessors + 1) if self.assessors > 1 else ()
        return [POINTS, *(f"{POINTS}_{number}" for number in numbers)]

    def inputs(self, maximum: Fraction, rounding: Rounding) -> Mapping[str, Input]:
        """The inputs this rule brings with it."""
        mark = Input(
            label=POINTS_LABEL,
            unit=POINTS_UNIT,
            type="decimal",
            decimals=rounding.digits,
            maximum=maximum,
            step=self.step,
        )
        return dict.fromkeys(self.letters, mark)

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """The points agreed, or the marks combined."""
        return Clamp(self._assessed(scope, maximum), Fraction(0), maximum)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Says that people gave the points, and how marks were combined."""
        node = self._assessed(scope, maximum)

        def explain(values: Values) -> Award:
            marks = [values[place] for place in node.marks]
            facts = {"rule": self, "marks": marks, "scale": node.scale, "maximum": maximum}
            try:
                points = Fraction(*assessed(node, values))
            except Disputed:
                return Award(Status.DISPUTED, 0, 1, Reason("manual.disputed", facts))
            code = "manual.agreed" if values[node.agreed] is not None else "manual.combined"
            return scored(min(points, maximum), code, {**facts, "points": points})

        return explain

    def _assessed(self, scope: Scope, maximum: Fraction) -> Assessed:
        agreed = scope.positions[POINTS]
        letters = [f"{POINTS}_{number + 1}" for number in range(self.assessors)]
        marks = tuple(scope.positions[letter] for letter in letters if letter in scope.positions)
        # Unless said otherwise: consensus wants equal marks, a mean accepts any.
        tolerance = self.tolerance
        if tolerance is None:
            tolerance = Fraction(0) if self.combine == "consensus" else maximum
        scale = scope.inputs[POINTS].scale
        return Assessed(agreed, marks, self.combine, tolerance, scale)
