"""``ratio``: points in proportion to a term, with full marks from ``full_at``.

One form with two fields says four idioms: plain ratio, saturation
(``below: scale``), a step and then the bare ratio (``below: ratio``), and all or
nothing (``below: zero``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.conditions import at_least
from chamdiem.core.expression import Term
from chamdiem.core.form import Constant, If, IsZero, Linear, Node
from chamdiem.core.quotient import Quotient, Values, constant, quotient_of, subtract
from chamdiem.core.rules.rule import (
    Branch,
    Explain,
    IfZero,
    Reward,
    Rule,
    Scope,
    zero_denominator,
    zero_form,
)

_ONE = Fraction(1)
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRule(Rule):
    """Points in proportion to ``value``.

    ``better: low`` turns the ratio round: nothing at 100 %, full marks at
    ``full_at`` (0 % unless said) and below.
    """

    kind: ClassVar[str] = "ratio"
    value: Term
    full_at: Fraction | None = None
    below: Literal["scale", "ratio", "zero"] = "scale"
    better: Literal["high", "low"] = "high"
    if_zero: IfZero | None = None
    cap: Fraction = _ONE

    @property
    def threshold(self) -> Fraction:
        """The ratio that earns full marks."""
        if self.full_at is not None:
            return self.full_at
        return _ONE if self.better == "high" else _NOTHING

    @property
    def span(self) -> Fraction:
        """From no points to full marks, in units of the (turned) ratio."""
        return self.threshold if self.better == "high" else _ONE - self.threshold

    def slope(self, maximum: Fraction) -> Fraction:
        """Points for each unit of the (turned) ratio below the threshold."""
        if self._is_step:
            return _NOTHING
        return maximum / self.span if self.below == "scale" else maximum

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """Zero policy outside, then the threshold, then a line."""
        written = quotient_of(self.value)
        value = self._turned(written)
        most = maximum * min(self.cap, _ONE)
        line = Linear(self.slope(maximum), scope.bind(value), _NOTHING, most)
        node: Node = line
        # A scaled line meets full marks exactly at the threshold: no step, no test.
        if self.below != "scale" or self._is_step:
            reached = at_least(value, constant(self.span), scope)
            under: Node = Constant(_NOTHING) if self._is_step else line
            node = If(reached, Constant(most), under)
        if written.is_whole:
            return node
        return If(IsZero(scope.bind(written)), zero_form(self.if_zero, maximum), node)

    def branches(self) -> Iterator[Branch]:
        """The cap, where it is not the maximum."""
        if self.cap != 1:
            yield Branch("cap", "", Reward(share=self.cap))

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Substituted term, threshold, line, points."""
        evaluate = scope.evaluator(self.value)
        most = maximum * min(self.cap, _ONE)
        judge = self._judge(most, self.slope(maximum))
        fixed = {"rule": self, "term": self.value, "scope": scope, "maximum": maximum, "most": most}

        def explain(values: Values) -> Award:
            numerator, denominator = evaluate(values)
            if denominator == 0:
                return zero_denominator(self.if_zero, maximum, {**fixed, "values": values})
            code, above, below = judge(numerator, denominator)
            facts: dict[str, Any] = {**fixed, "values": values, "ratio": (numerator, denominator)}
            facts["points"] = (above, below)
            return Award(Status.SCORED, above, below, Reason(code, facts))

        return explain

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The value, where the higher is the better."""
        if self.better == "high":
            yield self.value

    def losing_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The value, where the lower is the better."""
        if self.better == "low":
            yield self.value

    def terms(self) -> Iterator[Term]:
        """The term divides."""
        yield self.value

    @property
    def _is_step(self) -> bool:
        """Whether nothing lies between no points and full marks: so said, or no room for a line."""
        return self.below == "zero" or self.span <= 0

    def _turned(self, value: Quotient) -> Quotient:
        if self.better == "high":
            return value
        return subtract(constant(_ONE), value)

    def _judge(self, most: Fraction, slope: Fraction) -> Any:
        """A function from the ratio to (reason code, points as a pair)."""
        t_above, t_below = self.span.numerator, self.span.denominator
        s_above, s_below = slope.numerator, slope.denominator
        m_above, m_below = most.numerator, most.denominator
        low = self.better == "low"

        def judge(numerator: int, denominator: int) -> tuple[str, int, int]:
            if low:
                numerator = denominator - numerator
            if numerator * t_below >= t_above * denominator:
                return "ratio.full", m_above, m_below
            if numerator <= 0 or s_above == 0:
                return "ratio.none", 0, 1
            above, below = s_above * numerator, s_below * denominator
            if above * m_below > m_above * below:
                return "ratio.capped", m_above, m_below
            return "ratio.partial", above, below

        return judge
