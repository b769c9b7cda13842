"""``full``, ``none``, ``yes_no``: rules without a scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from chamdiem.core.award import Award
from chamdiem.core.conditions import test_of
from chamdiem.core.exact import checker
from chamdiem.core.expression import Condition
from chamdiem.core.form import Constant, If, Node
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import Explain, Rule, Scope, scored

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class FixedRule(Rule):
    """All points, or none, without asking anything."""

    kind: ClassVar[str] = "full"
    gives_all: bool = True

    def form(self, scope: Scope, maximum: Fraction) -> Node:  # noqa: ARG002  the contract
        """Constant points."""
        return Constant(maximum if self.gives_all else _NOTHING)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:  # noqa: ARG002
        """Constant points, said so."""
        points = maximum if self.gives_all else _NOTHING
        code = "fixed.full" if self.gives_all else "fixed.none"
        return lambda values: scored(points, code, {"points": points})  # noqa: ARG005


@dataclass(frozen=True, slots=True)
class YesNoRule(Rule):
    """All points when a condition holds, none otherwise."""

    kind: ClassVar[str] = "yes_no"
    when: Condition

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """One test, two constants."""
        return If(test_of(self.when, scope), Constant(maximum), Constant(_NOTHING))

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Says which input was yes or no, or how the comparison came out."""
        holds = checker(test_of(self.when, scope))
        full, facts = maximum, {"condition": self.when, "scope": scope}

        def explain(values: Values) -> Award:
            points = full if holds(values) else _NOTHING
            return scored(points, "yes_no", {**facts, "values": values, "points": points})

        return explain

    def conditions(self) -> Iterator[Condition]:
        """Its condition."""
        yield self.when
