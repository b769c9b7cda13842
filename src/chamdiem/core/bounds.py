"""The interval interpreter: the least and most a form can give.

Used before answers exist (can a rule exceed its maximum? is a tier reachable?)
and while they are incomplete (what can this dossier still earn?). Bounds are
sound: the true points always lie within. They are exact where each figure
stands once in a term, which is nearly always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.exact import Disputed, assessed
from chamdiem.core.form import (
    Assessed,
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
from chamdiem.core.intervals import Box, Edge, Interval, box_of, declared, quotient_interval, scaled, truth
from chamdiem.core.quotient import MissingInput

_ZERO = Fraction(0)


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
            return Reach(_kept(scaled(quotient_interval(value, box), factor), low, high))
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
            return Reach(scaled(box[position], Fraction(1, scale)))


def declared_box(criterion: Criterion) -> list[Interval]:
    """The interval each input may take by its declaration."""
    return [declared(given) for given in criterion.letters.inputs.values()]


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
    box = box_of(criterion.letters.inputs.values(), criterion.values(answers))
    found = _marks(criterion, answers) or reach(criterion.node, box)
    if found.points is None:
        return Outlook(_ZERO, _ZERO, found.may_not_apply)
    low = _ZERO if found.may_lack_policy else max(found.points.low, _ZERO)
    high = min(found.points.high, criterion.maximum)
    least, most = (criterion.rounding.round(Fraction(edge)) for edge in (min(low, high), high))
    return Outlook(least, most, found.may_not_apply)


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
    return _kept(scaled(Interval(*edges), node.each), node.low, node.high)


def _case(points: tuple[Fraction, ...], chosen: Interval) -> Interval:
    first = 0 if isinstance(chosen.low, float) else int(chosen.low)
    last = len(points) - 1 if isinstance(chosen.high, float) else int(chosen.high)
    return Interval(min(points[first : last + 1]), max(points[first : last + 1]))
