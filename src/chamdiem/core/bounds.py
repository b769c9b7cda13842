"""The interval interpreter: the least and most a form can give.

Used before answers exist (can a rule exceed its maximum? is a tier reachable?)
and while they are incomplete (what can this dossier still earn?). Bounds are
sound: the true points always lie within. They are exact where each figure
stands once in a term, which is nearly always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial, reduce

from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.exact import Disputed, assessed
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
from chamdiem.core.quotient import Bound, IntegerTerms, MissingInput

INFINITE = float("inf")
Edge = Fraction | float
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; an edge may be infinite."""

    low: Edge
    high: Edge


Box = Sequence[Interval]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a form can give: points between ``low`` and ``high``, or not apply at all.

    ``points`` is None when it never gives points. Where a zero denominator has no
    policy (``may_lack_policy``) the whole form may be awarded nothing.
    """

    points: Interval | None
    may_not_apply: bool = False
    may_lack_policy: bool = False


def reach(node: Node, box: Box) -> Reach:
    """The points a form can give when every figure lies in its interval."""
    match node:
        case Constant(given):
            return Reach(Interval(given, given))
        case NotApplicable():
            return Reach(None, may_not_apply=True)
        case NoPolicy():
            return Reach(Interval(_ZERO, _ZERO), may_lack_policy=True)
        case NeedsPeers(_, most):
            return Reach(Interval(_ZERO, most))
        case Linear(factor, value, low, high):
            return Reach(_kept(_scaled(quotient_interval(value, box), factor), low, high))
        case Steps():
            return Reach(_steps(node, box))
        case If(when, then, otherwise):
            return _either(truth(when, box), then, otherwise, box)
        case Clamp(inner, low, high):
            part = reach(inner, box)
            points = None if part.points is None else _kept(part.points, low, high)
            return replace(part, points=points)
        case Sum(parts) | Best(parts, _):
            found = [reach(part, box) for part in parts]
            # One part without a policy for its zero denominator stops them all.
            is_open = any(part.may_lack_policy for part in found)
            return replace(_sum(found) if isinstance(node, Sum) else _best(found), may_lack_policy=is_open)
        case Case(position, table):
            return Reach(_case(table, box[position]))
        case Assessed(agreed=position, scale=scale):
            return Reach(_scaled(box[position], Fraction(1, scale)))


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


def _monomial(coefficient: int, places: Sequence[int], box: Box) -> Interval:
    if not places:
        return Interval(Fraction(coefficient), Fraction(coefficient))
    return _scaled(reduce(_product, (box[place] for place in places)), Fraction(coefficient))


def declared_box(criterion: Criterion) -> list[Interval]:
    """The interval each input may take by its declaration."""
    box = []
    for given in criterion.letters.inputs.values():
        low, high = given.range
        box.append(
            Interval(
                -INFINITE if low is None else Fraction(low),
                INFINITE if high is None else Fraction(high),
            )
        )
    return box


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a criterion can still earn: rounded points, and whether it may not apply."""

    low: Fraction
    high: Fraction
    may_not_apply: bool = False


def outlook(criterion: Criterion, answers: Answers) -> Outlook:
    """The bounds of one criterion of an unfinished dossier.

    A figure that is there counts as it is; a missing one may still become
    anything its declaration allows.
    """
    box = []
    for declared, value in zip(declared_box(criterion), criterion.values(answers), strict=True):
        box.append(declared if value is None else Interval(Fraction(value), Fraction(value)))
    found = _marks(criterion, answers) or reach(criterion.node, box)
    if found.points is None:
        return Outlook(_ZERO, _ZERO, found.may_not_apply)
    low = _ZERO if found.may_lack_policy else max(found.points.low, _ZERO)
    high = min(found.points.high, criterion.maximum)
    least, most = (criterion.rounding.round(Fraction(edge)) for edge in (min(low, high), high))
    return Outlook(least, most, found.may_not_apply)


def dossier_outlook(criteria: Mapping[str, Criterion], answers: Answers) -> dict[str, Outlook]:
    """The bounds of every criterion of an unfinished dossier."""
    return {key: outlook(criterion, answers) for key, criterion in criteria.items()}


def _marks(criterion: Criterion, answers: Answers) -> Reach | None:
    """Points several assessors have settled already; None where that is open."""
    node = criterion.node.node if isinstance(criterion.node, Clamp) else criterion.node
    if not isinstance(node, Assessed) or not node.marks:
        return None
    try:
        pair = assessed(node, criterion.values(answers))
    except (MissingInput, Disputed):
        return None
    return Reach(Interval(Fraction(*pair), Fraction(*pair)))


def _either(known: bool | None, then: Node, otherwise: Node, box: Box) -> Reach:  # noqa: FBT001
    if known is not None:
        return reach(then if known else otherwise, box)
    first, second = reach(then, box), reach(otherwise, box)
    parts = [part.points for part in (first, second) if part.points is not None]
    may_not_apply = first.may_not_apply or second.may_not_apply
    return Reach(_hull(parts), may_not_apply, first.may_lack_policy or second.may_lack_policy)


def _sum(parts: list[Reach]) -> Reach:
    may_not_apply = any(part.may_not_apply for part in parts)
    points = [part.points for part in parts]
    if any(each is None for each in points):
        return Reach(None, may_not_apply)
    known = [each for each in points if each is not None]
    low: Edge = sum((each.low for each in known), _ZERO)
    high: Edge = sum((each.high for each in known), _ZERO)
    return Reach(Interval(low, high), may_not_apply)


def _best(parts: list[Reach]) -> Reach:
    known = [part.points for part in parts if part.points is not None]
    applies = any(part.points is not None and not part.may_not_apply for part in parts)
    if not known:
        return Reach(None, not applies)
    certain = [p.points.low for p in parts if p.points is not None and not p.may_not_apply]
    low = max(certain) if certain else min(each.low for each in known)
    return Reach(Interval(low, max(each.high for each in known)), not applies)


def _hull(parts: Sequence[Interval]) -> Interval | None:
    if not parts:
        return None
    return Interval(min(part.low for part in parts), max(part.high for part in parts))


def _kept(interval: Interval, low: Fraction | None, high: Fraction | None) -> Interval:
    edges = []
    for edge in (interval.low, interval.high):
        kept = edge if low is None else max(edge, low)
        edges.append(kept if high is None else min(kept, high))
    return Interval(*edges)


def _steps(node: Steps, box: Box) -> Interval:
    value = quotient_interval(node.value, box)
    edges = [
        edge if isinstance(edge, float) else Fraction((edge / node.every).__floor__())
        for edge in (value.low, value.high)
    ]
    return _kept(_scaled(Interval(*edges), node.each), node.low, node.high)


def _case(points: tuple[Fraction, ...], chosen: Interval) -> Interval:
    first = 0 if isinstance(chosen.low, float) else int(chosen.low)
    last = len(points) - 1 if isinstance(chosen.high, float) else int(chosen.high)
    return Interval(min(points[first : last + 1]), max(points[first : last + 1]))


def _scaled(interval: Interval, factor: Fraction) -> Interval:
    if factor == 1:
        return interval
    if factor == 0:
        return Interval(_ZERO, _ZERO)
    low, high = interval.low * factor, interval.high * factor
    return Interval(low, high) if factor > 0 else Interval(high, low)


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
