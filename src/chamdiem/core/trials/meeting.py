"""Where a figure that moves alone brings a term onto a threshold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.core.inputs import Input
from chamdiem.core.quotient import Evaluate


def fits(given: Input, value: int) -> bool:
    """Whether a stored integer lies within the range of its figure."""
    low, high = given.range
    return (low is None or value >= low) and (high is None or value <= high)


def values_around(distance: Evaluate, values: Sequence[int | None], place: int, grain: int) -> list[int]:
    """The values of one figure on, just below and just above the point where a distance is zero.

    Args:
        distance: The term less the threshold; linear in the figure, as all terms of rules are in each letter.
        values: All figures, by position; raises ``MissingInput`` where another one is needed and empty.
        place: The figure that moves.
        grain: The least amount by which it moves.
    """
    first, second = (Fraction(distance((*values[:place], at, *values[place + 1 :]))[0]) for at in (1, 2))
    if first == second:
        return []
    meets = 1 - first / (second - first)
    nearest = (meets / grain).__floor__() * grain
    return [nearest, nearest - grain, nearest + grain]
