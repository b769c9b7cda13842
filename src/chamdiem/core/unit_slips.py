"""Slips of the unit: đồng where tỷ đồng is asked for moves a figure by a thousand, a million or more."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.inputs import Input

# A step between đồng, nghìn, triệu and tỷ is a thousand; what truly differs moves it by up to three.
_LEAST = Fraction(1000, 3)
_MONEY = ("đồng", "vnđ", "vnd")


def is_unit_slip(value: int | None, held_against: int | Fraction | None) -> bool:
    """Whether a figure is so far from what it is held against that its unit must be another.

    Example:
        >>> is_unit_slip(1_500_000_000_000, 360), is_unit_slip(360, 1500)
        (True, False)
    """
    if not value or not held_against or value < 0 or held_against < 0:
        return False
    times = Fraction(value) / held_against
    return max(times, 1 / times) >= _LEAST


def is_money(given: Input) -> bool:
    """Whether a figure is an amount of money, where such slips are common."""
    return given.type in ("whole", "decimal") and any(word in given.unit.casefold() for word in _MONEY)
