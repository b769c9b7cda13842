"""Steps that win more than is asked for, cut back to the least figures that still win it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import Step, step_of
from chamdiem.core.inputs import NUMBER_TYPES


def trimmed(
    standpoint: Standpoint, steps: Sequence[Step], wanted: Fraction, weights: Mapping[str, Fraction]
) -> tuple[Step, ...]:
    """The steps, each figure moved no further than needed to win ``wanted`` together.

    What saves the most effort is cut first, as long as any cut saves some.
    """
    left = list(steps)
    while True:
        surplus = sum((step.gain for step in left), Fraction(0)) - wanted
        cuts = [
            (step.effort - shorter.effort, place, shorter)
            for place, step in enumerate(left)
            for figure in step.changes
            if (shorter := _cut(standpoint, step, figure, step.gain - surplus, weights)) is not None
        ]
        if surplus <= 0 or not cuts:
            return tuple(left)
        _, place, shorter = max(cuts, key=lambda cut: (cut[0], -cut[1]))
        left[place] = shorter


def _cut(
    standpoint: Standpoint, step: Step, figure: str, least: Fraction, weights: Mapping[str, Fraction]
) -> Step | None:
    """The step with one figure moved the least that still wins ``least``; None where it cannot be less."""
    now, there, given = standpoint.answers[figure], step.changes[figure], standpoint.input(figure)
    if now is None or given.type not in NUMBER_TYPES:
        return None
    grain = given.grain if there > now else -given.grain
    low, high = 0, (there - now) // grain
    while high - low > 1:
        middle = (low + high) // 2
        gain = standpoint.gain({**step.changes, figure: now + middle * grain})
        low, high = (low, middle) if gain is not None and gain >= least else (middle, high)
    shorter = step_of(standpoint, {**step.changes, figure: now + high * grain}, weights)
    return shorter if shorter.effort < step.effort and shorter.gain >= least else None
