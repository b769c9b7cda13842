"""``sum``, ``best_of``, ``gate``: rules made of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.conditions import test_of
from chamdiem.core.exact import checker
from chamdiem.core.expression import Condition
from chamdiem.core.form import Best, Clamp, If, Node, Sum
from chamdiem.core.quotient import MissingInput, Values
from chamdiem.core.rules.rule import (
    FULL,
    Branch,
    Explain,
    Reward,
    Rule,
    Scope,
    listed,
    scored,
)

_NOTHING = Fraction(0)
# Nothing can be said: the marks differ too much, the others are not known, a policy is not there.
_OPEN = (Status.DISPUTED, Status.NEEDS_PEERS, Status.INVALID)


@dataclass(frozen=True, slots=True, kw_only=True)
class SumPart:
    """A rule with a maximum of its own: points, or a share of the whole."""

    worth: Reward
    rule: Rule
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRule(Rule):
    """The points of all parts together, at most ``cap``."""

    kind: ClassVar[str] = "sum"
    parts_: tuple[SumPart, ...]
    cap: Reward = FULL

    def parts(self) -> tuple[Rule, ...]:
        """The rules summed."""
        return tuple(part.rule for part in self.parts_)

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """A sum, kept below the cap."""
        parts = tuple(part.rule.form(scope, part.worth.of(maximum)) for part in self.parts_)
        return Clamp(Sum(parts), _NOTHING, self.cap.of(maximum))

    def branches(self) -> Iterator[Branch]:
        """What every part is worth, and the cap."""
        yield from listed("parts", ((part.label, part.worth) for part in self.parts_))
        yield Branch("cap", "", self.cap)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Each part with its own reason, then the sum."""
        ready = [part.rule.explainer(scope, part.worth.of(maximum)) for part in self.parts_]
        labels = [part.label for part in self.parts_]
        maxima = [part.worth.of(maximum) for part in self.parts_]
        most = self.cap.of(maximum)

        def explain(values: Values) -> Award:
            awards = _awards(ready, values)
            if awards[-1].status is not Status.SCORED:
                return _stopped_by(awards[-1])
            reasons = [award.reason for award in awards]
            total = sum((award.points for award in awards), _NOTHING)
            given = min(total, most)
            worth = [award.points for award in awards]
            summed = {"total": total, "points": given, "most": most, "worth": worth, "maxima": maxima}
            return scored(given, "sum", {**summed, "labels": labels}, *reasons)

        return explain


def _awards(ready: Sequence[Explain], values: Values) -> list[Award]:
    """What the parts of a sum give; the last one is not scored where it stops the sum.

    A part that does not apply does, whatever the others lack; else the first that is open.

    Raises:
        MissingInput: Of the first part that lacks a figure, where none before it is open.
    """
    awards: list[Award] = []
    stopped: Award | MissingInput | None = None
    for each in ready:
        try:
            award = each(values)
        except MissingInput as error:
            stopped = stopped or error
            continue
        awards.append(award)
        if award.status is Status.NOT_APPLICABLE:
            return awards
        if award.status in _OPEN:
            stopped = stopped or award
    if isinstance(stopped, MissingInput):
        raise stopped
    return awards if stopped is None else [stopped]


def _stopped_by(award: Award) -> Award:
    """A sum of which one part gives no points: neither does the whole."""
    facts = {"part": 0, "status": award.status}
    return Award(award.status, 0, 1, Reason("sum.stopped", facts, (award.reason,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class BestOfRule(Rule):
    """The alternative that gives most (hoặc)."""

    kind: ClassVar[str] = "best_of"
    rules: tuple[Rule, ...]

    def parts(self) -> tuple[Rule, ...]:
        """The alternatives."""
        return self.rules

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """The largest; missing figures do not matter once one gives everything."""
        return Best(tuple(rule.form(scope, maximum) for rule in self.rules), maximum)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Every alternative that could be computed, and which one counts."""
        ready = [rule.explainer(scope, maximum) for rule in self.rules]

        def explain(values: Values) -> Award:
            awards: list[Award] = []
            lacking: MissingInput | None = None
            for each in ready:
                try:
                    awards.append(each(values))
                except MissingInput as error:
                    lacking = lacking or error
            return _choose(awards, lacking, maximum)

        return explain


def _choose(awards: list[Award], lacking: MissingInput | None, enough: Fraction) -> Award:
    reasons = tuple(award.reason for award in awards)
    waiting = next((award for award in awards if award.status in _OPEN), None)
    if waiting is not None:
        facts = {"part": awards.index(waiting), "status": waiting.status}
        return Award(waiting.status, 0, 1, Reason("best_of.stopped", facts, reasons))
    able = [award for award in awards if award.status is Status.SCORED]
    best = max(able, key=lambda award: award.points, default=None)
    if lacking is not None and (best is None or best.points < enough):
        raise lacking
    if best is None:
        return Award(Status.NOT_APPLICABLE, 0, 1, Reason("best_of.none", {}, reasons))
    chosen = awards.index(best)
    return scored(best.points, "best_of", {"points": best.points, "chosen": chosen}, *reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule(Rule):
    """A precondition, then one rule or the other."""

    kind: ClassVar[str] = "gate"
    when: Condition
    then: Rule
    otherwise: Rule

    def parts(self) -> tuple[Rule, ...]:
        """The rule when the condition holds, and the other."""
        return self.then, self.otherwise

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """One test, two forms."""
        then, otherwise = self.then.form(scope, maximum), self.otherwise.form(scope, maximum)
        return If(test_of(self.when, scope), then, otherwise)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """The condition and, where it decides nothing yet, the rule behind it."""
        holds = checker(test_of(self.when, scope))
        then, otherwise = self.then.explainer(scope, maximum), self.otherwise.explainer(scope, maximum)

        def explain(values: Values) -> Award:
            met = holds(values)
            award = (then if met else otherwise)(values)
            facts = {"condition": self.when, "scope": scope, "values": values, "points": award.points}
            code = "gate.met" if met else "gate.failed"
            reason = Reason(code, facts, (award.reason,))
            return Award(award.status, award.numerator, award.denominator, reason)

        return explain

    def conditions(self) -> Iterator[Condition]:
        """Its condition."""
        yield self.when
