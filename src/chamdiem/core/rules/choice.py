"""``choice``: one of several named levels, each with its reward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from chamdiem.core.award import Award
from chamdiem.core.exact import read
from chamdiem.core.expression import Letter, Term
from chamdiem.core.form import Case, Node
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import Branch, Explain, Reward, Rule, Scope, scored


@dataclass(frozen=True, slots=True)
class Option:
    """One level: what it is called and what it gives."""

    label: str
    reward: Reward


@dataclass(frozen=True, slots=True)
class ChoiceRule(Rule):
    """The reward of the level chosen."""

    kind: ClassVar[str] = "choice"
    of: Letter
    options: Mapping[str, Option]

    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """A table over the options."""
        points = tuple(option.reward.of(maximum) for option in self.options.values())
        return Case(scope.positions[self.of.name], points)

    def branches(self) -> Iterator[Branch]:
        """The reward of every level."""
        for code, option in self.options.items():
            yield Branch(f"options.{code}", option.label or code, option.reward)

    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """Names the level chosen and what it gives."""
        position = scope.positions[self.of.name]
        levels = [(option, option.reward.of(maximum)) for option in self.options.values()]
        fixed = {"letter": self.of.name, "scope": scope, "maximum": maximum}

        def explain(values: Values) -> Award:
            option, points = levels[read(values, position)]
            facts = {**fixed, "label": option.label, "reward": option.reward, "points": points}
            return scored(points, "choice", facts)

        return explain

    def terms(self) -> Iterator[Term]:
        """The letter chosen from."""
        yield self.of
