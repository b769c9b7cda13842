"""Intervals: the numbers a term can be, and whether a test is decided, while figures are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial, reduce

from chamdiem.core.form import All, Any, AtLeast, Equals, Holds, IsZero, Opposite, Test
from chamdiem.core.inputs import Input
from chamdiem.core.quotient import Bound, IntegerTerms, Values

INFINITE = float("inf")
Edge = Fraction | float
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; an edge may be infinite."""

    low: Edge
    high: Edge


Box = Sequence[Interval]


def declared(given: Input) -> Interval:
    """What a figure may be by its declaration."""
    low, high = given.range
    return Interval(
        -INFINITE if low is None else Fraction(low),
        INFINITE if high is None else Fraction(high),
    )


def box_of(inputs: Iterable[Input], values: Values) -> list[Interval]:
    """A figure that is there as it is; a missing one as anything its declaration allows."""
    return [
        declared(given) if value is None else Interval(Fraction(value), Fraction(value))
        for given, value in zip(inputs, values, strict=True)
    ]


def truth(test: Test, box: Box) -> bool | None:
    """Whether a test holds for every point of the box, for none, or for some (None)."""
    match test:
        case Holds(position):
            return _decided(box[position].low > 0, box[position].high <= 0)
        case IsZero(value):
            below = polynomial_interval(value.below, box)
            return _decided(below.low == below.high == 0, not below.low <= 0 <= below.high)
        case AtLeast(value, strictly):
            return _compared(value, box, partial(_is_at_least, strictly=strictly))
        case Equals(value):
            return _compared(value, box, _is_zero)
        case Opposite(inner):
            return _not(truth(inner, box))
        case All(left, right):
            return _both(truth(left, box), truth(right, box))
        case Any(left, right):
            return _not(_both(_not(truth(left, box)), _not(truth(right, box))))


def quotient_interval(value: Bound, box: Box) -> Interval:
    """The values a term can take where its denominator is not zero.

    Sharp for ``a / b`` with figures that are not negative: the denominator's
    least positive value counts, not zero.
    """
    above, below = polynomial_interval(value.above, box), polynomial_interval(value.below, box)
    if below.low < 0 < below.high or below.high <= 0:
        return Interval(-INFINITE, INFINITE)
    # Whole coefficients over whole figures: the least positive denominator is 1.
    least = below.low if below.low > 0 else Fraction(1)
    edges = [_divided(edge, bottom) for edge in (above.low, above.high) for bottom in (least, below.high)]
    return Interval(min(edges), max(edges))


def polynomial_interval(terms: IntegerTerms, box: Box) -> Interval:
    """The values a polynomial can take, term by term."""
    parts = [_monomial(coefficient, places, box) for coefficient, places in terms.terms]
    if len(parts) == 1:
        return parts[0]
    low: Edge = sum((part.low for part in parts), _ZERO)
    high: Edge = sum((part.high for part in parts), _ZERO)
    return Interval(low, high)


def scaled(interval: Interval, factor: Fraction) -> Interval:
    """The interval times a number."""
    if factor == 1:
        return interval
    if factor == 0:
        return Interval(_ZERO, _ZERO)
    low, high = interval.low * factor, interval.high * factor
    return Interval(low, high) if factor > 0 else Interval(high, low)


def _monomial(coefficient: int, places: Sequence[int], box: Box) -> Interval:
    if not places:
        return Interval(Fraction(coefficient), Fraction(coefficient))
    return scaled(reduce(_product, (box[place] for place in places)), Fraction(coefficient))


def _product(left: Interval, right: Interval) -> Interval:
    edges = [_times(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    return Interval(min(edges), max(edges))


def _times(left: Edge, right: Edge) -> Edge:
    # Zero times infinity is zero here: a figure that is zero makes the term zero.
    return _ZERO if left == 0 or right == 0 else left * right


def _divided(edge: Edge, by: Edge) -> Edge:
    if isinstance(by, float):
        return _ZERO if not isinstance(edge, float) else edge
    return edge / by


def _decided(is_true: bool, is_false: bool) -> bool | None:  # noqa: FBT001
    if is_true:
        return True
    return False if is_false else None


def _compared(value: Bound, box: Box, compare: Callable[[Interval], bool | None]) -> bool | None:
    """Whether a comparison with zero holds; where the value divides by zero it does not."""
    below = polynomial_interval(value.below, box)
    found = compare(quotient_interval(value, box))
    always_zero, may_be_zero = below.low == below.high == 0, below.low <= 0 <= below.high
    return _decided(found is True and not may_be_zero, found is False or always_zero)


def _is_at_least(difference: Interval, *, strictly: bool) -> bool | None:
    if strictly:
        return _decided(difference.low > 0, difference.high <= 0)
    return _decided(difference.low >= 0, difference.high < 0)


def _is_zero(difference: Interval) -> bool | None:
    return _decided(difference.low == difference.high == 0, not difference.low <= 0 <= difference.high)


def _not(known: bool | None) -> bool | None:  # noqa: FBT001
    return None if known is None else not known


def _both(left: bool | None, right: bool | None) -> bool | None:  # noqa: FBT001
    if left is False or right is False:
        return False
    return True if left and right else None
