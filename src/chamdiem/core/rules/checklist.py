"""``checklist``: conditions that add up, or that must all hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from chamdiem.core.award import Award, Reason
from chamdiem.core.conditions import test_of
from chamdiem.core.exact import checker
from chamdiem.core.expression import Condition
from chamdiem.core.form import Clamp, Constant, If, Node, Sum
from chamdiem.core.quotient import Values
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
        """A sum of tests, or tests inside each other."""
        if self.need == "any":
            parts = tuple(_part_form(part, scope, maximum) for part in self.parts_)
            return Clamp(Sum(parts), _NOTHING, maximum)
        node: Node = Constant(maximum)
        for part in reversed(self.parts_):
            node = If(test_of(part.when, scope), node, Constant(_NOTHING))
        return node

    def branches(self) -> Iterator[Branch]:
        """The reward of every condition."""
        return listed("parts", ((part.label or unparse(part.when), part.reward) for part in self.parts_))

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Lists what is met and what is not."""
        parts = [(part, checker(test_of(part.when, scope)), part.reward.of(maximum)) for part in self.parts_]

        def line(part: ChecklistPart, points: Fraction, values: Values) -> Reason:
            facts = {"condition": part.when, "label": part.label, "scope": scope, "values": values}
            return Reason("checklist.part", {**facts, "points": points})

        def add_up(values: Values) -> Award:
            given = [points if holds(values) else _NOTHING for _, holds, points in parts]
            lines = [line(part, points, values) for (part, _, _), points in zip(parts, given, strict=True)]
            total = sum(given, _NOTHING)
            return scored(min(total, maximum), "checklist.any", {"points": min(total, maximum)}, *lines)

        def all_needed(values: Values) -> Award:
            for part, holds, _ in parts:
                if not holds(values):
                    facts = {"condition": part.when, "label": part.label, "scope": scope}
                    return scored(_NOTHING, "checklist.lacking", {**facts, "values": values})
            return scored(maximum, "checklist.all", {"points": maximum})

        return add_up if self.need == "any" else all_needed

    def conditions(self) -> Iterator[Condition]:
        """The condition of each part."""
        for part in self.parts_:
            yield part.when


def _part_form(part: ChecklistPart, scope: Scope, maximum: Fraction) -> Node:
    return If(test_of(part.when, scope), Constant(part.reward.of(maximum)), Constant(_NOTHING))
