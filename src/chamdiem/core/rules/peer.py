"""``peer``: points that depend on the figures of the other organisations.

Two phases. While a campaign is open the spread of all figures is provisional;
at closing it is frozen and stored, and the rule becomes an ordinary line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.conditions import at_least, test_of
from chamdiem.core.exact import checker
from chamdiem.core.expression import Condition, Term
from chamdiem.core.form import Constant, If, IsZero, Linear, NeedsPeers, Node, Spread
from chamdiem.core.quotient import Quotient, Values, constant, divide, evaluator, quotient_of, scale, subtract
from chamdiem.core.rules.rule import (
    FULL,
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
from chamdiem.core.unparse import unparse

_NOTHING = Fraction(0)
_ONE = Fraction(1)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """A case that is decided without the others, and may be left out of the spread."""

    when: Condition
    reward: Reward
    exclude: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRule(Rule):
    """Min–max, share of the highest, or half for the target and half for the excess."""

    kind: ClassVar[str] = "peer"
    value: Term
    method: Literal["min_max", "share_of_max", "leader_excess"]
    among: Literal["all", "peer_group"] = "all"
    better: Literal["high", "low"] = "high"
    special: tuple[Special, ...] = ()
    if_all_equal: Reward = FULL
    if_all_zero: Reward = NONE
    if_zero: IfZero | None = None
    target: Term | None = None

    @property
    def compared(self) -> Quotient:
        """What is compared: the value, or the value in units of the target."""
        value = quotient_of(self.value)
        return value if self.target is None else divide(value, quotient_of(self.target))

    def figure(self, scope: Scope) -> Callable[[Values], Fraction | None]:
        """A function that gives the figure an organisation brings into the spread.

        None where the organisation stays out: a special case that excludes, or
        a zero denominator. Raises ``MissingInput`` where a figure is missing.
        """
        evaluate = evaluator(scope.bind(self.compared))
        out = [checker(test_of(case.when, scope)) for case in self.special if case.exclude]

        def figure(values: Values) -> Fraction | None:
            if any(holds(values) for holds in out):
                return None
            numerator, denominator = evaluate(values)
            return Fraction(numerator, denominator) if denominator else None

        return figure

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """Special cases, zero policy, then the line the spread defines."""
        node = self._line(scope, maximum)
        value = self.compared
        if not value.is_whole:
            node = If(IsZero(scope.bind(value)), zero_form(self.if_zero, maximum), node)
        for case in reversed(self.special):
            node = If(test_of(case.when, scope), Constant(case.reward.of(maximum)), node)
        return node

    def branches(self) -> Iterator[Branch]:
        """The special cases; equal and zero figures where they do not give what they usually do."""
        yield from listed(
            "special", ((case.label or unparse(case.when), case.reward) for case in self.special)
        )
        if self.if_all_equal != FULL:
            yield Branch("if_all_equal", "", self.if_all_equal)
        if self.if_all_zero != NONE:
            yield Branch("if_all_zero", "", self.if_all_zero)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """The special case, or own figure, least, most and the line."""
        evaluate = evaluator(scope.bind(self.compared))
        cases = [(c, checker(test_of(c.when, scope)), c.reward.of(maximum)) for c in self.special]
        fixed: dict[str, Any] = {"rule": self, "term": self.value, "scope": scope, "maximum": maximum}

        def explain(values: Values) -> Award:
            for case, holds, points in cases:
                if holds(values):
                    facts = {**fixed, "values": values, "case": case, "points": points}
                    return scored(points, "peer.special", facts)
            numerator, denominator = evaluate(values)
            facts = {**fixed, "values": values, "ratio": (numerator, denominator)}
            if denominator == 0:
                return zero_denominator(self.if_zero, maximum, facts)
            if scope.spread is None:
                return Award(Status.NEEDS_PEERS, 0, 1, Reason("peer.unknown", facts))
            return self._placed(Fraction(numerator, denominator), scope.spread, maximum, facts)

        return explain

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The figure compared, where the highest is the best."""
        if self.better == "high":
            yield self.value

    def terms(self) -> Iterator[Term]:
        """The figure compared, and the target."""
        yield self.value
        if self.target is not None:
            yield self.target

    def conditions(self) -> Iterator[Condition]:
        """The special cases."""
        for case in self.special:
            yield case.when

    def share(self, spread: Spread) -> tuple[Fraction, Fraction] | Reward:
        """``(slope, offset)`` of the share earned by a figure, or a fixed reward."""
        if self.method == "min_max":
            if spread.least == spread.most:
                return self.if_all_equal
            width = spread.most - spread.least
            if self.better == "low":
                return -1 / width, spread.most / width
            return 1 / width, -spread.least / width
        if spread.most <= 0:
            return self.if_all_zero
        return 1 / spread.most, _NOTHING

    def _line(self, scope: Scope, maximum: Fraction) -> Node:
        if scope.spread is None:
            return NeedsPeers(scope.bind(self.compared), maximum)
        if self.method == "leader_excess":
            return self._excess_form(scope, scope.spread, maximum)
        share = self.share(scope.spread)
        if isinstance(share, Reward):
            # A flat line, not a constant: a missing figure stays missing.
            points = share.of(maximum)
            return Linear(_NOTHING, scope.bind(self.compared), points, points)
        slope, offset = share
        if self.method == "share_of_max" and self.better == "low":
            return _least_over_value(self.compared, scope, scope.spread, maximum)
        line = subtract(scale(self.compared, slope), constant(-offset))
        return Linear(maximum, scope.bind(line), _NOTHING, maximum)

    def _excess_form(self, scope: Scope, spread: Spread, maximum: Fraction) -> Node:
        """Half the maximum up to the target; the other half shared by the excess."""
        value = self.compared
        half = maximum * _HALF
        below = Linear(half, scope.bind(value), _NOTHING, half)
        if spread.most <= _ONE:
            return below
        excess = scale(subtract(value, constant(_ONE)), 1 / (spread.most - _ONE))
        above = Linear(half, scope.bind(subtract(excess, constant(-_ONE))), half, maximum)
        return If(at_least(value, constant(_ONE), scope), above, below)

    def _placed(self, figure: Fraction, spread: Spread, maximum: Fraction, facts: dict[str, Any]) -> Award:
        facts = {**facts, "figure": figure, "spread": spread}
        if self.method == "leader_excess":
            points = _excess_points(figure, spread, maximum)
            return scored(points, "peer.excess", {**facts, "points": points})
        share = self.share(spread)
        if isinstance(share, Reward):
            points = share.of(maximum)
            code = "peer.all_equal" if self.method == "min_max" else "peer.all_zero"
            return scored(points, code, {**facts, "points": points})
        if self.method == "share_of_max" and self.better == "low":
            reached = _ONE if figure <= spread.least else spread.least / figure
        else:
            reached = share[0] * figure + share[1]
        points = min(max(reached, _NOTHING), _ONE) * maximum
        return scored(points, f"peer.{self.method}", {**facts, "points": points})


def _least_over_value(value: Quotient, scope: Scope, spread: Spread, maximum: Fraction) -> Node:
    line = Linear(maximum, scope.bind(divide(constant(spread.least), value)), _NOTHING, maximum)
    lowest = at_least(constant(spread.least), value, scope)
    return If(lowest, Constant(maximum), line)


def _excess_points(figure: Fraction, spread: Spread, maximum: Fraction) -> Fraction:
    half = maximum * _HALF
    if figure < _ONE or spread.most <= _ONE:
        return min(max(half * figure, _NOTHING), half)
    return min(half + half * (figure - _ONE) / (spread.most - _ONE), maximum)
