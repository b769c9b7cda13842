"""``count`` and ``deduct``: so many points for each item, or off for each item missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.exact import Unsettled, computer
from chamdiem.core.expression import Term
from chamdiem.core.form import Clamp, Constant, If, IsZero, Linear, Node, NoPolicy, Steps, Sum
from chamdiem.core.quotient import Values, quotient_of
from chamdiem.core.rules.rule import FULL, Branch, Explain, Reward, Rule, Scope, scored
from chamdiem.core.unparse import unparse

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPart:
    """Points for each unit of a term, or for each full step of ``every``."""

    of: Term
    points_each: Fraction
    every: Fraction | None = None
    cap: Reward | None = None
    label: str = ""

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """Points of this part: never below zero, at most its cap; unsettled where it divides by zero."""
        quotient = quotient_of(self.of)
        value = scope.bind(quotient)
        most = None if self.cap is None else self.cap.of(maximum)
        line: Node = Linear(self.points_each, value, _NOTHING, most)
        if self.every is not None:
            line = Steps(self.points_each, self.every, value, _NOTHING, most)
        return line if quotient.is_whole else If(IsZero(value), NoPolicy(), line)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfParts(Rule):
    """A rule of parts that each count something."""

    parts_: tuple[CountPart, ...]

    def branches(self) -> Iterator[Branch]:
        """The caps of the parts that have one."""
        for index, part in enumerate(self.parts_):
            if part.cap is not None:
                yield Branch(f"parts[{index}]", part.label or unparse(part.of), part.cap)

    def terms(self) -> Iterator[Term]:
        """The term of each part."""
        for part in self.parts_:
            yield part.of


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule(_OfParts):
    """The points of all parts together, at most ``cap``."""

    kind: ClassVar[str] = "count"
    cap: Reward = FULL

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """A sum, kept below the cap."""
        parts = tuple(part.form(scope, maximum) for part in self.parts_)
        return Clamp(Sum(parts), _NOTHING, self.cap.of(maximum))

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """Everything that is counted."""
        return self.terms()

    def branches(self) -> Iterator[Branch]:
        """The caps of the parts, and the cap of all together."""
        # A class with slots has no bare super().
        yield from super(CountRule, self).branches()
        yield Branch("cap", "", self.cap)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Every part as ``12 × 0,5 = 6``, then the sum and the cap."""
        return _explainer(self.parts_, scope, maximum, Fraction(0), self.cap.of(maximum), "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductRule(_OfParts):
    """The maximum, less points for every missing or late item, never below zero."""

    kind: ClassVar[str] = "deduct"

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """The maximum and the parts taken off."""
        taken = tuple(_negated(part.form(scope, maximum)) for part in self.parts_)
        return Clamp(Sum((Constant(maximum), *taken)), _NOTHING, maximum)

    def losing_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """Everything that is counted."""
        return self.terms()

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Every part taken off, then what remains."""
        return _explainer(self.parts_, scope, maximum, maximum, maximum, "deduct")


def _negated(node: Node) -> Node:
    """Minus one part: a line falls instead of rising, and so do steps."""
    match node:
        case Linear(factor, value, _, high):
            return Linear(-factor, value, None if high is None else -high, _NOTHING)
        case Steps(each, every, value, _, high):
            return Steps(-each, every, value, None if high is None else -high, _NOTHING)
        case If(when, then, otherwise):
            return If(when, then, _negated(otherwise))
        case _:
            return node


def _explainer(
    parts: tuple[CountPart, ...], scope: Scope, maximum: Fraction, start: Fraction, most: Fraction, code: str
) -> Explain:
    ready = [(part, computer(part.form(scope, maximum)), scope.evaluator(part.of)) for part in parts]
    sign = -1 if code == "deduct" else 1

    def explain(values: Values) -> Award:
        lines: list[Reason] = []
        total = start
        for part, compute, evaluate in ready:
            try:
                pair = compute(values)
            except Unsettled:
                return _unsettled(part, scope, values, maximum)
            points = Fraction(*pair) if pair else _NOTHING
            total += sign * points
            lines.append(_line(part, scope, values, evaluate(values), points, maximum))
        given = min(max(total, _NOTHING), most)
        facts = {"total": total, "points": given, "most": most, "maximum": maximum, "start": start}
        return scored(given, code, facts, *lines)

    return explain


def _unsettled(part: CountPart, scope: Scope, values: Values, maximum: Fraction) -> Award:
    facts = {"part": part, "term": part.of, "scope": scope, "values": values, "maximum": maximum}
    return Award(Status.INVALID, 0, 1, Reason("count.no_policy", facts))


def _line(
    part: CountPart, scope: Scope, values: Values, ratio: tuple[int, int], points: Fraction, maximum: Fraction
) -> Reason:
    facts = {"part": part, "term": part.of, "scope": scope, "values": values, "ratio": ratio}
    return Reason("count.part", {**facts, "points": points, "maximum": maximum})
