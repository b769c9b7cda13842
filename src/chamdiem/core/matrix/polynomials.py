"""Polynomials over columns, and how large they can get."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from chamdiem.core.quotient import IntegerTerms

Floats = NDArray[np.float64]
Columns = Sequence[Floats]
# The largest magnitude of each column, by position.
Magnitudes = Sequence[int]


class NoVector(Exception):
    """This form is not computed in arrays; the caller uses the exact path."""


@dataclass(slots=True)
class Poly:
    """A polynomial with whole coefficients, compiled.

    ``run`` takes the columns of figures, each float64 of shape (organisations,), and gives values of
    the same shape, NaN where a figure is missing; ``magnitude`` bounds them from the largest of each.
    """

    run: Callable[[Columns], Floats]
    magnitude: Callable[[Magnitudes], int]
    # Never below zero.
    is_positive: bool
    is_constant: bool


def polynomial(terms: IntegerTerms, factor: int = 1, signed: frozenset[int] = frozenset()) -> Poly:
    """Compile ``factor × terms``; values stay whole numbers.

    ``signed`` are the positions of the columns that may be negative.
    """
    scaled = tuple((coefficient * factor, places) for coefficient, places in terms.terms)
    return Poly(
        _runner(scaled),
        lambda most: sum(abs(c) * prod(most[p] for p in places) for c, places in scaled),
        all(c >= 0 and signed.isdisjoint(places) for c, places in scaled),
        all(not places for _, places in scaled),
    )


def denominator(terms: IntegerTerms, factor: int = 1, signed: frozenset[int] = frozenset()) -> Poly:
    """The same for a denominator: a product with a zero is zero, though another figure is missing.

    Raises:
        NoVector: Products may cancel each other out while a figure they share is missing.
    """
    made = polynomial(terms, factor, signed)
    if all(len(places) <= 1 for _, places in terms.terms):
        return made
    if not made.is_positive and len(terms.terms) > 1:
        raise NoVector
    singles = [_settled(float(coefficient * factor), places) for coefficient, places in terms.terms]
    return replace(made, run=_added(singles))


def largest(above: Poly, below: Poly, most: Magnitudes) -> int:
    """The larger of two magnitudes."""
    return max(above.magnitude(most), below.magnitude(most))


def _runner(terms: tuple[tuple[int, tuple[int, ...]], ...]) -> Callable[[Columns], Floats]:
    if len(terms) == 1:
        coefficient, places = terms[0]
        return _single(float(coefficient), places)
    return _added([_single(float(coefficient), places) for coefficient, places in terms])


def _added(singles: Sequence[Callable[[Columns], Floats]]) -> Callable[[Columns], Floats]:
    def run(columns: Columns) -> Floats:
        total: Floats = np.float64(0.0)  # type: ignore[assignment]  # broadcasts
        for single in singles:
            total = total + single(columns)
        return total

    return run


def _single(coefficient: float, places: tuple[int, ...]) -> Callable[[Columns], Floats]:
    if not places:
        value: Floats = np.float64(coefficient)  # type: ignore[assignment]  # broadcasts
        return lambda columns: value  # noqa: ARG005
    first, *rest = places

    def run(columns: Columns) -> Floats:
        product = columns[first]
        for place in rest:
            product = product * columns[place]
        return product if coefficient == 1.0 else product * coefficient

    return run


def _settled(coefficient: float, places: tuple[int, ...]) -> Callable[[Columns], Floats]:
    """A product that is zero where one of its figures is, whatever the others lack."""
    single = _single(coefficient, places)

    def run(columns: Columns) -> Floats:
        product = single(columns)
        if np.isnan(product.sum()):
            is_zero = np.logical_or.reduce([columns[place] == 0 for place in places])
            return np.where(is_zero, 0.0, product)
        return product

    return run
