"""A term as one numerator over one denominator, both polynomials in the inputs.

``b / a * 1/2 + c / a`` becomes ``(b + 2c) / 2a``. Nothing is cancelled, so the
denominator is zero exactly where the written term divides by zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm, prod

from chamdiem.core.expression import Binary, Letter, Negative, Number, Term

Monomial = tuple[str, ...]
Polynomial = Mapping[Monomial, Fraction]
Values = Sequence[int | None]

_ONE: Polynomial = {(): Fraction(1)}


class MissingInput(Exception):
    """An input that is needed has no value; ``position`` says which."""

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(position)


@dataclass(frozen=True, slots=True)
class Quotient:
    """``numerator / denominator`` in letters of the row."""

    numerator: Polynomial
    denominator: Polynomial

    @property
    def letters(self) -> frozenset[str]:
        """Every letter that stands above or below."""
        both = (*self.numerator, *self.denominator)
        return frozenset(letter for monomial in both for letter in monomial)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is divided by an input."""
        return set(self.denominator) == {()}


@lru_cache(maxsize=2048)
def quotient_of(term: Term) -> Quotient:
    """Bring a term over one denominator; scoring and the checks of one rule ask again and again."""
    match term:
        case Number(value, _):
            return Quotient({(): value} if value else {}, _ONE)
        case Letter(name):
            return Quotient({(name,): Fraction(1)}, _ONE)
        case Negative(operand):
            return scale(quotient_of(operand), Fraction(-1))
        case Binary(operator, left, right):
            return _combine(operator, quotient_of(left), quotient_of(right))


def constant(value: Fraction) -> Quotient:
    """A number as a quotient."""
    return Quotient({(): value} if value else {}, _ONE)


def scale(quotient: Quotient, factor: Fraction) -> Quotient:
    """The quotient times a number."""
    return Quotient(_multiple(quotient.numerator, factor), quotient.denominator)


def add(left: Quotient, right: Quotient) -> Quotient:
    """The sum over one common denominator."""
    return _combine("+", left, right)


def subtract(left: Quotient, right: Quotient) -> Quotient:
    """The difference over one common denominator."""
    return _combine("-", left, right)


@lru_cache(maxsize=2048)
def difference_of(left: Term, right: Term) -> Quotient:
    """What one term is more than another, over one denominator: whether a comparison holds is its sign."""
    return subtract(quotient_of(left), quotient_of(right))


def divide(left: Quotient, right: Quotient) -> Quotient:
    """The quotient of two quotients."""
    return _combine("/", left, right)


def _combine(operator: str, left: Quotient, right: Quotient) -> Quotient:
    if operator == "*":
        return Quotient(
            _times(left.numerator, right.numerator),
            _times(left.denominator, right.denominator),
        )
    if operator == "/":
        # right = n/d: dividing by it also divides by zero where d is zero.
        below = _times(left.denominator, right.numerator)
        above = _times(left.numerator, right.denominator)
        if not set(right.denominator) <= {()}:
            below = _times(below, right.denominator)
            above = _times(above, right.denominator)
        return Quotient(above, below)
    if operator == "-":
        right = scale(right, Fraction(-1))
    return _sum(left, right)


def _sum(left: Quotient, right: Quotient) -> Quotient:
    shared = _share_of(left.denominator, right.denominator)
    if shared is not None:
        return Quotient(_plus(left.numerator, _multiple(right.numerator, 1 / shared)), left.denominator)
    return Quotient(
        _plus(
            _times(left.numerator, right.denominator),
            _times(right.numerator, left.denominator),
        ),
        _times(left.denominator, right.denominator),
    )


def _share_of(left: Polynomial, right: Polynomial) -> Fraction | None:
    """The number ``k`` with ``right = k × left``, if there is one."""
    if left is right:
        return _ONE[()]
    if set(left) != set(right) or not left:
        return None
    factors = {right[monomial] / left[monomial] for monomial in left}
    return factors.pop() if len(factors) == 1 else None


def _plus(left: Polynomial, right: Polynomial) -> Polynomial:
    result = dict(left)
    for monomial, coefficient in right.items():
        result[monomial] = result.get(monomial, Fraction(0)) + coefficient
    return {monomial: coefficient for monomial, coefficient in result.items() if coefficient}


def _multiple(polynomial: Polynomial, factor: Fraction) -> Polynomial:
    if factor == 1:
        return polynomial
    if factor == -1:
        return {monomial: -coefficient for monomial, coefficient in polynomial.items()}
    return {monomial: coefficient * factor for monomial, coefficient in polynomial.items() if factor}


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    # By far the most factors are plain numbers, and most of these are one.
    if len(right) == 1 and () in right:
        return _multiple(left, right[()])
    if len(left) == 1 and () in left:
        return _multiple(right, left[()])
    result: dict[Monomial, Fraction] = {}
    for first, a in left.items():
        for second, b in right.items():
            monomial = tuple(sorted(first + second))
            result[monomial] = result.get(monomial, Fraction(0)) + a * b
    return {monomial: coefficient for monomial, coefficient in result.items() if coefficient}


