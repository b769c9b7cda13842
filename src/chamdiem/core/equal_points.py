"""Whether two rules give the same points, as far as their forms prove it.

Forms are brought to one way of writing: the order of sums, products, "and" and "or" is lost, a
threshold on whole numbers is one threshold whichever side it is written from (``more_than: 9`` is
``at_least: 10``), and steps along one value stand in their order. What hangs on
other organisations or on people is equal only as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import gcd

from chamdiem.core.form import (
    All,
    Any,
    Assessed,
    AtLeast,
    Best,
    Clamp,
    Equals,
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
from chamdiem.core.quotient import Bound, IntegerTerms
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import Rule, Scope, walk

_ONE = IntegerTerms(((1, ()),))


def give_same_points(old: tuple[Rule, Scope], new: tuple[Rule, Scope], maxima: Iterable[Fraction]) -> bool:
    """Whether two rules, each with its inputs, provably give the same points under each of some maxima.

    Args:
        old: A rule and the inputs it reads.
        new: Another one; its inputs are the same, by position.
        maxima: The maxima in force, as absolute rewards are cut off at them.
    """
    (before, read), (after, reads) = old, new
    if [*_beyond_forms(before)] != [*_beyond_forms(after)]:
        return False
    return all(
        _written(before.form(read, maximum)) == _written(after.form(reads, maximum)) for maximum in maxima
    )


def _beyond_forms(rule: Rule) -> Iterator[Rule]:
    """The rules inside that hang on others or on people; a guide decides what people award."""
    for each in walk(rule):
        match each:
            case PeerRule():
                yield replace(each, special=tuple(replace(case, label="") for case in each.special))
            case ManualRule():
                yield each


def _written(node: Node) -> Node:
    """A form in the one way of writing."""
    match node:
        case Linear():
            return _line(node)
        case Steps(points, every, value, low, high) if every == 1 and _is_whole(value):
            return _line(Linear(points, value, low, high))
        case Steps() | NeedsPeers():
            return replace(node, value=_ordered(node.value))
        case If(when, then, otherwise):
            return _branch(_tested(when), _written(then), _written(otherwise))
        case Clamp():
            return _kept(replace(node, node=_written(node.node)))
        case Sum(parts) | Best(parts):
            written = tuple(map(_written, parts))
            if len(written) == 1 and isinstance(node, Sum):
                return written[0]
            return replace(node, parts=written if _stops(node) else tuple(sorted(written, key=repr)))
        case _:
            return node


def _line(node: Linear) -> Linear:
    """``10 × n / 5`` as ``2 × n``."""
    above, below = node.value.above.terms, node.value.below.terms
    divisor = gcd(*(each for each, _ in above)) or 1
    if len(below) != 1 or below[0][1] or not above:
        value, factor = _primitive(node.value)
        return replace(node, factor=node.factor * factor, value=value)
    primitive = IntegerTerms(tuple((each // divisor, places) for each, places in above))
    value = replace(node.value, above=primitive, below=_ONE)
    return replace(node, factor=node.factor * divisor / below[0][0], value=_ordered(value))


def _is_whole(value: Bound) -> bool:
    """Whether a value of whole figures is whole."""
    return value.below == _ONE


def _primitive(value: Bound) -> tuple[Bound, Fraction]:
    """``5a / 4b`` as ``a / b``, ordered, and the factor taken out."""
    divisors = [gcd(*(each for each, _ in side.terms)) or 1 for side in (value.above, value.below)]
    above, below = (
        IntegerTerms(tuple((each // divisor, places) for each, places in side.terms))
        for side, divisor in zip((value.above, value.below), divisors, strict=True)
    )
    return _ordered(replace(value, above=above, below=below)), Fraction(*divisors)


def _kept(node: Clamp) -> Node:
    """A line within limits that is kept within others lies within both."""
    line = node.node
    if not isinstance(line, Linear):
        return node
    low = node.low if line.low is None else max(line.low, node.low)
    high = node.high if line.high is None else min(line.high, node.high)
    return replace(line, low=low, high=high) if low <= high else node


def _branch(when: Test, then: Node, otherwise: Node) -> Node:
    """``if not a: x else: y`` as ``if a: y else: x``, and steps along one value in their order."""
    while isinstance(when, Opposite):
        when, then, otherwise = when.test, otherwise, then
    falling = _turned(when)
    if falling is not None:
        when, then, otherwise = falling, otherwise, then
    node = If(when, then, otherwise)
    edge = _edge(when)
    pieces = [] if edge is None else _merged(_pieces(node, edge[0]))
    if len(pieces) < 2:
        # Nothing may be left that asks for the figures.
        return node
    ordered = pieces[0][1]
    for low, piece in pieces[1:]:
        ordered = If(_from(when, low), piece, ordered)
    return ordered


_Figures = tuple[tuple[int, tuple[int, ...]], ...]
# Where a piece begins (None: at the beginning), and what it gives.
_Piece = tuple[int | None, Node]


def _edge(test: Test) -> tuple[_Figures, int] | None:
    """``2n + m >= 7`` as its left and right side; None of any other test."""
    if not isinstance(test, AtLeast) or test.strictly or test.value.below != _ONE:
        return None
    terms = {places: each for each, places in test.value.above.terms}
    constant = terms.pop((), 0)
    return (tuple((each, places) for places, each in terms.items()), -constant) if terms else None


def _turned(test: Test) -> Test | None:
    """``4 - n >= 0`` fails where ``n - 5 >= 0`` holds; None where the value rises already."""
    edge = _edge(test)
    if edge is None or not isinstance(test, AtLeast) or edge[0][0][0] > 0:
        return None
    negated = tuple((-each, places) for each, places in test.value.above.terms if places)
    return _from(replace(test, value=replace(test.value, above=IntegerTerms(negated))), 1 - edge[1])


def _from(test: Test, low: int | None) -> AtLeast:
    """The same comparison with another number on its right side."""
    if not isinstance(test, AtLeast):
        raise TypeError
    figures = tuple(each for each in test.value.above.terms if each[1])
    above = IntegerTerms((*figures, (-(low or 0), ())))
    return AtLeast(_ordered(replace(test.value, above=above)), strictly=False)


def _pieces(node: Node, figures: _Figures) -> list[_Piece]:
    """What a node gives along a value, from its lowest stretch to its highest."""
    edge = _edge(node.when) if isinstance(node, If) else None
    if edge is None or edge[0] != figures or not isinstance(node, If):
        return [(None, node)]
    start = edge[1]
    below = [each for each in _pieces(node.otherwise, figures) if each[0] is None or each[0] < start]
    above = _pieces(node.then, figures)
    first = [piece for low, piece in above if low is None or low <= start][-1]
    return [*below, (start, first), *(each for each in above if each[0] is not None and each[0] > start)]


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Neighbours that give the same are one."""
    kept = pieces[:1]
    kept += [piece for before, piece in pairwise(pieces) if piece[1] != before[1]]
    return kept


