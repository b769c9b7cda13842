"""The contract every rule kind fulfils, and the row it is compiled for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, Literal

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.expression import Condition, Term
from chamdiem.core.form import Constant, Node, NoPolicy, NotApplicable, Spread
from chamdiem.core.inputs import Input
from chamdiem.core.quotient import (
    Bound,
    Evaluate,
    Quotient,
    Values,
    bind,
    evaluator,
    quotient_of,
)

IfZero = Literal["zero", "full", "not_applicable"]
Explain = Callable[[Values], Award]


@dataclass(frozen=True, slots=True)
class Reward:
    """What a branch gives: a share of the rule's maximum, or absolute points."""

    share: Fraction | None = None
    points: Fraction | None = None

    def of(self, maximum: Fraction) -> Fraction:
        """The points given where the rule may give ``maximum``; never more than that."""
        if self.points is not None:
            return min(self.points, maximum)
        return (self.share or Fraction(0)) * maximum


FULL = Reward(share=Fraction(1))
NONE = Reward(share=Fraction(0))


@dataclass(frozen=True, slots=True)
class Branch:
    """A reward that a rule names: its place, its words (empty where the place says it), what it gives."""

    path: str
    name: str
    reward: Reward


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scope:
    """The inputs of one scope, by position, as rules are compiled against them.

    A scope equals only itself: sentences prepared for it live as long as it does.
    """

    inputs: Mapping[str, Input]
    spread: Spread | None = None
    positions: Mapping[str, int] = field(init=False)
    signed: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        positions = {letter: place for place, letter in enumerate(self.inputs)}
        object.__setattr__(self, "positions", positions)
        signed = frozenset(positions[letter] for letter, given in self.inputs.items() if given.is_signed)
        object.__setattr__(self, "signed", signed)

    @property
    def scales(self) -> list[int]:
        """The scale of each input, by position."""
        return [given.scale for given in self.inputs.values()]

    def bind(self, quotient: Quotient) -> Bound:
        """A quotient over the positions of this row."""
        return bind(quotient, self.positions, self.scales, self.signed)

    def evaluator(self, term: Term) -> Evaluate:
        """A function that evaluates a term exactly."""
        return evaluator(self.bind(quotient_of(term)))


class Rule:
    """How points follow from inputs (quy tắc chấm điểm). Subclasses are frozen values."""

    kind: ClassVar[str]

    @abstractmethod
    def form(self, scope: Scope, maximum: Fraction) -> Node:
        """The rule in the intermediate form, unrounded."""

    @abstractmethod
    def explainer(self, scope: Scope, maximum: Fraction) -> Explain:
        """A function from values to the unrounded award with its reason."""

    def terms(self) -> Iterator[Term]:
        """Every number the rule itself reads, sub-rules not included."""
        return iter(())

    def conditions(self) -> Iterator[Condition]:
        """Every condition the rule itself reads, sub-rules not included."""
        return iter(())

    def earning_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The terms of which more earns more, sub-rules not included."""
        return iter(())

    def losing_terms(self, maximum: Fraction) -> Iterator[Term]:  # noqa: ARG002  the contract
        """The terms of which more earns less, sub-rules not included."""
        return iter(())

    def branches(self) -> Iterator[Branch]:
        """Every reward the rule itself names, sub-rules not included."""
        return iter(())

    def parts(self) -> tuple[Rule, ...]:
        """Sub-rules, in order."""
        return ()


def listed(key: str, rewards: Iterable[tuple[str, Reward]]) -> Iterator[Branch]:
    """The branches of a list; one without words is named by its number."""
    for index, (name, reward) in enumerate(rewards):
        yield Branch(f"{key}[{index}]", name or f"({index + 1})", reward)


def walk(rule: Rule) -> Iterator[Rule]:
    """The rule and all rules inside it, in order."""
    yield rule
    for part in rule.parts():
        yield from walk(part)


def scored(points: Fraction, code: str, facts: Mapping[str, Any], *parts: Reason) -> Award:
    """An award of so many points."""
    return Award(Status.SCORED, points.numerator, points.denominator, Reason(code, facts, parts))


def missing(scope: Scope, positions: Iterable[int]) -> Award:
    """The award when inputs that are needed have no value."""
    letters = list(scope.inputs)
    lacking = {letters[position]: scope.inputs[letters[position]] for position in positions}
    return Award(Status.MISSING, 0, 1, Reason("missing", {"inputs": lacking}))


def zero_denominator(policy: IfZero | None, maximum: Fraction, facts: Mapping[str, Any]) -> Award:
    """The award when a term divides by zero, by the rule's policy."""
    if policy == "not_applicable":
        return Award(Status.NOT_APPLICABLE, 0, 1, Reason("zero.not_applicable", facts))
    if policy == "full":
        return scored(maximum, "zero.full", {**facts, "points": maximum})
    if policy == "zero":
        return scored(Fraction(0), "zero.none", facts)
    return Award(Status.INVALID, 0, 1, Reason("zero.no_policy", facts))


def zero_form(policy: IfZero | None, maximum: Fraction) -> Node:
    """The same policy in the intermediate form."""
    if policy == "not_applicable":
        return NotApplicable()
    if policy is None:
        return NoPolicy()
    return Constant(maximum if policy == "full" else Fraction(0))
