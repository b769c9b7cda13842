"""Conditions of several comparisons that can never hold together, or hold always: ``n >= 3 and n < 2``.

A condition is opened into all the ways to fulfil it; one way is impossible when
it wants a yes/no to be both, or leaves no value to what it compares: a figure or
a sum of figures, whole numbers all of them (decimals are stored in their smallest
unit). What is not understood counts as possible, so a finding is never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import reduce
from itertools import product
from math import ceil, floor, gcd

from chamdiem.core.form import (
    All,
    Any,
    AtLeast,
    Best,
    Clamp,
    Equals,
    Holds,
    If,
    Node,
    Opposite,
    Sum,
    Test,
)
from chamdiem.core.intervals import Box, truth
from chamdiem.core.quotient import Bound, IntegerTerms

# Ways to fulfil a condition that are looked at; where there are more it counts as possible.
_MOST_WAYS = 64
_Literal = tuple[Test, bool]
_Key = tuple[tuple[tuple[int, ...], int], ...]
_Way = tuple[_Literal, ...]


def decided(test: Test, box: Box) -> bool | None:
    """Whether a test holds for every figures of the box, for none, or for some (None).

    Args:
        test: A condition over the inputs of one criterion.
        box: The interval of each input, by position, as stored.
    """
    known = truth(test, box)
    if known is not None or not isinstance(test, All | Any):
        return known
    if _is_impossible(test, box, wanted=True):
        return False
    return True if _is_impossible(test, box, wanted=False) else None


def settled(node: Node, box: Box) -> Node:
    """The form without the branches that no figures of the box lead to."""
    match node:
        case If(when, then, otherwise):
            known = decided(when, box)
            if known is not None:
                return settled(then if known else otherwise, box)
            return If(when, settled(then, box), settled(otherwise, box))
        case Clamp():
            return replace(node, node=settled(node.node, box))
        case Sum() | Best():
            return replace(node, parts=tuple(settled(part, box) for part in node.parts))
        case _:
            return node


def _is_impossible(test: Test, box: Box, *, wanted: bool) -> bool:
    ways = _ways(test, wanted=wanted)
    return ways is not None and all(_contradicts(way, box) for way in ways)


def _ways(test: Test, *, wanted: bool) -> list[_Way] | None:
    """All ways to make a test hold (or fail); None where they are too many."""
    match test:
        case Opposite(inner):
            return _ways(inner, wanted=not wanted)
        case All(left, right) | Any(left, right):
            first, second = _ways(left, wanted=wanted), _ways(right, wanted=wanted)
            if first is None or second is None:
                return None
            both = isinstance(test, All) is wanted
            found = [(*a, *b) for a, b in product(first, second)] if both else [*first, *second]
            return found if len(found) <= _MOST_WAYS else None
        case _:
            return [((test, wanted),)]


@dataclass(slots=True)
class _Range:
    """The whole numbers from ``low`` to ``high`` (None: without end), without some."""

    low: Fraction | None = None
    high: Fraction | None = None
    without: set[Fraction] = field(default_factory=set)

    def raise_to(self, edge: Fraction) -> None:
        self.low = edge if self.low is None else max(self.low, edge)

    def lower_to(self, edge: Fraction) -> None:
        self.high = edge if self.high is None else min(self.high, edge)

    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and self.low in self.without)


def _contradicts(way: _Way, box: Box) -> bool:
    said: dict[int, bool] = {}
    ranges: dict[tuple[_Key, _Key], _Range] = {}
    for test, wanted in way:
        if isinstance(test, Holds) and said.setdefault(test.position, wanted) is not wanted:
            return True
        if isinstance(test, AtLeast | Equals):
            _narrow(ranges, test, box, wanted=wanted)
    return any(each.is_empty() for each in ranges.values())


def _narrow(
    ranges: dict[tuple[_Key, _Key], _Range], test: AtLeast | Equals, box: Box, *, wanted: bool
) -> None:
    compared = _Compared.of(test.value)
    # A comparison that divides by zero fails, and so does its opposite: its failing tells nothing.
    if compared is None or (compared.is_divided and not wanted):
        return
    found = ranges.get(compared.key)
    if found is None:
        found = ranges[compared.key] = compared.declared(box)
    if isinstance(test, Equals):
        if wanted:
            found.raise_to(compared.edge)
            found.lower_to(compared.edge)
        else:
            found.without.add(compared.edge)
        return
    is_floor = compared.is_rising is wanted
    strictly = test.strictly is wanted
    if is_floor:
        found.raise_to(compared.whole_above(strictly=strictly))
    else:
        found.lower_to(compared.whole_below(strictly=strictly))


@dataclass(frozen=True, slots=True)
class _Compared:
    """``value >= 0`` as ``key >= edge``, or ``<=`` where the value falls as the key rises.

    ``key`` is the same for all comparisons of one figure, sum or ratio with plain numbers.
    """

    key: tuple[_Key, _Key]
    edge: Fraction
    is_rising: bool
    is_divided: bool

    @staticmethod
    def of(value: Bound) -> _Compared | None:
        below = dict(_by_figures(value.below))
        if not below:
            return None
        above = dict(_by_figures(value.above))
        leading = max(below)
        shift = Fraction(above.get(leading, 0), below[leading])
        rest = {
            figures: above.get(figures, 0) - shift * below.get(figures, 0)
            for figures in sorted({*above, *below})
        }
        key, factor = _primitive(rest)
        under, scale = _primitive({figures: Fraction(count) for figures, count in below.items()})
        if not key:
            return None
        is_divided = under != (((), 1),)
        return _Compared((key, under), -shift * scale / factor, factor * scale > 0, is_divided)

    def declared(self, box: Box) -> _Range:
        """What the declaration of a single figure says; of more than one nothing."""
        found = _Range()
        if not self.is_divided and len(self.key[0]) == 1 and len(self.key[0][0][0]) == 1:
            interval = box[self.key[0][0][0][0]]
            if isinstance(interval.low, Fraction):
                found.raise_to(interval.low)
            if isinstance(interval.high, Fraction):
                found.lower_to(interval.high)
        return found

    def whole_above(self, *, strictly: bool) -> Fraction:
        """The least value from the edge on, or past it; of a ratio the edge itself."""
        if self.is_divided:
            return self.edge
        return Fraction(floor(self.edge) + 1 if strictly else ceil(self.edge))

    def whole_below(self, *, strictly: bool) -> Fraction:
        """The greatest value up to the edge, or before it; of a ratio the edge itself."""
        if self.is_divided:
            return self.edge
        return Fraction(ceil(self.edge) - 1 if strictly else floor(self.edge))


def _by_figures(terms: IntegerTerms) -> list[tuple[tuple[int, ...], int]]:
    return [(tuple(sorted(figures)), count) for count, figures in terms.terms if count]


def _primitive(terms: dict[tuple[int, ...], Fraction]) -> tuple[_Key, Fraction]:
    """The terms in smallest whole numbers, the first positive, and the factor taken out."""
    counts = {figures: count for figures, count in terms.items() if count}
    if not counts:
        return (), Fraction(1)
    common = reduce(lambda a, b: a * b // gcd(a, b), (count.denominator for count in counts.values()), 1)
    divisor = gcd(*(int(count * common) for count in counts.values()))
    factor = Fraction(divisor, common)
    if next(iter(counts.values())) < 0:
        factor = -factor
    return tuple((figures, int(count / factor)) for figures, count in counts.items()), factor
