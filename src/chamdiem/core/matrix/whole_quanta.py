"""What can be told of a form before it is computed: whole quanta, or a status instead of points."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from chamdiem.core.form import (
    Best,
    Case,
    Clamp,
    Constant,
    If,
    Linear,
    NeedsPeers,
    Node,
    NoPolicy,
    NotApplicable,
    Steps,
    Sum,
)
from chamdiem.core.points import Rounding
from chamdiem.core.quotient import Bound


def is_whole(node: Node, rounding: Rounding) -> bool:
    """Whether a form always comes out in whole quanta.

    It does where all points it names are whole quanta, and every line inside
    takes whole steps.
    """
    named = (points for part in _parts(node) for points in _named(part))
    is_line = all(_is_stepped(part, rounding) for part in _parts(node))
    return is_line and all((points * rounding.quanta_per_point).denominator == 1 for points in named)


def has_status(node: Node) -> bool:
    """Whether a form may come out as a status instead of points."""
    return any(isinstance(part, NotApplicable | NoPolicy | NeedsPeers) for part in _parts(node))


def _parts(node: Node) -> Iterable[Node]:
    """A form and all forms inside it."""
    yield node
    match node:
        case If(_, then, otherwise):
            inner: tuple[Node, ...] = (then, otherwise)
        case Sum(parts) | Best(parts, _):
            inner = parts
        case Clamp(part, _, _):
            inner = (part,)
        case _:
            inner = ()
    for each in inner:
        yield from _parts(each)


def _named(node: Node) -> Iterable[Fraction]:
    """The points a form names itself."""
    match node:
        case Constant(points):
            return (points,)
        case Case(_, table):
            return table
        case Linear(_, _, low, high):
            return (edge for edge in (low, high) if edge is not None)
        case Steps(each, _, _, low, high):
            return (each, *(edge for edge in (low, high) if edge is not None))
        case Clamp(_, low, high):
            return (low, high)
        case _:
            return ()


def _is_stepped(node: Node, rounding: Rounding) -> bool:
    """Whether a form names points, holds forms that do, or is a line that takes whole steps."""
    if isinstance(node, Linear):
        return _is_scalar(node.value, node.factor * rounding.quanta_per_point)
    return isinstance(node, Constant | Case | Steps | Clamp | If | Sum | Best)


def _is_scalar(value: Bound, factor: Fraction) -> bool:
    """Whether ``factor × value`` is a whole number for whole inputs."""
    below = value.below.terms
    if len(below) != 1 or below[0][1]:
        return False
    return all((factor * c / below[0][0]).denominator == 1 for c, _ in value.above.terms)
