"""The array interpreter: a form becomes one function over columns of figures.

A column holds the stored integers of one figure as float64, NaN where missing.
Every intermediate value is an integer below 2**52, hence exact; only the last
division rounds, and ``docs/scoring.md`` proves that half-up survives it. Where
the figures at hand are too large for that, the caller uses the exact path.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np

from chamdiem.core.form import (
    Assessed,
    Best,
    Case,
    Clamp,
    Constant,
    If,
    IsZero,
    Linear,
    NeedsPeers,
    Node,
    NoPolicy,
    NotApplicable,
    Steps,
    Sum,
)
from chamdiem.core.matrix.polynomials import Columns, Magnitudes, NoVector, denominator, largest, polynomial
from chamdiem.core.matrix.truths import Floats, truths_of
from chamdiem.core.matrix.whole_quanta import has_status, is_whole
from chamdiem.core.points import Rounding
from chamdiem.core.quotient import Bound

Quanta = Floats | float

LIMIT = 2**52
NOT_APPLICABLE = -2.0
NEEDS_PEERS = -3.0
INVALID = -5.0
# Added before the division is floored: rounds half up.
_HALF = 0.5


@dataclass(slots=True)
class Vector:
    """A compiled form.

    ``run`` takes the columns of figures, each float64 of shape (organisations,), and gives quanta of
    the same shape, NaN where missing; or one float where no figure matters. Values below zero that
    are marks of this module stand for a status. ``magnitude`` takes the greatest absolute value of
    each figure and gives the greatest integer on the way: below ``LIMIT`` the result is exact.
    """

    run: Callable[[Columns], Quanta]
    magnitude: Callable[[Magnitudes], int]


def vector(node: Node, rounding: Rounding) -> Vector:
    """Compile a form to arrays.

    Args:
        node: The form of one criterion, reading figures by their place.
        rounding: The quantum of points; one point is a whole number of quanta.

    Raises:
        NoVector: The form mixes "not applicable" into a sum, combines marks, or
            compares parts that must not be rounded first.
    """
    match node:
        case Constant(points):
            return _fixed(float(rounding.quanta(points.numerator, points.denominator)))
        case NotApplicable() | NoPolicy():
            return _fixed(INVALID if isinstance(node, NoPolicy) else NOT_APPLICABLE)
        case NeedsPeers(value):
            return _needs_peers(value)
        case Linear():
            return _linear(node, rounding)
        case Steps():
            return _steps(node, rounding)
        case If():
            return _if(node, rounding)
        case Case(position, points):
            return _case(position, [float(rounding.quanta(p.numerator, p.denominator)) for p in points])
        case Clamp(inner, low, high):
            return _clamp(inner, low, high, rounding)
        case Best(parts, enough):
            return _best(parts, enough, rounding)
        case Sum(parts):
            return _sum(parts, rounding)
        case Assessed():
            return _assessed(node, rounding)


def _fixed(quanta: float) -> Vector:
    return Vector(lambda columns: quanta, lambda _: 1)  # noqa: ARG005  the same for everybody


def _needs_peers(value: Bound) -> Vector:
    above, below = polynomial(value.above), polynomial(value.below)

    def run(columns: Columns) -> Quanta:
        return np.where(np.isnan(above.run(columns) + below.run(columns)), np.nan, NEEDS_PEERS)

    return Vector(run, lambda most: largest(above, below, most))


def _linear(node: Linear, rounding: Rounding) -> Vector:
    """``floor(P·n / (Q·d) + ½)``, kept within the bounds; all factors whole numbers."""
    up = node.factor.numerator * rounding.quanta_per_point
    above = polynomial(node.value.above, up, node.value.signed)
    below = polynomial(node.value.below, node.factor.denominator, node.value.signed)
    low, high = _edge(node.low, rounding), _edge(node.high, rounding)
    if up >= 0 and above.is_positive and below.is_positive and low is not None and low <= 0:
        low = None

    def run(columns: Columns) -> Quanta:
        # An array even where no letter is read: a single number cannot be written into.
        quanta: Floats = np.asarray(np.divide(above.run(columns), below.run(columns)))
        quanta = np.floor(np.add(quanta, _HALF, out=quanta), out=quanta)
        if high is not None:
            quanta = np.minimum(quanta, high, out=quanta)
        return quanta if low is None else np.maximum(quanta, low, out=quanta)

    return Vector(run, lambda most: above.magnitude(most) + below.magnitude(most))


def _edge(points: Fraction | None, rounding: Rounding) -> float | None:
    """A bound in quanta, rounded up at a half as the line is: below zero too, where it is taken off."""
    return None if points is None else float(floor(points * rounding.quanta_per_point + Fraction(1, 2)))


def _steps(node: Steps, rounding: Rounding) -> Vector:
    each = node.each * rounding.quanta_per_point
    if each.denominator != 1:
        raise NoVector
    above = polynomial(node.value.above, node.every.denominator)
    below = polynomial(node.value.below, node.every.numerator)
    low, high = _edge(node.low, rounding), _edge(node.high, rounding)

    def run(columns: Columns) -> Quanta:
        quanta = np.floor(np.divide(above.run(columns), below.run(columns))) * float(each)
        if high is not None:
            quanta = np.minimum(quanta, high)
        return quanta if low is None else np.maximum(quanta, low)

    return Vector(run, lambda most: above.magnitude(most) + below.magnitude(most))


def _if(node: If, rounding: Rounding) -> Vector:
    if isinstance(node.when, IsZero) and _reads(node.otherwise, node.when.value):
        return _guarded(node, node.when.value, rounding)
    truths = truths_of(node.when)
    then, otherwise = vector(node.then, rounding), vector(node.otherwise, rounding)

    def run(columns: Columns) -> Quanta:
        truth, unknown = truths.run(columns)
        quanta = np.where(truth, then.run(columns), otherwise.run(columns))
        if unknown is not None:
            quanta[unknown] = np.nan
        return quanta

    return Vector(run, lambda most: max(v.magnitude(most) for v in (truths, then, otherwise)))


def _reads(node: Node, value: Bound) -> bool:
    """Whether a line reads every figure of a denominator, so that a missing one shows as NaN."""
    below = {place for _, places in value.below.terms for place in places}
    return isinstance(node, Linear) and below <= set(node.value.positions)


def _guarded(node: If, value: Bound, rounding: Rounding) -> Vector:
    """A line behind the test for a zero denominator: by far the most common form."""
    below = denominator(value.below, signed=value.signed)
    line, policy = vector(node.otherwise, rounding), vector(node.then, rounding)

    def run(columns: Columns) -> Quanta:
        is_zero = below.run(columns) == 0
        quanta = np.asarray(line.run(columns))
        if is_zero.any():
            np.copyto(quanta, policy.run(columns), where=is_zero)
        return quanta

    return Vector(run, lambda most: max(v.magnitude(most) for v in (below, line, policy)))


def _case(position: int, table: list[float]) -> Vector:
    lookup = np.array([*table, np.nan])

    def run(columns: Columns) -> Quanta:
        column = columns[position]
        places = np.where(np.isnan(column), len(table), column).astype(np.intp)
        found: Floats = lookup[places]
        return found

    return Vector(run, lambda _: 1)


def _clamp(inner: Node, low: Fraction, high: Fraction, rounding: Rounding) -> Vector:
    if has_status(inner):
        raise NoVector
    part = vector(inner, rounding)
    least, most = _edge(low, rounding), _edge(high, rounding)
    return Vector(lambda columns: np.clip(part.run(columns), least, most), part.magnitude)


def _best(parts: Sequence[Node], enough: Fraction, rounding: Rounding) -> Vector:
    # A rounded part may look like enough when it falls short of it by less than a quantum.
    is_exact = (enough * rounding.quanta_per_point).denominator == 1
    if not is_exact or any(has_status(part) or not is_whole(part, rounding) for part in parts):
        raise NoVector
    vectors = [vector(part, rounding) for part in parts]
    full = float(rounding.quanta(enough.numerator, enough.denominator))

    def run(columns: Columns) -> Quanta:
        found = [np.asarray(each.run(columns)) for each in vectors]
        best = found[0]
        unknown = np.isnan(found[0])
        for each in found[1:]:
            best = np.fmax(best, each)
            unknown = unknown | np.isnan(each)
        return np.where(unknown & ~(best >= full), np.nan, best)

    return Vector(run, lambda most: max(each.magnitude(most) for each in vectors))


def _sum(parts: Sequence[Node], rounding: Rounding) -> Vector:
    """Parts of whole quanta are added; others must not be rounded one by one."""
    if any(has_status(part) for part in parts):
        raise NoVector
    rough = [part for part in parts if not is_whole(part, rounding)]
    if len(rough) > 1:
        raise NoVector
    # One rough part may be rounded alone: adding whole quanta changes no half.
    vectors = [vector(part, rounding) for part in parts]

    def run(columns: Columns) -> Quanta:
        total: Quanta = 0.0
        for each in vectors:
            total = total + each.run(columns)
        return total

    return Vector(run, lambda most: sum(each.magnitude(most) for each in vectors))


def _assessed(node: Assessed, rounding: Rounding) -> Vector:
    if node.marks or node.scale != rounding.quanta_per_point:
        raise NoVector
    return Vector(lambda columns: columns[node.agreed].copy(), lambda most: most[node.agreed])
