"""``peer``: points that depend on the figures of the other organisations.

Two phases. While a campaign is open the spread of all figures is provisional;
at closing it is frozen and stored, and the rule becomes an ordinary line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.conditions import at_least, test_of
from chamdiem.core.exact import checker, computer
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
        place = (
            None
            if scope.spread is None
            else self._placer(_Field(self.compared, scope, scope.spread, maximum))
        )

        def explain(values: Values) -> Award:
            for case, holds, points in cases:
                if holds(values):
                    facts = {**fixed, "values": values, "case": case, "points": points}
                    return scored(points, "peer.special", facts)
            numerator, denominator = evaluate(values)
            facts = {**fixed, "values": values, "ratio": (numerator, denominator)}
            if denominator == 0:
                return zero_denominator(self.if_zero, maximum, facts)
            if place is None:
                return Award(Status.NEEDS_PEERS, 0, 1, Reason("peer.unknown", facts))
            return place(values, {**facts, "figure": Fraction(numerator, denominator)})

        return explain

    def _placer(self, field: _Field) -> Callable[[Values, dict[str, Any]], Award]:
        """A function that awards what the line gives, with the facts of the reason."""
        code, node = _METHODS[self.method](self, field)
        compute = computer(node)

        def place(values: Values, facts: dict[str, Any]) -> Award:
            points = Fraction(*(compute(values) or (0, 1)))
            return scored(points, code, {**facts, "spread": field.spread, "points": points})

        return place

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The figure compared, where the highest is the best."""
        if self.better == "high":
            yield self.value

    def losing_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The figure compared, where the lowest is the best."""
        if self.better == "low":
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

    def _line(self, scope: Scope, maximum: Fraction) -> Node:
        if scope.spread is None:
            return NeedsPeers(scope.bind(self.compared), maximum)
        _, node = _METHODS[self.method](self, _Field(self.compared, scope, scope.spread, maximum))
        return node


@dataclass(frozen=True, slots=True)
class _Field:
    """What is compared, the figures of everybody, and what the best earns."""

    value: Quotient
    scope: Scope
    spread: Spread
    maximum: Fraction

    def flat(self, reward: Reward) -> Node:
        """The same for every figure; a line, not a constant: a missing figure stays missing."""
        points = reward.of(self.maximum)
        return Linear(_NOTHING, self.scope.bind(self.value), points, points)

    def straight(self, slope: Fraction, offset: Fraction) -> Node:
        """``slope × figure + offset`` of the maximum, from nothing to all of it."""
        share = subtract(scale(self.value, slope), constant(-offset))
        return Linear(self.maximum, self.scope.bind(share), _NOTHING, self.maximum)


# How a method calls what it does, and the points it gives.
_Drawn = tuple[str, Node]


def _min_max(rule: PeerRule, field: _Field) -> _Drawn:
    """From one end of the spread, which earns nothing, to the other, which earns all."""
    least, most = field.spread.least, field.spread.most
    if least == most:
        return "peer.all_equal", field.flat(rule.if_all_equal)
    width = most - least
    if rule.better == "low":
        return "peer.min_max", field.straight(-1 / width, most / width)
    return "peer.min_max", field.straight(1 / width, -least / width)


def _share_of_max(rule: PeerRule, field: _Field) -> _Drawn:
    """The share of the highest figure, or the lowest figure as a share of the own."""
    if field.spread.most <= 0:
        return "peer.all_zero", field.flat(rule.if_all_zero)
    if rule.better == "high":
        return "peer.share_of_max", field.straight(1 / field.spread.most, _NOTHING)
    lowest = constant(field.spread.least)
    share = field.scope.bind(divide(lowest, field.value))
    line = Linear(field.maximum, share, _NOTHING, field.maximum)
    return "peer.share_of_max", If(at_least(lowest, field.value, field.scope), Constant(field.maximum), line)


def _leader_excess(rule: PeerRule, field: _Field) -> _Drawn:  # noqa: ARG001  as the others
    """Half the maximum up to the target; the other half shared by the excess."""
    scope, value, most = field.scope, field.value, field.spread.most
    half = field.maximum * _HALF
    below = Linear(half, scope.bind(value), _NOTHING, half)
    if most <= _ONE:
        return "peer.excess", below
    excess = scale(subtract(value, constant(_ONE)), 1 / (most - _ONE))
    above = Linear(half, scope.bind(subtract(excess, constant(-_ONE))), half, field.maximum)
    return "peer.excess", If(at_least(value, constant(_ONE), scope), above, below)


_METHODS: Mapping[str, Callable[[PeerRule, _Field], _Drawn]] = {
    "min_max": _min_max,
    "share_of_max": _share_of_max,
    "leader_excess": _leader_excess,
}
