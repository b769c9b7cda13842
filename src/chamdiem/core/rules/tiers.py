"""``tiers``: bands of a value, first match wins, so gaps and overlaps cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from chamdiem.core.award import Award
from chamdiem.core.conditions import at_least
from chamdiem.core.expression import Term
from chamdiem.core.form import Constant, If, IsZero, Node, Test
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import Quotient, Values, constant, quotient_of
from chamdiem.core.rules.rule import (
    NONE,
    Branch,
    Explain,
    IfZero,
    Reward,
    Rule,
    Scope,
    listed,
    scored,
    zero_denominator,
    zero_form,
)

Side = Literal["at_least", "more_than", "less_than", "at_most"]


@dataclass(frozen=True, slots=True)
class Tier:
    """One band: a half-line and what it gives."""

    side: Side
    threshold: Fraction
    reward: Reward
    label: str = ""

    def holds(self, numerator: int, denominator: int) -> bool:
        """Whether the value lies in the band (denominator positive)."""
        difference = numerator * self.threshold.denominator - self.threshold.numerator * denominator
        match self.side:
            case "at_least":
                return difference >= 0
            case "more_than":
                return difference > 0
            case "less_than":
                return difference < 0
            case "at_most":
                return difference <= 0

    def test(self, value: Quotient, scope: Scope) -> Test:
        """The same in the intermediate form."""
        edge = constant(self.threshold)
        strictly = self.side in ("more_than", "less_than")
        if self.side in ("at_least", "more_than"):
            return at_least(value, edge, scope, strictly=strictly)
        return at_least(edge, value, scope, strictly=strictly)


@dataclass(frozen=True, slots=True, kw_only=True)
class TiersRule(Rule):
    """The reward of the first band the value lies in."""

    kind: ClassVar[str] = "tiers"
    value: Term
    tiers: tuple[Tier, ...]
    otherwise: Reward = NONE
    if_zero: IfZero | None = None

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """Tests inside each other."""
        value = quotient_of(self.value)
        node: Node = Constant(self.otherwise.of(maximum))
        for tier in reversed(self.tiers):
            node = If(tier.test(value, scope), Constant(tier.reward.of(maximum)), node)
        if value.is_whole:
            return node
        return If(IsZero(scope.bind(value)), zero_form(self.if_zero, maximum), node)

    def branches(self) -> Iterator[Branch]:
        """The reward of every band, and of the rest."""
        yield from listed(
            "tiers", ((tier.label or decimal_text(tier.threshold), tier.reward) for tier in self.tiers)
        )
        yield Branch("otherwise", "", self.otherwise)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """The value, the band it fell into, and what the band gives."""
        evaluate = scope.evaluator(self.value)
        given = [tier.reward.of(maximum) for tier in self.tiers]
        fixed = {"rule": self, "term": self.value, "scope": scope, "maximum": maximum}

        def explain(values: Values) -> Award:
            numerator, denominator = evaluate(values)
            facts = {**fixed, "values": values, "ratio": (numerator, denominator)}
            if denominator == 0:
                return zero_denominator(self.if_zero, maximum, facts)
            for place, tier in enumerate(self.tiers):
                if tier.holds(numerator, denominator):
                    return scored(
                        given[place], "tiers.band", {**facts, "band": place, "points": given[place]}
                    )
            points = self.otherwise.of(maximum)
            return scored(points, "tiers.otherwise", {**facts, "points": points})

        return explain

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:
        """The value, where the uppermost band gives more than the lowest."""
        if self._rise(maximum) > 0:
            yield self.value

    def losing_terms(self, maximum: Fraction) -> Iterator[Term]:
        """The value, where the uppermost band gives less than the lowest."""
        if self._rise(maximum) < 0:
            yield self.value

    def terms(self) -> Iterator[Term]:
        """The term may divide."""
        yield self.value

    def _rise(self, maximum: Fraction) -> Fraction:
        """How much more the uppermost band gives than the lowest."""
        gained = self.tiers[0].reward.of(maximum) - self.otherwise.of(maximum)
        return gained if self.tiers[0].side in ("at_least", "more_than") else -gained