def _stops(node: Node) -> bool:
    """Whether a part may stop the others: then which one comes first may decide how that is told."""
    match node:
        case NotApplicable() | NoPolicy() | NeedsPeers() | Assessed():
            return True
        case If(_, then, otherwise):
            return _stops(then) or _stops(otherwise)
        case Clamp(inner):
            return _stops(inner)
        case Sum(parts) | Best(parts):
            return any(map(_stops, parts))
        case _:
            return False


def _tested(test: Test) -> Test:
    match test:
        case AtLeast(value, strictly):
            return _threshold(value, strictly=strictly)
        case Equals(value) | IsZero(value):
            return replace(test, value=_primitive(value)[0])
        case Opposite(inner):
            return Opposite(_tested(inner))
        case All() | Any():
            kind = type(test)
            first, *others = sorted({*_sides(test, kind)}, key=repr)
            for other in others:
                first = kind(first, other)
            return first
        case _:
            return test


def _sides(test: Test, kind: type[All | Any]) -> Iterator[Test]:
    """The sides of an "and" of "ands", or of an "or" of "ors"."""
    if isinstance(test, All | Any) and isinstance(test, kind):
        yield from _sides(test.left, kind)
        yield from _sides(test.right, kind)
    else:
        yield _tested(test)


def _threshold(value: Bound, *, strictly: bool) -> AtLeast:
    """Over whole figures ``2n - 9 > 0`` is ``n - 5 >= 0``."""
    below = value.below.terms
    if len(below) != 1 or below[0][1] or below[0][0] <= 0:
        return AtLeast(_primitive(value)[0], strictly)
    terms = {places: coefficient for coefficient, places in value.above.terms}
    constant = terms.pop((), 0) - strictly
    divisor = gcd(*terms.values()) or 1
    terms = {places: coefficient // divisor for places, coefficient in terms.items()}
    above = IntegerTerms(tuple((each, places) for places, each in {**terms, (): constant // divisor}.items()))
    return AtLeast(_ordered(replace(value, above=above, below=_ONE)), strictly=False)


def _ordered(value: Bound) -> Bound:
    """The same with its terms in one order."""
    above, below = (
        IntegerTerms(tuple(sorted((each for each in side.terms if each[0]), key=lambda each: each[1])))
        for side in (value.above, value.below)
    )
    return replace(value, above=above, below=below)
