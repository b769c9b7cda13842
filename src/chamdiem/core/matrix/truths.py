"""Tests of forms over columns of figures: truth per organisation, and where it cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chamdiem.core.form import All, Any, AtLeast, Equals, Holds, IsZero, Opposite, Test
from chamdiem.core.matrix.polynomials import Columns, Magnitudes, denominator, largest, polynomial
from chamdiem.core.quotient import Bound

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Truth = tuple[Bools, Bools | None]


@dataclass(slots=True)
class Truths:
    """A compiled test.

    ``run`` takes the columns of figures, each float64 of shape (organisations,), and gives two
    arrays of bool of the same shape: truth, and where it cannot be told; None in place of the second
    where all can. ``magnitude`` takes the greatest absolute value of each figure and gives the
    greatest integer on the way.
    """

    run: Callable[[Columns], Truth]
    magnitude: Callable[[Magnitudes], int]


def truths_of(test: Test) -> Truths:
    """Compile a test to arrays; where a figure it needs is NaN it cannot be told."""
    match test:
        case Holds(position):
            return Truths(lambda columns: _holds(columns[position]), lambda _: 1)
        case IsZero(value):
            below = denominator(value.below, signed=value.signed)
            return Truths(lambda columns: _compared(below.run(columns), np.equal), below.magnitude)
        case AtLeast(value, strictly):
            return _sign(value, np.greater if strictly else np.greater_equal)
        case Equals(value):
            return _sign(value, np.equal)
        case Opposite(inner):
            truths = truths_of(inner)
            return Truths(lambda columns: _opposite(truths.run(columns)), truths.magnitude)
        case All(left, right) | Any(left, right):
            return _joined(truths_of(left), truths_of(right), is_all=isinstance(test, All))


def _holds(column: Floats) -> Truth:
    return column > 0, _unknown(column)


def _unknown(values: Floats) -> Bools | None:
    # NaN is rare: the sum of a column tells at once whether there is one.
    if np.isnan(np.sum(values)):
        return np.isnan(values)
    return None


def _compared(values: Floats, compare: Callable[[Floats, float], Bools]) -> Truth:
    return compare(values, 0.0), _unknown(values)


def _sign(value: Bound, compare: Callable[[Floats, float], Bools]) -> Truths:
    """``above ⋚ 0``, false where the denominator is zero."""
    above, below = polynomial(value.above), denominator(value.below, signed=value.signed)
    # No term at all is a denominator that is always zero.
    if value.below.terms and below.is_constant and below.is_positive:
        return Truths(lambda columns: _compared(above.run(columns), compare), above.magnitude)

    def run(columns: Columns) -> Truth:
        bottom = below.run(columns)
        top = above.run(columns)
        if not below.is_positive:
            top = np.where(bottom < 0, -top, top)
        is_zero = bottom == 0
        unknown = _either(_unknown(bottom), _unknown(top))
        if unknown is not None:
            unknown = unknown & ~is_zero
        return compare(top, 0.0) & ~is_zero, unknown

    return Truths(run, lambda most: largest(above, below, most))


def _either(left: Bools | None, right: Bools | None) -> Bools | None:
    if left is None or right is None:
        return right if left is None else left
    return left | right


def _opposite(truth: Truth) -> Truth:
    return ~truth[0], truth[1]


def _joined(left: Truths, right: Truths, *, is_all: bool) -> Truths:
    """And, or; open where a side is unknown and the other one does not settle it."""

    def run(columns: Columns) -> Truth:
        (first, first_unknown), (second, second_unknown) = left.run(columns), right.run(columns)
        truth = first & second if is_all else first | second
        unknown = _either(first_unknown, second_unknown)
        if unknown is None:
            return truth, None
        # A known side settles it by failing in an "and", by holding in an "or".
        leaves_open = first if is_all else ~first, second if is_all else ~second
        for is_open, lacks in zip(leaves_open, (first_unknown, second_unknown), strict=True):
            unknown = unknown & (is_open if lacks is None else is_open | lacks)
        return truth, unknown

    return Truths(run, lambda most: max(left.magnitude(most), right.magnitude(most)))
