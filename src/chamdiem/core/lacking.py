"""Which figures are missing: everything a form may still read, not only what stopped it first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from chamdiem.core.exact import Compute, NoPoints, checker, computer
from chamdiem.core.form import (
    All,
    Any,
    Assessed,
    AtLeast,
    Best,
    Case,
    Clamp,
    Equals,
    Holds,
    If,
    IsZero,
    Linear,
    NeedsPeers,
    Node,
    Opposite,
    Steps,
    Sum,
    Test,
)
from chamdiem.core.quotient import MissingInput, Values

# Values → positions of empty figures, in no order, some perhaps twice.
Lacking = Callable[[Values], Iterator[int]]


def lacker(node: Node) -> Lacking:
    """A function that finds the empty figures a form needs, or may need once the others are there."""
    inner, compute = _lacker(node), computer(node)
    return lambda values: inner(values) if _waits(compute, values) else iter(())


def _lacker(node: Node) -> Lacking:
    match node:
        case Linear(value=value) | Steps(value=value) | NeedsPeers(value=value):
            return _empty(value.positions)
        case If():
            return _if(node)
        case Sum(parts) | Best(parts):
            each = [lacker(part) for part in parts]
            return lambda values: (position for part in each for position in part(values))
        case Clamp(inner):
            return lacker(inner)
        case Case(position):
            return _empty([position])
        case Assessed():
            return _assessed(node)
        case _:
            return _empty(())


def _waits(compute: Compute, values: Values) -> bool:
    try:
        compute(values)
    except MissingInput:
        return True
    except NoPoints:
        return False
    return False


def _empty(positions: Iterable[int]) -> Lacking:
    every = tuple(positions)
    return lambda values: (position for position in every if values[position] is None)


def _if(node: If) -> Lacking:
    """The branch that is taken; where that is open, what decides it and both branches."""
    holds, decided_by = checker(node.when), _tested(node.when)
    then, otherwise = lacker(node.then), lacker(node.otherwise)

    def lacking(values: Values) -> Iterator[int]:
        try:
            yield from (then if holds(values) else otherwise)(values)
        except MissingInput:
            for part in (decided_by, then, otherwise):
                yield from part(values)

    return lacking


def _assessed(node: Assessed) -> Lacking:
    """The points agreed; where some assessors have given marks, the other marks."""
    agreed, marks = _empty([node.agreed]), _empty(node.marks)

    def lacking(values: Values) -> Iterator[int]:
        has_begun = any(values[place] is not None for place in node.marks)
        return (marks if has_begun else agreed)(values)

    return lacking


def _tested(test: Test) -> Lacking:
    """What a test lacks; a part that is settled without an empty figure does not lack it."""
    holds, inner = checker(test), _read_by(test)

    def lacking(values: Values) -> Iterator[int]:
        try:
            holds(values)
        except MissingInput:
            yield from inner(values)

    return lacking


def _read_by(test: Test) -> Lacking:
    match test:
        case Holds(position):
            return _empty([position])
        case IsZero(value) | AtLeast(value) | Equals(value):
            return _empty(value.positions)
        case Opposite(inner):
            return _read_by(inner)
        case All(left, right) | Any(left, right):
            sides = _tested(left), _tested(right)
            return lambda values: (position for side in sides for position in side(values))
