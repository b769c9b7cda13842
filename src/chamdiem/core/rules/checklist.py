"""``checklist``: conditions that add up, or that must all hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import ClassVar, Literal

from chamdiem.core.award import Award, Reason
from chamdiem.core.conditions import test_of
from chamdiem.core.exact import Check, checker
from chamdiem.core.expression import Condition
from chamdiem.core.form import All, Clamp, Constant, If, Node, Sum, Test
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
from chamdiem.core.unparse import unparse

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class ChecklistPart:
    """One condition and what it gives."""

    when: Condition
    reward: Reward = FULL
    label: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistRule(Rule):
    """``any``: every condition met adds its reward; ``all``: full marks only if all hold."""

    kind: ClassVar[str] = "checklist"
    parts_: tuple[ChecklistPart, ...]
    need: Literal["any", "all"] = "any"

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """A sum of tests, or one test of all of them."""
        if self.need == "any":
            parts = tuple(_part_form(part, scope, maximum) for part in self.parts_)
            return Clamp(Sum(parts), _NOTHING, maximum)
        together: Test = reduce(All, (test_of(part.when, scope) for part in self.parts_))
        return If(together, Constant(maximum), Constant(_NOTHING))

    def branches(self) -> Iterator[Branch]:
        """The reward of every condition."""
        return listed("parts", ((part.label or unparse(part.when), part.reward) for part in self.parts_))

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Lists what is met and what is not."""
        tests = [(part, checker(test_of(part.when, scope))) for part in self.parts_]
        rewards = [part.reward.of(maximum) for part in self.parts_]

        def line(part: ChecklistPart, points: Fraction, values: Values) -> Reason:
            facts = {"condition": part.when, "label": part.label, "scope": scope, "values": values}
            return Reason("checklist.part", {**facts, "points": points})

        def add_up(values: Values) -> Award:
            given = [
                points if holds(values) else _NOTHING
                for (_, holds), points in zip(tests, rewards, strict=True)
            ]
            lines = [line(part, points, values) for part, points in zip(self.parts_, given, strict=True)]
            total = sum(given, _NOTHING)
            return scored(min(total, maximum), "checklist.any", {"total": total, "most": maximum}, *lines)

        def all_needed(values: Values) -> Award:
            part = _unmet(tests, values)
            if part is None:
                return scored(maximum, "checklist.all", {"points": maximum})
            facts = {"condition": part.when, "label": part.label, "scope": scope, "values": values}
            return scored(_NOTHING, "checklist.lacking", facts)

        return add_up if self.need == "any" else all_needed

    def conditions(self) -> Iterator[Condition]:
        """The condition of each part."""
        for part in self.parts_:
            yield part.when


def _unmet(tests: list[tuple[ChecklistPart, Check]], values: Values) -> ChecklistPart | None:
    """The first part that is not met; raises ``MissingInput`` where a part is open and none decides."""
    lacking: MissingInput | None = None
    for part, holds in tests:
        try:
            if not holds(values):
                return part
        except MissingInput as error:
            lacking = lacking or error
    if lacking is not None:
        raise lacking
    return None


def _part_form(part: ChecklistPart, scope: Scope, maximum: Fraction) -> Node:
    return If(test_of(part.when, scope), Constant(part.reward.of(maximum)), Constant(_NOTHING))