@dataclass(frozen=True, slots=True)
class IntegerTerms:
    """A polynomial with integer coefficients over positions of the row's inputs."""

    terms: tuple[tuple[int, tuple[int, ...]], ...]

    def value(self, values: Values) -> int:
        """Its exact value; raises ``MissingInput`` for an empty position."""
        total = 0
        for coefficient, positions in self.terms:
            product = coefficient
            for position in positions:
                value = values[position]
                if value is None:
                    raise MissingInput(position)
                product *= value
            total += product
        return total

    def settled(self, values: Values) -> int:
        """The same for a denominator: zero too where no empty figure can change that.

        ``b × d`` is zero where ``b`` is, whatever ``d`` will be.
        """
        try:
            return self.value(values)
        except MissingInput:
            if any(self._open(values).values()):
                raise
            return 0

    def _open(self, values: Values) -> dict[tuple[int, ...], int]:
        """Empty positions multiplied with each other → what stands before them; ``()`` is what is known."""
        found: dict[tuple[int, ...], int] = {}
        for coefficient, positions in self.terms:
            known = [value for position in positions if (value := values[position]) is not None]
            empty = tuple(position for position in positions if values[position] is None)
            found[empty] = found.get(empty, 0) + coefficient * prod(known)
        return found


@dataclass(frozen=True, slots=True)
class Bound:
    """A quotient bound to the inputs of one row: integers over scaled integers.

    Inputs with decimals are stored as integers times their scale; the scales
    have moved into the coefficients here, so ``above / below`` is the value.
    ``signed`` are the positions of the inputs that may be negative.
    """

    above: IntegerTerms
    below: IntegerTerms
    signed: frozenset[int] = frozenset()

    @property
    def positions(self) -> tuple[int, ...]:
        """Positions of the inputs read, in ascending order."""
        both = (*self.above.terms, *self.below.terms)
        return tuple(sorted({p for _, positions in both for p in positions}))


def bind(
    quotient: Quotient,
    positions: Mapping[str, int],
    scales: Sequence[int],
    signed: frozenset[int] = frozenset(),
) -> Bound:
    """Replace letters by positions and move every scale into the coefficients."""
    above = _scaled(quotient.numerator, positions, scales)
    below = _scaled(quotient.denominator, positions, scales)
    common = lcm(*(c.denominator for c in (*above.values(), *below.values())))
    divisor = _greatest(above, below, common)
    return Bound(_integers(above, common, divisor), _integers(below, common, divisor), signed)


def _scaled(
    polynomial: Polynomial, positions: Mapping[str, int], scales: Sequence[int]
) -> dict[tuple[int, ...], Fraction]:
    result = {}
    for monomial, coefficient in polynomial.items():
        places = tuple(sorted(positions[letter] for letter in monomial))
        scale_ = prod(scales[place] for place in places)
        result[places] = coefficient if scale_ == 1 else coefficient / scale_
    return result


def _greatest(
    above: Mapping[tuple[int, ...], Fraction], below: Mapping[tuple[int, ...], Fraction], common: int
) -> int:
    return gcd(*(whole_times(c, common) for c in (*above.values(), *below.values()))) or 1


def _integers(polynomial: Mapping[tuple[int, ...], Fraction], common: int, divisor: int) -> IntegerTerms:
    return IntegerTerms(
        tuple((whole_times(c, common) // divisor, places) for places, c in polynomial.items())
    )


def whole_times(value: Fraction, multiple: int) -> int:
    """``value × multiple``, where the multiple contains the denominator."""
    return value.numerator * (multiple // value.denominator)


Evaluate = Callable[[Values], tuple[int, int]]


def evaluator(bound: Bound) -> Evaluate:
    """A function that gives ``(numerator, denominator)``, denominator never negative.

    A zero denominator comes back as zero: the rule's policy decides.
    """
    simple = _simple_evaluator(bound)
    if simple is not None:
        return simple

    def evaluate(values: Values) -> tuple[int, int]:
        below = bound.below.settled(values)
        if below == 0:
            return 0, 0
        above = bound.above.value(values)
        return (above, below) if below > 0 else (-above, -below)

    return evaluate


def _simple_evaluator(bound: Bound) -> Evaluate | None:
    """A faster function for ``a / b`` and ``n``, by far the most common terms."""
    if len(bound.above.terms) != 1 or len(bound.below.terms) != 1:
        return None
    (c, above), (d, below) = bound.above.terms[0], bound.below.terms[0]
    if len(above) != 1 or len(below) > 1 or d <= 0:
        return None
    if not below:
        return _one_letter(c, d, above[0])
    return _two_letters(c, d, above[0], below[0])


def _one_letter(c: int, d: int, position: int) -> Evaluate:
    def evaluate(values: Values) -> tuple[int, int]:
        value = values[position]
        if value is None:
            raise MissingInput(position)
        return c * value, d

    return evaluate


def _two_letters(c: int, d: int, above: int, below: int) -> Evaluate:
    def evaluate(values: Values) -> tuple[int, int]:
        bottom = values[below]
        if bottom is None:
            raise MissingInput(below)
        if bottom == 0:
            return 0, 0
        top = values[above]
        if top is None:
            raise MissingInput(above)
        bottom *= d
        return (c * top, bottom) if bottom > 0 else (-c * top, -bottom)

    return evaluate
