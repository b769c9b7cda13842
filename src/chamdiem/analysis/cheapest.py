"""The cheapest set of steps to a goal: a knapsack in which every group gives one step at most.

Exact over the smallest points: ``least[g]`` is the least effort that wins at
least ``g`` of them with the groups taken so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from chamdiem.analysis.steps import Choice, Step

# Efforts are compared in these parts of one effort.
_GRAIN = 10**6
_UNREACHABLE = np.iinfo(np.int64).max // 2

Efforts = np.ndarray[Any, np.dtype[np.int64]]


def cheapest_steps(choices: Sequence[Choice], wanted: Fraction, unit: int) -> list[Step] | None:
    """The steps that win at least ``wanted`` points with the least effort; None where all cannot.

    Args:
        choices: Groups of steps, at most one of each is taken.
        wanted: Points to win, more than nothing.
        unit: How many of the smallest amounts make one point.
    """
    goal = -(-wanted.numerator * unit // wanted.denominator)
    if goal <= 0:
        return []
    if goal > sum(max(_smallest(step, unit) for step in choice.steps) for choice in choices):
        return None
    least: Efforts = np.full(goal + 1, _UNREACHABLE, dtype=np.int64)
    least[0] = 0
    taken = []
    for choice in choices:
        least, which = _with_choice(least, choice.steps, unit)
        taken.append(which)
    if least[goal] >= _UNREACHABLE:
        return None
    return _traced(choices, taken, goal, unit)


def _with_choice(least: Efforts, steps: Sequence[Step], unit: int) -> tuple[Efforts, Efforts]:
    """The least efforts with one more group, and which of its steps each takes (-1 for none)."""
    better, which = least.copy(), np.full(len(least), -1, dtype=np.int64)
    for place, step in enumerate(steps):
        reached = _shifted(least, _smallest(step, unit)) + int(step.effort * _GRAIN)
        is_better = reached < better
        better[is_better] = reached[is_better]
        which[is_better] = place
    return better, which


def _shifted(least: Efforts, gain: int) -> Efforts:
    """What had to be won before a step that wins ``gain``: never less than nothing."""
    before = np.maximum(np.arange(len(least)) - gain, 0)
    return np.asarray(least[before])


def _traced(choices: Sequence[Choice], taken: Sequence[Efforts], goal: int, unit: int) -> list[Step]:
    steps = []
    for choice, which in zip(reversed(choices), reversed(taken), strict=True):
        place = int(which[goal])
        if place >= 0:
            step = choice.steps[place]
            steps.append(step)
            goal = max(0, goal - _smallest(step, unit))
    return steps[::-1]


def _smallest(step: Step, unit: int) -> int:
    return int(step.gain * unit)
