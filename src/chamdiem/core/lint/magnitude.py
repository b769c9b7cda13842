"""How large the numbers of a set become in arrays, and so which arithmetic is exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import prod

from chamdiem.core.criterion import Criterion
from chamdiem.core.form import (
    All,
    Any,
    AtLeast,
    Best,
    Clamp,
    Equals,
    If,
    IsZero,
    Linear,
    Node,
    Opposite,
    Steps,
    Sum,
    Test,
)
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.quotient import Bound, IntegerTerms

FLOAT64, INT64 = 2**52, 2**63
# What a figure without a declared maximum is taken to stay below.
ASSUMED_MOST = 10**9


def magnitudes(document: Document) -> Iterator[Hit]:
    """How the points of the set are computed in arrays: float64, int64, or one by one."""
    kinds = {key: _arithmetic(criterion) for key, criterion in document.criteria.items()}
    if kinds:
        counts = Counter(kinds.values())
        others = document.labels(
            document.tree.by_key[key] for key, kind in kinds.items() if kind != "float64"
        )
        facts = {kind: counts[kind] for kind in ("float64", "int64", "exact")}
        yield Hit(computed=str(counts["float64"]), facts={**facts, "most": ASSUMED_MOST, "others": others})


def _arithmetic(criterion: Criterion) -> str:
    most = [_most(*given.range) * 1 for given in criterion.letters.inputs.values()]
    quanta = criterion.rounding.quanta_per_point
    largest = max(_sizes(criterion.node, most, quanta), default=0)
    if largest < FLOAT64:
        return "float64"
    return "int64" if largest < INT64 else "exact"


def _most(low: int | None, high: int | None) -> int:
    return max(abs(low or 0), ASSUMED_MOST if high is None else abs(high))


def _sizes(node: Node, most: Sequence[int], quanta: int) -> Iterator[int]:
    """The largest intermediate numbers of a form."""
    match node:
        case Linear(factor, value):
            yield from _quotient(value, most, abs(factor.numerator) * quanta, factor.denominator)
        case Steps(_, every, value):
            yield from _quotient(value, most, every.denominator, every.numerator)
        case If(when, then, otherwise):
            yield from _test_sizes(when, most)
            yield from _sizes(then, most, quanta)
            yield from _sizes(otherwise, most, quanta)
        case Clamp(inner):
            yield from _sizes(inner, most, quanta)
        case Sum(parts) | Best(parts):
            for part in parts:
                yield from _sizes(part, most, quanta)


def _test_sizes(test: Test, most: Sequence[int]) -> Iterator[int]:
    match test:
        case IsZero(value) | AtLeast(value) | Equals(value):
            yield from _quotient(value, most, 1, 1)
        case Opposite(inner):
            yield from _test_sizes(inner, most)
        case All(left, right) | Any(left, right):
            yield from _test_sizes(left, most)
            yield from _test_sizes(right, most)


def _quotient(value: Bound, most: Sequence[int], up: int, down: int) -> Iterator[int]:
    yield up * _size(value.above, most) + down * _size(value.below, most)


def _size(terms: IntegerTerms, most: Sequence[int]) -> int:
    return sum(
        abs(coefficient) * prod(most[place] for place in places) for coefficient, places in terms.terms
    )


CHECKS = (Check("magnitude.bound", "info", "set", magnitudes),)
