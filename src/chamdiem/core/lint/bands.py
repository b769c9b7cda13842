"""The bands of a ``tiers`` rule along its value: which one counts where."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from chamdiem.core.lint.proving import Proof
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.tiers import TiersRule

# Stands for "outside all bands".
OTHERWISE = -1


def bands_reached(rule: TiersRule, proof: Proof) -> list[tuple[Fraction, int]]:
    """Sample values in ascending order, one for every stretch, and the band each falls into."""
    return [(value, _band(rule, value)) for value in _samples(rule, proof)]


def is_counted(rule: TiersRule, proof: Proof) -> bool:
    """Whether the value is always a whole number."""
    quotient = quotient_of(rule.value)
    coefficients = (*quotient.numerator.values(), *(1 / c for c in quotient.denominator.values()))
    return (
        quotient.is_whole
        and quotient.letters <= proof.whole
        and all(c.denominator == 1 for c in coefficients)
    )


def _band(rule: TiersRule, value: Fraction) -> int:
    for place, tier in enumerate(rule.tiers):
        if tier.holds(value.numerator, value.denominator):
            return place
    return OTHERWISE


def _samples(rule: TiersRule, proof: Proof) -> list[Fraction]:
    """A value in every stretch between two thresholds, and every threshold, within reach."""
    edges = sorted({tier.threshold for tier in rule.tiers})
    values = set(_whole_samples(edges) if is_counted(rule, proof) else _samples_between(edges))
    least, most = proof.floor(rule.value), proof.ceiling(rule.value)
    values |= {edge for edge in (least, most) if edge is not None}
    return sorted(
        value for value in values if (least is None or value >= least) and (most is None or value <= most)
    )


def _whole_samples(edges: list[Fraction]) -> Iterator[Fraction]:
    for edge in edges:
        for value in (ceil(edge) - 1, ceil(edge), floor(edge), floor(edge) + 1):
            yield Fraction(value)


def _samples_between(edges: list[Fraction]) -> Iterator[Fraction]:
    yield edges[0] - 1
    yield edges[-1] + 1
    for low, high in pairwise(edges):
        yield (low + high) / 2
    yield from edges
