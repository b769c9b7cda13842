"""Exact arithmetic: the only place that reads numbers from text and rounds.

Numbers in sets are text: ``"0.5"``, ``"1/2"``, ``"70%"``. They become
fractions and stay exact until the one rounding the set declares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

Points = Fraction

_MOST_DECIMALS = 12
_NUMBER = re.compile(rf"(-?[0-9]{{1,18}}(?:\.[0-9]{{1,{_MOST_DECIMALS}}})?)(?:/([0-9]{{1,18}}))?(%?)")


@lru_cache(maxsize=4096)
def exact(text: str) -> Fraction:
    """Read ``"0.5"``, ``"1/2"`` or ``"70%"`` exactly.

    Raises:
        ValueError: The text is not such a number.

    Example:
        >>> exact("70%"), exact("1/4"), exact("2.5")
        (Fraction(7, 10), Fraction(1, 4), Fraction(5, 2))
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    head, divisor, percent = match.groups()
    if divisor is not None and int(divisor) == 0:
        raise ValueError(text)
    return Fraction(head) / int(divisor or 1) / (100 if percent else 1)


class Percentage(Fraction):
    """A number that was written with a percent sign, and is written so again: ``80%`` is 4/5."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rounding:
    """How points of one criterion are rounded: half up to ``digits`` decimals."""

    digits: int = 2
    mode: Literal["half_up"] = "half_up"

    @property
    def quanta_per_point(self) -> int:
        """How many of the smallest amounts make one point (100 for two digits)."""
        return int(10**self.digits)

    def quanta(self, numerator: int, denominator: int) -> int:
        """Round ``numerator / denominator`` points (``denominator > 0``) to quanta.

        Half up on the magnitude, so a deduction rounds like a bonus.

        Example:
            >>> Rounding(2).quanta(151875, 10000), Rounding(0).quanta(-5, 2)
            (1519, -3)
        """
        doubled = 2 * abs(numerator) * self.quanta_per_point
        magnitude = (doubled + denominator) // (2 * denominator)
        return magnitude if numerator >= 0 else -magnitude

    def round(self, points: Fraction) -> Fraction:
        """The rounded points as a fraction."""
        return self.points(self.quanta(points.numerator, points.denominator))

    def points(self, quanta: int) -> Fraction:
        """Points that so many quanta make."""
        return Fraction(quanta, self.quanta_per_point)


def decimal_text(value: Fraction) -> str:
    """A fraction as canonical decimal text, or as ``n/d`` where that does not end within twelve decimals.

    Example:
        >>> decimal_text(Fraction(19, 2)), decimal_text(Fraction(1, 3))
        ('9.5', '1/3')
    """
    digits = _decimal_digits(value.denominator)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    if digits == 0:
        return str(value.numerator)
    whole = abs(value.numerator) * 10**digits // value.denominator
    text = str(whole).rjust(digits + 1, "0")
    return f"{'-' if value < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def decimal(value: Fraction, digits: int = 6) -> Decimal:
    """A fraction as a decimal number for a column of ``digits`` decimals, half up; exact for rounded points.

    Example:
        >>> decimal(Fraction(15, 2)), decimal(Fraction(2, 3))
        (Decimal('7.500000'), Decimal('0.666667'))
    """
    quanta = Rounding(digits).quanta(value.numerator, value.denominator)
    return Decimal(quanta).scaleb(-digits)


def _decimal_digits(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator needs; None if more than can be read again."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    digits = max(twos, fives)
    return digits if denominator == 1 and digits <= _MOST_DECIMALS else None
