"""Whether two rules give the same points, as far as their forms prove it.

Forms are brought to one way of writing: the order of sums, products, "and" and "or" is lost, and a
threshold on whole numbers is one threshold whichever side it is written from (``more_than: 9`` is
``at_least: 10``). What hangs on other organisations or on people is equal only as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
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
    """The rules inside that hang on others or on people, without their words."""
    for each in walk(rule):
        match each:
            case PeerRule():
                yield replace(each, special=tuple(replace(case, label="") for case in each.special))
            case ManualRule():
                yield replace(each, guide="")


def _written(node: Node) -> Node:
    """A form in the one way of writing."""
    match node:
        case Linear() | Steps() | NeedsPeers():
            return replace(node, value=_ordered(node.value))
        case If(when, then, otherwise):
            return If(_tested(when), _written(then), _written(otherwise))
        case Clamp():
            return replace(node, node=_written(node.node))
        case Sum(parts) | Best(parts):
            written = tuple(map(_written, parts))
            return replace(node, parts=written if _stops(node) else tuple(sorted(written, key=repr)))
        case _:
            return node


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
            return replace(test, value=_ordered(value))
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
        return AtLeast(_ordered(value), strictly)
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
