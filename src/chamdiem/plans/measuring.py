"""Whether a measured value reaches its threshold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

_REACHED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda value, threshold: value >= threshold,
    "more_than": lambda value, threshold: value > threshold,
    "at_most": lambda value, threshold: value <= threshold,
    "less_than": lambda value, threshold: value < threshold,
    "exactly": lambda value, threshold: value == threshold,
}


def is_reached(operator: str, value: Decimal, threshold: Decimal) -> bool:
    """Whether ``value operator threshold`` holds.

    Example:
        >>> is_reached("at_least", Decimal("80"), Decimal("80.0"))
        True
    """
    return _REACHED[operator](value, threshold)
