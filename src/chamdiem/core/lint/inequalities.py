"""Linear inequalities over figures, and how far they bound one variable.

Fourier–Motzkin elimination on whole coefficients: exact, and small enough here
(a criterion has five inputs at most, nearly always two). Where a system grows
too large the answer is "not known", never a wrong bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from chamdiem.core.quotient import Polynomial, whole_times

_MOST = 400


@dataclass(frozen=True, slots=True)
class Inequality:
    """``Σ coefficient × variable + constant <= 0``, in whole numbers."""

    terms: tuple[tuple[str, int], ...]
    constant: int


@dataclass(frozen=True, slots=True)
class Linear:
    """A polynomial of degree one."""

    terms: Mapping[str, Fraction]
    constant: Fraction

    @staticmethod
    def of(polynomial: Polynomial) -> Linear | None:
        """The polynomial as a linear form; None where it multiplies figures."""
        if any(len(monomial) > 1 for monomial in polynomial):
            return None
        terms = {monomial[0]: c for monomial, c in polynomial.items() if monomial}
        return Linear(terms, polynomial.get((), Fraction(0)))

    def minus(self, other: Linear) -> Linear:
        """``self - other``."""
        terms = dict(self.terms)
        for name, coefficient in other.terms.items():
            terms[name] = terms[name] - coefficient if name in terms else -coefficient
        return Linear(terms, self.constant - other.constant)

    def negated(self) -> Linear:
        """``-self``."""
        return Linear({name: -c for name, c in self.terms.items()}, -self.constant)

    def over(self, divisor: Fraction) -> Linear:
        """``self / divisor``."""
        if divisor == 1:
            return self
        return Linear({name: c / divisor for name, c in self.terms.items()}, self.constant / divisor)

    def at_most_zero(self) -> Inequality:
        """``self <= 0``."""
        return inequality(self.terms, self.constant)


def inequality(terms: Mapping[str, Fraction], constant: Fraction) -> Inequality:
    """``Σ terms + constant <= 0`` brought to the smallest whole numbers."""
    common = lcm(constant.denominator, *(c.denominator for c in terms.values()))
    whole = {name: whole_times(c, common) for name, c in terms.items() if c}
    return _reduced(whole, whole_times(constant, common))


def upper_bound(system: Iterable[Inequality], variable: str) -> Fraction | None:
    """The least upper bound the system proves for a variable; None where it proves none."""
    projected = _project(set(system), variable)
    if projected is None:
        return None
    bounds = [
        Fraction(-each.constant, each.terms[0][1])
        for each in projected
        if each.terms and each.terms[0][1] > 0
    ]
    return min(bounds, default=None)


def contradicts_itself(system: Iterable[Inequality]) -> bool:
    """Whether the system proves that no values satisfy it."""
    projected = _project(set(system), kept="")
    return projected is not None and any(not each.terms and each.constant > 0 for each in projected)


def _project(system: set[Inequality], kept: str) -> set[Inequality] | None:
    """The system without every variable but one; None when it grows too large."""
    while names := {name for each in system for name, _ in each.terms} - {kept}:
        name = min(names, key=lambda each: _cost(system, each))
        system = _without(system, name)
        if len(system) > _MOST:
            return None
    return system


def _cost(system: set[Inequality], name: str) -> tuple[int, str]:
    signs = [c > 0 for each in system for other, c in each.terms if other == name]
    above = sum(signs)
    return above * (len(signs) - above), name


def _without(system: set[Inequality], name: str) -> set[Inequality]:
    """Every pair of an upper and a lower bound of the variable, combined."""
    rest: set[Inequality] = set()
    uppers: list[tuple[Inequality, int]] = []
    lowers: list[tuple[Inequality, int]] = []
    for each in system:
        coefficient = dict(each.terms).get(name, 0)
        if coefficient == 0:
            rest.add(each)
        else:
            (uppers if coefficient > 0 else lowers).append((each, abs(coefficient)))
    for upper, up in uppers:
        for lower, down in lowers:
            combined = {other: c * down for other, c in upper.terms}
            for other, c in lower.terms:
                combined[other] = combined.get(other, 0) + c * up
            rest.add(
                _reduced(
                    {k: c for k, c in combined.items() if c}, upper.constant * down + lower.constant * up
                )
            )
    return rest


def _reduced(terms: Mapping[str, int], constant: int) -> Inequality:
    divisor = gcd(constant, *terms.values()) or 1
    ordered = tuple(sorted((name, c // divisor) for name, c in terms.items()))
    return Inequality(ordered, constant // divisor)
