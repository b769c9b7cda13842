"""The exact scalar interpreter: a form becomes one function from values to points.

Points are a pair ``(numerator, denominator)`` of integers with a positive
denominator; ``None`` is "not applicable". Closures only, no generated code.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from chamdiem.core.form import (
    All,
    Any,
    Assessed,
    AtLeast,
    Best,
    Case,
    Clamp,
    Constant,
    Equals,
    Holds,
    If,
    IsZero,
    Linear,
    NeedsPeers,
    Node,
    NoPolicy,
    NotApplicable,
    Opposite,
    Steps,
    Sum,
    Test,
)
from chamdiem.core.quotient import Evaluate, MissingInput, Values, evaluator

Pair = tuple[int, int]
Compute = Callable[[Values], Pair | None]
Check = Callable[[Values], bool]


class NoPoints(Exception):
    """Nothing can be awarded, though no figure is missing."""


class PeersUnknown(NoPoints):
    """A peer rule was computed before the figures of the others were known."""


class Disputed(NoPoints):
    """The marks of several assessors lie further apart than the rule allows."""


class Unsettled(NoPoints):
    """A denominator is zero and the rule does not say what follows."""


def computer(node: Node) -> Compute:
    """A function that computes a form; raises ``MissingInput`` where it must."""
    match node:
        case Constant(points):
            pair = points.numerator, points.denominator
            return lambda values: pair  # noqa: ARG005  the same points for everybody
        case NotApplicable() | NoPolicy() | NeedsPeers():
            return _without_points(node)
        case Linear():
            return _linear(node)
        case Steps():
            return _steps(node)
        case If():
            return _if(node)
        case Sum(parts):
            return _sum([computer(part) for part in parts])
        case Best(parts, enough):
            return _best([computer(part) for part in parts], enough)
        case Clamp(inner, low, high):
            return _clamp(computer(inner), low, high)
        case Case(position, points):
            return _case(position, points)
        case Assessed():
            return lambda values: assessed(node, values)


def checker(test: Test) -> Check:
    """A function that tells whether a test holds; raises ``MissingInput`` while that is open."""
    match test:
        case Holds(position):
            return lambda values: bool(read(values, position))
        case IsZero(value):
            below = value.below
            return lambda values: below.settled(values) == 0
        case AtLeast(value, strictly):
            evaluate = evaluator(value)
            if strictly:
                return lambda values: evaluate(values)[0] > 0
            return lambda values: _not_negative(evaluate(values))
        case Equals(value):
            equal = evaluator(value)
            return lambda values: _nothing(equal(values))
        case Opposite(inner):
            holds = checker(inner)
            return lambda values: not holds(values)
        case All(left, right):
            return _joined(checker(left), checker(right), decides=False)
        case Any(left, right):
            return _joined(checker(left), checker(right), decides=True)


def _joined(left: Check, right: Check, *, decides: bool) -> Check:
    """Two sides; one that comes out as ``decides`` settles it, whatever the other one lacks."""

    def holds(values: Values) -> bool:
        try:
            first = left(values)
        except MissingInput:
            if right(values) is decides:
                return decides
            raise
        return first if first is decides else right(values)

    return holds


def read(values: Values, position: int) -> int:
    """The value at a position, or ``MissingInput``."""
    value = values[position]
    if value is None:
        raise MissingInput(position)
    return value


def _without_points(node: NotApplicable | NoPolicy | NeedsPeers) -> Compute:
    match node:
        case NotApplicable():
            return lambda values: None  # noqa: ARG005  not applicable to anybody
        case NoPolicy():
            return _unsettled
        case NeedsPeers(value):
            return _needs_peers(evaluator(value))


def _needs_peers(evaluate: Evaluate) -> Compute:
    def compute(values: Values) -> Pair | None:
        evaluate(values)  # a missing figure of one's own comes first
        raise PeersUnknown

    return compute


def _unsettled(values: Values) -> Pair | None:  # noqa: ARG001  whatever the values
    raise Unsettled


def _not_negative(pair: Pair) -> bool:
    return pair[0] >= 0 and pair[1] != 0


def _nothing(pair: Pair) -> bool:
    return pair[0] == 0 and pair[1] != 0


def _linear(node: Linear) -> Compute:
    evaluate = evaluator(node.value)
    above, below = node.factor.numerator, node.factor.denominator
    within = _bounds(node.low, node.high)

    def compute(values: Values) -> Pair | None:
        numerator, denominator = evaluate(values)
        return within(above * numerator, below * denominator)

    return compute


def _bounds(low: Fraction | None, high: Fraction | None) -> Callable[[int, int], Pair]:
    """A function that keeps ``numerator / denominator`` within the bounds."""

    def within(numerator: int, denominator: int) -> Pair:
        if low is not None and numerator * low.denominator < low.numerator * denominator:
            return low.numerator, low.denominator
        if high is not None and numerator * high.denominator > high.numerator * denominator:
            return high.numerator, high.denominator
        return numerator, denominator

    return within


def _steps(node: Steps) -> Compute:
    evaluate = evaluator(node.value)
    each, every = node.each, node.every
    within = _bounds(node.low, node.high)

    def compute(values: Values) -> Pair | None:
        numerator, denominator = evaluate(values)
        steps = numerator * every.denominator // (denominator * every.numerator)
        return within(steps * each.numerator, each.denominator)

    return compute


def _if(node: If) -> Compute:
    holds = checker(node.when)
    then, otherwise = computer(node.then), computer(node.otherwise)
    return lambda values: then(values) if holds(values) else otherwise(values)


def _sum(parts: list[Compute]) -> Compute:
    def compute(values: Values) -> Pair | None:
        total = Fraction(0)
        stopped: MissingInput | NoPoints | None = None
        for part in parts:
            try:
                pair = part(values)
            except (MissingInput, NoPoints) as error:
                stopped = stopped or error
                continue
            if pair is None:
                return None
            total += Fraction(*pair)
        if stopped is not None:
            raise stopped
        return total.numerator, total.denominator

    return compute


def _best(parts: list[Compute], enough: Fraction) -> Compute:
    def compute(values: Values) -> Pair | None:
        best: Fraction | None = None
        lacking: MissingInput | None = None
        for part in parts:
            try:
                pair = part(values)
            except MissingInput as error:
                lacking = lacking or error
                continue
            if pair is not None:
                points = Fraction(*pair)
                best = points if best is None else max(best, points)
        if lacking is not None and (best is None or best < enough):
            raise lacking
        return None if best is None else (best.numerator, best.denominator)

    return compute


def _clamp(inner: Compute, low: Fraction, high: Fraction) -> Compute:
    within = _bounds(low, high)

    def compute(values: Values) -> Pair | None:
        pair = inner(values)
        return None if pair is None else within(*pair)

    return compute


def _case(position: int, points: tuple[Fraction, ...]) -> Compute:
    pairs = [(given.numerator, given.denominator) for given in points]
    return lambda values: pairs[read(values, position)]


def assessed(node: Assessed, values: Values) -> Pair:
    """Points agreed by people, else the marks of the assessors combined.

    Raises:
        MissingInput: Neither agreed points nor all marks are there.
        Disputed: The marks differ by more than the tolerance.
    """
    agreed = values[node.agreed]
    if agreed is not None:
        return agreed, node.scale
    if not node.marks or all(values[place] is None for place in node.marks):
        raise MissingInput(node.agreed)
    marks = sorted(Fraction(read(values, place), node.scale) for place in node.marks)
    if marks[-1] - marks[0] > node.tolerance:
        raise Disputed
    combined = _middle(marks) if node.combine == "median" else sum(marks, Fraction(0)) / len(marks)
    return combined.numerator, combined.denominator


def _middle(marks: list[Fraction]) -> Fraction:
    half = len(marks) // 2
    if len(marks) % 2:
        return marks[half]
    return (marks[half - 1] + marks[half]) / 2
